import { type LegacyReview, reviewLegacy } from '../../domain/fleet/legacy-credentials.ts';
import type { LegacyCredential } from '../../ports/node-api.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findEntitlementOf } from '../../store/entitlements.ts';
import { listCredentials, revokeSuperseded, supersedeCredential } from '../../store/fleet/credentials.ts';
import { findLegacyFacts } from '../../store/fleet/legacy.ts';
import { insertPlacements } from '../../store/fleet/placements.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Querier, Transaction } from '../../store/postgres/database.ts';
import { ensureCustomer } from '../access/grant-access.ts';
import { planAccess } from '../access/plan-access.ts';
import type { Shop } from '../shop.ts';

/** An older bot did not tell plans apart. */
const PLAN = 'basic';

/** What becomes of each that has not ended. Only under the locks of an import it still holds a moment later. */
export async function reviewSet(
  shop: Shop,
  db: Querier,
  set: readonly LegacyCredential[],
): Promise<LegacyReview<LegacyCredential>> {
  const now = shop.clock.now();
  const living = set.filter(({ expiresAt }) => expiresAt > now);
  return reviewLegacy(living, await findLegacyFacts(db, living, now));
}

/**
 * Gives everybody whose credential is adopted an entitlement with that very UUID, e-mail and end, placed on this node:
 * what the core runs stays as it is. An entitlement that has ended begins anew with that credential. Call in the
 * transaction that adds the node, with placements and owners locked, and at one moment with the review.
 */
export async function importLegacy(
  shop: Shop,
  tx: Transaction,
  adoption: { actor: string; nodeId: string; review: LegacyReview<LegacyCredential> },
): Promise<void> {
  const { actor, nodeId } = adoption;
  const placements: { entitlementId: string; nodeId: string }[] = [];
  for (const { credential, fate } of adoption.review) {
    if (fate !== 'adopted' || credential.telegramId === null) continue;
    const customerId = await ensureCustomer(shop, tx, credential.telegramId);
    placements.push({ entitlementId: await adopt(shop, tx, { actor, customerId, credential }), nodeId });
  }
  await insertPlacements(tx, placements, shop.clock.now());
}

async function adopt(
  shop: Shop,
  tx: Transaction,
  { actor, customerId, credential }: { actor: string; customerId: string; credential: LegacyCredential },
): Promise<string> {
  const { version } = await lockWallet(tx, customerId);
  const now = shop.clock.now();
  const durationMs = credential.expiresAt.getTime() - now.getTime();
  const ended = await findEntitlementOf(tx, customerId);
  if (ended) await retireCredential(tx, ended.entitlementId, now);
  const planned = planAccess(shop, ended, {
    customerId,
    plan: PLAN,
    durationMs,
    reason: { source: 'operator' },
  });
  const { vlessId, email } = credential;
  const access = { ...planned, credential: { ...planned.credential, vlessId, email } };
  await commitMoney(tx, { customerId, version, at: now, transfers: [], access, jobs: [] });
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor,
    action: 'access-adopted',
    customerId,
    details: { plan: PLAN, endsAt: credential.expiresAt.toISOString() },
    recordedAt: now,
  });
  return planned.entitlement.entitlementId;
}

/** Makes room for another credential: nodes run none of an entitlement that has ended, so this one can go at once. */
async function retireCredential(tx: Transaction, entitlementId: string, at: Date): Promise<void> {
  await supersedeCredential(tx, entitlementId, at);
  const replaced = (await listCredentials(tx, entitlementId)).filter(({ revokedAt }) => revokedAt === null);
  await revokeSuperseded(tx, { entitlementId, emails: replaced.map(({ email }) => email), at });
}
