import type { PeriodDays, Plan } from '../../domain/plans.ts';
import { QUOTE_LIFETIME_MS, type Quote, quotePrice } from '../../domain/pricing.ts';
import { findQuote, insertQuote } from '../../store/quotes.ts';
import type { Shop } from '../shop.ts';

/** Fixes and stores the price of a plan for one customer, for as long as the question is on the screen. */
export async function quotePlan(
  shop: Shop,
  customerId: string,
  choice: { plan: Plan; periodDays: PeriodDays },
): Promise<Quote> {
  const createdAt = shop.clock.now();
  const quote = {
    quoteId: shop.ids.rowId(),
    customerId,
    ...quotePrice(choice.plan, choice.periodDays),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + QUOTE_LIFETIME_MS),
  };
  await insertQuote(shop.db, quote);
  return quote;
}

/** A customer's own quote, whatever its age; null for anyone else's. */
export async function viewQuote(
  shop: Shop,
  claim: { quoteId: string; customerId: string },
): Promise<Quote | null> {
  const quote = await findQuote(shop.db, claim.quoteId);
  return quote?.customerId === claim.customerId ? quote : null;
}
