/** Where the present end of an entitlement comes from. `gift`: of an operator, with the length of what was given. */
export type Period = {
  origin: { kind: 'paid' } | { kind: 'trial'; startsAt: Date } | { kind: 'gift'; durationMs: number };
  endsAt: Date;
  /** When this end was decided: what would have had to be said before that is not said at all. */
  decidedAt: Date;
};

export const LIFE_MESSAGES = [
  'ends-in-3-days',
  'ends-in-24-hours',
  'ends-in-6-hours',
  'ends-in-3-hours',
  'ended',
  'trial-first-hours',
  'trial-third-day',
  'trial-last-hours',
  'trial-ended',
] as const;
/** What is said to a customer as an entitlement goes through its life. Each at most once for one end. */
export type LifeMessage = (typeof LIFE_MESSAGES)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** That it has ended is news for this long. */
const ENDED_NEWS_MS = 3 * DAY_MS;
/** Gifts from this length on are reminded of like what was paid. Source: decisions.md §7. */
const LONG_GIFT_MS = 3 * DAY_MS;
const SHORT_GIFT_MS = 6 * HOUR_MS;

/** A message and the moment from which it is right. */
type Moment = { message: LifeMessage; dueAt: Date };

/**
 * Everything that is to be said about one end, in order of time. Each is right from its moment until the next one's,
 * the last before the end until the end. Source: product.md §5.1, §5.2, decisions.md §7.
 */
export function momentsOf({ origin, endsAt }: Pick<Period, 'origin' | 'endsAt'>): Moment[] {
  const beforeEnd = (message: LifeMessage, ms: number) => ({
    message,
    dueAt: new Date(endsAt.getTime() - ms),
  });
  if (origin.kind === 'trial') {
    const afterStart = (message: LifeMessage, ms: number) => ({
      message,
      dueAt: new Date(origin.startsAt.getTime() + ms),
    });
    return [
      afterStart('trial-first-hours', 6 * HOUR_MS),
      afterStart('trial-third-day', 48 * HOUR_MS),
      beforeEnd('trial-last-hours', 6 * HOUR_MS),
      beforeEnd('trial-ended', 0),
    ];
  }
  const ended = beforeEnd('ended', 0);
  if (origin.kind === 'gift' && origin.durationMs <= SHORT_GIFT_MS) return [ended];
  if (origin.kind === 'gift' && origin.durationMs < LONG_GIFT_MS)
    return [beforeEnd('ends-in-6-hours', SHORT_GIFT_MS), ended];
  return [
    beforeEnd('ends-in-3-days', 3 * DAY_MS),
    beforeEnd('ends-in-24-hours', DAY_MS),
    beforeEnd('ends-in-3-hours', 3 * HOUR_MS),
    ended,
  ];
}

export type LifeDecision = {
  /** To be said now. */
  message: LifeMessage | null;
  /** Were due meanwhile and are not right any more. */
  skipped: LifeMessage[];
  /** When to look again; null: nothing more to say about this end. */
  nextAt: Date | null;
};

/**
 * What to say about an end now. Of several that have become due only the latest is right; the others are skipped.
 * Repeating it for the same moment gives the same answer: that each is said once is for whoever says it.
 */
export function decideLifeMessage(period: Period, now: Date): LifeDecision {
  const moments = momentsOf(period).filter(({ dueAt }) => dueAt > period.decidedAt || dueAt >= period.endsAt);
  const due = moments.filter(({ dueAt }) => dueAt <= now);
  const next = moments.find(({ dueAt }) => dueAt > now);
  const latest = due.at(-1);
  const isNews = latest !== undefined && now.getTime() < period.endsAt.getTime() + ENDED_NEWS_MS;
  return {
    message: isNews ? latest.message : null,
    skipped: due.slice(0, isNews ? -1 : undefined).map(({ message }) => message),
    nextAt: next?.dueAt ?? null,
  };
}

/** Pauses between tries to have a node honour what was paid. Source: product.md §5.4: 1 to 30 minutes. */
const FIRST_ACTIVATION_PAUSE_MS = 60_000;
const MAX_ACTIVATION_PAUSE_MS = 30 * 60_000;

/** `attempts` ≥ 1: how often it was tried. */
export function nextActivationAt(attempts: number, now: Date): Date {
  const pauseMs = Math.min(FIRST_ACTIVATION_PAUSE_MS * 2 ** (attempts - 1), MAX_ACTIVATION_PAUSE_MS);
  return new Date(now.getTime() + pauseMs);
}

/** Source: product.md §1.2. */
export const TRIAL_MS = 3 * DAY_MS;
export const TRIAL_PLAN = 'basic';

export type TrialFacts = { trialUsedAt: Date | null; isEntitled: boolean; hasBought: boolean };

/** Once per Telegram account, for who has never bought and has nothing now. */
export function mayTry({ trialUsedAt, isEntitled, hasBought }: TrialFacts): boolean {
  return trialUsedAt === null && !isEntitled && !hasBought;
}
