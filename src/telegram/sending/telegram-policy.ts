import { isBrokenCircuitError } from 'cockatiel';
import { classifyBotApiError } from '../../lib/bot-api/classify-error.ts';
import { type Breaker, createBreaker } from '../../lib/breaker.ts';

/** How a message that nobody waits for is sent: not at all while Telegram does not answer. */
export type TelegramPolicy = Breaker;

/** So many sends in a row without an answer. Source: product.md §7.4. */
const BREAKER_FAILURES = 10;
/** Then one is tried after this; a message that is not sent is not lost, it waits. */
const BREAKER_REST_MS = 5_000;

/**
 * The one circuit breaker in front of Telegram, for notices and broadcasts. Each send that is not answered leaves an
 * outcome that nobody will ever know, so that a silent Telegram must not be asked hundreds of times. Answers to taps do
 * not pass here: somebody waits for them, and they may be repeated.
 * Throws: what `work` throws; an error for which `isResting` holds while the breaker is open: nothing was sent then.
 */
export function createTelegramPolicy(): TelegramPolicy {
  return createBreaker({
    failures: BREAKER_FAILURES,
    restMs: BREAKER_REST_MS,
    isUnanswered(error) {
      const kind = classifyBotApiError(error)?.kind;
      return kind === 'unknown-outcome' || kind === 'unreached';
    },
  });
}

/** Nothing was sent, because the breaker is open. */
export function isResting(error: unknown): boolean {
  return isBrokenCircuitError(error);
}
