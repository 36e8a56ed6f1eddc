import { VIP_PERCENT } from '../../domain/money/pricing.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { deleteDiscount, saveDiscount } from '../../store/money/discounts.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** `percent` null ends it. A personal one is 1 to 99; VIP is always the same. */
export type DiscountChange = {
  actor: string;
  telegramId: bigint;
  kind: 'vip' | 'personal';
  percent: number | null;
  expiresAt: Date | null;
};

export type ChangedDiscount =
  | { ok: true }
  | { ok: false; refusal: 'customer-unknown' | 'bad-percent' | 'bad-end' };

/**
 * Gives or ends a standing discount; quotes made before no longer stand.
 * Refuses, in this order: `customer-unknown`, `bad-percent`, `bad-end`.
 */
export async function changeDiscount(shop: Shop, change: DiscountChange): Promise<ChangedDiscount> {
  const { actor, kind, expiresAt } = change;
  const percent = kind === 'vip' && change.percent !== null ? VIP_PERCENT : change.percent;
  return shop.db.transaction('change-discount', async (tx) => {
    const customer = await findCustomerByTelegramId(tx, change.telegramId);
    if (!customer) return { ok: false, refusal: 'customer-unknown' };
    const isPercent = percent === null || (Number.isInteger(percent) && percent >= 1 && percent <= 99);
    if (!isPercent) return { ok: false, refusal: 'bad-percent' };
    const now = shop.clock.now();
    if (expiresAt !== null && expiresAt <= now) return { ok: false, refusal: 'bad-end' };
    const { customerId } = customer;
    await lockWallet(tx, customerId);
    await writeDiscount(shop, tx, { actor, customerId, kind, percent, expiresAt, at: now });
    return { ok: true };
  });
}

/** Inside the caller's transaction, which has locked the wallet. `percent` null ends it. */
export async function writeDiscount(
  shop: Shop,
  tx: Transaction,
  change: {
    actor: string;
    customerId: string;
    kind: 'vip' | 'personal';
    percent: number | null;
    expiresAt: Date | null;
    at: Date;
  },
): Promise<void> {
  const { actor, customerId, kind, percent, expiresAt, at } = change;
  if (percent === null) await deleteDiscount(tx, customerId, kind);
  else await saveDiscount(tx, { customerId, kind, percent, expiresAt, grantedBy: actor, grantedAt: at });
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor,
    action: percent === null ? 'discount-ended' : 'discount-granted',
    customerId,
    details: { kind, percent, expiresAt: expiresAt?.toISOString() ?? null },
    recordedAt: at,
  });
}
