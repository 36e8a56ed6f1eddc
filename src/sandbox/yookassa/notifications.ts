import type { Alarms } from '../state/alarms.ts';
import type { Counters } from '../state/counters.ts';
import type { Journal } from '../state/journal.ts';
import { createRetryingSender, type RetryingSender } from '../transport/retrying-sender.ts';
import type { ShopEvent } from './shop.ts';

/** Repeated for 24 hours. Source: payments.md §3 gives the span; the steps are ours, short at first. */
const RETRY_DELAYS_SECONDS = [1, 2, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 36_792];

type Dependencies = { url: string | undefined; journal: Journal; counters: Counters; alarms: Alarms };

/** Sends notifications, unsigned as the service does, until they are answered 200. */
export function createNotifications({
  url,
  journal,
  counters,
  alarms,
}: Dependencies): RetryingSender<ShopEvent> {
  return createRetryingSender<ShopEvent>({
    kind: 'yookassa-notification',
    url,
    retryDelaysSeconds: RETRY_DELAYS_SECONDS,
    nextId: () => counters.next('yookassa-notification'),
    compose: ({ event, object }) => ({
      body: Buffer.from(JSON.stringify({ type: 'notification', event, object })),
      headers: {},
    }),
    isTaken: (status) => status === 200,
    journal,
    alarms,
  });
}
