import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../lib/fault.ts';
import { countInExpiries, createSetDigest, type SetDigest } from '../../nodes/protocol/digest.ts';
import { StartRefusal } from '../start-refusal.ts';
import { writeDurably } from './durable-file.ts';
import { decodeLine, encodeLine, readStateLog, StateLog } from './state-log.ts';
import type { StateSeal } from './state-seal.ts';

const credentialSchema = z.object({
  email: z.string(),
  vlessId: z.string(),
  expiresAtMs: z.number(),
  telegramId: z.number().optional(),
});
/** `telegramId` is known for credentials of the legacy routes only. */
export type StoredCredential = z.infer<typeof credentialSchema>;

const leaseSchema = z.object({ owner: z.string(), fence: z.string() });
/** The holder with the highest fence ever seen; there is none in legacy mode. */
export type StoredLease = z.infer<typeof leaseSchema>;

const entrySchema = z.object({
  remove: z.array(z.string()).optional(),
  put: z.array(credentialSchema).optional(),
  lease: leaseSchema.optional(),
});
/** One durable change; removals act first. */
export type StateEntry = z.infer<typeof entrySchema>;

const snapshotSchema = z.object({
  generation: z.number(),
  lease: leaseSchema.nullable(),
  credentials: z.array(credentialSchema),
});

const NOT_OURS = 'is damaged, or was signed with another NODE_API_KEY (add the old key after a comma)';
/** Folding at 10,000 credentials keeps a start under a second and the log under two megabytes. */
const FOLD_AT = 10_000;

/**
 * The desired set on disk: a snapshot and a log of changes since. Every line is signed, and every change is on the disk before it
 * acts in memory. One writer at a time: the agent serialises its callers.
 *
 * Throws: Fault `state-not-written`; at `open`, StartRefusal for a damaged directory.
 */
export class DesiredStore {
  readonly #stateDir: string;
  readonly #seal: StateSeal;
  readonly #credentials = new Map<string, StoredCredential>();
  readonly #emailByUuid = new Map<string, string>();
  #expiries = createSetDigest();
  #lease: StoredLease | null = null;
  #generation = 0;
  #logged = 0;
  #log: StateLog | null = null;
  #nextExpiryMs = Number.POSITIVE_INFINITY;

  private constructor(stateDir: string, seal: StateSeal) {
    this.#stateDir = stateDir;
    this.#seal = seal;
  }

  static async open(stateDir: string, seal: StateSeal): Promise<DesiredStore> {
    const store = new DesiredStore(stateDir, seal);
    await store.#load();
    await store.#writeSnapshot();
    return store;
  }

  get credentials(): ReadonlyMap<string, StoredCredential> {
    return this.#credentials;
  }

  get lease(): StoredLease | null {
    return this.#lease;
  }

  get expiries(): SetDigest {
    return this.#expiries;
  }

  /** No credential ends before this instant; it may be earlier than the earliest end. */
  get nextExpiryMs(): number {
    return this.#nextExpiryMs;
  }

  findByUuid(vlessId: string): StoredCredential | undefined {
    return this.#credentials.get(this.#emailByUuid.get(uuidKey(vlessId)) ?? '');
  }

