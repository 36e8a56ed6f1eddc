import { z } from 'zod';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const heldRow = z.object({
  vlessId: z.string(),
  email: z.string(),
  revokedAt: moment.nullable(),
  supersededAt: moment.nullable(),
});
/** One credential of an entitlement, living or not. */
export type HeldCredential = z.infer<typeof heldRow>;

const listStatement = statement(
  'list-credentials-of-entitlement',
  heldRow,
  `select vless_id as "vlessId", email, revoked_at as "revokedAt", superseded_at as "supersededAt"
   from credentials where entitlement_id = $1 order by created_at desc limit 20`,
);

/** An entitlement's credentials, newest first; what was revoked long ago may be missing. */
export async function listCredentials(db: Querier, entitlementId: string): Promise<HeldCredential[]> {
  return db.query(listStatement, [entitlementId]);
}

const livingRow = z.object({ entitlementId: z.string(), vlessId: z.string(), endsAt: moment });

const findLivingStatement = statement(
  'find-living-credential',
  livingRow,
  `select c.entitlement_id as "entitlementId", c.vless_id as "vlessId", e.ends_at as "endsAt"
   from credentials c join entitlements e on e.entitlement_id = c.entitlement_id
   where c.credential_id = $1 and c.revoked_at is null and c.superseded_at is null`,
);

/** A credential that is still the present one of its entitlement. */
export async function findLivingCredential(
  db: Querier,
  credentialId: string,
): Promise<z.infer<typeof livingRow> | null> {
  return (await db.query(findLivingStatement, [credentialId]))[0] ?? null;
}

const issueRow = z.object({ issuedAt: moment.nullable(), replacedAt: moment.nullable() });

const findIssueStatement = statement(
  'find-issue',
  issueRow,
  `select max(created_at) filter (where superseded_at is null) as "issuedAt",
     max(superseded_at) filter (where superseded_at is not null) as "replacedAt"
   from credentials where entitlement_id = $1 and revoked_at is null`,
);

/** When the present credential was made, and since when another, which it replaces, waits for its end. */
export async function findIssue(db: Querier, entitlementId: string): Promise<z.infer<typeof issueRow>> {
  const [row] = await db.query(findIssueStatement, [entitlementId]);
  return row ?? { issuedAt: null, replacedAt: null };
}

const countReissuesStatement = statement(
  'count-reissues',
  z.object({ count: z.bigint() }),
  'select count(*) from credentials where entitlement_id = $1 and superseded_at > $2',
);

export async function countReissuesSince(db: Querier, entitlementId: string, since: Date): Promise<number> {
  return Number((await db.query(countReissuesStatement, [entitlementId, since]))[0]?.count ?? 0n);
}

const supersedeStatement = statement(
  'supersede-credential',
  noRow,
  `update credentials set superseded_at = $2
   where entitlement_id = $1 and revoked_at is null and superseded_at is null`,
);

/** The present credential makes way for another: it works on until it is revoked. */
export async function supersedeCredential(tx: Transaction, entitlementId: string, at: Date): Promise<void> {
  await tx.query(supersedeStatement, [entitlementId, at]);
}

const insertCredentialStatement = statement(
  'insert-credential',
  noRow,
  `insert into credentials (credential_id, customer_id, entitlement_id, vless_id, email, created_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

export async function insertCredential(
  tx: Transaction,
  credential: {
    credentialId: string;
    customerId: string;
    entitlementId: string;
    vlessId: string;
    email: string;
    createdAt: Date;
  },
): Promise<void> {
  const { credentialId, customerId, entitlementId, vlessId, email, createdAt } = credential;
  await tx.query(insertCredentialStatement, [
    credentialId,
    customerId,
    entitlementId,
    vlessId,
    email,
    createdAt,
  ]);
}

const revokeStatement = statement(
  'revoke-superseded-credentials',
  noRow,
  `update credentials set revoked_at = $3
   where entitlement_id = $1 and email = any ($2::text[]) and superseded_at is not null and revoked_at is null`,
);

/** Ends credentials that others have replaced. */
export async function revokeSuperseded(
  tx: Transaction,
  revocation: { entitlementId: string; emails: string[]; at: Date },
): Promise<void> {
  await tx.query(revokeStatement, [revocation.entitlementId, revocation.emails, revocation.at]);
}
