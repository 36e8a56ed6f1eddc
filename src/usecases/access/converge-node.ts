import { describeError, isFault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { NodeLease, NodeReport, NodeTarget } from '../../ports/node-api.ts';
import { type Access, listDesiredAccess } from '../../store/entitlements.ts';
import { claimNodeLease, findNode, type Node, raiseNodeFence, recordNodeReport } from '../../store/nodes.ts';
import type { Shop } from '../shop.ts';
import { confirmAccess } from './confirm-access.ts';
import { type Fleet, leaseOf, NODE_LEASE_MS, targetOf } from './node-target.ts';

/** A set that changes while it is being applied is looked at again, at most this often in one check. */
const MAX_PASSES = 5;

/**
 * Compares a node with what it should run and repairs the difference; what it then honours is confirmed to
 * its customers. Only the process that holds the node's lease does this.
 * `away`: another process holds the lease, or the node cannot be reached (recorded, tried again by schedule).
 */
export async function convergeNode(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  nodeId: string,
): Promise<'converged' | 'away'> {
  const { shop, fleet, logger } = deps;
  const now = shop.clock.now();
  const until = new Date(now.getTime() + NODE_LEASE_MS);
  const fence = await claimNodeLease(shop.db, { nodeId, workerId: fleet.workerId, now, until });
  const node = await findNode(shop.db, nodeId);
  if (fence === null || !node) return 'away';
  try {
    const { report, honoured } = await repair(deps, node, fence);
    await recordNodeReport(shop.db, {
      nodeId,
      inbounds: report.inbounds,
      core: `${report.core.kind} ${report.core.version}`.trim(),
      isHealthy: report.core.isRunning,
      now: shop.clock.now(),
    });
    if (report.core.isRunning) await confirmAccess(shop, waitingIn(honoured));
    return 'converged';
  } catch (error) {
    logger.warn({ node: node.name, error: describeError(error) }, 'a node could not be checked');
    const unreached = { inbounds: null, core: null, isHealthy: false, now: shop.clock.now() };
    await recordNodeReport(shop.db, { nodeId, ...unreached });
    return 'away';
  }
}

/**
 * A purchase may add a credential between our reading of the set and the node's applying it; the node would
 * lose it for a moment. So after every repair the set is read again, until a check finds nothing to do.
 */
async function repair(
  deps: { shop: Shop; fleet: Fleet },
  node: Node,
  fence: bigint,
): Promise<{ report: NodeReport; honoured: Access[] }> {
  const { shop, fleet } = deps;
  const target = targetOf(fleet, node);
  const lease = await takeNode(deps, { node, target, fence });
  for (let pass = 1; ; pass += 1) {
    const desired = await listDesiredAccess(shop.db, shop.clock.now());
    const credentials = desired.map(({ email, vlessId, endsAt }) => ({ email, vlessId, expiresAt: endsAt }));
    const { changed, report } = await fleet.api.converge(target, lease, credentials);
    if (!changed || pass === MAX_PASSES) return { report, honoured: desired };
  }
}

/**
 * Tells the agent that we hold the lease. An agent that has seen a higher fence from this very installation
 * proves that the database was restored from an older day: the fence is raised past it.
 */
async function takeNode(
  deps: { shop: Shop; fleet: Fleet },
  claim: { node: Node; target: NodeTarget; fence: bigint },
): Promise<NodeLease> {
  const { shop, fleet } = deps;
  const lease = leaseOf(fleet, claim.fence);
  try {
    await fleet.api.lease(claim.target, lease);
    return lease;
  } catch (error) {
    if (!isFault(error, 'node-lease-held')) throw error;
    const { lease: held } = await fleet.api.inspect(claim.target);
    if (held?.owner !== fleet.fleetId) throw error;
    const { nodeId } = claim.node;
    const raise = { nodeId, workerId: fleet.workerId, above: held.fence };
    const fence = await raiseNodeFence(shop.db, raise);
    if (fence === null) throw error;
    const raised = leaseOf(fleet, fence);
    await fleet.api.lease(claim.target, raised);
    return raised;
  }
}

function waitingIn(accesses: Access[]): string[] {
  return accesses.filter((access) => access.status === 'provisioning').map((access) => access.entitlementId);
}
