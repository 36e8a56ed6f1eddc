import { type MonthSpan, monthsAround, perPayer, revenueOf } from '../../domain/money/figures.ts';
import type { Kopecks } from '../../domain/money/money.ts';
import { countCustomers, countNewSubscriptions } from '../../store/figures/customer-figures.ts';
import { countPayers, sumOutsideMoney } from '../../store/figures/money-figures.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

export type MonthFigures = {
  since: Date;
  revenueKopecks: Kopecks;
  payments: number;
  customers: number;
  subscriptions: number;
};

export type Analytics = {
  revenueKopecks: Kopecks;
  payers: number;
  arpuKopecks: Kopecks;
  ltvKopecks: Kopecks;
  previous: MonthFigures;
  current: MonthFigures;
};

/** What came in, in all and by month; that it was looked at is audited. */
export async function viewAnalytics(shop: Shop, actor: string): Promise<Analytics> {
  await recordView(shop, { actor, action: 'analytics-viewed' });
  const months = monthsAround(shop.clock.now());
  const ever = { since: new Date(0), until: months.current.until };
  const money = { ...(await sumOutsideMoney(shop.db, ever)), payers: await countPayers(shop.db, ever) };
  return {
    revenueKopecks: revenueOf(money),
    payers: money.payers,
    ...perPayer(money),
    previous: await readMonth(shop, months.previous),
    current: await readMonth(shop, months.current),
  };
}

async function readMonth(shop: Shop, span: MonthSpan): Promise<MonthFigures> {
  const money = await sumOutsideMoney(shop.db, span);
  return {
    since: span.since,
    revenueKopecks: revenueOf(money),
    payments: money.payments,
    customers: await countCustomers(shop.db, span),
    subscriptions: await countNewSubscriptions(shop.db, span),
  };
}
