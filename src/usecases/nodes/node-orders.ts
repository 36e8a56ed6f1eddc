import type { Node } from '../../store/fleet/nodes.ts';
import { addJob } from '../../store/jobs.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { promiseSpread } from '../access/spread-placements.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** What an operator did to a node. */
export type NodeOrder = { actor: string; action: string; node: Pick<Node, 'nodeId' | 'name' | 'url'> };

export async function auditOrder(shop: Shop, tx: Transaction, order: NodeOrder): Promise<void> {
  const { actor, action, node } = order;
  await recordAct(shop, tx, {
    actor,
    action,
    details: { nodeId: node.nodeId, name: node.name, url: node.url },
  });
}

/** Has a node checked at once, and the places of customers looked at. */
export async function lookAgain(shop: Shop, tx: Transaction, nodeId: string): Promise<void> {
  await promiseCheck(tx, nodeId);
  await promiseSpread(shop, tx);
}

/** In the node's own queue, so that checks of it never overlap. */
export function promiseCheck(tx: Transaction, nodeId: string): Promise<void> {
  return addJob(tx, 'converge-node', { nodeId }, { queue: `node:${nodeId}` });
}
