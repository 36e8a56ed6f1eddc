import { createHash } from 'node:crypto';

/** Buckets of a digest: at 100,000 credentials a differing bucket holds about a hundred of them. */
export const BUCKET_COUNT = 1_024;
const HASH_BYTES = 32;
/** A bucket's sum on the wire; two that differ look alike once in 2^64, and the root still tells. */
const SUM_BYTES = 8;

/** What a core holds for one customer on one inbound. */
export type DigestEntry = { email: string; vlessId: string; flow: string };

/**
 * An order-free fingerprint of a set: 1,024 buckets by hash of the e-mail, each the XOR of one SHA-256 per
 * entry. Adding and removing an entry are the same operation, so it follows a live set at the cost of two
 * hashes per change.
 */
export type SetDigest = { count: number; buckets: Buffer };

/** What a node runs, in digests: each inbound by its tag, and when everything ends, which no core knows. */
export type NodeDigests = {
  /** Hash of the core's configuration without users. */
  baseConfigHash: string;
  inbounds: ReadonlyMap<string, SetDigest>;
  expiries: SetDigest;
};

export function createSetDigest(): SetDigest {
  return { count: 0, buckets: Buffer.alloc(BUCKET_COUNT * HASH_BYTES) };
}

/** Adds (`+1`) or takes away (`-1`) SHA-256(email‖uuid‖flow). Taking away what was never added corrupts the digest. */
export function countInInbound(digest: SetDigest, { email, vlessId, flow }: DigestEntry, sign: 1 | -1): void {
  count(digest, { email, hash: sha256(email, vlessId, flow) }, sign);
}

/** Adds (`+1`) or takes away (`-1`) SHA-256(email‖instant). */
export function countInExpiries(
  digest: SetDigest,
  { email, expiresAtMs }: { email: string; expiresAtMs: number },
  sign: 1 | -1,
): void {
  count(digest, { email, hash: sha256(email, String(expiresAtMs)) }, sign);
}

/** One short hex digest over everything; equal exactly when two nodes' sets and configurations are. */
export function rootDigest({ baseConfigHash, inbounds, expiries }: NodeDigests): string {
  const hash = createHash('sha256').update(`base\0${baseConfigHash}\0`);
  for (const [tag, inbound] of byTag(inbounds)) {
    hash.update(`inbound\0${tag}\0${inbound.count}\0`).update(inbound.buckets);
  }
  hash.update(`expiries\0${expiries.count}\0`).update(expiries.buckets);
  return hash.digest('hex').slice(0, 32);
}

/** The buckets in short: 8 bytes for each, over all inbounds and expiries, one after another. */
export function bucketSums({ inbounds, expiries }: NodeDigests): Buffer {
  const digests = [...byTag(inbounds).map(([, digest]) => digest), expiries];
  const sums = Buffer.alloc(BUCKET_COUNT * SUM_BYTES);
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket += 1) {
    const hash = createHash('sha256');
    const start = bucket * HASH_BYTES;
    for (const { buckets } of digests) hash.update(buckets.subarray(start, start + HASH_BYTES));
    hash.digest().copy(sums, bucket * SUM_BYTES, 0, SUM_BYTES);
  }
  return sums;
}

/** Buckets whose sums differ, ascending. */
export function differingBuckets(one: Buffer, other: Buffer): number[] {
  return Array.from({ length: BUCKET_COUNT }, (_, bucket) => bucket).filter((bucket) => {
    const [start, end] = [bucket * SUM_BYTES, (bucket + 1) * SUM_BYTES];
    return !one.subarray(start, end).equals(other.subarray(start, end));
  });
}

/**
 * One credential in short, 11 characters: when it ends and what each inbound holds for it. `expiresAtMs` is null
 * when only the core knows the credential; an inbound that does not hold it is left out.
 */
export function entrySum(
  email: string,
  expiresAtMs: number | null,
  held: readonly { tag: string; vlessId: string; flow: string }[],
): string {
  const inbounds = held.map(({ tag, vlessId, flow }) => `${tag}\0${vlessId}\0${flow}`).sort();
  return sha256(email, String(expiresAtMs), ...inbounds)
    .subarray(0, SUM_BYTES)
    .toString('base64url');
}

export function bucketOf(email: string): number {
  return sha256(email).readUInt16BE(0) % BUCKET_COUNT;
}

function count(digest: SetDigest, entry: { email: string; hash: Buffer }, sign: 1 | -1): void {
  digest.count += sign;
  const offset = bucketOf(entry.email) * HASH_BYTES;
  for (let index = 0; index < HASH_BYTES; index += 1) {
    digest.buckets[offset + index] = (digest.buckets[offset + index] ?? 0) ^ (entry.hash[index] ?? 0);
  }
}

function byTag(inbounds: NodeDigests['inbounds']): [tag: string, digest: SetDigest][] {
  return [...inbounds].sort(([a], [b]) => (a < b ? -1 : 1));
}

function sha256(...fields: string[]): Buffer {
  return createHash('sha256').update(fields.join('\0')).digest();
}
