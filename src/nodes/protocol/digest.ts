import { createHash } from 'node:crypto';

/** Buckets per inbound: at 100,000 credentials a differing bucket holds about a hundred of them. */
const BUCKET_COUNT = 1_024;
const HASH_BYTES = 32;
/** Entries hashed between two turns of the event loop: about 5 ms on a slow core. */
const SLICE_ENTRIES = 1_000;

/** What a core holds for one customer on one inbound. */
export type DigestEntry = { email: string; vlessId: string; flow: string };

/**
 * An order-free fingerprint of a set: 1,024 buckets by hash of the e-mail, each the XOR of
 * SHA-256(email‖uuid‖flow). Adding and removing an entry are the same operation, so it follows a live set
 * at the cost of two hashes per change.
 */
export type InboundDigest = { count: number; buckets: Buffer };

/** The same for expiry instants, which the core does not know: one XOR of SHA-256(email‖instant). */
export type ExpiryDigest = { count: number; xor: Buffer };

export function createInboundDigest(): InboundDigest {
  return { count: 0, buckets: Buffer.alloc(BUCKET_COUNT * HASH_BYTES) };
}

export function createExpiryDigest(): ExpiryDigest {
  return { count: 0, xor: Buffer.alloc(HASH_BYTES) };
}

/** Adds (`+1`) or takes away (`-1`) one entry. Taking away what was never added corrupts the digest. */
export function countInInbound(digest: InboundDigest, entry: DigestEntry, sign: 1 | -1): void {
  digest.count += sign;
  const offset = bucketOf(entry.email) * HASH_BYTES;
  xorInto(
    digest.buckets.subarray(offset, offset + HASH_BYTES),
    sha256(entry.email, entry.vlessId, entry.flow),
  );
}

/** Adds (`+1`) or takes away (`-1`) the expiry of one credential. */
export function countInExpiries(
  digest: ExpiryDigest,
  entry: { email: string; expiresAtMs: number },
  sign: 1 | -1,
): void {
  digest.count += sign;
  xorInto(digest.xor, sha256(entry.email, String(entry.expiresAtMs)));
}

/** One short hex digest over everything: base configuration, each inbound by tag, expiries. */
export function rootDigest(parts: {
  baseConfigHash: string;
  inbounds: ReadonlyMap<string, InboundDigest>;
  expiries: ExpiryDigest;
}): string {
  const hash = createHash('sha256').update(`base\0${parts.baseConfigHash}\0`);
  for (const [tag, inbound] of [...parts.inbounds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`inbound\0${tag}\0${inbound.count}\0`).update(inbound.buckets);
  }
  hash.update(`expiries\0${parts.expiries.count}\0`).update(parts.expiries.xor);
  return hash.digest('hex').slice(0, 32);
}

/**
 * The root digest that an agent with these inbounds reports when its core runs exactly `credentials`.
 * Those that end at or before `asOfMs` are left out, as the agent leaves them out. Yields to the event loop
 * between slices, so a node of 100,000 credentials does not stall its caller.
 */
export async function expectedDigest(
  node: { baseConfigHash: string; inbounds: { tag: string; flow: string }[]; asOfMs: number },
  credentials: Iterable<{ email: string; vlessId: string; expiresAtMs: number }>,
): Promise<string> {
  const inbounds = new Map(node.inbounds.map((inbound) => [inbound.tag, createInboundDigest()]));
  const expiries = createExpiryDigest();
  let sliced = 0;
  for (const { email, vlessId, expiresAtMs } of credentials) {
    if (expiresAtMs <= node.asOfMs) continue;
    for (const { tag, flow } of node.inbounds) {
      const digest = inbounds.get(tag);
      if (digest) countInInbound(digest, { email, vlessId, flow }, 1);
    }
    countInExpiries(expiries, { email, expiresAtMs }, 1);
    sliced += 1;
    if (sliced % SLICE_ENTRIES === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return rootDigest({ baseConfigHash: node.baseConfigHash, inbounds, expiries });
}

function bucketOf(email: string): number {
  return sha256(email).readUInt16BE(0) % BUCKET_COUNT;
}

function sha256(...fields: string[]): Buffer {
  return createHash('sha256').update(fields.join('\0')).digest();
}

function xorInto(target: Buffer, value: Buffer): void {
  for (let index = 0; index < HASH_BYTES; index += 1) {
    target[index] = (target[index] ?? 0) ^ (value[index] ?? 0);
  }
}
