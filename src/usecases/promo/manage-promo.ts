import { parseNewPromoCode } from '../../domain/money/promo.ts';
import { randomCapitals } from '../../lib/random-capitals.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import {
  endPromoCode,
  insertPromoCode,
  listPromoCodes,
  type PromoCode,
  type PromoListing,
} from '../../store/money/promo-codes.ts';
import type { Shop } from '../shop.ts';

/** `code` null: six random capitals. `maxUses` null: no limit. */
export type NewPromo = {
  actor: string;
  code: string | null;
  percent: number;
  maxUses: number | null;
  expiresAt: Date | null;
};

export type CreatedPromo =
  | { ok: true; code: string }
  | { ok: false; refusal: 'bad-code' | 'bad-percent' | 'bad-uses' | 'bad-end' | 'code-taken' };

/**
 * Makes a promo code. A code of that name that can be used no more gives its name up.
 * Refuses, in this order: `bad-code`, `bad-percent`, `bad-uses`, `bad-end`, `code-taken`.
 */
export async function createPromo(shop: Shop, wish: NewPromo): Promise<CreatedPromo> {
  const code = parseNewPromoCode(wish.code ?? randomCapitals(6));
  if (code === null) return { ok: false, refusal: 'bad-code' };
  const { percent, maxUses, expiresAt, actor } = wish;
  const now = shop.clock.now();
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    return { ok: false, refusal: 'bad-percent' };
  if (maxUses !== null && (!Number.isInteger(maxUses) || maxUses < 1))
    return { ok: false, refusal: 'bad-uses' };
  if (expiresAt !== null && expiresAt <= now) return { ok: false, refusal: 'bad-end' };
  return shop.db.transaction('create-promo', async (tx) => {
    await endPromoCode(tx, { code, now, onlyIfSpent: true });
    const promoId = shop.ids.rowId();
    const promo = { promoId, code, discountPercent: percent, maxUses, expiresAt, actor, createdAt: now };
    if (!(await insertPromoCode(tx, promo))) return { ok: false, refusal: 'code-taken' };
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor,
      action: 'promo-created',
      customerId: null,
      details: { code, percent, maxUses, expiresAt: expiresAt?.toISOString() ?? null },
      recordedAt: now,
    });
    return { ok: true, code };
  });
}

/** Ends a code: nobody new may use it. Places that are held are honoured. False when there is no such code. */
export async function endPromo(shop: Shop, request: { actor: string; code: string }): Promise<boolean> {
  const code = request.code.trim().toUpperCase();
  const now = shop.clock.now();
  return shop.db.transaction('end-promo', async (tx) => {
    if (!(await endPromoCode(tx, { code, now, onlyIfSpent: false }))) return false;
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: request.actor,
      action: 'promo-ended',
      customerId: null,
      details: { code },
      recordedAt: now,
    });
    return true;
  });
}

/** The newest codes, with how often each was used, is held, and was honoured over its limit. */
export async function listPromos(shop: Shop): Promise<(PromoCode & PromoListing)[]> {
  return listPromoCodes(shop.db, 200);
}
