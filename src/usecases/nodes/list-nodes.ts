import { listNodes, type Node } from '../../store/fleet/nodes.ts';
import type { Shop } from '../shop.ts';

/** A node as an operator sees it. `dead`: down for so long that its customers got another one. */
export type NodeView = Pick<
  Node,
  | 'nodeId'
  | 'name'
  | 'url'
  | 'status'
  | 'location'
  | 'weight'
  | 'capacity'
  | 'placedCount'
  | 'core'
  | 'configProblem'
  | 'isHealthy'
  | 'checkedAt'
  | 'inStepAt'
  | 'downSince'
> & { health: 'healthy' | 'down' | 'dead' | 'unchecked' };

export async function viewNodes(shop: Shop): Promise<NodeView[]> {
  return (await listNodes(shop.db)).map(viewNode);
}

/** Without its key and what the fleet alone needs. */
export function viewNode(node: Node): NodeView {
  const { keyCiphertext, leaseFence, inbounds, failedChecks, goodChecks, ...seen } = node;
  return { ...seen, health: healthOf(node) };
}

function healthOf(node: Pick<Node, 'isHealthy' | 'deadAt' | 'checkedAt'>): NodeView['health'] {
  if (node.isHealthy) return 'healthy';
  if (node.checkedAt === null) return 'unchecked';
  return node.deadAt === null ? 'down' : 'dead';
}
