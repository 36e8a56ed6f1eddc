import { insertAuditEntry } from '../../store/audit.ts';
import type { Querier } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** Who did what; `details` hold ids and redacted facts, never personal data or secrets. */
export type Act = {
  actor: string;
  action: string;
  customerId?: string;
  details?: Record<string, string | number | null>;
};

/** Writes an act down, in the transaction that does it. */
export async function recordAct(shop: Shop, tx: Querier, act: Act): Promise<void> {
  const { actor, action, customerId = null, details = {} } = act;
  const recordedAt = shop.clock.now();
  const entryId = shop.ids.rowId();
  await insertAuditEntry(tx, { entryId, actor, action, customerId, details, recordedAt });
}

/** Writes down that an operator has looked at something that not everybody may see. */
export async function recordView(shop: Shop, view: Act): Promise<void> {
  await recordAct(shop, shop.db, view);
}
