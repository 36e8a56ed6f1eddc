import type { LegacyReview } from '../../domain/legacy-credentials.ts';
import type { NodeReport } from '../../ports/node-api.ts';
import { insertNode, listNodes, moveNode } from '../../store/fleet/nodes.ts';
import { lockPlacements } from '../../store/fleet/placements.ts';
import { type Fleet, nodeKeyContext } from '../access/node-target.ts';
import type { Shop } from '../shop.ts';
import { importLegacy, readLegacySet, reviewSet } from './adopt-legacy.ts';
import { auditOrder, lookAgain, promiseCheck } from './node-orders.ts';

export type NewNode = {
  actor: string;
  name: string;
  url: string;
  apiKey: string;
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
 * Refuses, in this order: `held-by-another` (installation, which has its lease), `has-customers`, `not-adoptable` (not
 * all of them), `name-or-url-taken`. Throws: the faults of `NodeApi.inspect`.
 */
export async function addNode(
  shop: Shop,
  fleet: Fleet,
  node: NewNode,
  adoption: Adoption = 'none',
): Promise<AddedNode> {
  const nodeId = shop.ids.rowId();
  const target = { nodeId, url: node.url, apiKey: node.apiKey };
  const report = await fleet.api.inspect(target);
  if (isHeldByAnother(report, fleet, shop.clock.now())) return { ok: false, refusal: 'held-by-another' };
  const set = await readLegacySet(fleet, target, report);
  const { actor, apiKey, ...facts } = node;
  const keyCiphertext = fleet.secrets.seal(apiKey, nodeKeyContext(nodeId));
  return shop.db.transaction('add-node', async (tx) => {
    await lockPlacements(tx);
    const review = await reviewSet(shop, tx, set);
    const refusal = refuseReview(review, adoption);
    if (refusal !== null) return { ok: false, refusal, review };
    const { inbounds } = report;
    const row = { ...facts, nodeId, keyCiphertext, inbounds, createdAt: shop.clock.now() };
    if (!(await insertNode(tx, row))) return { ok: false, refusal: 'name-or-url-taken' };
    await importLegacy(shop, tx, { actor, nodeId, review });
    await auditOrder(shop, tx, { actor, action: 'node-added', node: row });
    await lookAgain(shop, tx, nodeId);
    return { ok: true, nodeId, core: `${report.core.kind} ${report.core.version}`.trim(), review };
  });
}

function refuseReview(review: LegacyReview, adoption: Adoption): 'has-customers' | 'not-adoptable' | null {
  if (adoption === 'forced' || review.length === 0) return null;
  if (adoption === 'none') return 'has-customers';
  return review.every(({ fate }) => fate === 'adopted') ? null : 'not-adoptable';
}

function isHeldByAnother({ lease }: NodeReport, fleet: Fleet, now: Date): boolean {
  return lease !== null && lease.owner !== fleet.fleetId && lease.expiresAt > now;
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
