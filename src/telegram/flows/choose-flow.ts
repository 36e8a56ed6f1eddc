import type { Quote } from '../../domain/money/pricing.ts';
import { type PeriodDays, type Plan, parsePeriodDays, parsePlan } from '../../domain/plans.ts';
import { viewProfile } from '../../usecases/access/view-profile.ts';
import { quotePlan, viewDiscounts } from '../../usecases/purchases/quote-plan.ts';
import { METHODS, type PayMethod } from '../buttons/customer-buttons.ts';
import { renderMethods, renderPeriods, renderPlans } from '../screens/buy-screens.ts';
import { showScreen, type Visit } from '../visit.ts';

/** `news`: what has just happened, above the plans. */
export async function showPlans(visit: Visit, news: string | null = null): Promise<void> {
  const discounts = await viewDiscounts(visit.shop, visit.customer.customerId);
  await showScreen(visit, renderPlans(visit.t, { discounts, news }));
}

export async function showPeriods(visit: Visit, plan: Plan): Promise<void> {
  const discounts = await viewDiscounts(visit.shop, visit.customer.customerId);
  await showScreen(visit, renderPeriods(visit.t, { plan, discounts }));
}

/** Fixes the price, then asks how to pay. */
export async function showMethods(
  visit: Visit,
  choice: { plan: Plan; periodDays: PeriodDays },
): Promise<void> {
  const { shop, customer, t } = visit;
  const { promo } = await viewDiscounts(shop, customer.customerId);
  const { quote, promoRefusal } = await quotePlan(shop, customer.customerId, choice);
  const { balanceKopecks } = await viewProfile(shop, customer.customerId);
  const code = promo?.promoId === quote.promoId ? promo?.code : undefined;
  const view = { quote, code: code ?? null, isPromoGone: promoRefusal !== null, balanceKopecks };
  const methods: PayMethod[] = ['wallet', ...providersOf(visit)];
  await showScreen(visit, renderMethods(t, { ...view, methods }));
}

/** The providers that are switched on, in the order in which they are offered. */
export function providersOf(visit: Visit): PayMethod[] {
  return METHODS.filter((method) => visit.providers.has(method));
}

/** Asks again at the price of now; a plan that is no longer sold leads to those that are. */
export async function refreshMethods(visit: Visit, quote: Quote): Promise<void> {
  const [plan, periodDays] = [parsePlan(quote.plan), parsePeriodDays(quote.periodDays)];
  await (plan && periodDays ? showMethods(visit, { plan, periodDays }) : showPlans(visit));
}
