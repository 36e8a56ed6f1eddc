import type { DesiredCredential, DesiredEntitlement, DesiredSource, NodeInbound } from '../ports/node-api.ts';
import {
  bucketOf,
  countInExpiries,
  countInInbound,
  createSetDigest,
  entrySum,
  type NodeDigests,
  type SetDigest,
} from './protocol/digest.ts';

type Flow = NodeInbound['flow'];
/** What a comparison needs to know of a node's configuration. */
export type NodeShape = { baseConfigHash: string; inbounds: readonly { tag: string; flow: Flow }[] };

type Held = DesiredCredential & { bucket: number };

const FLOWS: readonly Flow[] = ['', 'xtls-rprx-vision'];

/**
 * What one node should run, kept in memory in step with its source, with its digests: a look at a node where
 * nothing has changed reads nothing and hashes nothing.
 */
export class DesiredReplica {
  readonly #held = new Map<string, Held>();
  readonly #emailsOf = new Map<string, string[]>();
  #byFlow = new Map<Flow, SetDigest>();
  #expiries = createSetDigest();
  #cursor: string | null = null;
  #nextEndMs = Number.POSITIVE_INFINITY;

  constructor() {
    this.#empty();
  }

  /** Reads what has changed since the last time, or everything. When that fails half-way, the next one repeats it. */
  async refresh(source: DesiredSource): Promise<void> {
    const { cursor, isWhole, pages } = await source.read(this.#cursor);
    if (isWhole) this.#empty();
    for await (const page of pages) {
      for (const entitlement of page) this.#put(entitlement);
    }
    this.#cursor = cursor;
  }

  /** The next refresh reads everything. */
  forget(): void {
    this.#cursor = null;
  }

  /** Drops what has ended by an instant. */
  dropEnded(byMs: number): void {
    if (this.#nextEndMs > byMs) return;
    this.#nextEndMs = Number.POSITIVE_INFINITY;
    for (const [email, { expiresAt }] of this.#held) {
      const endMs = expiresAt.getTime();
      if (endMs <= byMs) this.#drop(email);
      else this.#nextEndMs = Math.min(this.#nextEndMs, endMs);
    }
  }

  get credentials(): DesiredCredential[] {
    return [...this.#held.values()];
  }

  digests({ baseConfigHash, inbounds }: NodeShape): NodeDigests {
    const digestOf = (flow: Flow) => this.#byFlow.get(flow) ?? createSetDigest();
    return {
      baseConfigHash,
      inbounds: new Map(inbounds.map(({ tag, flow }) => [tag, digestOf(flow)])),
      expiries: this.#expiries,
    };
  }

  /** One credential in short, as a node in step would tell it; null when it should not hold it. */
  sumOf(email: string, { inbounds }: NodeShape): string | null {
    const one = this.#held.get(email);
    if (!one) return null;
    const held = inbounds.map(({ tag, flow }) => ({ tag, vlessId: one.vlessId, flow }));
    return entrySum(email, one.expiresAt.getTime(), held);
  }

  /** What turns a node's entries of these buckets into ours. */
  differences(
    shape: NodeShape,
    buckets: ReadonlySet<number>,
    entries: readonly (readonly [email: string, sum: string | null])[],
  ): { upsert: DesiredCredential[]; removeEmails: string[] } {
    const theirs = new Map(entries);
    const ours = [...this.#held.values()].filter(({ bucket }) => buckets.has(bucket));
    const upsert = ours.filter(({ email }) => theirs.get(email) !== this.sumOf(email, shape));
    return { upsert, removeEmails: [...theirs.keys()].filter((email) => !this.#held.has(email)) };
  }

  #empty(): void {
    this.#cursor = null;
    this.#held.clear();
    this.#emailsOf.clear();
    this.#byFlow = new Map(FLOWS.map((flow) => [flow, createSetDigest()]));
    this.#expiries = createSetDigest();
    this.#nextEndMs = Number.POSITIVE_INFINITY;
  }

  #put({ entitlementId, credentials }: DesiredEntitlement): void {
    for (const email of this.#emailsOf.get(entitlementId) ?? []) this.#drop(email);
    if (credentials.length === 0) this.#emailsOf.delete(entitlementId);
    else
      this.#emailsOf.set(
        entitlementId,
        credentials.map(({ email }) => email),
      );
    for (const credential of credentials) {
      this.#held.set(credential.email, { ...credential, bucket: bucketOf(credential.email) });
      this.#count(credential, 1);
      this.#nextEndMs = Math.min(this.#nextEndMs, credential.expiresAt.getTime());
    }
  }

  #drop(email: string): void {
    const held = this.#held.get(email);
    if (!held) return;
    this.#held.delete(email);
    this.#count(held, -1);
  }

  #count({ email, vlessId, expiresAt }: DesiredCredential, sign: 1 | -1): void {
    for (const [flow, digest] of this.#byFlow) countInInbound(digest, { email, vlessId, flow }, sign);
    countInExpiries(this.#expiries, { email, expiresAtMs: expiresAt.getTime() }, sign);
  }
}
