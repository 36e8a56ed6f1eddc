import { type Discounts, type Quote, quotePrice } from '../../domain/money/pricing.ts';
import { parsePeriodDays, parsePlan } from '../../domain/plans.ts';
import { findJustRenewed } from '../../store/life-cycle/renewals.ts';
import { findStandingDiscounts } from '../../store/money/discounts.ts';
import { countOwnPromoUses } from '../../store/money/promo-codes.ts';
import { findQuote } from '../../store/money/quotes.ts';
import type { Querier } from '../../store/postgres/database.ts';

/**
 * `quote-unknown`: not this customer's, or never made. `quote-stale`: too old, or the price has changed.
 * `just-renewed`: what they were about to renew has renewed itself meanwhile.
 */
export type QuoteRefusal =
  | { ok: false; refusal: 'quote-unknown' }
  | { ok: false; refusal: 'quote-stale'; quote: Quote }
  | { ok: false; refusal: 'just-renewed'; endsAt: Date };

/** So long after it has renewed itself nothing is bought besides. Source: product.md §3.6. */
const JUST_RENEWED_MS = 5 * 60_000;

/**
 * The quote that a tap on "pay" names, if it still stands: the customer's own, not expired, its promo code's
 * place still held, and equal to what the calculator says now. The shown price is the charged price or nothing
 * is charged.
 */
export async function findStandingQuote(
  db: Querier,
  claim: { quoteId: string; customerId: string; now: Date },
): Promise<{ ok: true; quote: Quote } | QuoteRefusal> {
  const quote = await findQuote(db, claim.quoteId);
  if (!quote || quote.customerId !== claim.customerId) return { ok: false, refusal: 'quote-unknown' };
  const since = new Date(claim.now.getTime() - JUST_RENEWED_MS);
  const renewedUntil = await findJustRenewed(db, claim.customerId, since);
  if (renewedUntil !== null) return { ok: false, refusal: 'just-renewed', endsAt: renewedUntil };
  const isStanding = quote.expiresAt > claim.now && (await isPriceUnchanged(db, quote, claim.now));
  return isStanding ? { ok: true, quote } : { ok: false, refusal: 'quote-stale', quote };
}

async function isPriceUnchanged(db: Querier, quote: Quote, now: Date): Promise<boolean> {
  const [plan, periodDays] = [parsePlan(quote.plan), parsePeriodDays(quote.periodDays)];
  if (plan === null || periodDays === null) return false;
  const discounts = await findDiscountsOf(db, quote, now);
  return discounts !== null && quotePrice(plan, periodDays, discounts).priceKopecks === quote.priceKopecks;
}

/** A code in the quote counts while its place is held, even if it has been ended since. Null: no longer held. */
async function findDiscountsOf(db: Querier, quote: Quote, now: Date): Promise<Discounts | null> {
  const standing = await findStandingDiscounts(db, quote.customerId, now);
  if (quote.promoId === null) return { ...standing, promo: null };
  const { promoId, customerId, discountPercent } = quote;
  const { hasReservation } = await countOwnPromoUses(db, { promoId, customerId });
  return hasReservation ? { ...standing, promo: { promoId, percent: discountPercent } } : null;
}
