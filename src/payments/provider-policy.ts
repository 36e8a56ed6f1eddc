import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { createBreaker } from '../lib/breaker.ts';
import { Fault, isFault } from '../lib/fault.ts';

/** How a provider is called: `work` fails with Fault `provider-unreachable` when no answer was had. */
export type ProviderPolicy = {
  /** One try: for what must not be sent twice. */
  once<T>(work: () => Promise<T>): Promise<T>;
  /** Up to three tries: for reads, and for what the provider itself tells apart by a key. */
  repeatable<T>(work: () => Promise<T>): Promise<T>;
};

/** Five calls in a row without an answer: the provider is down, stop waiting for it for a while. */
const BREAKER_FAILURES = 5;
const BREAKER_REST_MS = 15_000;
/** A customer waits for the answer: two more tries, after about 0.5 and 1 s, mend a lost connection and no more. */
const MAX_RETRIES = 2;
const FIRST_RETRY_MS = 500;

/**
 * The one layer of retries and the one circuit breaker in front of a provider. Only `provider-unreachable`
 * counts: a provider that refuses is alive.
 *
 * Throws: what `work` throws; Fault `provider-unreachable` (retryable) while the breaker is open.
 */
export function createProviderPolicy(providerLabel: string): ProviderPolicy {
  const isUnanswered = (error: unknown) => isFault(error, 'provider-unreachable');
  const breaker = createBreaker({ failures: BREAKER_FAILURES, restMs: BREAKER_REST_MS, isUnanswered });
  const retries = retry(handleWhen(isUnanswered), {
    maxAttempts: MAX_RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: FIRST_RETRY_MS }),
  });
  const explain = (error: unknown): never => {
    if (error instanceof Fault) throw error;
    throw providerUnreachable(providerLabel, 'not tried, it has not been answering', error);
  };
  return {
    once: (work) => breaker(work).catch(explain),
    repeatable: (work) => retries.execute(() => breaker(work)).catch(explain),
  };
}

/** No answer, or none that says what happened: the outcome is unknown. */
export function providerUnreachable(what: string, reason: string, cause?: unknown): Fault {
  return new Fault('provider-unreachable', `${what}: ${reason}`, { isRetryable: true, cause });
}

/** A clear no: asking again in the same words gets the same answer. */
export function providerRefused(what: string, reason: string): Fault {
  return new Fault('provider-refused', `${what}: ${reason}`, { isRetryable: false });
}
