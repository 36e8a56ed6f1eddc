import { type LegacyReview, reviewLegacy } from '../../domain/legacy-credentials.ts';
import type { LegacyCredential, NodeReport, NodeTarget } from '../../ports/node-api.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findLegacyFacts } from '../../store/fleet/legacy.ts';
import { insertPlacements } from '../../store/fleet/placements.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Querier, Transaction } from '../../store/postgres/database.ts';
import { ensureCustomer } from '../access/grant-access.ts';
import type { Fleet } from '../access/node-target.ts';
import { planAccess } from '../access/plan-access.ts';
import type { Shop } from '../shop.ts';

/** An older bot did not tell plans apart. */
const PLAN = 'basic';

/** What an older bot has left on a node; nothing once anybody has had its lease. */
export function readLegacySet(
  fleet: Fleet,
  target: NodeTarget,
  report: NodeReport,
): Promise<LegacyCredential[]> {
  return report.lease === null ? fleet.api.readLegacy(target) : Promise.resolve([]);
}

export async function reviewSet(
  shop: Shop,
  db: Querier,
  set: readonly LegacyCredential[],
): Promise<LegacyReview<LegacyCredential>> {
  const now = shop.clock.now();
  const living = set.filter(({ expiresAt }) => expiresAt > now);
  return reviewLegacy(living, await findLegacyFacts(db, living));
}

/**
 * Gives everybody whose credential is adopted an entitlement with that very UUID, e-mail and end, placed on this node:
 * what the core runs stays as it is. Call in the transaction that adds the node, with placements locked.
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
  const planned = planAccess(shop, null, {
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
