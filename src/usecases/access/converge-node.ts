import { nextHealth } from '../../domain/fleet/node-health.ts';
import { describeError, isFault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { NodeReport } from '../../ports/node-api.ts';
import { listWaitingOfNode } from '../../store/fleet/desired-credentials.ts';
import {
  claimNodeLease,
  findNode,
  lockNodeHealth,
  type Node,
  raiseNodeFence,
  recordNodeCheck,
  recordNodeReport,
} from '../../store/fleet/nodes.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';
import { confirmAccess } from './confirm-access.ts';
import { desiredSourceOf } from './desired-source.ts';
import { type Fleet, leaseOf, NODE_LEASE_MS, targetOf } from './node-target.ts';
import { promiseSpread } from './spread-placements.ts';

type Deps = { shop: Shop; fleet: Fleet; logger: Logger };

/** What a node that answered was found to run. */
type Look = { isInStep: boolean; report: NodeReport };

/**
 * Compares a node with what it should run and repairs the difference; what it then honours is confirmed to
 * its customers. Only the process that holds the node's lease does this.
 * `off`: provisioning is switched off, so nothing is known of the node either.
 * `away`: another process holds the lease, or the node cannot be reached (recorded, tried again by schedule).
 */
export async function convergeNode(deps: Deps, nodeId: string): Promise<'converged' | 'away' | 'off'> {
  const { shop, fleet, logger } = deps;
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) return 'off';
  const now = shop.clock.now();
  const until = new Date(now.getTime() + NODE_LEASE_MS);
  const fence = await claimNodeLease(shop.db, { nodeId, workerId: fleet.workerId, now, until });
  const node = await findNode(shop.db, nodeId);
  if (fence === null || !node) return 'away';
  const facts = { component: 'nodes', operation: 'converge', node: node.name };
  try {
    // Read before the node is: whoever waits now is in what it is compared with.
    const waiting = await listWaitingOfNode(shop.db, nodeId, now);
    const { isInStep, report } = await convergeAsHolder(deps, node, fence);
    await recordCheck(shop, nodeId, { report, isInStep });
    if (!isInStep) logger.warn({ ...facts, outcome: 'degraded' }, 'a node does not run what it should yet');
    if (isInStep && node.status !== 'disabled') await confirmAccess(shop, waiting);
    return 'converged';
  } catch (error) {
    logger.warn({ ...facts, outcome: 'failed', error: describeError(error) }, 'a node could not be checked');
    await recordCheck(shop, nodeId, null);
    return 'away';
  }
}

/**
 * An agent that has seen a higher fence from this very installation proves that the database was restored from an
 * older day: the fence is raised past it.
 */
async function convergeAsHolder({ shop, fleet }: Deps, node: Node, fence: bigint): Promise<Look> {
  const target = targetOf(fleet, node);
  const source = desiredSourceOf(shop, node);
  try {
    return await fleet.api.converge(target, leaseOf(fleet, fence), source);
  } catch (error) {
    if (!isFault(error, 'node-lease-held')) throw error;
    const { lease: held } = await fleet.api.inspect(target);
    if (held?.owner !== fleet.fleetId) throw error;
    const raise = { nodeId: node.nodeId, workerId: fleet.workerId, above: held.fence };
    const raised = await raiseNodeFence(shop.db, raise);
    if (raised === null) throw error;
    return fleet.api.converge(target, leaseOf(fleet, raised), source);
  }
}

/** A node that has just been given up for lost makes its customers' places be looked at. */
async function recordCheck(shop: Shop, nodeId: string, look: Look | null): Promise<void> {
  const report = look?.report;
  await shop.db.transaction('record-check', async (tx) => {
    const before = await lockNodeHealth(tx, nodeId);
    if (!before) return;
    const at = shop.clock.now();
    const health = nextHealth(before, { isGood: report?.core.isRunning === true, at });
    await recordNodeCheck(tx, nodeId, { ...health, checkedAt: at, isInStep: look?.isInStep === true });
    if (report) {
      const core = `${report.core.kind} ${report.core.version}`.trim();
      await recordNodeReport(tx, nodeId, { ...report, core });
    }
    const isDead = health.deadAt !== null;
    if (isDead !== (before.deadAt !== null)) await promiseSpread(shop, tx);
  });
}
