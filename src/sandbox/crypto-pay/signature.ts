import { createHash, createHmac } from 'node:crypto';

/**
 * The value of `crypto-pay-api-signature`: lower-case hex HMAC-SHA256 of the raw body, keyed by the 32 raw bytes
 * of SHA256(token). Source: payments.md §1; vectors V1–V3 in test/sandbox.
 */
export function signBody(token: string, body: Buffer): string {
  const key = createHash('sha256').update(token).digest();
  return createHmac('sha256', key).update(body).digest('hex');
}

/**
 * A webhook's body as the provider writes it: `<` and `>` escaped, so that a verifier that parses and
 * serialises again computes another signature and fails here rather than in production.
 */
export function serialiseBody(value: unknown): Buffer {
  const escaped = (character: string): string => (character === '<' ? '\\u003c' : '\\u003e');
  return Buffer.from(JSON.stringify(value).replace(/[<>]/g, escaped));
}
