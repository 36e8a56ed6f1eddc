import { viewReferrals } from '../../usecases/referrals/view-referrals.ts';
import { renderReferrals } from '../screens/referral-screens.ts';
import { showScreen, type Visit } from '../visit.ts';

export async function showReferrals(visit: Visit): Promise<void> {
  const { shop, customer, t, botName } = visit;
  const referrals = await viewReferrals(shop, customer.customerId);
  const link = `https://t.me/${botName}?start=ref_${customer.telegramId}`;
  await showScreen(visit, renderReferrals(t, { referrals, link }));
}
