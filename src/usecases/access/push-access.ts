import { failpoint } from '../../lib/failpoint.ts';
import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { type Access, findAccess } from '../../store/entitlements.ts';
import { listNodes, type Node } from '../../store/nodes.ts';
import type { Shop } from '../shop.ts';
import { confirmAccess } from './confirm-access.ts';
import { type Fleet, leaseOf, targetOf } from './node-target.ts';

/**
 * Tells every node about one changed entitlement, at once. A node that cannot be told now is repaired by its
 * next check; the customer is served as soon as one node has confirmed.
 */
export async function pushAccess(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  entitlementId: string,
): Promise<void> {
  const { shop } = deps;
  const access = await findAccess(shop.db, entitlementId);
  if (!access) return;
  failpoint('push:before-node');
  const nodes = await listNodes(shop.db);
  await Promise.all(
    nodes.map(async (node) => {
      const isTold = await pushToNode(deps, node, access);
      failpoint('push:after-node');
      if (isTold && access.endsAt > shop.clock.now()) await confirmAccess(shop, [entitlementId]);
    }),
  );
  failpoint('push:after-confirm');
}

async function pushToNode(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  node: Node,
  access: Access,
): Promise<boolean> {
  if (node.leaseFence === 0n) return false;
  const isDesired = access.endsAt > deps.shop.clock.now();
  const { email, vlessId, endsAt } = access;
  const change = isDesired
    ? { upsert: [{ email, vlessId, expiresAt: endsAt }], removeEmails: [] }
    : { upsert: [], removeEmails: [email] };
  try {
    await deps.fleet.api.change(targetOf(deps.fleet, node), leaseOf(deps.fleet, node.leaseFence), change);
    return true;
  } catch (error) {
    deps.logger.warn(
      { node: node.name, error: describeError(error) },
      'a node could not be told; its check will',
    );
    return false;
  }
}
