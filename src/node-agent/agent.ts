import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { describeError, Fault } from '../lib/fault.ts';
import type {
  AgentBuckets,
  AgentCheck,
  AgentEntries,
  AgentLegacy,
  AgentState,
  ChangeRequest,
  DesiredStatePart,
  PartAccepted,
  WireCredential,
  WireLease,
} from '../nodes/protocol/contract.ts';
import type { AgentOptions, Outcome } from './agent-options.ts';
import type { CoreBase } from './core/base-config.ts';
import { CoreSync } from './core-sync.ts';
import { decideLease } from './lease.ts';
import {
  type NodeFacts,
  reportBuckets,
  reportCheck,
  reportEntries,
  reportLegacy,
  reportState,
} from './report.ts';
import { SerialQueue } from './serial-queue.ts';
import { hasDuplicates, type StateEntry, type StoredCredential } from './state/desired-store.ts';
import { Upload } from './upload.ts';

/** Read-backs find hand edits: often on a small node, within a minute on any, for a twentieth of its time. */
const READ_BACK_MS = { least: 15_000, most: 60_000, perOwnMs: 20 };
const REPAIR_RETRY_MS = 1_000;
/** A lease outlives a restart of the agent for as long as its holder asks for. */
const LEASE_GRACE_MS = 30_000;
/** Well inside the server's deadline for reads; a set of 100,000 takes the core half a minute. */
const REPORT_WAIT_MS = 2_000;
/** Timers are looked at again at least this often, so that a clock set by hand is noticed. */
const MAX_EXPIRY_WAIT_MS = 30_000;

/**
 * Keeps one core at the desired set: what the server (or, before the first lease, the legacy routes) asked
 * for is on the disk first, then in the core, then answered. Ends what has expired by itself and repairs
 * whatever the core lost or gained. A silent server changes nothing.
 */
export class NodeAgent {
  readonly #options: AgentOptions;
  #base: CoreBase;
  #configProblem: string | null;
  #sync: CoreSync;
  readonly #queue = new SerialQueue();
  readonly #upload = new Upload();
  #leaseExpiresAtMs = 0;
  #sweptAtMs = 0;
  #isStarted = false;
  #expiryTimer: NodeJS.Timeout | null = null;
  #readBackTimer: NodeJS.Timeout | null = null;
  #isStopping = false;

  constructor(options: AgentOptions) {
    this.#options = options;
    this.#base = options.base;
    this.#configProblem = options.configProblem;
    this.#sync = new CoreSync(options.driver, options.base.inbounds);
  }

  get inbounds(): CoreBase['inbounds'] {
    return this.#base.inbounds;
  }

  get isManaged(): boolean {
    return this.#options.store.lease !== null;
  }

