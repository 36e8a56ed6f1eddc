import { buildVlessLink } from '../../domain/connections.ts';
import { listNodes } from '../../store/nodes.ts';
import type { Shop } from '../shop.ts';

/** The name a client app shows for the connection. Source: product.md §4.2. */
const LINK_NAME = 'AtlasSecure';

/** A share link to a node, the healthiest first; null while no node has told its inbounds. */
export async function findLink(shop: Shop, access: { vlessId: string }): Promise<string | null> {
  const nodes = await listNodes(shop.db);
  const known = nodes.filter((node) => node.status === 'active' && node.inbounds.length > 0);
  const node = known.find((one) => one.isHealthy) ?? known[0];
  const inbound = node?.inbounds[0];
  return inbound ? buildVlessLink(inbound, access.vlessId, LINK_NAME) : null;
}
