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
  db: Querier,
  revocation: { entitlementId: string; emails: string[]; at: Date },
): Promise<void> {
  await db.query(revokeStatement, [revocation.entitlementId, revocation.emails, revocation.at]);
}
