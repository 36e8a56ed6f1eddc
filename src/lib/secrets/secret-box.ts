import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from '../fault.ts';

/** Encrypts small secrets for a column; `context` (row id and column) must be the same to open it again. */
export type SecretBox = {
  seal(plain: string, context: string): Buffer;
  open(sealed: Buffer, context: string): string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The keys of `SECRETS_KEY` (base64, comma separated), or null when one is not 32 bytes. */
export function parseSecretKeys(text: string): Buffer[] | null {
  const keys = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  return keys.every((key) => key.length === KEY_BYTES) ? keys : null;
}

/**
 * AES-256-GCM: nonce ‖ tag ‖ ciphertext. The first key encrypts, all decrypt, so that a key can be replaced
 * while both are known.
 * Throws: Fault `secret-unreadable` when no key opens it.
 */
export function createSecretBox(keys: Buffer[]): SecretBox {
  const [first] = keys;
  if (!first) throw new Error('a secret box needs a key');
  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      for (const key of keys) {
        const plain = tryOpen(key, sealed, context);
        if (plain !== null) return plain;
      }
      throw new Fault('secret-unreadable', 'a stored secret was sealed with another SECRETS_KEY', {
        isRetryable: false,
      });
    },
  };
}

function tryOpen(key: Buffer, sealed: Buffer, context: string): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