  /** Resolves when the core runs the desired set. Throws: StartRefusal, Fault `core-down`. */
  async start(): Promise<void> {
    // Whoever held it may not have noticed that we were away.
    if (this.isManaged) this.#leaseExpiresAtMs = this.#nowMs() + LEASE_GRACE_MS;
    await this.#dropExpired();
    await this.#options.driver.start({
      usersByTag: () => this.#sync.usersByTag(this.#current()),
      onUp: () => {
        if (this.#isStarted) this.#scheduleReadBack(0);
      },
      onDown: () => this.#sync.live.clear(),
    });
    this.#isStarted = true;
    await this.#readBackNow();
    this.#scheduleExpiry();
  }

  /** Ends timers and the state; the core goes on unless `isCoreStopped`. */
  async stop(isCoreStopped: boolean): Promise<void> {
    this.#isStopping = true;
    if (this.#expiryTimer) clearTimeout(this.#expiryTimer);
    if (this.#readBackTimer) clearTimeout(this.#readBackTimer);
    await this.#queue.run(async () => {
      if (isCoreStopped) await this.#options.driver.stop();
      else this.#options.driver.release();
      await this.#options.store.close();
    });
  }

  /** What the core is confirmed to run: after the work at hand, or as it stands when that takes long. */
  report(): Promise<AgentState> {
    const settled = this.#queue.run(async () => {
      await this.#endExpired();
      return this.#state();
    });
    return Promise.race([
      settled,
      delay(REPORT_WAIT_MS, undefined, { ref: false }).then(() => this.#state()),
    ]);
  }

  buckets(): Promise<AgentBuckets> {
    return this.#queue.run(async () => {
      await this.#endExpired();
      return reportBuckets(this.#facts());
    });
  }

  entries(buckets: readonly number[]): Promise<AgentEntries> {
    return this.#queue.run(async () => {
      await this.#endExpired();
      return reportEntries(this.#facts(), buckets);
    });
  }

  /** Refuses: `lease-held`. */
  takeLease(lease: WireLease): Promise<Outcome<AgentState>> {
    return this.#asHolder(lease, async () => ({ value: this.#state() }));
  }

  /** Renews the lease and tells in short what runs. Refuses: `lease-held`. */
  check(lease: WireLease): Promise<Outcome<AgentCheck>> {
    return this.#asHolder(lease, async () => ({ value: reportCheck(this.#facts()) }));
  }

  /**
   * Makes another configuration the core's: it is tested first, and only a good one replaces what runs, by a
   * restart of the core. Null when it runs; else why it does not, and nothing has changed.
   */
  reconfigure(base: CoreBase): Promise<string | null> {
    return this.#queue.run(async () => {
      if (base.hash === this.#base.hash) return null;
      const problem = await this.#options.driver.reconfigure(base, () => {
        this.#base = base;
        this.#sync = new CoreSync(this.#options.driver, base.inbounds);
      });
      this.#configProblem = problem;
      if (problem !== null) this.#options.logger.error({ problem }, 'the new configuration is not used');
      return problem;
    });
  }

  /**
   * Refuses: `lease-held`; `duplicate-credential` when two e-mails would share a UUID.
   * Throws: Fault `core-down` when the change is safe on disk but the core has not confirmed it.
   */
  change(request: ChangeRequest): Promise<Outcome<AgentState>> {
    return this.#asHolder(request.lease, async () => {
      const removed = new Set(request.removeEmails);
      if (this.#collides(request.upsert, removed)) return { refusal: 'duplicate-credential' };
      await this.#commit({ remove: request.removeEmails, put: this.#unexpired(request.upsert) });
      const ended = request.upsert
        .filter((one) => one.expiresAtMs <= this.#nowMs())
        .map(({ email }) => email);
      if (ended.length > 0) await this.#commit({ remove: ended });
      return { value: this.#state() };
    });
  }

  /** Refuses: `lease-held`, `upload-lost` (begin again with part 1), `duplicate-credential`. */
  uploadPart(part: DesiredStatePart): Promise<Outcome<AgentState | PartAccepted>> {
    return this.#asHolder<AgentState | PartAccepted>(part.lease, async () => {
      const collected = this.#upload.take(part);
      if (collected === 'lost') return { refusal: 'upload-lost' };
      if (collected === 'more') return { value: { uploadId: part.uploadId, nextPart: part.part + 1 } };
      if (hasDuplicates(collected)) return { refusal: 'duplicate-credential' };
      await this.#options.store.replaceAll(this.#unexpired(collected));
      await this.#applyAll();
      return { value: this.#state() };
    });
  }

  /** Legacy add and update in one. Refuses: `node-managed`, `duplicate-credential`. */
  legacyPut(credential: StoredCredential): Promise<Outcome<StoredCredential>> {
    return this.#asLegacy(async () => {
      const known = this.#options.store.findByUuid(credential.vlessId);
      if (known && known.vlessId !== credential.vlessId) return { refusal: 'duplicate-credential' };
      const stored = { ...known, ...credential, email: known?.email ?? credential.email };
      const isOver = stored.expiresAtMs <= this.#nowMs();
      await this.#commit(isOver ? { remove: [stored.email] } : { put: [stored] });
      return { value: stored };
    });
  }

  /** Absent is fine. Refuses: `node-managed`. */
  legacyRemove(vlessId: string): Promise<Outcome<null>> {
    return this.#asLegacy(async () => {
      const known = this.#options.store.findByUuid(vlessId);
      if (known?.vlessId === vlessId) await this.#commit({ remove: [known.email] });
      return { value: null };
    });
  }

  /** What the legacy routes have put here. Refuses: `node-managed`. */
  legacyPage(after: string | undefined): Promise<Outcome<AgentLegacy>> {
    return this.#asLegacy(async () => ({ value: reportLegacy(this.#current(), after) }));
  }

  /** UUIDs that the core runs. Throws: Fault `core-down`. */
  runningUuids(): Promise<string[]> {
    return this.#queue.run(async () => {
      this.#assertCoreRuns();
      return this.#sync.live.uuids();
    });
  }

  /** Adds and removes a random credential on the first inbound. Throws: Fault of the core. */
  async selfTest(): Promise<void> {
    const inbound = this.inbounds[0];
    const vlessId = randomUUID();
    const email = `self-test.${vlessId}`;
    await this.#queue.run(async () => {
      this.#assertCoreRuns();
      if (!inbound) return;
      await this.#options.driver.addUser(inbound.tag, { email, vlessId, flow: inbound.flow });
      await this.#options.driver.removeUser(inbound.tag, email);
    });
  }

  #asHolder<T>(lease: WireLease, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#queue.run(async () => {
      const decision = decideLease(this.#options.store.lease, lease, this.#nowMs() < this.#leaseExpiresAtMs);
      if (decision === 'refused') return { refusal: 'lease-held' };
      if (decision === 'taken') {
        await this.#options.store.commit({ lease: { owner: lease.owner, fence: lease.fence } });
        this.#upload.drop();
        this.#options.logger.info({ owner: lease.owner, fence: lease.fence }, 'lease taken');
      }
      this.#leaseExpiresAtMs = this.#nowMs() + lease.ttlMs;
      await this.#endExpired();
      return work();
    });
  }

  #asLegacy<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#queue.run(async () => (this.isManaged ? { refusal: 'node-managed' } : work()));
  }

  /** Disk first, core second. */
  async #commit(entry: StateEntry): Promise<void> {
    await this.#options.store.commit(entry);
    this.#scheduleExpiry();
    this.#assertCoreRuns();
    const emails = [...(entry.remove ?? []), ...(entry.put ?? []).map(({ email }) => email)];
    await this.#sync.apply(new Set(emails), (email) => this.#options.store.credentials.get(email));
  }

  async #applyAll(): Promise<void> {
    this.#scheduleExpiry();
    this.#assertCoreRuns();
    const { credentials } = this.#options.store;
    await this.#sync.apply(this.#sync.live.emails().union(new Set(credentials.keys())), (email) =>
      credentials.get(email),
    );
  }

  /** Reads back and repairs; a core that cannot tell is given everything again only after it came up. Returns the ms. */
  async #repair(): Promise<number> {
    const startedAtMs = performance.now();
    await this.#dropExpired();
    this.#assertCoreRuns();
    await this.#sync.readBack();
    await this.#applyAll();
    return performance.now() - startedAtMs;
  }

  async #dropExpired(): Promise<string[]> {
    const { store } = this.#options;
    const nowMs = this.#nowMs();
    const emails = store.listExpired(nowMs);
    if (emails.length > 0) await store.commit({ remove: emails });
    if (store.nextExpiryMs <= nowMs) store.refreshNextExpiry();
    this.#sweptAtMs = nowMs;
    return emails;
  }

  async #endExpired(): Promise<void> {
    const emails = await this.#dropExpired();
    if (emails.length === 0) return;
    this.#options.logger.info({ count: emails.length }, 'credentials expired');
    try {
      await this.#sync.apply(emails, () => undefined);
    } catch (error) {
      // The core still holds them: the next read-back ends them, and until then the digest tells.
      this.#logFailure('expiry', error);
      this.#scheduleReadBack(REPAIR_RETRY_MS);
    }
  }

  #scheduleExpiry(): void {
    if (this.#isStopping) return;
    if (this.#expiryTimer) clearTimeout(this.#expiryTimer);
    const untilNextMs = this.#options.store.nextExpiryMs - this.#nowMs();
    const waitMs = Math.min(Math.max(untilNextMs, 1), MAX_EXPIRY_WAIT_MS);
    this.#expiryTimer = setTimeout(() => {
      const ended = this.#queue.run(() => this.#endExpired());
      ended
        .catch((error: unknown) => this.#logFailure('expiry', error))
        .finally(() => this.#scheduleExpiry());
    }, waitMs);
  }

  #scheduleReadBack(waitMs: number): void {
    if (this.#isStopping) return;
    if (this.#readBackTimer) clearTimeout(this.#readBackTimer);
    this.#readBackTimer = setTimeout(() => void this.#readBackNow(), waitMs);
  }

  async #readBackNow(): Promise<void> {
    try {
      const tookMs = await this.#queue.run(() => this.#repair());
      const { least, most, perOwnMs } = READ_BACK_MS;
      this.#scheduleReadBack(Math.min(Math.max(tookMs * perOwnMs, least), most));
    } catch (error) {
      this.#logFailure('read-back', error);
      this.#scheduleReadBack(REPAIR_RETRY_MS);
    }
  }

  #collides(upsert: readonly WireCredential[], removed: ReadonlySet<string>): boolean {
    const replaced = new Set([...removed, ...upsert.map(({ email }) => email)]);
    return (
      hasDuplicates(upsert) ||
      upsert.some(({ vlessId }) => {
        const holder = this.#options.store.findByUuid(vlessId);
        return holder !== undefined && !replaced.has(holder.email);
      })
    );
  }

  #unexpired(credentials: readonly WireCredential[]): WireCredential[] {
    return credentials.filter(({ expiresAtMs }) => expiresAtMs > this.#sweptAtMs);
  }

  #current(): StoredCredential[] {
    const nowMs = this.#nowMs();
    return [...this.#options.store.credentials.values()].filter((one) => one.expiresAtMs > nowMs);
  }

  #state(): AgentState {
    return reportState(this.#facts());
  }

  #facts(): NodeFacts {
    const { store, driver, version } = this.#options;
    return {
      version,
      base: this.#base,
      configProblem: this.#configProblem,
      core: driver.status(),
      store,
      live: this.#sync.live,
      sweptAtMs: this.#sweptAtMs,
      leaseExpiresAtMs: this.#leaseExpiresAtMs,
    };
  }

  #assertCoreRuns(): void {
    if (this.#options.driver.status().isRunning) return;
    throw new Fault('core-down', 'the core is not running', { isRetryable: true });
  }

  #nowMs(): number {
    return this.#options.clock.now().getTime();
  }

  #logFailure(what: string, error: unknown): void {
    if (!this.#isStopping) this.#options.logger.error({ reason: describeError(error) }, `${what} failed`);
  }
}
