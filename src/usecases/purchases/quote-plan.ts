import { type Discounts, QUOTE_LIFETIME_MS, type Quote, quotePrice } from '../../domain/money/pricing.ts';
import { type PromoRefusal, refusePromo } from '../../domain/money/promo.ts';
import type { PeriodDays, Plan } from '../../domain/plans.ts';
import { findStandingDiscounts } from '../../store/money/discounts.ts';
import {
  countOwnPromoUses,
  dropPromoSession,
  lockPromo,
  reservePromoPlace,
} from '../../store/money/promo-codes.ts';
import { findQuote, insertQuote } from '../../store/money/quotes.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** `promoRefusal`: the entered code cannot be used any more; the price is without it. */
export type QuotedPlan = { quote: Quote; promoRefusal: PromoRefusal | null };

/**
 * Fixes and stores the price of a plan for one customer, for as long as the question is on the screen. A promo
 * code in it holds a place of the code as long as the quote lives: a limited code is never promised to more
 * customers than it has uses.
 */
export async function quotePlan(
  shop: Shop,
  customerId: string,
  choice: { plan: Plan; periodDays: PeriodDays },
): Promise<QuotedPlan> {
  const standing = await findStandingDiscounts(shop.db, customerId, shop.clock.now());
  const discounts: Discounts = { ...standing, promo: standing.session };
  if (!standing.session) {
    const quote = draftQuote(shop, { customerId, ...choice }, discounts);
    await insertQuote(shop.db, quote);
    return { quote, promoRefusal: null };
  }
  return shop.db.transaction('quote-with-promo', (tx) =>
    quoteWithPromo(shop, tx, { customerId, choice, discounts }),
  );
}

async function quoteWithPromo(
  shop: Shop,
  tx: Transaction,
  request: { customerId: string; choice: { plan: Plan; periodDays: PeriodDays }; discounts: Discounts },
): Promise<QuotedPlan> {
  const { customerId, choice, discounts } = request;
  const promoId = discounts.promo?.promoId ?? '';
  await lockWallet(tx, customerId);
  const now = shop.clock.now();
  const promo = await lockPromo(tx, { promoId, customerId, now });
  const own = await countOwnPromoUses(tx, { promoId, customerId });
  const promoRefusal = promo ? refusePromo({ ...promo, ...own }, now) : 'ended';
  if (promoRefusal !== null) await dropPromoSession(tx, customerId);
  const quote = draftQuote(
    shop,
    { customerId, ...choice },
    promoRefusal === null ? discounts : { ...discounts, promo: null },
  );
  await insertQuote(tx, quote);
  if (promoRefusal === null) {
    const { quoteId, createdAt, expiresAt } = quote;
    const useId = shop.ids.rowId();
    await reservePromoPlace(tx, { useId, promoId, customerId, quoteId, reservedAt: createdAt, expiresAt });
  }
  return { quote, promoRefusal };
}

function draftQuote(
  shop: Shop,
  choice: { customerId: string; plan: Plan; periodDays: PeriodDays },
  discounts: Discounts,
): Quote {
  const createdAt = shop.clock.now();
  return {
    quoteId: shop.ids.rowId(),
    ...choice,
    ...quotePrice(choice.plan, choice.periodDays, discounts),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + QUOTE_LIFETIME_MS),
  };
}

/** What reduces a customer's prices now; `promo` is the code they have entered. */
export type CustomerDiscounts = Discounts & {
  promo: { promoId: string; code: string; percent: number } | null;
};

/** The discounts that shown prices are made with; a quote then fixes one of them. */
export async function viewDiscounts(shop: Shop, customerId: string): Promise<CustomerDiscounts> {
  const { session, ...standing } = await findStandingDiscounts(shop.db, customerId, shop.clock.now());
  return { ...standing, promo: session };
}

/** A customer's own quote, whatever its age; null for anyone else's. */
export async function viewQuote(
  shop: Shop,
  claim: { quoteId: string; customerId: string },
): Promise<Quote | null> {
  const quote = await findQuote(shop.db, claim.quoteId);
  return quote?.customerId === claim.customerId ? quote : null;
}
