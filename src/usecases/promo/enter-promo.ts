import { QUOTE_LIFETIME_MS } from '../../domain/money/pricing.ts';
import { parsePromoCode, refusePromo } from '../../domain/money/promo.ts';
import {
  countOwnPromoUses,
  findPromoByCode,
  lockPromo,
  savePromoSession,
} from '../../store/money/promo-codes.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Shop } from '../shop.ts';

export type EnteredPromo =
  | { ok: true; code: string; percent: number; expiresAt: Date }
  | { ok: false; refusal: 'promo-invalid' };

const INVALID: EnteredPromo = { ok: false, refusal: 'promo-invalid' };

/**
 * Remembers a code for the prices that the customer is shown in the next minutes. Nothing is used or held yet:
 * a quote does that.
 * Refuses: `promo-invalid`, whatever is wrong with it, so that guessing teaches nothing.
 */
export async function enterPromo(
  shop: Shop,
  request: { customerId: string; text: string },
): Promise<EnteredPromo> {
  const { customerId } = request;
  const code = parsePromoCode(request.text);
  const found = code === null ? null : await findPromoByCode(shop.db, code);
  if (!found) return INVALID;
  const { promoId } = found;
  return shop.db.transaction('enter-promo', async (tx) => {
    await lockWallet(tx, customerId);
    const now = shop.clock.now();
    const promo = await lockPromo(tx, { promoId, customerId, now });
    const own = await countOwnPromoUses(tx, { promoId, customerId });
    if (!promo || refusePromo({ ...promo, ...own }, now) !== null) return INVALID;
    const expiresAt = new Date(now.getTime() + QUOTE_LIFETIME_MS);
    await savePromoSession(tx, { customerId, promoId, expiresAt });
    return { ok: true, code: promo.code, percent: promo.discountPercent, expiresAt };
  });
}
