import { closeOverdueEntitlements } from '../../store/entitlements.ts';
import { addJobs } from '../../store/jobs.ts';
import { expireInvoices } from '../../store/money/invoices.ts';
import type { Shop } from '../shop.ts';

/** Rows per transaction: short locks, and the next page follows at once. */
const PAGE = 100;

/**
 * Ends entitlements whose time has come and tells the nodes (which enforce the date by themselves), and
 * expires invoices that nobody paid.
 */
export async function closeOverdue(shop: Shop): Promise<number> {
  await expireInvoices(shop.db, shop.clock.now(), PAGE);
  let closed = 0;
  for (;;) {
    const page = await shop.db.transaction('close-overdue', async (tx) => {
      const ids = await closeOverdueEntitlements(tx, shop.clock.now(), PAGE);
      const pushes = ids.map((entitlementId) => ({ entitlementId }));
      await addJobs(tx, 'push-access', pushes);
      return ids.length;
    });
    closed += page;
    if (page < PAGE) return closed;
  }
}
