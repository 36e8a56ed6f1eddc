import { randomUUID } from 'node:crypto';
import { DEFAULT_YOOKASSA_SECRET_KEY, DEFAULT_YOOKASSA_SHOP_ID } from '../../src/sandbox/settings.ts';
import type { SandboxClient } from './sandbox-client.ts';

/** Whatever YooKassa answered: an object, a list or an error. */
export type YooKassaBody = {
  id: string;
  type?: string;
  code?: string;
  description?: string;
  parameter?: string;
  status: string;
  paid: boolean;
  refundable: boolean;
  amount: { value: string; currency: string };
  refunded_amount?: { value: string };
  captured_at?: string;
  payment_id?: string;
  metadata: Record<string, string>;
  confirmation: { confirmation_url: string };
  items: YooKassaBody[];
  next_cursor?: string;
};

export type YooKassaAnswer = { status: number; body: YooKassaBody };

type Books = {
  payments: YooKassaBody[];
  refunds: YooKassaBody[];
  pendingNotifications: { event: string; failures: number; nextAttemptAtMs: number }[];
};

/** A shop that speaks to the emulator. */
export type YooKassaClient = {
  client: SandboxClient;
  get(path: string): Promise<YooKassaAnswer>;
  /** Under a new key; null sends none. */
  post(path: string, body: object, key?: string | null): Promise<YooKassaAnswer>;
  pay(paymentId: string): Promise<unknown>;
  books(): Promise<Books>;
};

/** 149 roubles, paid in one step. */
export const PAYMENT = {
  amount: { value: '149.00', currency: 'RUB' },
  capture: true,
  confirmation: { type: 'redirect', return_url: 'https://t.me/atlas' },
  description: 'Basic',
  metadata: { invoice_id: 'ours' },
};

export function createYooKassaClient(client: SandboxClient): YooKassaClient {
  const authorization = `Basic ${btoa(`${DEFAULT_YOOKASSA_SHOP_ID}:${DEFAULT_YOOKASSA_SECRET_KEY}`)}`;
  const call = async (path: string, init: RequestInit = {}): Promise<YooKassaAnswer> => {
    const headers = { authorization, 'content-type': 'application/json', ...init.headers };
    const answer = await fetch(`${client.base}/yookassa/v3${path}`, { ...init, headers });
    return { status: answer.status, body: (await answer.json()) as YooKassaBody };
  };
  return {
    client,
    get: (path) => call(path),
    post: (path, body, key = randomUUID()) =>
      call(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: key === null ? {} : { 'idempotence-key': key },
      }),
    pay: (paymentId) => client.chat('yookassa/pay', { paymentId }),
    books: () => client.chat<Books>('yookassa'),
  };
}
