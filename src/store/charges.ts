import { z } from 'zod';
import type { Kopecks } from '../domain/money.ts';
import type { Querier } from './postgres/database.ts';
import { money, statement } from './postgres/statement.ts';

export type Charge = {
  chargeId: string;
  provider: string;
  providerChargeId: string;
  customerId: string | null;
  invoiceId: string | null;
  amountKopecks: Kopecks;
  providerAmount: string;
  providerCurrency: string;
  disposition: 'buy' | 'wallet' | 'suspense';
  reason: string;
  chargedAt: Date;
  recordedAt: Date;
};

const insertChargeStatement = statement(
  'insert-charge',
  z.object({ chargeId: z.string() }),
  `insert into charges (charge_id, provider, provider_charge_id, customer_id, invoice_id, amount_kopecks,
     provider_amount, provider_currency, disposition, reason, charged_at, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (provider, provider_charge_id) do nothing returning charge_id as "chargeId"`,
);

/** Records a collection; false when the provider's charge is known. The last guard against paying twice. */
export async function insertCharge(tx: Querier, charge: Charge): Promise<boolean> {
  const rows = await tx.query(insertChargeStatement, [
    charge.chargeId,
    charge.provider,
    charge.providerChargeId,
    charge.customerId,
    charge.invoiceId,
    charge.amountKopecks,
    charge.providerAmount,
    charge.providerCurrency,
    charge.disposition,
    charge.reason,
    charge.chargedAt,
    charge.recordedAt,
  ]);
  return rows.length > 0;
}

const findChargeNoticeStatement = statement(
  'find-charge-notice',
  z.object({
    amountKopecks: money,
    disposition: z.enum(['buy', 'wallet', 'suspense']),
    balanceKopecks: money,
    endsAt: z.date().nullable(),
    grants: z.bigint(),
  }),
  `select ch.amount_kopecks as "amountKopecks", ch.disposition, w.balance_kopecks as "balanceKopecks",
     g.ends_at as "endsAt",
     (select count(*) from entitlement_grants o where o.customer_id = ch.customer_id) as grants
   from charges ch
   join wallets w on w.customer_id = ch.customer_id
   left join entitlement_grants g on g.invoice_id = ch.invoice_id and ch.disposition = 'buy'
   where ch.charge_id = $1`,
);

/** What a customer is to be told about a charge. */
export async function findChargeNotice(
  db: Querier,
  chargeId: string,
): Promise<{
  amountKopecks: Kopecks;
  disposition: 'buy' | 'wallet' | 'suspense';
  balanceKopecks: Kopecks;
  endsAt: Date | null;
  grants: bigint;
} | null> {
  return (await db.query(findChargeNoticeStatement, [chargeId]))[0] ?? null;
}
