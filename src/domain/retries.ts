/**
 * How often an update may fail before it is parked, and the pauses between: together about 15 s, so that a
 * short outage is ridden out and a poison update frees its chat soon.
 */
const UPDATE_RETRY_DELAYS_MS = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * What becomes of an update whose handling failed for the `attempts`-th time (1 = first). `retryAfterMs`: the pause
 * that Telegram has asked for.
 */
export function decideUpdateRetry(
  attempts: number,
  retryAfterMs: number | null = null,
): { kind: 'retry'; delayMs: number } | { kind: 'park' } {
  const delayMs = UPDATE_RETRY_DELAYS_MS[attempts - 1];
  return delayMs === undefined
    ? { kind: 'park' }
    : { kind: 'retry', delayMs: Math.max(delayMs, retryAfterMs ?? 0) };
}

/**
 * After this many deaths of processes that were at it, an update is taken for their cause. More than a bad day
 * of restarts brings; few enough that a killer's loop ends within minutes.
 */
const MAX_DEATHS = 12;

/** Whether an update has to be put aside without another try. */
export function isDeadly(deaths: number): boolean {
  return deaths >= MAX_DEATHS;
}
