import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';

/** Runs `work`, unless what it asks has not been answering. Throws: what `work` throws; BrokenCircuitError at once. */
export type Breaker = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * The circuit breaker in front of one domain outside. It opens after `failures` calls in a row without an answer; one
 * call in `restMs` then finds out whether somebody is back. Whoever refuses is alive: only errors for which
 * `isUnanswered` holds count, and any other ends the row as a success does.
 */
export function createBreaker(settings: {
  failures: number;
  restMs: number;
  isUnanswered: (error: unknown) => boolean;
}): Breaker {
  const policy = circuitBreaker(handleAll, {
    halfOpenAfter: settings.restMs,
    breaker: new ConsecutiveBreaker(settings.failures),
  });
  const keepRefusal = (error: unknown): { refusal: unknown } => {
    if (settings.isUnanswered(error)) throw error;
    return { refusal: error };
  };
  return async (work) => {
    const answer = await policy.execute(() => work().then((value) => ({ value }), keepRefusal));
    if ('refusal' in answer) throw answer.refusal;
    return answer.value;
  };
}
