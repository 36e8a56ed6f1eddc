import { choosePlacements } from '../../domain/fleet/placements.ts';
import { listNodes } from '../../store/fleet/nodes.ts';
import { insertPlacements, listPlacements, lockPlacements } from '../../store/fleet/placements.ts';
import type { Querier } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** Who is to be placed where besides, and whether somebody found no room. */
type Plan = { additions: { entitlementId: string; nodeId: string }[]; isOverfull: boolean };

/**
 * Gives entitlements their places on nodes. What is wanted is looked at first without a lock, because nearly always
 * it is nothing; a choice is made under the lock of the whole installation, by counts that nobody changes meanwhile.
 * Safe to repeat. True when a node had to be filled past its capacity.
 */
export async function placeAccess(shop: Shop, entitlementIds: string[]): Promise<boolean> {
  if ((await planPlacements(shop.db, entitlementIds)).additions.length === 0) return false;
  return shop.db.transaction('place-access', async (tx) => {
    await lockPlacements(tx);
    const { additions, isOverfull } = await planPlacements(tx, entitlementIds);
    await insertPlacements(tx, additions, shop.clock.now());
    return isOverfull;
  });
}

async function planPlacements(db: Querier, entitlementIds: string[]): Promise<Plan> {
  const nodes = await listNodes(db);
  const placements = await listPlacements(db, entitlementIds);
  const plan: Plan = { additions: [], isOverfull: false };
  for (const { entitlementId, nodeIds } of placements) {
    const choice = choosePlacements(nodes, new Set(nodeIds));
    for (const nodeId of choice.nodeIds) {
      plan.additions.push({ entitlementId, nodeId });
      const node = nodes.find((one) => one.nodeId === nodeId);
      if (node) node.placedCount += 1;
    }
    plan.isOverfull ||= choice.isOverfull;
  }
  return plan;
}
