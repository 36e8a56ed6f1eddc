import { BEFORE_ALL_IDS } from '../../lib/ids.ts';
import type { Logger } from '../../lib/logger.ts';
import { listLivingAfter, lockPlacements, releaseEnded } from '../../store/fleet/placements.ts';
import { addJob } from '../../store/jobs.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';
import { placeAccess } from './place-access.ts';

/** Entitlements per transaction: the lock is held for tens of milliseconds, and purchases pass in between. */
const PAGE = 500;
/** Who comes back within a fortnight finds the same servers. */
const KEEP_AFTER_END_MS = 14 * 86_400_000;

/**
 * Looks at every living entitlement and gives it the places it lacks: after a node was added, drained, disabled,
 * removed or lost, and now and then in case that was missed. Gives up the places of who ended long ago.
 */
export async function spreadPlacements(deps: { shop: Shop; logger: Logger }): Promise<void> {
  const { shop, logger } = deps;
  await releasePlaces(shop);
  let isOverfull = false;
  let after = BEFORE_ALL_IDS;
  for (;;) {
    const page = await listLivingAfter(shop.db, after, { now: shop.clock.now(), limit: PAGE });
    if (page.length > 0) isOverfull = (await placeAccess(shop, page)) || isOverfull;
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last;
  }
  if (isOverfull)
    logger.warn(
      { component: 'access', operation: 'spread-placements', outcome: 'degraded' },
      'every node is full: customers are placed past their capacity',
    );
}

/** Has every living entitlement looked at once what made that necessary is committed. */
export async function promiseSpread(shop: Shop, tx: Transaction): Promise<void> {
  await addJob(tx, 'spread-placements', { slot: shop.clock.now().toISOString() });
}

async function releasePlaces(shop: Shop): Promise<void> {
  for (;;) {
    const released = await shop.db.transaction('release-places', async (tx) => {
      await lockPlacements(tx);
      const endedBy = new Date(shop.clock.now().getTime() - KEEP_AFTER_END_MS);
      return releaseEnded(tx, endedBy, PAGE);
    });
    if (released === 0) return;
  }
}
