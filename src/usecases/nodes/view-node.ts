import { findNode } from '../../store/fleet/nodes.ts';
import { countStranded } from '../../store/fleet/placements.ts';
import type { Shop } from '../shop.ts';
import { type NodeView, viewNode } from './list-nodes.ts';

/** One node as an operator sees it; null: there is none, or none any more. */
export async function findNodeView(shop: Shop, nodeId: string): Promise<NodeView | null> {
  const node = await findNode(shop.db, nodeId);
  return node && node.status !== 'removed' ? viewNode(node) : null;
}

/** The same, with how many paying customers would be without a server if it were gone. */
export async function findNodeAtStake(
  shop: Shop,
  nodeId: string,
): Promise<{ node: NodeView; stranded: number } | null> {
  const node = await findNodeView(shop, nodeId);
  return node && { node, stranded: await countStranded(shop.db, nodeId, shop.clock.now()) };
}
