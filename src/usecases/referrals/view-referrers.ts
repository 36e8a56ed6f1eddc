import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import type { ReferrerOrder } from '../../domain/money/referrals.ts';
import { cutPage, type ListPage } from '../../lib/list-page.ts';
import {
  findReferrer,
  listReferrers,
  listRewards,
  listRewardsOf,
  type ReferrerFigures,
  type Reward,
  sumReferrers,
} from '../../store/money/referrer-figures.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** `averageKopecks`: cashback for each referrer. */
export type ReferralTotals = {
  referrers: number;
  invited: number;
  paying: number;
  revenueKopecks: Kopecks;
  cashbackKopecks: Kopecks;
  averageKopecks: Kopecks;
};

const ON_PAGE = 10;

/** The programme as a whole, and who brings the most. */
export async function viewReferralTotals(
  shop: Shop,
): Promise<{ totals: ReferralTotals; top: ReferrerFigures[] }> {
  const sums = await sumReferrers(shop.db);
  const averageKopecks = kopecks(sums.cashbackKopecks / BigInt(Math.max(1, sums.referrers)));
  const top = await listReferrers(shop.db, 'revenue', { limit: ON_PAGE, offset: 0 });
  return { totals: { ...sums, averageKopecks }, top };
}

/** `before`: how many come before this page. */
export async function viewReferrerPage(
  shop: Shop,
  asked: { order: ReferrerOrder; page: number },
): Promise<ListPage<ReferrerFigures> & { before: number }> {
  const { order, page } = asked;
  const before = page * ON_PAGE;
  const found = await listReferrers(shop.db, order, { limit: ON_PAGE + 1, offset: before });
  return { ...cutPage(found, page, ON_PAGE), before };
}

/** What was earned by everybody, the newest first. */
export async function viewRewardPage(shop: Shop, page: number): Promise<ListPage<Reward>> {
  const part = { limit: ON_PAGE + 1, offset: page * ON_PAGE };
  return cutPage(await listRewards(shop.db, part), page, ON_PAGE);
}

/** One referrer and what they have earned by whom; written down. Null: they have brought nobody. */
export async function viewReferrer(
  shop: Shop,
  asked: { actor: string; customerId: string; page: number },
): Promise<{ referrer: ReferrerFigures; rewards: ListPage<Reward> } | null> {
  const { actor, customerId, page } = asked;
  const referrer = await findReferrer(shop.db, customerId);
  if (!referrer) return null;
  const part = { limit: ON_PAGE + 1, offset: page * ON_PAGE };
  const rewards = cutPage(await listRewardsOf(shop.db, customerId, part), page, ON_PAGE);
  await recordView(shop, { actor, action: 'referrer-viewed', customerId });
  return { referrer, rewards };
}
