/** How often: `count` in `windowMs`, and up to `burst` at once by who was quiet before. */
export type RateLimit = { count: number; windowMs: number; burst: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * What is limited, for each person by itself. Source of the figures: product.md §7.3, §11.A.9.
 */
export const RATE_LIMITS = {
  // A patient reader taps once in two seconds; who comes back to a list and tries everything must not notice it.
  visit: { count: 30, windowMs: MINUTE_MS, burst: 60 },
  // That messages come too fast is said once a minute, and not once more for each of them.
  'visit-refusal': { count: 1, windowMs: MINUTE_MS, burst: 1 },
  'payment-init': each(5, MINUTE_MS),
  'top-up': each(5, MINUTE_MS),
  'trial-activate': each(1, HOUR_MS),
  'vpn-reissue': each(3, 5 * MINUTE_MS),
  'vpn-regenerate': each(2, 5 * MINUTE_MS),
  'promo-attempt': each(5, MINUTE_MS),
  'promo-attempt-daily': each(20, DAY_MS),
  'corporate-request': each(3, HOUR_MS),
  'withdrawal-request': each(3, HOUR_MS),
  'admin-action': each(10, MINUTE_MS),
} satisfies Record<string, RateLimit>;

export type LimitedAction = keyof typeof RATE_LIMITS;

function each(count: number, windowMs: number): RateLimit {
  return { count, windowMs, burst: count };
}

/** How long a bucket takes to win back one action. */
export function refillMs(limit: RateLimit): number {
  return limit.windowMs / limit.count;
}

/** How long an empty bucket takes to be full: it is never told to be full later than this. */
export function depthMs(limit: RateLimit): number {
  return refillMs(limit) * limit.burst;
}

/**
 * What becomes of one more action of somebody whose bucket is full at `fullAt` (null: it is full). Admitted, it moves
 * that moment on by one refill, from now when the bucket is full; refused, it changes nothing. A moment that no bucket can
 * have, written by a clock that was wrong, counts as that of an empty one.
 */
export function takeOne(
  limit: RateLimit,
  fullAt: Date | null,
  now: Date,
): { isAdmitted: boolean; fullAt: Date } {
  const emptyAt = now.getTime() + depthMs(limit);
  const from = Math.min(Math.max(fullAt?.getTime() ?? 0, now.getTime()), emptyAt);
  const next = from + refillMs(limit);
  const isAdmitted = next <= emptyAt;
  return { isAdmitted, fullAt: new Date(isAdmitted ? next : from) };
}

/** Whole seconds until one more action is admitted, at least one. */
export function secondsToWait(limit: RateLimit, fullAt: Date, now: Date): number {
  const waitMs = fullAt.getTime() + refillMs(limit) - depthMs(limit) - now.getTime();
  return Math.max(1, Math.ceil(waitMs / 1000));
}
