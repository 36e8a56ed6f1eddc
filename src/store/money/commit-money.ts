import { z } from 'zod';
import type { Entitlement } from '../../domain/entitlements.ts';
import { sumForCustomer, type Transfer } from '../../domain/money/ledger.ts';
import type { Kopecks } from '../../domain/money/money.ts';
import { withCorrelation } from '../../lib/telemetry/correlation.ts';
import { type JobName, type JobPayloads, priorityOf } from '../../ports/jobs.ts';
import type { EntitlementGrant, NewCredential } from '../entitlements.ts';
import { MAX_ATTEMPTS } from '../jobs.ts';
import type { Querier } from '../postgres/database.ts';
import { money, statement } from '../postgres/statement.ts';
import type { Charge } from './charges.ts';

/** Background work promised with a change. */
export type PromisedJob = { [Name in JobName]: { name: Name; payload: JobPayloads[Name] } }[JobName];

/** A term given: the entitlement as it will be, why, and the credential it needs unless it has one. */
export type AccessChange = {
  entitlement: Entitlement;
  grant: EntitlementGrant;
  credential: NewCredential;
  /** When to try again to have a node honour it, should none have by then. */
  nextActivationAt: Date;
  /** An operator's gift that the customer is not to be told of. */
  isQuiet: boolean;
};

/** A promo code that is used up by this change: its place, if one is still held, else a free one, else over the limit. */
export type Redemption = { useId: string; promoId: string; quoteId: string; invoiceId: string | null };

/** What a charge owes to the buyer's referrer. */
export type NewCommission = {
  commissionId: string;
  chargeId: string;
  referrerId: string;
  percent: number;
  baseKopecks: Kopecks;
  amountKopecks: Kopecks;
};

/** This charge makes the buyer a paying referral: `payingReferrals` is what the decision saw before. */
export type FirstPayment = { referrerId: string; payingReferrals: number };

/**
 * Everything that one decision changes for one customer. Wallet, held and receivable follow from `transfers`
 * alone. `version`: of the facts that were decided on.
 */
export type MoneyChanges = {
  customerId: string;
  version: bigint;
  at: Date;
  transfers: Transfer[];
  charge?: Charge | undefined;
  paidInvoiceId?: string | undefined;
  access?: AccessChange | undefined;
  redemption?: Redemption | undefined;
  commission?: NewCommission | undefined;
  firstPayment?: FirstPayment | undefined;
  collection?: { collectionId: string; amountKopecks: Kopecks } | undefined;
  jobs: PromisedJob[];
};

/*
 * One statement, so that a purchase costs one round trip and one commit however much it touches. Each part
 * reads its rows from $1 and waits for `guard`, which takes the wallet's lock: the order of locks is wallet,
 * referrer, promo code. A part whose fact no longer holds fails the whole statement (require_current). A promo
 * place that somebody frees at this very moment may still count as taken: the use is then honoured over the limit.
 */
