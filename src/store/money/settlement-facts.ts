import { z } from 'zod';
import type { Entitlement } from '../../domain/entitlements.ts';
import type { Kopecks } from '../../domain/money/money.ts';
import type { InvoiceFacts } from '../../domain/money/settlement.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, statement } from '../postgres/statement.ts';

/** What a charge is settled on, all of one moment: it holds while the wallet's `version` does. */
export type SettlementFacts = {
  version: bigint;
  receivableKopecks: Kopecks;
  customerTelegramId: bigint;
  /** `sourceKey`: the tap that opened it. */
  invoice: InvoiceFacts & { invoiceId: string; sourceKey: string };
  quote: { quoteId: string; plan: string; periodDays: number; promoId: string | null } | null;
  entitlement: Entitlement | null;
  referral: { referrerId: string; isPaying: boolean; payingReferrals: number } | null;
};

const factsRow = z.object({
  isKnown: z.boolean(),
  version: z.bigint().nullable(),
  receivableKopecks: money.nullable(),
  customerTelegramId: z.bigint().nullable(),
  invoiceId: z.string().nullable(),
  customerId: z.string().nullable(),
  purpose: z.enum(['purchase', 'top-up']).nullable(),
  amountKopecks: money.nullable(),
  providerAmount: z.string().nullable(),
  providerCurrency: z.string().nullable(),
  status: z.enum(['opening', 'open', 'paid', 'expired', 'cancelled', 'superseded']).nullable(),
  sourceKey: z.string().nullable(),
  quoteId: z.string().nullable(),
  plan: z.string().nullable(),
  periodDays: z.number().nullable(),
  promoId: z.string().nullable(),
  entitlementId: z.string().nullable(),
  entitlementPlan: z.string().nullable(),
  entitlementStatus: z.enum(['provisioning', 'active', 'ended']).nullable(),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  referrerId: z.string().nullable(),
  isPaying: z.boolean(),
  payingReferrals: z.number().nullable(),
});
type FactsRow = z.infer<typeof factsRow>;

const findFactsStatement = statement(
  'find-settlement-facts',
  factsRow,
  `select exists (select from charges ch where ch.provider = $1 and ch.provider_charge_id = $2) as "isKnown",
     w.version, w.receivable_kopecks as "receivableKopecks", c.telegram_id as "customerTelegramId",
     i.invoice_id as "invoiceId", i.customer_id as "customerId", i.purpose, i.amount_kopecks as "amountKopecks",
     i.provider_amount as "providerAmount", i.provider_currency as "providerCurrency", i.status,
     i.source_key as "sourceKey",
     q.quote_id as "quoteId", q.plan, q.period_days as "periodDays", q.promo_id as "promoId",
     e.entitlement_id as "entitlementId", e.plan as "entitlementPlan", e.status as "entitlementStatus",
     e.starts_at as "startsAt", e.ends_at as "endsAt", r.referrer_id as "referrerId",
     r.paying_since is not null as "isPaying", rr.paying_referrals as "payingReferrals"
   from (select 1) one
   left join invoices i on i.invoice_id = $3
   left join wallets w on w.customer_id = i.customer_id
   left join customers c on c.customer_id = i.customer_id
   left join quotes q on q.quote_id = i.quote_id
   left join entitlements e on e.customer_id = i.customer_id
   left join referrals r on r.customer_id = i.customer_id
   left join referrers rr on rr.customer_id = r.referrer_id`,
);

/**
 * Reads, in one statement and without a lock, everything that decides what a charge does. `known`: this
 * charge has been recorded. `facts` null: there is no such invoice.
 */
export async function findSettlementFacts(
  db: Querier,
  charge: { provider: string; providerChargeId: string; invoiceId: string | null },
): Promise<{ isKnown: boolean; facts: SettlementFacts | null }> {
  const parameters = [charge.provider, charge.providerChargeId, charge.invoiceId];
  const [row] = await db.query(findFactsStatement, parameters);
  if (!row) throw new Error('a statement that always has a row had none');
  return { isKnown: row.isKnown, facts: row.invoiceId === null ? null : factsOf(row) };
}

function factsOf(row: FactsRow): SettlementFacts {
  const customerId = must(row.customerId);
  return {
    version: must(row.version),
    receivableKopecks: must(row.receivableKopecks),
    customerTelegramId: must(row.customerTelegramId),
    invoice: {
      invoiceId: must(row.invoiceId),
      customerId,
      purpose: must(row.purpose),
      amountKopecks: must(row.amountKopecks),
      providerAmount: row.providerAmount,
      providerCurrency: row.providerCurrency,
      status: must(row.status),
      sourceKey: must(row.sourceKey),
    },
    quote:
      row.quoteId === null
        ? null
        : {
            quoteId: row.quoteId,
            plan: must(row.plan),
            periodDays: must(row.periodDays),
            promoId: row.promoId,
          },
    entitlement:
      row.entitlementId === null
        ? null
        : {
            entitlementId: row.entitlementId,
            customerId,
            plan: must(row.entitlementPlan),
            status: must(row.entitlementStatus),
            startsAt: must(row.startsAt),
            endsAt: must(row.endsAt),
          },
    referral:
      row.referrerId === null
        ? null
        : { referrerId: row.referrerId, isPaying: row.isPaying, payingReferrals: must(row.payingReferrals) },
  };
}

function must<T>(value: T | null): T {
  if (value === null) throw new Error('a fact that every invoice has is missing');
  return value;
}
