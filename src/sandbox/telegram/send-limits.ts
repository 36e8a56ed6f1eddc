import { tooManyRequests } from './refusal.ts';

/** How many messages a chat accepts at once, and how many per second it regains. */
export type ChatLimits = { burst: number; perSecond: number };

/**
 * Telegram's own figure is about 1 message a second per chat with short bursts, and elastic (payments.md §2.3).
 * Several times as generous: only a runaway loop should meet it by accident.
 */
export const DEFAULT_CHAT_LIMITS: ChatLimits = { burst: 60, perSecond: 5 };

export type SendLimits = {
  /** Counts one message. Throws: ApiRefusal 429 with the seconds to wait. */
  spend(chatId: number): void;
  configure(limits: ChatLimits): void;
};

/** Past so many chats the full buckets are forgotten. */
const MAX_BUCKETS = 10_000;

export function createSendLimits(nowMs: () => number, initial: ChatLimits): SendLimits {
  let limits = initial;
  const buckets = new Map<number, { tokens: number; atMs: number }>();
  return {
    spend(chatId) {
      const atMs = nowMs();
      const bucket = buckets.get(chatId) ?? { tokens: limits.burst, atMs };
      const regained = ((atMs - bucket.atMs) / 1000) * limits.perSecond;
      const tokens = Math.min(limits.burst, bucket.tokens + regained);
      if (tokens < 1) throw tooManyRequests(Math.max(1, Math.ceil((1 - tokens) / limits.perSecond)));
      if (buckets.size >= MAX_BUCKETS) buckets.clear();
      buckets.set(chatId, { tokens: tokens - 1, atMs });
    },
    configure(next) {
      limits = next;
      buckets.clear();
    },
  };
}
