import type { Journal } from './journal.ts';

export type CounterName =
  | 'message'
  | 'update'
  | 'callback'
  | 'checkout'
  | 'customer'
  | 'file'
  | 'invoice'
  | 'provider-update'
  | 'yookassa-object'
  | 'yookassa-notification';

/** Ids that only grow, also across restarts. */
export type Counters = { next(name: CounterName): number };

/**
 * `startMs` seeds the ids that a server remembers for ever (updates, callbacks, checkouts, invoices): a sandbox whose
 * state was wiped must not hand out ids that an older database has already seen. Seconds keep update ids below
 * 2^31 until 2038, as Telegram does.
 */
export function createCounters(journal: Journal, startMs: number): Counters {
  const seconds = Math.floor(startMs / 1000);
  const current: Record<CounterName, number> = {
    message: 0,
    update: seconds,
    callback: seconds * 100_000,
    checkout: seconds * 100_000,
    customer: 7_000_000_000,
    file: seconds * 1_000,
    invoice: seconds,
    'provider-update': 0,
    'yookassa-object': 0,
    'yookassa-notification': 0,
  };
  for (const { key, value } of journal.load<number>('counter')) current[key as CounterName] = value;
  return {
    next(name) {
      current[name] += 1;
      journal.put('counter', name, current[name]);
      return current[name];
    },
  };
}
