import { requestCorporate } from '../../usecases/corporate/request-corporate.ts';
import { viewDiscounts } from '../../usecases/purchases/quote-plan.ts';
import { renderCorporateSent, renderVip } from '../screens/offer-screens.ts';
import { showScreen, type Visit } from '../visit.ts';

export async function showVip(visit: Visit): Promise<void> {
  const { isVip } = await viewDiscounts(visit.shop, visit.customer.customerId);
  await showScreen(visit, renderVip(visit.t, { isVip }));
}

export async function sendCorporate(visit: Visit): Promise<void> {
  await requestCorporate(visit.shop, visit.tap, visit.customer.customerId);
  await showScreen(visit, renderCorporateSent(visit.t));
}
