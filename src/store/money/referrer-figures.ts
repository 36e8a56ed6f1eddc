import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { ReferrerOrder } from '../../domain/money/referrals.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, statement } from '../postgres/statement.ts';

const referrerRow = z.object({
  customerId: z.string(),
  telegramId: z.bigint(),
  firstName: z.string(),
  username: z.string().nullable(),
  invited: z.number(),
  payingReferrals: z.number(),
  revenueKopecks: money,
  cashbackKopecks: money,
});
/** Somebody who has brought others. Revenue: what those have paid, less what was given back. */
export type ReferrerFigures = z.infer<typeof referrerRow>;

const REFERRERS = `select r.customer_id as "customerId", c.telegram_id as "telegramId", c.first_name as "firstName",
  c.username, r.invited, r.paying_referrals as "payingReferrals", r.revenue_kopecks as "revenueKopecks",
  r.cashback_kopecks as "cashbackKopecks"
  from referrers r cross join lateral (
    select telegram_id, first_name, username from customers where customer_id = r.customer_id limit 1) c`;

const listBy = (order: ReferrerOrder, column: string) =>
  statement(
    `list-referrers-by-${order}`,
    referrerRow,
    `${REFERRERS} order by r.${column} desc, r.customer_id limit $1 offset $2`,
  );

const listStatements = {
  revenue: listBy('revenue', 'revenue_kopecks'),
  invited: listBy('invited', 'invited'),
  cashback: listBy('cashback', 'cashback_kopecks'),
};

type Part = { limit: number; offset: number };

/** The most first. */
export function listReferrers(db: Querier, order: ReferrerOrder, part: Part): Promise<ReferrerFigures[]> {
  return db.query(listStatements[order], [part.limit, part.offset]);
}

const findStatement = statement(
  'find-referrer-figures',
  referrerRow,
  `${REFERRERS} where r.customer_id = $1`,
);

/** Null: they have brought nobody. */
export async function findReferrer(db: Querier, customerId: string): Promise<ReferrerFigures | null> {
  return (await db.query(findStatement, [customerId]))[0] ?? null;
}

const totalsStatement = statement(
  'sum-referrers',
  z.object({
    referrers: z.bigint(),
    invited: z.bigint(),
    paying: z.bigint(),
    revenueKopecks: money,
    cashbackKopecks: money,
  }),
  `select count(*) as referrers, coalesce(sum(invited), 0)::bigint as invited,
     coalesce(sum(paying_referrals), 0)::bigint as paying,
     coalesce(sum(revenue_kopecks), 0)::bigint as "revenueKopecks",
     coalesce(sum(cashback_kopecks), 0)::bigint as "cashbackKopecks" from referrers`,
);

/** All referrers together. */
export async function sumReferrers(db: Querier): Promise<{
  referrers: number;
  invited: number;
  paying: number;
  revenueKopecks: Kopecks;
  cashbackKopecks: Kopecks;
}> {
  const [row] = await db.query(totalsStatement, []);
  if (!row) throw new Error('a sum had no row');
  const { referrers, invited, paying, ...sums } = row;
  return { ...sums, referrers: Number(referrers), invited: Number(invited), paying: Number(paying) };
}

const rewardRow = z.object({
  referrerTelegramId: z.bigint(),
  buyerTelegramId: z.bigint(),
  percent: z.number(),
  baseKopecks: money,
  amountKopecks: money,
  reversedKopecks: money,
  isPaid: z.boolean(),
  recordedAt: moment,
});
/** What one charge of a referral has earned. */
export type Reward = z.infer<typeof rewardRow>;

const REWARDS = `select
  (select telegram_id from customers where customer_id = c.referrer_id) as "referrerTelegramId",
  (select telegram_id from customers where customer_id = c.customer_id) as "buyerTelegramId",
  c.percent, c.base_kopecks as "baseKopecks", c.amount_kopecks as "amountKopecks",
  (select coalesce(sum(v.amount_kopecks), 0)::bigint from commission_reversals v
    where v.commission_id = c.commission_id) as "reversedKopecks",
  c.status = 'paid' as "isPaid", c.recorded_at as "recordedAt" from commissions c`;

const listRewardsStatement = statement(
  'list-rewards',
  rewardRow,
  `${REWARDS} order by c.recorded_at desc, c.commission_id limit $1 offset $2`,
);

/** The newest first. */
export function listRewards(db: Querier, part: Part): Promise<Reward[]> {
  return db.query(listRewardsStatement, [part.limit, part.offset]);
}

const listRewardsOfStatement = statement(
  'list-rewards-of-referrer',
  rewardRow,
  `${REWARDS} where c.referrer_id = $3 order by c.recorded_at desc limit $1 offset $2`,
);

/** One referrer's, the newest first. */
export function listRewardsOf(db: Querier, referrerId: string, part: Part): Promise<Reward[]> {
  return db.query(listRewardsOfStatement, [part.limit, part.offset, referrerId]);
}
