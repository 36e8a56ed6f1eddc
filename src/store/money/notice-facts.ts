import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { money, statement } from '../postgres/statement.ts';

/** What notices are made of: one statement per thing a customer can be told about. */
const chargeRow = z.object({
  amountKopecks: money,
  disposition: z.enum(['buy', 'wallet', 'suspense']),
  reason: z.enum(['paid', 'paid-late', 'overpaid', 'topped-up', 'already-paid', 'underpaid']),
  priceKopecks: money,
  balanceKopecks: money,
  endsAt: z.date().nullable(),
  grants: z.bigint(),
});
export type ChargeNoticeFacts = z.infer<typeof chargeRow>;

const chargeStatement = statement(
  'find-charge-notice',
  chargeRow,
  `select ch.amount_kopecks as "amountKopecks", ch.disposition, ch.reason,
     coalesce(i.amount_kopecks, 0) as "priceKopecks", w.balance_kopecks as "balanceKopecks",
     g.ends_at as "endsAt",
     (select count(*) from entitlement_grants o where o.customer_id = ch.customer_id) as grants
   from charges ch
   join wallets w on w.customer_id = ch.customer_id
   left join invoices i on i.invoice_id = ch.invoice_id
   left join entitlement_grants g on g.invoice_id = ch.invoice_id and ch.disposition = 'buy'
   where ch.charge_id = $1`,
);

export async function findChargeNotice(db: Querier, chargeId: string): Promise<ChargeNoticeFacts | null> {
  return (await db.query(chargeStatement, [chargeId]))[0] ?? null;
}

const commissionRow = z.object({ amountKopecks: money, percent: z.number(), payingReferrals: z.number() });

const commissionStatement = statement(
  'find-commission-notice',
  commissionRow,
  `select c.amount_kopecks as "amountKopecks", c.percent, r.paying_referrals as "payingReferrals"
   from commissions c join referrers r on r.customer_id = c.referrer_id where c.commission_id = $1`,
);

export async function findCommissionNotice(
  db: Querier,
  commissionId: string,
): Promise<z.infer<typeof commissionRow> | null> {
  return (await db.query(commissionStatement, [commissionId]))[0] ?? null;
}

const withdrawalRow = z.object({
  amountKopecks: money,
  status: z.enum(['pending', 'approved', 'rejected']),
  reason: z.string().nullable(),
});

const withdrawalStatement = statement(
  'find-withdrawal-notice',
  withdrawalRow,
  `select amount_kopecks as "amountKopecks", status, reason from withdrawals where withdrawal_id = $1`,
);

export async function findWithdrawalNotice(
  db: Querier,
  withdrawalId: string,
): Promise<z.infer<typeof withdrawalRow> | null> {
  return (await db.query(withdrawalStatement, [withdrawalId]))[0] ?? null;
}

const refundRow = z.object({
  amountKopecks: money,
  walletKopecks: money,
  receivableKopecks: money,
  endsAt: z.date().nullable(),
});

const refundStatement = statement(
  'find-refund-notice',
  refundRow,
  `select r.amount_kopecks as "amountKopecks", r.wallet_kopecks as "walletKopecks",
     r.receivable_kopecks as "receivableKopecks", e.ends_at as "endsAt"
   from refunds r left join entitlement_reductions e on e.refund_id = r.refund_id where r.refund_id = $1`,
);

export async function findRefundNotice(
  db: Querier,
  refundId: string,
): Promise<z.infer<typeof refundRow> | null> {
  return (await db.query(refundStatement, [refundId]))[0] ?? null;
}

const grantRow = z.object({ plan: z.string(), endsAt: z.date() });

const grantStatement = statement(
  'find-grant-notice',
  grantRow,
  `select plan, ends_at as "endsAt" from entitlement_grants where grant_id = $1`,
);

export async function findGrantNotice(
  db: Querier,
  grantId: string,
): Promise<z.infer<typeof grantRow> | null> {
  return (await db.query(grantStatement, [grantId]))[0] ?? null;
}

const adjustmentRow = z.object({ amountKopecks: money, reason: z.string(), balanceKopecks: money });

const adjustmentStatement = statement(
  'find-adjustment-notice',
  adjustmentRow,
  `select a.amount_kopecks as "amountKopecks", a.reason, w.balance_kopecks as "balanceKopecks"
   from adjustments a join wallets w on w.customer_id = a.customer_id where a.adjustment_id = $1`,
);

export async function findAdjustmentNotice(
  db: Querier,
  adjustmentId: string,
): Promise<z.infer<typeof adjustmentRow> | null> {
  return (await db.query(adjustmentStatement, [adjustmentId]))[0] ?? null;
}
