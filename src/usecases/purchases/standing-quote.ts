import { type Quote, quotePrice } from '../../domain/pricing.ts';
import type { Querier } from '../../store/postgres/database.ts';
import { findQuote } from '../../store/quotes.ts';

/** `quote-unknown`: not this customer's, or never made. `quote-stale`: too old, or the price has changed. */
export type QuoteRefusal =
  | { ok: false; refusal: 'quote-unknown' }
  | { ok: false; refusal: 'quote-stale'; quote: Quote };

/**
 * The quote that a tap on "pay" names, if it still stands: the customer's own, not expired, and equal to what
 * the calculator says now. The shown price is the charged price or nothing is charged.
 */
export async function findStandingQuote(
  db: Querier,
  claim: { quoteId: string; customerId: string; now: Date },
): Promise<{ ok: true; quote: Quote } | QuoteRefusal> {
  const quote = await findQuote(db, claim.quoteId);
  if (!quote || quote.customerId !== claim.customerId) return { ok: false, refusal: 'quote-unknown' };
  const price = quotePrice(quote.plan, quote.periodDays).priceKopecks;
  if (quote.expiresAt <= claim.now || price !== quote.priceKopecks) {
    return { ok: false, refusal: 'quote-stale', quote };
  }
  return { ok: true, quote };
}
