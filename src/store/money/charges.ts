import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { money, noRow, statement } from '../postgres/statement.ts';
import { listedRow, type OwnRecord, ownRecordRow } from './refunds.ts';

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
  payerTelegramId: bigint | null;
  /** Somebody else than the invoice's customer paid. */
  isForeignPayer: boolean;
  chargedAt: Date;
  recordedAt: Date;
};

const insertSuspendedStatement = statement(
  'insert-suspended-charge',
  z.object({ chargeId: z.string() }),
  `insert into charges (charge_id, provider, provider_charge_id, customer_id, invoice_id, amount_kopecks,
     provider_amount, provider_currency, disposition, reason, payer_telegram_id, charged_at, recorded_at)
   values ($1, $2, $3, null, $4, $5, $6, $7, 'suspense', $8, $9, $10, $11)
   on conflict (provider, provider_charge_id) do nothing returning charge_id as "chargeId"`,
);

/** Records a charge that is nobody's yet; false when the provider's charge is known. */
export async function insertSuspendedCharge(tx: Querier, charge: Charge): Promise<boolean> {
  const rows = await tx.query(insertSuspendedStatement, [
    charge.chargeId,
    charge.provider,
    charge.providerChargeId,
    charge.invoiceId,
    charge.amountKopecks,
    charge.providerAmount,
    charge.providerCurrency,
    charge.reason,
    charge.payerTelegramId,
    charge.chargedAt,
    charge.recordedAt,
  ]);
  return rows.length > 0;
}

/** A charge, whose it is now, and what of it was given back or is being asked for. */
export type RefundableCharge = {
  chargeId: string;
  provider: string;
  providerChargeId: string;
  /** Who has its money: the invoice's customer, or whom an operator gave it to. Null: it is in suspense. */
  customerId: string | null;
  amountKopecks: Kopecks;
  providerAmount: string;
  providerCurrency: string;
  payerTelegramId: bigint | null;
  doneKopecks: Kopecks;
  requestedKopecks: Kopecks;
  /** How many refunds were not declined. */
  refunds: bigint;
  /** What it bought; null when it bought nothing. */
  priceKopecks: Kopecks | null;
  durationMs: bigint | null;
};

const findRefundableStatement = statement(
  'find-refundable-charge',
  z.object({
    chargeId: z.string(),
    provider: z.string(),
    providerChargeId: z.string(),
    customerId: z.string().nullable(),
    amountKopecks: money,
    providerAmount: z.string(),
    providerCurrency: z.string(),
    payerTelegramId: z.bigint().nullable(),
    doneKopecks: money,
    requestedKopecks: money,
    refunds: z.bigint(),
    priceKopecks: money.nullable(),
    durationMs: z.bigint().nullable(),
  }),
  `select ch.charge_id as "chargeId", ch.provider, ch.provider_charge_id as "providerChargeId",
     coalesce(ch.customer_id, a.customer_id) as "customerId", ch.amount_kopecks as "amountKopecks",
     ch.provider_amount as "providerAmount", ch.provider_currency as "providerCurrency",
     ch.payer_telegram_id as "payerTelegramId", f.done as "doneKopecks", f.requested as "requestedKopecks",
     f.refunds, i.amount_kopecks as "priceKopecks",
     (extract(epoch from g.ends_at - g.starts_at) * 1000)::bigint as "durationMs"
   from charges ch
   left join adjustments a on a.charge_id = ch.charge_id
   left join invoices i on i.invoice_id = ch.invoice_id and ch.disposition = 'buy'
   left join entitlement_grants g on g.invoice_id = i.invoice_id
   left join lateral (
     select coalesce(sum(r.amount_kopecks) filter (where r.status = 'done'), 0)::bigint as done,
       coalesce(sum(r.amount_kopecks) filter (where r.status = 'requested'), 0)::bigint as requested,
       count(*) filter (where r.status <> 'declined') as refunds
     from refunds r where r.charge_id = ch.charge_id) f on true
   where ch.charge_id = $1`,
);

export async function findRefundableCharge(db: Querier, chargeId: string): Promise<RefundableCharge | null> {
  return (await db.query(findRefundableStatement, [chargeId]))[0] ?? null;
}

const findChargeIdStatement = statement(
  'find-charge-id',
  z.object({ chargeId: z.string() }),
  `select charge_id as "chargeId" from charges where provider = $1 and provider_charge_id = $2`,
);

export async function findChargeId(
  db: Querier,
  charge: { provider: string; providerChargeId: string },
): Promise<string | null> {
  const rows = await db.query(findChargeIdStatement, [charge.provider, charge.providerChargeId]);
  return rows[0]?.chargeId ?? null;
}

const insertAssignmentStatement = statement(
  'insert-charge-assignment',
  noRow,
  `insert into adjustments (adjustment_id, customer_id, amount_kopecks, counter_account, charge_id, actor, reason,
     source_key, recorded_at)
   values ($1, $2, $3, 'suspense', $4, $5, $6, 'assignment:' || $4::uuid, $7)`,
);

/** Suspended money gets its customer; a charge is assigned once. */
export async function insertChargeAssignment(
  tx: Querier,
  assignment: {
    adjustmentId: string;
    customerId: string;
    amountKopecks: Kopecks;
    chargeId: string;
    actor: string;
    reason: string;
    recordedAt: Date;
  },
): Promise<void> {
  await tx.query(insertAssignmentStatement, [
    assignment.adjustmentId,
    assignment.customerId,
    assignment.amountKopecks,
    assignment.chargeId,
    assignment.actor,
    assignment.reason,
    assignment.recordedAt,
  ]);
}

const findListedStatement = statement(
  'find-listed-charges',
  listedRow,
  `select provider_charge_id as "providerId", provider_amount as "providerAmount",
     provider_currency as "providerCurrency"
   from charges where provider = $1 and provider_charge_id = any ($2::text[])`,
);

/** Those of a provider's charges that we have, as we have them. */
export async function findListedCharges(
  db: Querier,
  provider: string,
  providerChargeIds: string[],
): Promise<{ providerId: string; providerAmount: string; providerCurrency: string }[]> {
  return db.query(findListedStatement, [provider, providerChargeIds]);
}

const listBetweenStatement = statement(
  'list-charges-between',
  ownRecordRow,
  `select charge_id as id, charged_at as at, provider_charge_id as "providerId", customer_id as "customerId",
     provider_amount as "providerAmount", provider_currency as "providerCurrency"
   from charges
   where provider = $1 and charged_at >= $2 and charged_at < $3 and (charged_at, charge_id) > ($2, $4)
   order by charged_at, charge_id limit $5`,
);

/** A page of charges that a provider took in a range, after the one of `since` with the id `afterId`. */
export async function listChargesBetween(
  db: Querier,
  page: { provider: string; since: Date; until: Date; afterId: string; limit: number },
): Promise<OwnRecord[]> {
  return db.query(listBetweenStatement, [page.provider, page.since, page.until, page.afterId, page.limit]);
}
