import { parseUpdateEnvelope } from '../lib/bot-api/parse-update.ts';
import { failpoint } from '../lib/failpoint.ts';
import type { Clock } from '../ports/clock.ts';
import type { AnswerCheckout } from './answer-checkout.ts';
import type { Apology } from './apologize.ts';

/** Stores events durably, then wakes whoever works them. */
export type ReceiveUpdates = (
  updates: { value: unknown; body: string }[],
) => Promise<'stored' | 'not-an-update'>;

type NewUpdate = { updateId: bigint; chatKey: bigint; body: string };

/**
 * The door of the inbox, for webhook and polling alike: resolves after the commit, and only then may Telegram
 * be told. A question before a payment is answered here and goes no further. Throws: Fault `storage-down`: nothing is certain, Telegram must send again.
 */
export function createReceiver(deps: {
  clock: Clock;
  store: (updates: NewUpdate[], now: Date) => Promise<void>;
  wake: (chatKeys: bigint[]) => void;
  answerCheckout: AnswerCheckout;
  apology: Apology;
}): ReceiveUpdates {
  return async (updates) => {
    const parsed: NewUpdate[] = [];
    for (const { value, body } of updates) {
      if (await deps.answerCheckout(value)) continue;
      const envelope = parseUpdateEnvelope(value);
      if (!envelope) return 'not-an-update';
      parsed.push({ ...envelope, body });
    }
    if (parsed.length === 0) return 'stored';
    failpoint('intake:before-commit');
    await deps.store(parsed, deps.clock.now()).catch((error: unknown) => {
      for (const { value } of updates) deps.apology.explain(value);
      throw error;
    });
    deps.apology.reset();
    failpoint('intake:after-commit');
    deps.wake(parsed.map((update) => update.chatKey));
    return 'stored';
  };
}
