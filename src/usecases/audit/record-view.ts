import { insertAuditEntry } from '../../store/audit.ts';
import type { Shop } from '../shop.ts';

/** Writes down that an operator has looked at something that not everybody may see. */
export async function recordView(
  shop: Shop,
  view: {
    actor: string;
    action: string;
    customerId?: string;
    details?: Record<string, string | number | null>;
  },
): Promise<void> {
  const { actor, action, customerId = null, details = {} } = view;
  const recordedAt = shop.clock.now();
  const entryId = shop.ids.rowId();
  await insertAuditEntry(shop.db, { entryId, actor, action, customerId, details, recordedAt });
}
