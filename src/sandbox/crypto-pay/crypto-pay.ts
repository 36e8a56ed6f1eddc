import { timingSafeEqual } from 'node:crypto';
import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { FaultPlan, PlannedFault } from '../state/fault-plan.ts';
import type { Journal } from '../state/journal.ts';
import { type Exchange, HttpRefusal, pause, readBody, sendJson } from '../transport/http.ts';
import { readParameters } from '../transport/parameters.ts';
import { ASSETS, listCurrencies, listRates } from './currencies.ts';
import type { Invoices } from './invoices.ts';
import { CryptoRefusal } from './refusal.ts';
import { readInvoiceFilter, readInvoiceId, readInvoiceRequest } from './requests.ts';

/** Several times the largest call: a payload of 4 KB with every other field full. */
const MAX_BODY_BYTES = 256 * 1024;
const PREFIX = '/cryptopay/api/';

type Dependencies = {
  token: string;
  invoices: Invoices;
  journal: Journal;
  faults: FaultPlan;
  logger: Logger;
};
type Answer = { status: number; body: unknown };

/** Crypto Pay's HTTP interface. Source: payments.md §1. */
export type CryptoPayApi = {
  /** Serves `/cryptopay/api/<method>`. */
  serve(exchange: Exchange): Promise<void>;
  /** Calls per method. */
  counts(): Record<string, number>;
};

export function createCryptoPayApi({ token, invoices, journal, faults, logger }: Dependencies): CryptoPayApi {
  const counts: Record<string, number> = {};
  const run = async (exchange: Exchange, method: string): Promise<Answer> => {
    try {
      const { request, url } = exchange;
      if (!isToken(request.headers['crypto-pay-api-token'], token)) {
        throw new CryptoRefusal(401, 'UNAUTHORIZED');
      }
      const act = METHODS[method];
      if (!act) throw new CryptoRefusal(405, 'METHOD_NOT_FOUND');
      counts[method] = (counts[method] ?? 0) + 1;
      const body = request.method === 'GET' ? Buffer.alloc(0) : await readBody(request, MAX_BODY_BYTES);
      const result = act(invoices, readParameters(request, url, body).values);
      await journal.durable();
      return { status: 200, body: { ok: true, result } };
    } catch (error) {
      if (!(error instanceof CryptoRefusal) && !(error instanceof HttpRefusal)) {
        logger.error({ method, reason: describeError(error) }, 'crypto pay method failed');
      }
      return failure(error);
    }
  };
  return {
    async serve(exchange) {
      const { response, url } = exchange;
      const method = url.pathname.slice(PREFIX.length);
      const fault = faults.take('cryptopay', method);
      if (fault?.when === 'before') {
        await pause(fault.delayMs ?? 0);
        if (fault.kind !== 'delay') return misbehave(response, fault);
      }
      const answer = await run(exchange, method);
      if (fault?.when === 'after') {
        await pause(fault.delayMs ?? 0);
        if (fault.kind !== 'delay') return misbehave(response, fault);
      }
      sendJson(response, answer.status, answer.body);
    },
    counts: () => counts,
  };
}

type Act = (invoices: Invoices, values: Record<string, unknown>) => unknown;

const METHODS: Record<string, Act> = {
  getMe: () => ({
    app_id: 1,
    name: 'Atlas Secure',
    payment_processing_bot_username: 'CryptoBot',
    webhook_endpoint: true,
  }),
  getBalance: () => ASSETS.map((currency_code) => ({ currency_code, available: '0', onhold: '0' })),
  getExchangeRates: () => listRates(),
  getCurrencies: () => listCurrencies(),
  createInvoice: (invoices, values) => invoices.create(readInvoiceRequest(values)),
  getInvoices: (invoices, values) => ({ items: invoices.list(readInvoiceFilter(values)) }),
  deleteInvoice(invoices, values) {
    if (!invoices.remove(readInvoiceId(values))) throw new CryptoRefusal(400, 'INVOICE_NOT_FOUND');
    return true;
  },
};

function failure(error: unknown): Answer {
  const refusal =
    error instanceof CryptoRefusal
      ? error
      : error instanceof HttpRefusal
        ? new CryptoRefusal(error.status, error.status === 413 ? 'BODY_TOO_LARGE' : 'BODY_INVALID')
        : new CryptoRefusal(500, 'INTERNAL_ERROR');
  return { status: refusal.code, body: { ok: false, error: { code: refusal.code, name: refusal.message } } };
}

function misbehave(response: Exchange['response'], fault: PlannedFault): void {
  if (fault.kind === 'close') return void response.destroy();
  const status = fault.status ?? 500;
  if (status === 429) response.setHeader('retry-after', fault.retryAfterSeconds ?? 1);
  const name = status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL_ERROR';
  sendJson(response, status, { ok: false, error: { code: status, name } });
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  const written = Buffer.from(String(given ?? ''));
  const expected = Buffer.from(token);
  return written.length === expected.length && timingSafeEqual(written, expected);
}
