/** What Crypto Pay sends when an invoice is paid, for tests that send it themselves. */
import assert from 'node:assert/strict';
import { signBody } from '../../src/sandbox/crypto-pay/signature.ts';
import { DEFAULT_CRYPTO_TOKEN } from '../../src/sandbox/settings.ts';

export type CryptoNotice = { body: Buffer; signature: string };

export function signNotice(body: Buffer): CryptoNotice {
  return { body, signature: signBody(DEFAULT_CRYPTO_TOKEN, body) };
}

/** Delivers a notice to the server at `url`, which has to take it. */
export async function tellCryptoPay(url: string, { body, signature }: CryptoNotice): Promise<void> {
  const answer = await fetch(`${url}/webhooks/cryptobot`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'crypto-pay-api-signature': signature },
    body: new Uint8Array(body),
  });
  assert.equal(answer.status, 200);
}
