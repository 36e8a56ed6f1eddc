import { periodAt } from '../../domain/traffic.ts';
import { lockDueResets, resetEntitlementTraffic } from '../../store/traffic/entitlement-traffic.ts';
import type { Shop } from '../shop.ts';
import { applyLimits } from './apply-limits.ts';

/** Rows per transaction: short locks, and the next page follows at once. */
const PAGE = 100;

/**
 * Begins the present period of every entitlement whose last one is over: one reset, however many months were
 * missed. Who was suspended is served again. Returns how many were reset.
 */
export async function resetTraffic(shop: Shop): Promise<number> {
  let reset = 0;
  for (;;) {
    const page = await shop.db.transaction('reset-traffic', async (tx) => {
      const now = shop.clock.now();
      const due = await lockDueResets(tx, now, PAGE);
      for (const { entitlementId, anchoredAt } of due) {
        await resetEntitlementTraffic(tx, { entitlementId, ...periodAt(anchoredAt, now) });
      }
      const ids = due.map(({ entitlementId }) => entitlementId);
      await applyLimits(tx, ids, now);
      return due.length;
    });
    reset += page;
    if (page < PAGE) return reset;
  }
}
