import { timingSafeEqual } from 'node:crypto';
import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { FaultPlan, PlannedFault } from '../state/fault-plan.ts';
import type { Journal } from '../state/journal.ts';
import { type Exchange, HttpRefusal, pause, readBody, sendJson } from '../transport/http.ts';
import type { Idempotence } from './idempotence.ts';
import { toErrorAnswer, YooKassaRefusal } from './refusal.ts';
import { readListFilter, readPaymentRequest, readRefundRequest } from './requests.ts';
import type { Shop } from './shop.ts';

export const API_PREFIX = '/yookassa/v3';
export const CHECKOUT_PREFIX = '/yookassa/checkout/';
/** Several times the largest call: a payment with a full receipt. */
const MAX_BODY_BYTES = 256 * 1024;

export type ApiDependencies = {
  shopId: string;
  secretKey: string;
  shop: Shop;
  idempotence: Idempotence;
  journal: Journal;
  faults: FaultPlan;
  logger: Logger;
};

/** The HTTP interface under `/yookassa/v3`. Source: payments.md §3. */
export type YooKassaApi = {
  serve(exchange: Exchange): Promise<void>;
  /** Calls per operation, by the names that planned faults use. */
  counts(): Record<string, number>;
};

type Answer = { status: number; body: unknown };
type Call = { id: string; query: URLSearchParams; body: unknown; pageUrl: string };
type Operation = { name: string; method: string; path: RegExp; act: (shop: Shop, call: Call) => unknown };

const PAYMENT_FILTER = { fields: ['status'], moments: ['created_at', 'captured_at'] };
const REFUND_FILTER = { fields: ['status', 'payment_id'], moments: ['created_at'] };

const OPERATIONS: Operation[] = [
  {
    name: 'createPayment',
    method: 'POST',
    path: /^\/payments$/,
    act: (shop, { body, pageUrl }) => shop.createPayment(readPaymentRequest(body), pageUrl),
  },
  {
    name: 'listPayments',
    method: 'GET',
    path: /^\/payments$/,
    act: (shop, { query }) => shop.payments.list(readListFilter(query, PAYMENT_FILTER)),
  },
  {
    name: 'getPayment',
    method: 'GET',
    path: /^\/payments\/([^/]+)$/,
    act: (shop, { id }) => shop.payments.find(id) ?? notFound('payment_id'),
  },
  {
    name: 'cancelPayment',
    method: 'POST',
    path: /^\/payments\/([^/]+)\/cancel$/,
    act: (shop, { id }) => shop.cancelHeld(id),
  },
  {
    name: 'createRefund',
    method: 'POST',
    path: /^\/refunds$/,
    act: (shop, { body }) => shop.refund(readRefundRequest(body)),
  },
  {
    name: 'listRefunds',
    method: 'GET',
    path: /^\/refunds$/,
    act: (shop, { query }) => shop.refunds.list(readListFilter(query, REFUND_FILTER)),
  },
  {
    name: 'getRefund',
    method: 'GET',
    path: /^\/refunds\/([^/]+)$/,
    act: (shop, { id }) => shop.refunds.find(id) ?? notFound('refund_id'),
  },
];

export function createYooKassaApi(dependencies: ApiDependencies): YooKassaApi {
  const { faults, journal, logger } = dependencies;
  const counts: Record<string, number> = {};
  const run = async (exchange: Exchange, operation: Operation | undefined): Promise<Answer> => {
    try {
      const value = await act(dependencies, exchange, operation);
      await journal.durable();
      return { status: 200, body: value };
    } catch (error) {
      return toErrorAnswer(refusalOf(error, logger));
    }
  };
  return {
    async serve(exchange) {
      const { request, response, url } = exchange;
      const path = url.pathname.slice(API_PREFIX.length);
      const operation = OPERATIONS.find((one) => one.method === request.method && one.path.test(path));
      const name = operation?.name ?? 'unknown';
      counts[name] = (counts[name] ?? 0) + 1;
      const fault = faults.take('yookassa', name);
      if (fault?.when === 'before') {
        await pause(fault.delayMs ?? 0);
        if (fault.kind !== 'delay') return misbehave(response, fault);
      }
      const answer = await run(exchange, operation);
      if (fault?.when === 'after') {
        await pause(fault.delayMs ?? 0);
        if (fault.kind !== 'delay') return misbehave(response, fault);
      }
      sendJson(response, answer.status, answer.body);
    },
    counts: () => counts,
  };
}

async function act(
  { shopId, secretKey, shop, idempotence }: ApiDependencies,
  { request, url }: Exchange,
  operation: Operation | undefined,
): Promise<unknown> {
  if (!isKeyHolder(request.headers.authorization, `${shopId}:${secretKey}`)) {
    throw new YooKassaRefusal('invalid_credentials', 'Authentication by given credentials failed');
  }
  if (!operation) throw new YooKassaRefusal('not_found', 'No such method');
  const path = url.pathname.slice(API_PREFIX.length);
  const call: Call = {
    id: operation.path.exec(path)?.[1] ?? '',
    query: url.searchParams,
    body: undefined,
    pageUrl: `http://${request.headers.host}${CHECKOUT_PREFIX}`,
  };
  if (operation.method === 'GET') return operation.act(shop, call);
  const raw = await readBody(request, MAX_BODY_BYTES);
  call.body = readJson(raw);
  const key = request.headers['idempotence-key'];
  return idempotence.once(key, `${path}\n${raw}`, () => operation.act(shop, call));
}

function readJson(raw: Buffer): unknown {
  try {
    return raw.length === 0 ? {} : JSON.parse(raw.toString('utf8'));
  } catch {
    throw new YooKassaRefusal('invalid_request', 'The body is not JSON');
  }
}

function notFound(parameter: string): never {
  throw new YooKassaRefusal('not_found', 'Object does not exist or access denied', parameter);
}

function refusalOf(error: unknown, logger: Logger): YooKassaRefusal {
  if (error instanceof YooKassaRefusal) return error;
  if (error instanceof HttpRefusal) return new YooKassaRefusal('invalid_request', error.message);
  logger.error({ reason: describeError(error) }, 'yookassa operation failed');
  return new YooKassaRefusal('internal_server_error', 'Internal server error');
}

function misbehave(response: Exchange['response'], fault: PlannedFault): void {
  if (fault.kind === 'close') return void response.destroy();
  const code = fault.status === 429 ? 'too_many_requests' : 'internal_server_error';
  const { body } = toErrorAnswer(new YooKassaRefusal(code, 'planned'));
  sendJson(response, fault.status ?? 500, body);
}

function isKeyHolder(header: string | undefined, credentials: string): boolean {
  const given = Buffer.from(/^Basic ([\w+/=]+)$/.exec(header ?? '')?.[1] ?? '', 'base64');
  const expected = Buffer.from(credentials);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
