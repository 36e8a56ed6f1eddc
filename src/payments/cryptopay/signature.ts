import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a webhook was signed with our token: lower-case hex HMAC-SHA256 of the raw bytes, keyed by the 32
 * raw bytes of SHA-256(token). Compared in constant time.
 * Source: payments.md §1, vectors V1–V3.
 */
export function isSignatureGenuine(token: string, rawBody: Uint8Array, signature: string): boolean {
  const key = createHash('sha256').update(token).digest();
  const expected = Buffer.from(createHmac('sha256', key).update(rawBody).digest('hex'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
