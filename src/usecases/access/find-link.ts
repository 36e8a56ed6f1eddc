import { buildVlessLink, LINK_NAME } from '../../domain/connections/vless-link.ts';
import { listNodesOf } from '../../store/fleet/nodes.ts';
import type { Shop } from '../shop.ts';

/** A share link to one of the customer's nodes, the healthiest first; null while none has told its inbounds. */
export async function findLink(
  shop: Shop,
  access: { entitlementId: string; vlessId: string },
): Promise<string | null> {
  const nodes = await listNodesOf(shop.db, access.entitlementId);
  const known = nodes.filter((node) => node.inbounds.length > 0);
  const healthy = known.filter((node) => node.isHealthy);
  const node = healthy.find((one) => one.status === 'active') ?? healthy[0] ?? known[0];
  const inbound = node?.inbounds[0];
  return inbound ? buildVlessLink(inbound, access.vlessId, LINK_NAME) : null;
}
