import { type PromoState, parseNewPromoCode, promoState } from '../../domain/money/promo.ts';
import { cutPage, type ListPage } from '../../lib/list-page.ts';
import { randomCapitals } from '../../lib/random-capitals.ts';
import {
  endPromoById,
  endPromoCode,
  findPromoByCode,
  findPromoListing,
  insertPromoCode,
  listPromoCodes,
  type PromoListing,
} from '../../store/money/promo-codes.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** `promoId`: names the wish, so that it is granted once. `code` null: six random capitals. `maxUses` null: no limit. */
export type NewPromo = {
  actor: string;
  promoId?: string;
  code: string | null;
  percent: number;
  maxUses: number | null;
  expiresAt: Date | null;
};

export type CreatedPromo =
  | { ok: true; code: string }
  | { ok: false; refusal: 'bad-code' | 'bad-percent' | 'bad-uses' | 'bad-end' | 'code-taken' };

/**
 * Makes a promo code. A code of that name that can be used no more gives its name up. The same wish again changes
 * nothing.
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
  const promoId = wish.promoId ?? shop.ids.rowId();
  return shop.db.transaction('create-promo', async (tx) => {
    const made = await findPromoListing(tx, promoId);
    if (made) return { ok: true, code: made.code };
    await endPromoCode(tx, { code, now, onlyIfSpent: true });
    const promo = { promoId, code, discountPercent: percent, maxUses, expiresAt, actor, createdAt: now };
    if (!(await insertPromoCode(tx, promo))) return { ok: false, refusal: 'code-taken' };
    const details = { code, percent, maxUses, expiresAt: expiresAt?.toISOString() ?? null };
    await recordAct(shop, tx, { actor, action: 'promo-created', details });
    return { ok: true, code };
  });
}

/**
 * A name for a new code, as it will be stored.
 * Refuses, in this order: `bad-code`, `code-taken`. Whether it is still free is asked again when the code is made.
 */
export async function checkPromoName(
  shop: Shop,
  typed: string,
): Promise<{ ok: true; code: string } | { ok: false; refusal: 'bad-code' | 'code-taken' }> {
  const code = parseNewPromoCode(typed);
  if (code === null) return { ok: false, refusal: 'bad-code' };
  const holder = await findPromoByCode(shop.db, code);
  const isTaken = holder !== null && promoState(holder, shop.clock.now()) === 'active';
  return isTaken ? { ok: false, refusal: 'code-taken' } : { ok: true, code };
}

/**
 * Ends a code, by its name or this very one: nobody new may use it. Places that are held are honoured. False when
 * there is no such code, or it has ended.
 */
export async function endPromo(
  shop: Shop,
  request: { actor: string } & ({ code: string } | { promoId: string }),
): Promise<boolean> {
  const { actor } = request;
  const now = shop.clock.now();
  return shop.db.transaction('end-promo', async (tx) => {
    const code =
      'promoId' in request
        ? await endPromoById(tx, { promoId: request.promoId, now })
        : await endByName(tx, request.code, now);
    if (code === null) return false;
    await recordAct(shop, tx, { actor, action: 'promo-ended', details: { code } });
    return true;
  });
}

async function endByName(tx: Transaction, typed: string, now: Date): Promise<string | null> {
  const code = typed.trim().toUpperCase();
  return (await endPromoCode(tx, { code, now, onlyIfSpent: false })) ? code : null;
}

/** The newest codes, with how often each was used, is held, and was honoured over its limit. */
export async function listPromos(shop: Shop): Promise<PromoListing[]> {
  return listPromoCodes(shop.db, { limit: 200, offset: 0 });
}

/** A code and how it stands now. */
export type PromoView = PromoListing & { state: PromoState };

const ON_PAGE = 8;

/** The newest first. */
export async function viewPromoPage(shop: Shop, page: number): Promise<ListPage<PromoView>> {
  const found = await listPromoCodes(shop.db, { limit: ON_PAGE + 1, offset: page * ON_PAGE });
  const now = shop.clock.now();
  return cutPage(
    found.map((promo) => ({ ...promo, state: promoState(promo, now) })),
    page,
    ON_PAGE,
  );
}

/** Null: there is none of this id. */
export async function viewPromo(shop: Shop, promoId: string): Promise<PromoView | null> {
  const promo = await findPromoListing(shop.db, promoId);
  return promo && { ...promo, state: promoState(promo, shop.clock.now()) };
}
