import { z } from 'zod';
import type { Entitlement } from '../domain/entitlements.ts';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

const entitlementRow = z.object({
  entitlementId: z.string(),
  customerId: z.string(),
  plan: z.string(),
  status: z.enum(['provisioning', 'active', 'ended']),
  startsAt: moment,
  endsAt: moment,
});
const COLUMNS = `e.entitlement_id as "entitlementId", e.customer_id as "customerId", e.plan, e.status,
  e.starts_at as "startsAt", e.ends_at as "endsAt"`;

const findOfCustomerStatement = statement(
  'find-entitlement-of-customer',
  entitlementRow,
  `select ${COLUMNS} from entitlements e where e.customer_id = $1`,
);

export async function findEntitlementOf(db: Querier, customerId: string): Promise<Entitlement | null> {
  return (await db.query(findOfCustomerStatement, [customerId]))[0] ?? null;
}

const isQuoteGrantedStatement = statement(
  'is-quote-granted',
  z.object({ isGranted: z.boolean() }),
  'select exists (select from entitlement_grants where quote_id = $1) as "isGranted"',
);

/** True when a free quote has been turned into access. */
export async function isQuoteGranted(db: Querier, quoteId: string): Promise<boolean> {
  return (await db.query(isQuoteGrantedStatement, [quoteId]))[0]?.isGranted ?? false;
}

const endStatement = statement(
  'end-entitlement',
  noRow,
  `update entitlements set ends_at = $2, starts_at = least(starts_at, $2), end_decided_at = $4,
     next_message_at = case when not $5 then $4::timestamptz end,
     status = case when $3 then 'ended' else status end where entitlement_id = $1`,
);

/**
 * Brings an entitlement's end forward; `isOver`: it has ended with that; `isQuiet`: nothing is said about this end by
 * itself. Lock its wallet first.
 */
export async function bringEndForward(
  tx: Querier,
  entitlementId: string,
  end: { endsAt: Date; isOver: boolean; decidedAt: Date; isQuiet?: boolean },
): Promise<void> {
  const { endsAt, isOver, decidedAt, isQuiet } = end;
  await tx.query(endStatement, [entitlementId, endsAt, isOver, decidedAt, isQuiet ?? false]);
}

const insertReductionStatement = statement(
  'insert-entitlement-reduction',
  noRow,
  `insert into entitlement_reductions (refund_id, customer_id, entitlement_id, ended_before, ends_at, recorded_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/** Why an entitlement ends earlier than its grants say: its money was given back. */
export async function insertEntitlementReduction(
  tx: Querier,
  reduction: {
    refundId: string;
    customerId: string;
    entitlementId: string;
    endedBefore: Date;
    endsAt: Date;
    recordedAt: Date;
  },
): Promise<void> {
  await tx.query(insertReductionStatement, [
    reduction.refundId,
    reduction.customerId,
    reduction.entitlementId,
    reduction.endedBefore,
    reduction.endsAt,
    reduction.recordedAt,
  ]);
}

/** One reason why an entitlement ends when it ends: a paid invoice, a free quote, a trial, or an operator's gift. */
export type EntitlementGrant = {
  grantId: string;
  entitlementId: string;
  source: 'purchase' | 'operator' | 'promo' | 'trial';
  invoiceId: string | null;
  quoteId: string | null;
  plan: string;
  startsAt: Date;
  endsAt: Date;
};

/** The id an entitlement gets once and keeps. */
export type NewCredential = { credentialId: string; entitlementId: string; vlessId: string; email: string };

/** A credential as nodes and links need it. `suspendedAt`: its traffic is used up, no node should honour it. */
export type Access = {
  entitlementId: string;
  customerId: string;
  status: 'provisioning' | 'active' | 'ended';
  endsAt: Date;
  suspendedAt: Date | null;
  vlessId: string;
  email: string;
};

const accessRow = z.object({
  entitlementId: z.string(),
  customerId: z.string(),
  status: z.enum(['provisioning', 'active', 'ended']),
  endsAt: moment,
  suspendedAt: moment.nullable(),
  vlessId: z.string(),
  email: z.string(),
});
const ACCESS = `select e.entitlement_id as "entitlementId", e.customer_id as "customerId", e.status,
  e.ends_at as "endsAt", e.suspended_at as "suspendedAt", c.vless_id as "vlessId", c.email
  from entitlements e join credentials c on c.entitlement_id = e.entitlement_id
    and c.revoked_at is null and c.superseded_at is null`;

const findAccessStatement = statement('find-access', accessRow, `${ACCESS} where e.entitlement_id = $1`);

export async function findAccess(db: Querier, entitlementId: string): Promise<Access | null> {
  return (await db.query(findAccessStatement, [entitlementId]))[0] ?? null;
}

const findAccessOfStatement = statement(
  'find-access-of-customer',
  accessRow,
  `${ACCESS} where e.customer_id = $1`,
);

export async function findAccessOf(db: Querier, customerId: string): Promise<Access | null> {
  return (await db.query(findAccessOfStatement, [customerId]))[0] ?? null;
}

const confirmStatement = statement(
  'confirm-entitlement',
  z.object({ entitlementId: z.string(), isQuiet: z.boolean() }),
  `update entitlements set status = 'active', honoured_at = $2, honoured_after_ms = greatest(0,
     extract(epoch from $2::timestamptz - greatest(coalesce(end_decided_at, starts_at), starts_at)) * 1000)::bigint
   where entitlement_id = any ($1::uuid[]) and status = 'provisioning'
   returning entitlement_id as "entitlementId", is_quiet as "isQuiet"`,
);

/** A node honours these since `at`: returns those that were still waiting for that. `isQuiet`: their customer is not told. */
export async function confirmEntitlements(
  tx: Querier,
  entitlementIds: string[],
  at: Date,
): Promise<{ entitlementId: string; isQuiet: boolean }[]> {
  return tx.query(confirmStatement, [entitlementIds, at]);
}

const closeOverdueStatement = statement(
  'close-overdue-entitlements',
  z.object({ entitlementId: z.string() }),
  `update entitlements set status = 'ended' where entitlement_id = any (array(
     select entitlement_id from entitlements where status <> 'ended' and ends_at <= $1
     order by ends_at limit $2 for update skip locked))
   returning entitlement_id as "entitlementId"`,
);

/** Ends entitlements whose time has come; returns their ids. */
export async function closeOverdueEntitlements(tx: Querier, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.query(closeOverdueStatement, [now, limit]);
  return rows.map((row) => row.entitlementId);
}