const commitStatement = statement(
  'commit-money',
  z.object({ balanceKopecks: money }),
  `with guard as (
     update wallets set version = version + 1, balance_kopecks = balance_kopecks + $5,
       held_kopecks = held_kopecks + $6, receivable_kopecks = receivable_kopecks + $7
     where customer_id = $2 and version = $3 returning balance_kopecks
   ), paying as (
     update referrers r set paying_referrals = r.paying_referrals + 1
     from guard where r.customer_id = ($1::jsonb -> 'firstPayment' -> 0 ->> 'referrerId')::uuid
       and r.paying_referrals = ($1::jsonb -> 'firstPayment' -> 0 ->> 'payingReferrals')::int returning 1
   ), referred as (
     update referrals set paying_since = $4 from guard, paying
     where customer_id = $2 and paying_since is null returning 1
   ), new_charge as (
     insert into charges (charge_id, provider, provider_charge_id, customer_id, invoice_id, amount_kopecks,
       provider_amount, provider_currency, disposition, reason, payer_telegram_id, is_foreign_payer, charged_at,
       recorded_at)
     select c."chargeId", c.provider, c."providerChargeId", $2, c."invoiceId", c."amountKopecks",
       c."providerAmount", c."providerCurrency", c.disposition, c.reason, c."payerTelegramId",
       c."isForeignPayer", c."chargedAt", $4
     from guard, jsonb_to_recordset($1::jsonb -> 'charge') c ("chargeId" uuid, provider text,
       "providerChargeId" text, "invoiceId" uuid, "amountKopecks" bigint, "providerAmount" text,
       "providerCurrency" text, disposition text, reason text, "payerTelegramId" bigint,
       "isForeignPayer" boolean, "chargedAt" timestamptz)
   ), paid_invoice as (
     update invoices i set status = 'paid', paid_at = $4, next_poll_at = null
     from guard where i.invoice_id = ($1::jsonb ->> 'paidInvoiceId')::uuid
   ), new_entitlement as (
     insert into entitlements (entitlement_id, customer_id, plan, status, starts_at, ends_at, end_decided_at,
       next_message_at, next_activation_at, is_quiet)
     select e."entitlementId", $2, e.plan, e.status, e."startsAt", e."endsAt", $4, $4, e."nextActivationAt", e."isQuiet"
     from guard, jsonb_to_recordset($1::jsonb -> 'entitlement') e ("entitlementId" uuid, plan text, status text,
       "startsAt" timestamptz, "endsAt" timestamptz, "nextActivationAt" timestamptz, "isQuiet" boolean)
     on conflict (entitlement_id) do update
       set plan = excluded.plan, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         end_decided_at = excluded.end_decided_at, next_message_at = excluded.next_message_at,
         next_activation_at = excluded.next_activation_at, activation_attempts = 0,
         -- Whoever has got the key, or waits for one that was paid for, is not kept from it by what is given besides.
         is_quiet = excluded.is_quiet and (entitlements.is_quiet
           or (entitlements.status <> 'provisioning' and excluded.starts_at <> entitlements.starts_at)),
         -- A node may have confirmed it, or its end may have come, since the facts were read. Who was given access
         -- quietly gets the key once there is more: it waits for a node's word anew.
         status = case when entitlements.status = 'active' and excluded.starts_at = entitlements.starts_at
           and (excluded.is_quiet or not entitlements.is_quiet) then 'active' else 'provisioning' end
   ), new_grant as (
     insert into entitlement_grants (grant_id, customer_id, entitlement_id, source, invoice_id, quote_id, plan,
       starts_at, ends_at, granted_at)
     select g."grantId", $2, g."entitlementId", g.source, g."invoiceId", g."quoteId", g.plan, g."startsAt",
       g."endsAt", $4
     from guard, jsonb_to_recordset($1::jsonb -> 'grant') g ("grantId" uuid, "entitlementId" uuid, source text,
       "invoiceId" uuid, "quoteId" uuid, plan text, "startsAt" timestamptz, "endsAt" timestamptz)
   ), new_credential as (
     insert into credentials (credential_id, customer_id, entitlement_id, vless_id, email, created_at)
     select c."credentialId", $2, c."entitlementId", c."vlessId", c.email, $4
     from guard, jsonb_to_recordset($1::jsonb -> 'credential') c ("credentialId" uuid, "entitlementId" uuid,
       "vlessId" uuid, email text)
     on conflict (entitlement_id) where revoked_at is null and superseded_at is null do nothing
   ), redeemed as (
     select r.* from guard, jsonb_to_recordset($1::jsonb -> 'redemption') r ("useId" uuid, "promoId" uuid,
       "quoteId" uuid, "invoiceId" uuid)
   ), promo as (
     select p.promo_id from redeemed r join promo_codes p on p.promo_id = r."promoId" for update of p
   ), own_place as (
     update promo_uses u set status = 'redeemed', redeemed_at = $4, quote_id = r."quoteId",
       invoice_id = r."invoiceId"
     from redeemed r, promo p
     where u.promo_id = p.promo_id and u.customer_id = $2 and u.status = 'reserved' returning 1
   ), counted as (
     update promo_codes p set used_count = p.used_count + 1,
       reserved_count = p.reserved_count - (select count(*) from own_place)
     from promo where p.promo_id = promo.promo_id and (p.max_uses is null
       or p.used_count + p.reserved_count - (select count(*) from own_place) < p.max_uses)
     returning 1
   ), extra_use as (
     insert into promo_uses (use_id, promo_id, customer_id, quote_id, invoice_id, status, is_over_limit,
       reserved_at, expires_at, redeemed_at)
     select r."useId", p.promo_id, $2, r."quoteId", r."invoiceId", 'redeemed', not exists (select from counted),
       $4, $4, $4
     from redeemed r, promo p where not exists (select from own_place)
   ), ended_session as (
     delete from promo_sessions s using redeemed r where s.customer_id = $2 and s.promo_id = r."promoId"
   ), new_commission as (
     insert into commissions (commission_id, charge_id, customer_id, referrer_id, percent, base_kopecks,
       amount_kopecks, status, recorded_at)
     select c."commissionId", c."chargeId", $2, c."referrerId", c.percent, c."baseKopecks", c."amountKopecks",
       'owed', $4
     from guard, jsonb_to_recordset($1::jsonb -> 'commission') c ("commissionId" uuid, "chargeId" uuid,
       "referrerId" uuid, percent int, "baseKopecks" bigint, "amountKopecks" bigint)
   ), new_collection as (
     insert into collections (collection_id, customer_id, amount_kopecks, recorded_at)
     select c."collectionId", $2, c."amountKopecks", $4
     from guard, jsonb_to_recordset($1::jsonb -> 'collection') c ("collectionId" uuid, "amountKopecks" bigint)
   ), new_transfers as (
     insert into transfers (transfer_id, idempotency_key, kind, debit_account, credit_account, amount_kopecks,
       customer_id, charge_id, invoice_id, refund_id, commission_id, reversal_id, withdrawal_id, adjustment_id,
       collection_id, recorded_at)
     select t."transferId", t.key, t.kind, t.debit, t.credit, t."amountKopecks", t."customerId", t.charge,
       t.invoice, t.refund, t.commission, t.reversal, t.withdrawal, t.adjustment, t.collection, $4
     from guard, jsonb_to_recordset($1::jsonb -> 'transfers') t ("transferId" uuid, key text, kind text,
       debit text, credit text, "amountKopecks" bigint, "customerId" uuid, charge uuid, invoice uuid, refund uuid,
       commission uuid, reversal uuid, withdrawal uuid, adjustment uuid, collection uuid)
   )
   select g.balance_kopecks as "balanceKopecks" from (select 1) one left join guard g on true
   where require_current(g.balance_kopecks is not null)
     and require_current(jsonb_array_length($1::jsonb -> 'firstPayment') = (select count(*) from referred))
     and (jsonb_array_length($1::jsonb -> 'jobs') = 0 or 0 < (select count(*) from graphile_worker.add_jobs(array(
       select row(j.name, j.payload, null, null, $8::int, null, j.priority, null)::graphile_worker.job_spec
       from jsonb_to_recordset($1::jsonb -> 'jobs') j (name text, payload json, priority int)))))`,
);

