import { z } from 'zod';
import type { HttpClient } from '../../lib/http-client.ts';
import { providerRefused, providerUnreachable } from '../provider-policy.ts';

export type CryptoPayAccess = {
  token: string;
  /** Path that method names are appended to, such as `/api`. */
  basePath: string;
};

/** One method, not retried. */
export type CryptoPayCall = { method: string; body: object };

const TIMEOUT_MS = 10_000;

const envelopeSchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.number(), name: z.string() }) }),
]);

/**
 * Calls one method of Crypto Pay and opens its envelope.
 *
 * Throws: Fault `provider-unreachable` (outcome unknown), `provider-refused` with the error's name.
 * Source: payments.md §1, envelope and header.
 */
export async function callMethod(
  access: CryptoPayAccess,
  http: HttpClient,
  call: CryptoPayCall,
): Promise<unknown> {
  const what = `Crypto Pay ${call.method}`;
  const answer = await http
    .request({
      method: 'POST',
      path: `${access.basePath}/${call.method}`,
      headers: { 'content-type': 'application/json', 'crypto-pay-api-token': access.token },
      body: JSON.stringify(call.body),
      timeoutMs: TIMEOUT_MS,
    })
    .catch((cause: unknown) => {
      throw providerUnreachable(what, 'no answer', cause);
    });
  const envelope = envelopeSchema.safeParse(parseJson(answer.body));
  if (answer.status >= 500 || answer.status === 429 || !envelope.success) {
    throw providerUnreachable(what, `HTTP ${answer.status}`);
  }
  if (envelope.data.ok) return envelope.data.result;
  throw providerRefused(what, envelope.data.error.name);
}

/** Undefined when it is not JSON. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
