import type { HttpClient } from '../../lib/http-client.ts';
import { providerRefused, providerUnreachable } from '../provider-policy.ts';
import { errorSchema } from './wire.ts';

export type YooKassaAccess = {
  shopId: string;
  secretKey: string;
  /** Path of the API, such as `/v3`. */
  basePath: string;
};

/** A GET, or a POST that `key` makes safe to repeat. `path` comes after the base path, such as `/payments`. */
export type YooKassaCall = { path: string; post?: { key: string; body: object } };

/** What was decided: an object, or a "no" with its code. */
export type YooKassaAnswer = { ok: true; value: unknown } | { ok: false; status: number; code: string };

const TIMEOUT_MS = 10_000;

/**
 * Calls YooKassa once. 5xx, 429, a timeout and 202 (still being processed) say nothing about the outcome: the
 * same call with the same key finds it out.
 *
 * Throws: Fault `provider-unreachable` when the outcome is unknown.
 * Source: payments.md §3; yookassa.ru/developers/using-api/response-handling/recommendations.
 */
export async function callApi(
  access: YooKassaAccess,
  http: HttpClient,
  { path, post }: YooKassaCall,
): Promise<YooKassaAnswer> {
  const what = `YooKassa ${post ? 'POST' : 'GET'} ${path.replace(/\?.*/, '')}`;
  const credentials = Buffer.from(`${access.shopId}:${access.secretKey}`).toString('base64');
  const headers = { authorization: `Basic ${credentials}`, 'content-type': 'application/json' };
  const answer = await http
    .request({
      method: post ? 'POST' : 'GET',
      path: `${access.basePath}${path}`,
      headers: post ? { ...headers, 'idempotence-key': post.key } : headers,
      ...(post ? { body: JSON.stringify(post.body) } : {}),
      timeoutMs: TIMEOUT_MS,
    })
    .catch((cause: unknown) => {
      throw providerUnreachable(what, 'no answer', cause);
    });
  const json = parseJson(answer.body);
  if (answer.status === 200 && json !== undefined) return { ok: true, value: json };
  const refusal = errorSchema.safeParse(json);
  const isUndecided = answer.status < 400 || answer.status >= 500 || answer.status === 429;
  if (isUndecided || !refusal.success) throw providerUnreachable(what, `HTTP ${answer.status}`);
  return { ok: false, status: answer.status, code: refusal.data.code };
}

/**
 * The object of an answer.
 *
 * Throws: Fault `provider-refused` with the code of a "no".
 */
export function acceptedValue(answer: YooKassaAnswer, what: string): unknown {
  if (answer.ok) return answer.value;
  throw providerRefused(`YooKassa ${what}`, `${answer.status} ${answer.code}`);
}

/** Undefined when it is not JSON. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
