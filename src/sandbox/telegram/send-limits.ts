import { tooManyRequests } from './refusal.ts';

/**
 * How many messages a chat accepts at once, and how many per second it regains. `allPerSecond`: how many all chats
 * together accept within any one second; without it as many as come.
 */
export type ChatLimits = { burst: number; perSecond: number; allPerSecond?: number | undefined };

/**
 * Telegram's own figure is about 1 message a second per chat with short bursts, and elastic (payments.md §2.3).
 * Several times as generous: only a runaway loop should meet it by accident.
 */
export const DEFAULT_CHAT_LIMITS: ChatLimits = { burst: 60, perSecond: 5 };

export type SendLimits = {
  /** Counts one message. Throws: ApiRefusal 429 with the seconds to wait. */
  spend(chatId: number): void;
  configure(limits: ChatLimits): void;
  /** The most messages that were accepted within any one second so far. */
  busiestSecond(): number;
};

/** Past so many chats the full buckets are forgotten. */
const MAX_BUCKETS = 10_000;
const SECOND_MS = 1_000;

export function createSendLimits(nowMs: () => number, initial: ChatLimits): SendLimits {
  let limits = initial;
  const spendChat = createChatBuckets(() => limits);
  const lastSecond: number[] = [];
  let busiest = 0;
  return {
    spend(chatId) {
      const atMs = nowMs();
      while (lastSecond[0] !== undefined && lastSecond[0] <= atMs - SECOND_MS) lastSecond.shift();
      if (limits.allPerSecond !== undefined && lastSecond.length >= limits.allPerSecond)
        throw tooManyRequests(1);
      spendChat(chatId, atMs);
      lastSecond.push(atMs);
      busiest = Math.max(busiest, lastSecond.length);
    },
    configure(next) {
      limits = next;
      spendChat.reset();
    },
    busiestSecond: () => busiest,
  };
}

type ChatBuckets = { (chatId: number, atMs: number): void; reset(): void };

function createChatBuckets(limitsNow: () => ChatLimits): ChatBuckets {
  const buckets = new Map<number, { tokens: number; atMs: number }>();
  const spend = (chatId: number, atMs: number) => {
    const { burst, perSecond } = limitsNow();
    const bucket = buckets.get(chatId) ?? { tokens: burst, atMs };
    const regained = ((atMs - bucket.atMs) / SECOND_MS) * perSecond;
    const tokens = Math.min(burst, bucket.tokens + regained);
    if (tokens < 1) throw tooManyRequests(Math.max(1, Math.ceil((1 - tokens) / perSecond)));
    if (buckets.size >= MAX_BUCKETS) buckets.clear();
    buckets.set(chatId, { tokens: tokens - 1, atMs });
  };
  return Object.assign(spend, { reset: () => buckets.clear() });
}
