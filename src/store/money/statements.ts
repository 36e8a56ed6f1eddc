import { z } from 'zod';
import { type Account, TRANSFER_KINDS } from '../../domain/money/ledger.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, statement } from '../postgres/statement.ts';

const account = z.string().transform((name) => name as Account);
const lineRow = z.object({
  transferId: z.string(),
  recordedAt: moment,
  kind: z.enum(TRANSFER_KINDS),
  debitAccount: account,
  creditAccount: account,
  amountKopecks: money,
  /** What made it necessary, in an operator's words. */
  cause: z.string(),
});

/** One line of a customer's ledger with its reason: where from, where to, why, by whom, what for. */
export type StatementLine = z.infer<typeof lineRow>;

/*
 * The reason is put together where its facts are: each kind of cause has other ones, and nobody but a person
 * reads them.
 */
const listLinesStatement = statement(
  'list-statement-lines',
  lineRow,
  `select t.transfer_id as "transferId", t.recorded_at as "recordedAt", t.kind, t.debit_account as "debitAccount",
     t.credit_account as "creditAccount", t.amount_kopecks as "amountKopecks", case
       when t.charge_id is not null then format('charge %s, %s %s, %s %s: %s%s', t.charge_id, ch.provider,
         ch.provider_charge_id, ch.provider_amount, ch.provider_currency, ch.reason,
         case when ch.is_foreign_payer then format(', paid by %s', ch.payer_telegram_id) end)
       when t.invoice_id is not null then format('invoice %s by %s: %s for %s days, until %s', t.invoice_id,
         i.method, q.plan, q.period_days, to_char(g.ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'))
       when t.refund_id is not null then format('%s %s of charge %s by %s: %s', r.kind, t.refund_id, r.charge_id,
         r.actor, r.reason)
       when t.commission_id is not null then format('commission %s: %s %% of charge %s of customer %s',
         t.commission_id, co.percent, co.charge_id, co.customer_id)
       when t.reversal_id is not null then format('reversal %s of commission %s after refund %s', t.reversal_id,
         v.commission_id, v.refund_id)
       when t.withdrawal_id is not null then format('withdrawal %s, %s%s', t.withdrawal_id, w.status, (
         select ' by ' || string_agg(a.admin, ', ' order by a.approved_at) from withdrawal_approvals a
         where a.withdrawal_id = w.withdrawal_id and w.status = 'approved') || coalesce(
         case when w.status = 'rejected' then format(' by %s: %s', w.decided_by, w.reason) end, ''))
       when t.adjustment_id is not null then format('adjustment %s by %s: %s%s', t.adjustment_id, ad.actor,
         ad.reason, case when ad.charge_id is not null then format(' (charge %s)', ad.charge_id) end)
       else format('collection %s of what was owed', t.collection_id) end as cause
   from transfers t
   left join charges ch on ch.charge_id = t.charge_id
   left join invoices i on i.invoice_id = t.invoice_id
   left join quotes q on q.quote_id = i.quote_id
   left join entitlement_grants g on g.invoice_id = t.invoice_id
   left join refunds r on r.refund_id = t.refund_id
   left join commissions co on co.commission_id = t.commission_id
   left join commission_reversals v on v.reversal_id = t.reversal_id
   left join withdrawals w on w.withdrawal_id = t.withdrawal_id
   left join adjustments ad on ad.adjustment_id = t.adjustment_id
   where t.customer_id = $1 and (t.recorded_at, t.transfer_id) > ($2, $3)
   order by t.recorded_at, t.transfer_id limit $4`,
);

/** A page of a customer's lines after the one named, oldest first. */
export async function listStatementLines(
  db: Querier,
  page: { customerId: string; afterAt: Date; afterId: string; limit: number },
): Promise<StatementLine[]> {
  return db.query(listLinesStatement, [page.customerId, page.afterAt, page.afterId, page.limit]);
}

const grantRow = z.object({
  grantedAt: moment,
  source: z.string(),
  plan: z.string(),
  startsAt: moment,
  endsAt: moment,
  because: z.string(),
});

/** A term that was given, and for what. */
export type GrantLine = z.infer<typeof grantRow>;

const listGrantsStatement = statement(
  'list-statement-grants',
  grantRow,
  `select granted_at as "grantedAt", source, plan, starts_at as "startsAt", ends_at as "endsAt",
     coalesce('invoice ' || invoice_id, 'free quote ' || quote_id,
       case source when 'trial' then 'a trial' else 'an operator' end) as because
   from entitlement_grants where customer_id = $1 order by granted_at, grant_id limit $2`,
);

export async function listStatementGrants(
  db: Querier,
  customerId: string,
  limit: number,
): Promise<GrantLine[]> {
  return db.query(listGrantsStatement, [customerId, limit]);
}

const ownerRow = z.object({ telegramId: z.bigint() });

const findOwnerByRowStatement = statement(
  'find-owner-by-row',
  ownerRow,
  `select c.telegram_id as "telegramId" from (
     select coalesce(ch.customer_id, a.customer_id) as customer_id
       from charges ch left join adjustments a using (charge_id) where ch.charge_id = $1
     union all select customer_id from invoices where invoice_id = $1
     union all select customer_id from refunds where refund_id = $1
     union all select customer_id from withdrawals where withdrawal_id = $1
     union all select customer_id from transfers where transfer_id = $1) owner
   join customers c using (customer_id) limit 1`,
);

/** Whose money a row is about: a charge, invoice, refund, withdrawal or line. */
export async function findOwnerByRow(db: Querier, rowId: string): Promise<bigint | null> {
  return (await db.query(findOwnerByRowStatement, [rowId]))[0]?.telegramId ?? null;
}

const findOwnerByChargeStatement = statement(
  'find-owner-by-provider-charge',
  ownerRow,
  `select c.telegram_id as "telegramId" from unnest($2::text[]) names (provider)
   join charges ch on ch.provider = names.provider and ch.provider_charge_id = $1
   left join adjustments a using (charge_id)
   join customers c on c.customer_id = coalesce(ch.customer_id, a.customer_id) limit 1`,
);

/** Whose money one of these providers knows by this name. */
export async function findOwnerByProviderCharge(
  db: Querier,
  providerChargeId: string,
  providers: string[],
): Promise<bigint | null> {
  return (await db.query(findOwnerByChargeStatement, [providerChargeId, providers]))[0]?.telegramId ?? null;
}
