import type { Logger } from '../../lib/logger.ts';
import type { Alarms } from '../state/alarms.ts';
import type { Counters } from '../state/counters.ts';
import type { Journal } from '../state/journal.ts';
import { createRetryingSender } from '../transport/retrying-sender.ts';
import type { StoredInvoice } from './invoices.ts';
import { serialiseBody, signBody } from './signature.ts';

/**
 * Seconds between the 17 attempts, 3 days in all. Source: payments.md §1 gives the count and the span; the steps
 * are ours, short at first because a person is watching the page.
 */
const RETRY_DELAYS_SECONDS = [
  1, 2, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 64_800, 101_592,
];

/** Sends `invoice_paid` webhooks until they are answered 2xx; the last failed attempt switches them off. */
export type WebhookSender = {
  /** Queues one delivery per delay given, in milliseconds from now. */
  send(invoice: StoredInvoice, delaysMs: number[]): void;
  isEnabled(): boolean;
  /** Turns webhooks on again and sends what is still pending. */
  enable(): void;
  resume(): void;
  /** What is on its way, with its failures so far. */
  pending(): { invoiceId: number; failures: number; nextAttemptAtMs: number }[];
  close(): Promise<void>;
};

type Dependencies = {
  url: string | undefined;
  token: string;
  journal: Journal;
  counters: Counters;
  alarms: Alarms;
  logger: Logger;
};

export function createWebhookSender(dependencies: Dependencies): WebhookSender {
  const { url, token, journal, counters, alarms } = dependencies;
  let isEnabled = journal.load<boolean>('provider-webhooks-enabled')[0]?.value ?? true;
  const setEnabled = (value: boolean): void => {
    isEnabled = value;
    journal.put('provider-webhooks-enabled', 'all', value);
  };
  const compose = (payload: StoredInvoice) => {
    const body = serialiseBody({
      update_id: counters.next('provider-update'),
      update_type: 'invoice_paid',
      request_date: new Date(alarms.nowMs()).toISOString(),
      payload,
    });
    return { body, headers: { 'crypto-pay-api-signature': signBody(token, body) } };
  };
  const sender = createRetryingSender<StoredInvoice>({
    kind: 'crypto-pay-webhook',
    url,
    retryDelaysSeconds: RETRY_DELAYS_SECONDS,
    nextId: () => counters.next('provider-update'),
    compose,
    isTaken: (status) => status >= 200 && status < 300,
    isOn: () => isEnabled,
    onGivenUp({ invoice_id }) {
      dependencies.logger.warn({ invoiceId: invoice_id }, 'webhooks are switched off');
      setEnabled(false);
    },
    journal,
    alarms,
  });
  return {
    send: sender.send,
    isEnabled: () => isEnabled,
    enable() {
      setEnabled(true);
      sender.resume();
    },
    resume: sender.resume,
    pending: () =>
      sender.pending().map(({ content, failures, nextAttemptAtMs }) => ({
        invoiceId: content.invoice_id,
        failures,
        nextAttemptAtMs,
      })),
    close: sender.close,
  };
}