/**
 * Writes what a decision changes, all or nothing, and returns the new balance. On a pool it is a transaction
 * of its own; inside one it joins it (lock the wallet first, then it cannot be stale).
 * Throws: SQLSTATE 40001 when the facts have changed (see isStale), 23505 when the charge is known.
 */
export async function commitMoney(db: Querier, changes: MoneyChanges): Promise<Kopecks> {
  const { customerId, version, at, transfers } = changes;
  const sums = sumForCustomer(transfers, customerId);
  const rows = await db.query(commitStatement, [
    JSON.stringify(rowsOf(changes), (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    customerId,
    version,
    at,
    sums.balanceKopecks,
    sums.heldKopecks,
    sums.receivableKopecks,
    MAX_ATTEMPTS,
  ]);
  const [row] = rows;
  if (!row) throw new Error('a change of money was written without a balance');
  return row.balanceKopecks;
}

function rowsOf(changes: MoneyChanges): Record<string, unknown> {
  const { charge, paidInvoiceId, access, redemption, commission, firstPayment, collection, jobs } = changes;
  const nextActivationAt = access?.nextActivationAt;
  return {
    charge: listOf(charge),
    paidInvoiceId,
    entitlement: listOf(access && { ...access.entitlement, nextActivationAt, isQuiet: access.isQuiet }),
    grant: listOf(access?.grant),
    credential: listOf(access?.credential),
    redemption: listOf(redemption),
    commission: listOf(commission),
    firstPayment: listOf(firstPayment),
    collection: listOf(collection),
    transfers: changes.transfers.map(transferRowOf),
    jobs: jobs.map(({ name, payload }) => {
      return { name, payload: withCorrelation(payload), priority: priorityOf(name) };
    }),
  };
}

function listOf(row: unknown): unknown[] {
  return row ? [row] : [];
}

function transferRowOf(transfer: Transfer): Record<string, unknown> {
  return {
    transferId: transfer.transferId,
    key: transfer.idempotencyKey,
    kind: transfer.kind,
    debit: transfer.debitAccount,
    credit: transfer.creditAccount,
    amountKopecks: transfer.amountKopecks,
    customerId: transfer.customerId,
    [transfer.cause.kind]: transfer.cause.causeId,
  };
}

const sqlState = z.object({ code: z.string(), constraint: z.string().optional() });

/** True when a decision has to be made again on fresh facts: they changed, or two of them met in a deadlock. */
export function isStale(error: unknown): boolean {
  const code = sqlState.safeParse(error).data?.code;
  return code === '40001' || code === '40P01';
}

/** True when the provider's charge has been recorded before: the unique key is the last guard. */
export function isChargeKnown(error: unknown): boolean {
  const parsed = sqlState.safeParse(error).data;
  return parsed?.code === '23505' && parsed.constraint === 'charges_provider_provider_charge_id_key';
}
