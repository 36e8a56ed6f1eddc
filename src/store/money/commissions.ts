import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { money, noRow, statement } from '../postgres/statement.ts';

/** What a charge owes to the buyer's referrer. */
export type Commission = {
  commissionId: string;
  referrerId: string;
  amountKopecks: Kopecks;
  status: 'owed' | 'paid';
};

const findCommissionStatement = statement(
  'find-commission',
  z.object({
    commissionId: z.string(),
    referrerId: z.string(),
    amountKopecks: money,
    status: z.enum(['owed', 'paid']),
  }),
  `select commission_id as "commissionId", referrer_id as "referrerId", amount_kopecks as "amountKopecks", status
   from commissions where commission_id = $1`,
);

export async function getCommission(db: Querier, commissionId: string): Promise<Commission> {
  const [commission] = await db.query(findCommissionStatement, [commissionId]);
  if (!commission) throw new Error(`there is no commission ${commissionId}`);
  return commission;
}

const markPaidStatement = statement(
  'mark-commission-paid',
  z.object({ commissionId: z.string() }),
  `update commissions set status = 'paid', paid_at = $2 where commission_id = $1 and status = 'owed'
   returning commission_id as "commissionId"`,
);

/** False when it was paid before. */
export async function markCommissionPaid(tx: Querier, commissionId: string, at: Date): Promise<boolean> {
  return (await tx.query(markPaidStatement, [commissionId, at])).length > 0;
}

/** What a refund has to do with the commission on its charge. */
export type ReversalFacts = {
  commissionId: string;
  referrerId: string;
  status: 'owed' | 'paid';
  amountKopecks: Kopecks;
  chargeKopecks: Kopecks;
  reversedKopecks: Kopecks;
  /** Given back of the charge in all. */
  refundedKopecks: Kopecks;
  isReversed: boolean;
};

const findReversalFactsStatement = statement(
  'find-reversal-facts',
  z.object({
    commissionId: z.string(),
    referrerId: z.string(),
    status: z.enum(['owed', 'paid']),
    amountKopecks: money,
    chargeKopecks: money,
    reversedKopecks: money,
    refundedKopecks: money,
    isReversed: z.boolean(),
  }),
  `select c.commission_id as "commissionId", c.referrer_id as "referrerId", c.status,
     c.amount_kopecks as "amountKopecks", c.base_kopecks as "chargeKopecks",
     (select coalesce(sum(v.amount_kopecks), 0)::bigint from commission_reversals v
       where v.commission_id = c.commission_id) as "reversedKopecks",
     (select coalesce(sum(f.amount_kopecks), 0)::bigint from refunds f
       where f.charge_id = c.charge_id and f.status = 'done') as "refundedKopecks",
     exists (select from commission_reversals v
       where v.commission_id = c.commission_id and v.refund_id = $1) as "isReversed"
   from refunds r join commissions c on c.charge_id = r.charge_id where r.refund_id = $1`,
);

/** Null when the refund's charge owed no commission. */
export async function findReversalFacts(db: Querier, refundId: string): Promise<ReversalFacts | null> {
  return (await db.query(findReversalFactsStatement, [refundId]))[0] ?? null;
}

const sumRecentStatement = statement(
  'sum-recent-commissions',
  z.object({ recentKopecks: money }),
  `select (coalesce(sum(c.amount_kopecks), 0) - coalesce(sum((select sum(v.amount_kopecks)
       from commission_reversals v where v.commission_id = c.commission_id)), 0))::bigint as "recentKopecks"
   from commissions c where c.referrer_id = $1 and c.recorded_at > $2 and c.status = 'paid'`,
);

/** What a referrer was paid for charges after `since`, less what was taken back of it. */
export async function sumRecentCommissions(db: Querier, referrerId: string, since: Date): Promise<Kopecks> {
  const [row] = await db.query(sumRecentStatement, [referrerId, since]);
  if (!row) throw new Error('a sum had no row');
  return row.recentKopecks;
}

const insertReversalStatement = statement(
  'insert-commission-reversal',
  noRow,
  `insert into commission_reversals (reversal_id, commission_id, refund_id, referrer_id, amount_kopecks,
     wallet_kopecks, receivable_kopecks, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function insertCommissionReversal(
  tx: Querier,
  reversal: {
    reversalId: string;
    commissionId: string;
    refundId: string;
    referrerId: string;
    amountKopecks: Kopecks;
    walletKopecks: Kopecks;
    receivableKopecks: Kopecks;
    recordedAt: Date;
  },
): Promise<void> {
  await tx.query(insertReversalStatement, [
    reversal.reversalId,
    reversal.commissionId,
    reversal.refundId,
    reversal.referrerId,
    reversal.amountKopecks,
    reversal.walletKopecks,
    reversal.receivableKopecks,
    reversal.recordedAt,
  ]);
}

const uncountStatement = statement(
  'uncount-paying-referral',
  noRow,
  `with cleared as (
     update referrals r set paying_since = null
     where r.customer_id = $1 and r.paying_since is not null and not exists (
       select from charges ch
       where ch.customer_id = r.customer_id and ch.amount_kopecks > (
         select coalesce(sum(f.amount_kopecks), 0) from refunds f
         where f.charge_id = ch.charge_id and f.status = 'done'))
     returning r.referrer_id
   )
   update referrers p set paying_referrals = p.paying_referrals - 1
   from cleared where p.customer_id = cleared.referrer_id`,
);

/**
 * A customer none of whose real money is left counts no more as a paying referral. Lock the wallet first: the
 * order of locks is wallet, referrer.
 */
export async function uncountPayingReferral(tx: Querier, customerId: string): Promise<void> {
  await tx.query(uncountStatement, [customerId]);
}
