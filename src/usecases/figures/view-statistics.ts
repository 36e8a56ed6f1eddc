import { TRIAL_MS } from '../../domain/life-cycle.ts';
import { countCustomers, countLiveTrials, countSubscriptions } from '../../store/figures/customer-figures.ts';
import { countInvoices, sumOutsideMoney } from '../../store/figures/money-figures.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

export type Statistics = {
  customers: { all: number; today: number; week: number; month: number };
  subscriptions: { live: number; ended: number; trials: number };
  payments: number;
  invoices: { paid: number; unpaid: number };
};

const DAY_MS = 86_400_000;
/** Before everything. */
const EVER = new Date(0);

/** How many there are of everything; that it was looked at is audited. */
export async function viewStatistics(shop: Shop, actor: string): Promise<Statistics> {
  await recordView(shop, { actor, action: 'statistics-viewed' });
  const now = shop.clock.now();
  const today = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  const until = new Date(today.getTime() + DAY_MS);
  const newSince = (since: Date) => countCustomers(shop.db, { since, until });
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const { live, ended } = await countSubscriptions(shop.db, now);
  const { paid, unpaid } = await countInvoices(shop.db, { since: EVER, until });
  return {
    customers: {
      all: await newSince(EVER),
      today: await newSince(today),
      week: await newSince(daysAgo(7)),
      month: await newSince(daysAgo(30)),
    },
    subscriptions: {
      live,
      ended,
      trials: await countLiveTrials(shop.db, { now, since: new Date(now.getTime() - TRIAL_MS) }),
    },
    payments: (await sumOutsideMoney(shop.db, { since: EVER, until })).payments,
    invoices: { paid, unpaid },
  };
}
