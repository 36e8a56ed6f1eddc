import type { Kopecks } from '../../domain/money/money.ts';
import { type Standing, standingOf } from '../../domain/money/referrals.ts';
import { findReferrals } from '../../store/money/referrals.ts';
import type { Shop } from '../shop.ts';

/** What a customer sees of whom they brought. `earnedKopecks`: paid, less what was taken back. */
export type Referrals = { standing: Standing; invited: number; earnedKopecks: Kopecks };

/** The level that is shown is the level that is paid: both come from one counter. */
export async function viewReferrals(shop: Shop, customerId: string): Promise<Referrals> {
  const { payingReferrals, invited, earnedKopecks } = await findReferrals(shop.db, customerId);
  return { standing: standingOf(payingReferrals), invited, earnedKopecks };
}
