import type { Alarms } from '../../state/alarms.ts';
import type { Counters } from '../../state/counters.ts';
import type { Journal } from '../../state/journal.ts';
import type { Terms } from './terms.ts';

/** A question to the bot whether a payment may go on. */
export type Checkout = {
  id: string;
  terms: Terms;
  /** How many updates are to tell of the payment. */
  times: number;
  expiresAtMs: number;
  /** Null while the bot may still answer. */
  ending: Ending | null;
};

export type Ending =
  | { kind: 'approved'; chargeId: string }
  | { kind: 'declined'; errorMessage: string }
  | { kind: 'unanswered' };

export type Checkouts = {
  ask(attempt: { terms: Terms; times: number }): Checkout;
  /** The question if it still waits for its answer. */
  findOpen(id: string): Checkout | undefined;
  end(checkout: Checkout, ending: Ending): void;
  /** Resolves when the question has its answer or its time is over. */
  whenEnded(checkout: Checkout): Promise<Ending>;
};

/** Source: payments.md §2.1: answerPreCheckoutQuery within 10 seconds. */
const ANSWER_WITHIN_MS = 10_000;
/** The oldest question is forgotten first; all but the last few have ended long ago. */
const MAX_KEPT = 5_000;

type Dependencies = { journal: Journal; counters: Counters; alarms: Alarms };

export function createCheckouts({ journal, counters, alarms }: Dependencies): Checkouts {
  const checkouts = new Map<string, Checkout>();
  const waiting = new Map<string, (ending: Ending) => void>();
  const save = (checkout: Checkout): void => journal.put('checkout', checkout.id, checkout);
  const end = (checkout: Checkout, ending: Ending): void => {
    if (checkout.ending) return;
    checkout.ending = ending;
    save(checkout);
    alarms.cancel(`checkout:${checkout.id}`);
    waiting.get(checkout.id)?.(ending);
    waiting.delete(checkout.id);
  };
  const watch = (checkout: Checkout): void =>
    alarms.set(`checkout:${checkout.id}`, checkout.expiresAtMs, () => end(checkout, { kind: 'unanswered' }));

  for (const { key, value } of journal.load<Checkout>('checkout')) {
    checkouts.set(key, value);
    if (!value.ending) watch(value);
  }
  return {
    ask({ terms, times }) {
      const checkout: Checkout = {
        id: String(counters.next('checkout')),
        terms,
        times,
        expiresAtMs: alarms.nowMs() + ANSWER_WITHIN_MS,
        ending: null,
      };
      checkouts.set(checkout.id, checkout);
      save(checkout);
      watch(checkout);
      for (const oldest of checkouts.keys()) {
        if (checkouts.size <= MAX_KEPT) break;
        checkouts.delete(oldest);
        journal.remove('checkout', oldest);
      }
      return checkout;
    },
    findOpen(id) {
      const checkout = checkouts.get(id);
      if (checkout && checkout.expiresAtMs <= alarms.nowMs()) end(checkout, { kind: 'unanswered' });
      return checkout?.ending === null ? checkout : undefined;
    },
    end,
    whenEnded(checkout) {
      if (checkout.ending) return Promise.resolve(checkout.ending);
      return new Promise((resolve) => waiting.set(checkout.id, resolve));
    },
  };
}
