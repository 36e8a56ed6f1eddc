import type { PeriodDays, Plan } from '../../domain/plans.ts';
import { viewProfile } from '../../usecases/access/view-profile.ts';
import { quotePlan } from '../../usecases/purchases/quote-plan.ts';
import type { PayMethod } from '../callback-data.ts';
import { renderMethods, renderPeriods, renderPlans } from '../screens/buy-screens.ts';
import { showScreen, type Visit } from '../visit.ts';

export function showPlans(visit: Visit): Promise<void> {
  return showScreen(visit, renderPlans(visit.t));
}

export function showPeriods(visit: Visit, plan: Plan): Promise<void> {
  return showScreen(visit, renderPeriods(visit.t, plan));
}

/** Fixes the price, then asks how to pay. */
export async function showMethods(
  visit: Visit,
  choice: { plan: Plan; periodDays: PeriodDays },
): Promise<void> {
  const { shop, customer, t } = visit;
  const quote = await quotePlan(shop, customer.customerId, choice);
  const { balanceKopecks } = await viewProfile(shop, customer.customerId);
  const methods: PayMethod[] = ['wallet'];
  if (visit.providers.has('cryptobot')) methods.push('cryptobot');
  await showScreen(visit, renderMethods(t, { quote, balanceKopecks, methods }));
}
