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

const lockOfCustomerStatement = statement(
  'lock-entitlement-of-customer',
  entitlementRow,
  `select ${COLUMNS} from entitlements e where e.customer_id = $1 for update`,
);

/** Reads an entitlement for a decision that will change it. Lock its customer first. */
export async function lockEntitlementOf(tx: Querier, customerId: string): Promise<Entitlement | null> {
  return (await tx.query(lockOfCustomerStatement, [customerId]))[0] ?? null;
}

const saveEntitlementStatement = statement(
  'save-entitlement',
  noRow,
  `insert into entitlements (entitlement_id, customer_id, plan, status, starts_at, ends_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (entitlement_id) do update
     set plan = excluded.plan, status = excluded.status, starts_at = excluded.starts_at,
         ends_at = excluded.ends_at`,
);

export async function saveEntitlement(tx: Querier, entitlement: Entitlement): Promise<void> {
  await tx.query(saveEntitlementStatement, [
    entitlement.entitlementId,
    entitlement.customerId,
    entitlement.plan,
    entitlement.status,
    entitlement.startsAt,
    entitlement.endsAt,
  ]);
}

/** One reason why an entitlement ends when it ends. */
export type EntitlementGrant = {
  grantId: string;
  customerId: string;
  entitlementId: string;
  source: 'purchase' | 'operator';
  invoiceId: string | null;
  plan: string;
  startsAt: Date;
  endsAt: Date;
  grantedAt: Date;
};

const insertGrantStatement = statement(
  'insert-entitlement-grant',
  noRow,
  `insert into entitlement_grants (grant_id, customer_id, entitlement_id, source, invoice_id, plan, starts_at,
     ends_at, granted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export async function insertEntitlementGrant(tx: Querier, grant: EntitlementGrant): Promise<void> {
  await tx.query(insertGrantStatement, [
    grant.grantId,
    grant.customerId,
    grant.entitlementId,
    grant.source,
    grant.invoiceId,
    grant.plan,
    grant.startsAt,
    grant.endsAt,
    grant.grantedAt,
  ]);
}

const insertCredentialStatement = statement(
  'insert-credential',
  noRow,
  `insert into credentials (credential_id, customer_id, entitlement_id, vless_id, email, created_at)
   values ($1, $2, $3, $4, $5, $6) on conflict (entitlement_id) where revoked_at is null do nothing`,
);

/** Gives an entitlement its credential, unless it has one: a renewal never changes it. */
export async function ensureCredential(
  tx: Querier,
  credential: {
    credentialId: string;
    customerId: string;
    entitlementId: string;
    vlessId: string;
    email: string;
    createdAt: Date;
  },
): Promise<void> {
  await tx.query(insertCredentialStatement, [
    credential.credentialId,
    credential.customerId,
    credential.entitlementId,
    credential.vlessId,
    credential.email,
    credential.createdAt,
  ]);
}

/** A credential as nodes and links need it. */
export type Access = {
  entitlementId: string;
  customerId: string;
  status: 'provisioning' | 'active' | 'ended';
  endsAt: Date;
  vlessId: string;
  email: string;
};

const accessRow = z.object({
  entitlementId: z.string(),
  customerId: z.string(),
  status: z.enum(['provisioning', 'active', 'ended']),
  endsAt: moment,
  vlessId: z.string(),
  email: z.string(),
});
const ACCESS = `select e.entitlement_id as "entitlementId", e.customer_id as "customerId", e.status,
  e.ends_at as "endsAt", c.vless_id as "vlessId", c.email
  from entitlements e join credentials c on c.entitlement_id = e.entitlement_id and c.revoked_at is null`;

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

const listDesiredStatement = statement('list-desired-access', accessRow, `${ACCESS} where e.ends_at > $1`);

/** Everything that nodes should honour now. */
export async function listDesiredAccess(db: Querier, now: Date): Promise<Access[]> {
  return db.query(listDesiredStatement, [now]);
}

const confirmStatement = statement(
  'confirm-entitlement',
  z.object({ entitlementId: z.string() }),
  `update entitlements set status = 'active'
   where entitlement_id = any ($1::uuid[]) and status = 'provisioning'
   returning entitlement_id as "entitlementId"`,
);

/** A node honours these: returns the ids that were still waiting for that. */
export async function confirmEntitlements(tx: Querier, entitlementIds: string[]): Promise<string[]> {
  const rows = await tx.query(confirmStatement, [entitlementIds]);
  return rows.map((row) => row.entitlementId);
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
