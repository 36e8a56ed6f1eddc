import { insertAuditEntry } from '../../store/audit.ts';
import type { Shop } from '../shop.ts';

/** What operators look at, where that they looked is written down. */
export type Viewed =
  | 'dashboard-viewed'
  | 'system-viewed'
  | 'statistics-viewed'
  | 'analytics-viewed'
  | 'metrics-viewed';

export async function recordView(shop: Shop, view: { actor: string; action: Viewed }): Promise<void> {
  await insertAuditEntry(shop.db, {
    entryId: shop.ids.rowId(),
    ...view,
    customerId: null,
    details: {},
    recordedAt: shop.clock.now(),
  });
}
