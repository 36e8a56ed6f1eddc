import { credentialEmail, isEntitledAt, placeTerm } from '../../domain/entitlements.ts';
import {
  ensureCredential,
  insertEntitlementGrant,
  lockEntitlementOf,
  saveEntitlement,
} from '../../store/entitlements.ts';
import { addJob } from '../../store/jobs.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** Why and for how long access is given. `durationMs` > 0. */
export type Extension = {
  customerId: string;
  plan: string;
  durationMs: number;
  reason: { source: 'purchase'; invoiceId: string } | { source: 'operator' };
};

export type ExtendedEntitlement = { entitlementId: string; endsAt: Date; isRenewal: boolean };

/**
 * Gives a term inside the caller's transaction: the term stands after what is left, the credential is made
 * once and never changes, and the nodes will be told by a promised job. Lock the customer first.
 */
export async function extendEntitlement(
  shop: Shop,
  tx: Transaction,
  extension: Extension,
): Promise<ExtendedEntitlement> {
  const now = shop.clock.now();
  const { customerId, plan, reason } = extension;
  const present = await lockEntitlementOf(tx, customerId);
  const term = placeTerm(present, now, extension.durationMs);
  const isRenewal = isEntitledAt(present, now);
  const entitlementId = present?.entitlementId ?? shop.ids.rowId();
  const isConfirmed = isRenewal && present?.status === 'active';
  await saveEntitlement(tx, {
    entitlementId,
    customerId,
    plan,
    status: isConfirmed ? 'active' : 'provisioning',
    startsAt: isRenewal && present ? present.startsAt : term.startsAt,
    endsAt: term.endsAt,
  });
  await insertEntitlementGrant(tx, {
    grantId: shop.ids.rowId(),
    customerId,
    entitlementId,
    source: reason.source,
    invoiceId: reason.source === 'purchase' ? reason.invoiceId : null,
    plan,
    ...term,
    grantedAt: now,
  });
  const credentialId = shop.ids.rowId();
  await ensureCredential(tx, {
    credentialId,
    customerId,
    entitlementId,
    vlessId: shop.ids.secretId(),
    email: credentialEmail(credentialId),
    createdAt: now,
  });
  await addJob(tx, 'push-access', { entitlementId });
  return { entitlementId, endsAt: term.endsAt, isRenewal };
}
