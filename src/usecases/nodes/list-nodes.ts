import { listNodes } from '../../store/nodes.ts';
import type { Shop } from '../shop.ts';

/** A node as an operator sees it. */
export type NodeView = {
  nodeId: string;
  name: string;
  url: string;
  status: string;
  location: string;
  core: string | null;
  isHealthy: boolean;
  checkedAt: Date | null;
};

export async function viewNodes(shop: Shop): Promise<NodeView[]> {
  const nodes = await listNodes(shop.db);
  return nodes.map(({ nodeId, name, url, status, location, core, isHealthy, checkedAt }) => ({
    nodeId,
    name,
    url,
    status,
    location,
    core,
    isHealthy,
    checkedAt,
  }));
}