  /** Commits one change. Folds the log into a new snapshot when it has grown. */
  async commit(entry: StateEntry): Promise<void> {
    if (!this.#log) throw new Error('the state is closed');
    await this.#log.append(entry);
    this.#apply(entry);
    this.#logged += (entry.put?.length ?? 0) + (entry.remove?.length ?? 0) + 1;
    if (this.#logged >= FOLD_AT) await this.#fold();
  }

  /** Replaces the whole set at once, by a new snapshot. */
  async replaceAll(credentials: readonly StoredCredential[]): Promise<void> {
    await this.#writeSnapshotOf(credentials);
    this.#credentials.clear();
    this.#emailByUuid.clear();
    this.#expiries = createSetDigest();
    this.#apply({ put: [...credentials] });
    this.refreshNextExpiry();
  }

  /** E-mails whose time has come by `nowMs`. */
  listExpired(nowMs: number): string[] {
    if (this.#nextExpiryMs > nowMs) return [];
    return [...this.#credentials.values()]
      .filter((one) => one.expiresAtMs <= nowMs)
      .map(({ email }) => email);
  }

  refreshNextExpiry(): void {
    this.#nextExpiryMs = Number.POSITIVE_INFINITY;
    for (const { expiresAtMs } of this.#credentials.values()) {
      if (expiresAtMs < this.#nextExpiryMs) this.#nextExpiryMs = expiresAtMs;
    }
  }

  async close(): Promise<void> {
    await this.#log?.close();
    this.#log = null;
  }

  async #load(): Promise<void> {
    const snapshot = await readSnapshot(this.#snapshotPath, this.#seal);
    this.#generation = snapshot.generation;
    this.#lease = snapshot.lease;
    this.#apply({ put: snapshot.credentials });
    const { entries } = await readStateLog(this.#logPath, this.#seal);
    for (const entry of entries) this.#apply(entrySchema.parse(entry));
    this.refreshNextExpiry();
  }

  #apply({ remove = [], put = [], lease }: StateEntry): void {
    for (const email of remove) this.#drop(email);
    for (const credential of put) {
      this.#drop(credential.email);
      this.#credentials.set(credential.email, credential);
      this.#emailByUuid.set(uuidKey(credential.vlessId), credential.email);
      countInExpiries(this.#expiries, credential, 1);
      this.#nextExpiryMs = Math.min(this.#nextExpiryMs, credential.expiresAtMs);
    }
    if (lease) this.#lease = lease;
  }

  #drop(email: string): void {
    const credential = this.#credentials.get(email);
    if (!credential) return;
    this.#credentials.delete(email);
    this.#emailByUuid.delete(uuidKey(credential.vlessId));
    countInExpiries(this.#expiries, credential, -1);
  }

  /** The change that led here is durable already: a failing fold only leaves the log longer. */
  async #fold(): Promise<void> {
    try {
      await this.#writeSnapshot();
    } catch {
      this.#logged = 0;
    }
  }

  #writeSnapshot(): Promise<void> {
    return this.#writeSnapshotOf([...this.#credentials.values()]);
  }

  /**
   * (1) the empty log of the next generation begins; (2) the snapshot of that generation replaces this one;
   * (3) this log goes. A crash between any two leaves a snapshot whose own log is whole.
   */
  async #writeSnapshotOf(credentials: readonly StoredCredential[]): Promise<void> {
    const old = { path: this.#logPath, log: this.#log };
    const generation = this.#generation + 1;
    try {
      const log = await StateLog.open(this.#logPathOf(generation), this.#seal, 0);
      const snapshot = { generation, lease: this.#lease, credentials };
      await writeDurably(this.#snapshotPath, encodeLine(this.#seal, snapshot));
      this.#log = log;
    } catch (cause) {
      throw new Fault('state-not-written', 'the state could not be written', { isRetryable: true, cause });
    }
    this.#generation = generation;
    this.#logged = 0;
    await old.log?.close();
    await rm(old.path, { force: true });
  }

  get #snapshotPath(): string {
    return join(this.#stateDir, 'desired.snapshot');
  }

  get #logPath(): string {
    return this.#logPathOf(this.#generation);
  }

  #logPathOf(generation: number): string {
    return join(this.#stateDir, `desired-${generation}.log`);
  }
}

/** What the core tells UUIDs apart by: Xray leaves bytes 6 and 7 out of its lookup. */
export function uuidKey(vlessId: string): string {
  return vlessId.slice(0, 14) + vlessId.slice(18);
}

async function readSnapshot(path: string, seal: StateSeal): Promise<z.infer<typeof snapshotSchema>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { generation: 0, lease: null, credentials: [] };
    }
    throw error;
  }
  const parsed = snapshotSchema.safeParse(decodeLine(seal, text.trimEnd()));
  if (!parsed.success) throw new StartRefusal([{ name: path, problem: NOT_OURS }], 1);
  return parsed.data;
}

/** Whether two of these share an e-mail, or a UUID as the core sees it. */
export function hasDuplicates(credentials: readonly { email: string; vlessId: string }[]): boolean {
  const uuids = new Set(credentials.map(({ vlessId }) => uuidKey(vlessId)));
  const emails = new Set(credentials.map(({ email }) => email));
  return uuids.size < credentials.length || emails.size < credentials.length;
}
