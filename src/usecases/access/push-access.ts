import { isServedAt } from '../../domain/entitlements.ts';
import { failpoint } from '../../lib/failpoint.ts';
import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { since } from '../../lib/telemetry/log-facts.ts';
import type { DesiredCredential } from '../../ports/node-api.ts';
import { type Access, findAccess } from '../../store/entitlements.ts';
import { listCredentials } from '../../store/fleet/credentials.ts';
import { listNodesOf, type Node } from '../../store/fleet/nodes.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';
import { confirmAccess } from './confirm-access.ts';
import { type Fleet, leaseOf, targetOf } from './node-target.ts';
import { placeAccess } from './place-access.ts';

type Change = { upsert: DesiredCredential[]; removeEmails: string[] };

/**
 * Places a changed entitlement and tells its nodes, at once. A node that cannot be told now is repaired by its
 * next check; the customer is served as soon as one node has confirmed. Returns the nodes that did not. Does nothing
 * while provisioning is switched off: tries to activate and nodes' checks make up for it.
 */
export async function pushAccess(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  entitlementId: string,
): Promise<Node[]> {
  const { shop } = deps;
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) return [];
  const access = await findAccess(shop.db, entitlementId);
  if (!access) return [];
  const isDesired = isServedAt(access, shop.clock.now());
  if (isDesired && (await placeAccess(shop, [entitlementId])))
    deps.logger.warn(
      { component: 'access', operation: 'place', outcome: 'degraded' },
      'every node is full: a customer was placed past its capacity',
    );
  failpoint('push:before-node');
  const change = await planChange(shop, access, isDesired);
  const nodes = await listNodesOf(shop.db, entitlementId);
  const told = await Promise.all(
    nodes.map(async (node) => {
      const isTold = await pushToNode(deps, node, change);
      failpoint('push:after-node');
      if (isTold && isServedAt(access, shop.clock.now())) await confirmAccess(shop, [entitlementId]);
      return isTold;
    }),
  );
  failpoint('push:after-confirm');
  return nodes.filter((_, index) => !told[index]);
}

async function planChange(shop: Shop, access: Access, isDesired: boolean): Promise<Change> {
  const credentials = await listCredentials(shop.db, access.entitlementId);
  const wanted = credentials.filter(({ revokedAt }) => isDesired && revokedAt === null);
  const upsert = wanted.map(({ email, vlessId }) => ({ email, vlessId, expiresAt: access.endsAt }));
  const unwanted = credentials.filter((one) => !wanted.includes(one));
  return { upsert, removeEmails: unwanted.map(({ email }) => email) };
}

async function pushToNode(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  node: Node,
  change: Change,
): Promise<boolean> {
  if (node.leaseFence === 0n) return false;
  const startedAt = performance.now();
  const facts = { component: 'access', operation: 'push', node: node.name };
  try {
    await deps.fleet.api.change(targetOf(deps.fleet, node), leaseOf(deps.fleet, node.leaseFence), change);
    deps.logger.info({ ...facts, outcome: 'done', durationMs: since(startedAt) }, 'a node was told');
    return true;
  } catch (error) {
    deps.logger.warn(
      { ...facts, outcome: 'failed', durationMs: since(startedAt), error: describeError(error) },
      'a node could not be told; its check will',
    );
    return false;
  }
}
