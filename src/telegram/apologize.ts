import type { Api } from 'grammy';
import { z } from 'zod';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import type { Clock } from '../ports/clock.ts';

/** A polite word to those who write while nothing can be stored. What they want is done later: Telegram keeps it. */
export type Apology = {
  /** An update could not be stored. Says so to its sender once per outage, when it lasts; never fails. */
  explain(update: unknown): void;
  /** Something was stored: the outage is over. */
  reset(): void;
};

/** A blip is over before anybody would have read about it. */
const LASTS_AFTER_MS = 2_000;
/** Sends that make no difference any more to how busy we are; in a long outage of a big shop the others just wait. */
const MAX_TOLD = 1_000;

const writer = z.object({ id: z.number().int().positive(), language_code: z.string().optional() });
const privateUpdate = z.union([
  z.object({ message: z.object({ chat: z.object({ type: z.literal('private') }), from: writer }) }),
  z.object({ callback_query: z.object({ from: writer }) }),
]);

export function createApology(api: Api, clock: Clock): Apology {
  const told = new Set<number>();
  let since: Date | null = null;
  return {
    explain(update) {
      const now = clock.now();
      since ??= now;
      const from = readSender(update);
      if (from === null || told.has(from.id) || told.size >= MAX_TOLD) return;
      if (now.getTime() - since.getTime() < LASTS_AFTER_MS) return;
      told.add(from.id);
      const text = translatorFor(pickLocale(null, from.language_code)).text('outage-apology');
      // Whoever cannot be told now is answered when their update is worked.
      api.sendMessage(from.id, text).catch(() => undefined);
    },
    reset() {
      since = null;
      told.clear();
    },
  };
}

function readSender(update: unknown): z.infer<typeof writer> | null {
  const read = privateUpdate.safeParse(update).data;
  if (!read) return null;
  return 'message' in read ? read.message.from : read.callback_query.from;
}
