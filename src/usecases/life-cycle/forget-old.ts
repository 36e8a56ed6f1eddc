import { FORGETTABLE, type Forgettable, forget } from '../../store/life-cycle/retention.ts';
import type { Shop } from '../shop.ts';

const DAY_MS = 86_400_000;
/** How long each is kept after it was last of use. Money, audit and what belongs to a customer are not here. */
const KEEP_MS: Record<Forgettable, number> = {
  // An update that Telegram repeats later than this does not exist: it keeps them for a day.
  updates: 30 * DAY_MS,
  conversations: DAY_MS,
  // A bucket that is full says nothing; an hour more, so that processes with clocks a little apart agree.
  limits: DAY_MS / 24,
  // The same of a chat whose next turn is now.
  turns: DAY_MS / 24,
  // Longer than the longest period, so that no message about one end is said twice.
  notices: 400 * DAY_MS,
  // As long as the update whose tap it was.
  acts: 30 * DAY_MS,
};
/** Rows per statement: some milliseconds. */
const PAGE = 1_000;

/** Deletes what nobody needs any more; how much of each. */
export async function forgetOld(shop: Shop): Promise<Record<Forgettable, number>> {
  const counts = { updates: 0, conversations: 0, limits: 0, turns: 0, notices: 0, acts: 0 };
  for (const what of FORGETTABLE) {
    const before = new Date(shop.clock.now().getTime() - KEEP_MS[what]);
    for (;;) {
      const count = await forget(shop.db, what, { before, limit: PAGE });
      counts[what] += count;
      if (count < PAGE) break;
    }
  }
  return counts;
}
