import type { NodeReport } from '../../ports/node-api.ts';
import { insertNode, listNodes, moveNode } from '../../store/fleet/nodes.ts';
import { type Fleet, nodeKeyContext } from '../access/node-target.ts';
import type { Shop } from '../shop.ts';
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

export type AddedNode =
  | { ok: true; nodeId: string; core: string }
  | { ok: false; refusal: 'name-or-url-taken' | 'held-by-another' };

/**
 * Adds a node after its agent has answered with its inbounds; the first check is promised at once, and customers are
 * placed on it. Refuses, in this order: `held-by-another` (installation, which has its lease), `name-or-url-taken`.
 * Throws: the faults of `NodeApi.inspect`.
 */
export async function addNode(shop: Shop, fleet: Fleet, node: NewNode): Promise<AddedNode> {
  const nodeId = shop.ids.rowId();
  const report = await fleet.api.inspect({ nodeId, url: node.url, apiKey: node.apiKey });
  if (isHeldByAnother(report, fleet, shop.clock.now())) return { ok: false, refusal: 'held-by-another' };
  const { actor, apiKey, ...facts } = node;
  const keyCiphertext = fleet.secrets.seal(apiKey, nodeKeyContext(nodeId));
  const isAdded = await shop.db.transaction('add-node', async (tx) => {
    const { inbounds } = report;
    const row = { ...facts, nodeId, keyCiphertext, inbounds, createdAt: shop.clock.now() };
    if (!(await insertNode(tx, row))) return false;
    await auditOrder(shop, tx, { actor, action: 'node-added', node: row });
    await lookAgain(shop, tx, nodeId);
    return true;
  });
  if (!isAdded) return { ok: false, refusal: 'name-or-url-taken' };
  return { ok: true, nodeId, core: `${report.core.kind} ${report.core.version}`.trim() };
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
