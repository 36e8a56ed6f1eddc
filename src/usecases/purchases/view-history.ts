import type { Kopecks } from '../../domain/money/money.ts';
import { quotePrice } from '../../domain/money/pricing.ts';
import { type PeriodDays, type Plan, parsePeriodDays, parsePlan } from '../../domain/plans.ts';
import { type AccessTerm, findLastPurchase, listLatestTerms } from '../../store/money/purchases.ts';
import type { Shop } from '../shop.ts';
import { viewDiscounts } from './quote-plan.ts';

/** As many as fit on a screen. Source: product.md §2.2. */
const SHOWN_TERMS = 5;

/** A purchase that one tap repeats, at the price of now. */
export type RepeatOffer = { plan: Plan; periodDays: PeriodDays; priceKopecks: Kopecks };

/** Null: nothing was bought, or what was is sold no longer. */
export async function offerRepeat(shop: Shop, customerId: string): Promise<RepeatOffer | null> {
  const last = await findLastPurchase(shop.db, customerId);
  const [plan, periodDays] = [parsePlan(last?.plan), parsePeriodDays(last?.periodDays)];
  if (!plan || !periodDays) return null;
  const discounts = await viewDiscounts(shop, customerId);
  return { plan, periodDays, priceKopecks: quotePrice(plan, periodDays, discounts).priceKopecks };
}

/** What a customer was given last, the newest first. */
export async function viewHistory(shop: Shop, customerId: string): Promise<AccessTerm[]> {
  return listLatestTerms(shop.db, customerId, SHOWN_TERMS);
}
