import type { LegacyReview } from '../../domain/fleet/legacy-credentials.ts';
import { lockLegacyOwners } from '../../store/fleet/legacy.ts';
import { insertNode, listNodes, moveNode } from '../../store/fleet/nodes.ts';
import { lockPlacements } from '../../store/fleet/placements.ts';
import { type Fleet, nodeKeyContext } from '../access/node-target.ts';
import type { Shop } from '../shop.ts';
import { importLegacy, reviewSet } from './adopt-legacy.ts';
import { auditOrder, lookAgain, promiseCheck } from './node-orders.ts';
import { describeCore, isTaken, lookAtNode, type NodeAddress } from './review-node.ts';

export type NewNode = NodeAddress & {
  actor: string;
  location: string;
  weight: number;
  capacity: number;
};

/** `none`: a node with customers of an older bot is refused. `forced`: who cannot be adopted loses access. */
export type Adoption = 'none' | 'whole' | 'forced';

export type AddedNode =
  | { ok: true; nodeId: string; core: string; review: LegacyReview }
  | { ok: false; refusal: 'name-or-url-taken' | 'held-by-another' }
  | { ok: false; refusal: 'has-customers' | 'not-adoptable'; review: LegacyReview };

/**
 * Adds a node after its agent has answered with its inbounds; the first check is promised at once, and customers are
 * placed on it. What an older bot has left there is adopted in the same transaction, before the node's lease is taken:
 * the first check would end everything that is not ours.
 * Refuses, in this order: `held-by-another` (installation, which has its lease), `name-or-url-taken` (also what a
 * repeat is told, however far the first time came), `has-customers`, `not-adoptable` (not all of them).
 * Throws: the faults of `NodeApi.inspect`.
 */
export async function addNode(
  shop: Shop,
  fleet: Fleet,
  node: NewNode,
  adoption: Adoption = 'none',
): Promise<AddedNode> {
  const nodeId = shop.ids.rowId();
  const found = await lookAtNode(shop, fleet, { nodeId, url: node.url, apiKey: node.apiKey });
  if (found === null) return { ok: false, refusal: 'held-by-another' };
  const { report, set } = found;
  const { actor, apiKey, ...facts } = node;
  const keyCiphertext = fleet.secrets.seal(apiKey, nodeKeyContext(nodeId));
  return shop.db.transaction('add-node', async (tx) => {
    await lockPlacements(tx);
    if (await isTaken(tx, node)) return { ok: false, refusal: 'name-or-url-taken' };
    await lockLegacyOwners(tx, set);
    // One moment for the whole set: what is reviewed as living is imported as living, to the millisecond of its end.
    const createdAt = shop.clock.now();
    const still: Shop = { ...shop, clock: { now: () => createdAt } };
    const review = await reviewSet(still, tx, set);
    const refusal = refuseReview(review, adoption);
    if (refusal !== null) return { ok: false, refusal, review };
    const row = { ...facts, nodeId, keyCiphertext, inbounds: report.inbounds, createdAt };
    if (!(await insertNode(tx, row))) return { ok: false, refusal: 'name-or-url-taken' };
    await importLegacy(still, tx, { actor, nodeId, review });
    await auditOrder(still, tx, { actor, action: 'node-added', node: row });
    await lookAgain(still, tx, nodeId);
    return { ok: true, nodeId, core: describeCore(report), review };
  });
}

function refuseReview(review: LegacyReview, adoption: Adoption): 'has-customers' | 'not-adoptable' | null {
  if (adoption === 'forced' || review.length === 0) return null;
  if (adoption === 'none') return 'has-customers';
  return review.every(({ fate }) => fate === 'adopted') ? null : 'not-adoptable';
}

/** Points a known node at its agent's present address and key, or adds it. For nodes that we start ourselves. */
export async function adoptNode(shop: Shop, fleet: Fleet, node: NewNode): Promise<void> {
  const known = (await listNodes(shop.db)).find((one) => one.name === node.name);
  if (!known) {
    await addNode(shop, fleet, node);
    return;
  }
  const { nodeId } = known;
  const keyCiphertext = fleet.secrets.seal(node.apiKey, nodeKeyContext(nodeId));
  await shop.db.transaction('adopt-node', async (tx) => {
    await moveNode(tx, { nodeId, url: node.url, keyCiphertext, status: 'active' });
    await promiseCheck(tx, nodeId);
  });
}
