import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

/** PKCS#8 header of an X25519 private key; the 32 key bytes follow. Source: RFC 8410 §7. */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** True for 32 bytes in base64url, the form Xray takes. */
export function isRealityKey(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value) && Buffer.from(value, 'base64url').length === 32;
}

export function generateRealityPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('x25519');
  return String(privateKey.export({ format: 'jwk' }).d);
}

/** The public half that clients need (`pbk`), both in base64url. */
export function realityPublicKey(privateKey: string): string {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_X25519, Buffer.from(privateKey, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  });
  return String(createPublicKey(key).export({ format: 'jwk' }).x);
}
