import { type Kopecks, kopecks } from './money.ts';
import { listPriceOf, type PeriodDays, type Plan } from './plans.ts';

/** The price fixed for one customer and moment. Immutable once stored; a charge is measured against it. */
export type Quote = {
  quoteId: string;
  customerId: string;
  plan: Plan;
  periodDays: PeriodDays;
  listPriceKopecks: Kopecks;
  discountKopecks: Kopecks;
  priceKopecks: Kopecks;
  createdAt: Date;
  expiresAt: Date;
};

/** How long a shown price waits in the conversation. Source: decisions.md §5 (promo session, 300 s). */
export const QUOTE_LIFETIME_MS = 300_000;

/** The one calculator of prices: shown, charged and renewed with the same result. */
export function quotePrice(
  plan: Plan,
  periodDays: PeriodDays,
): Pick<Quote, 'plan' | 'periodDays' | 'listPriceKopecks' | 'discountKopecks' | 'priceKopecks'> {
  const listPriceKopecks = listPriceOf(plan, periodDays);
  const discountKopecks = kopecks(0n);
  return {
    plan,
    periodDays,
    listPriceKopecks,
    discountKopecks,
    priceKopecks: kopecks(listPriceKopecks - discountKopecks),
  };
}
