import { createHash, createHmac } from 'node:crypto';

/** Makes the tokens of subscription links, and the hashes under which they are kept. */
export type SubscriptionTokens = {
  /** With every key that is known, the one for new tokens first: 256 bits, base64url. */
  candidates(entitlementId: string, rotation: number): string[];
  /** Null for what can be no token. */
  hash(token: string): Buffer | null;
};

/** 32 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `keys`: those of SECRETS_KEY. The token is an HMAC, so that it need not be stored to be shown again. */
export function createSubscriptionTokens(keys: Buffer[]): SubscriptionTokens {
  return {
    candidates: (entitlementId, rotation) =>
      keys.map((key) =>
        createHmac('sha256', key).update(`subscription:${entitlementId}:${rotation}`).digest('base64url'),
      ),
    hash: (token) => (TOKEN.test(token) ? createHash('sha256').update(token).digest() : null),
  };
}
