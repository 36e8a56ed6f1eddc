/** Nodes of a test beside a shop in this process: agents with simulated or real cores, and what looks after them. */
import { randomBytes } from 'node:crypto';
import { systemClock } from '../../src/lib/clock.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { createSecretBox } from '../../src/lib/secrets/secret-box.ts';
import { createNodeApi } from '../../src/nodes/create-node-api.ts';
import { convergeNode } from '../../src/usecases/access/converge-node.ts';
import type { Fleet } from '../../src/usecases/access/node-target.ts';
import { pushAccess } from '../../src/usecases/access/push-access.ts';
import { spreadPlacements } from '../../src/usecases/access/spread-placements.ts';
import { addNode } from '../../src/usecases/nodes/add-node.ts';
import { apiKey, TestNode } from '../node/agent-process.ts';
import type { TestShop } from './shop.ts';

/** `clock` is the real one, because agents have no other. */
export type FleetDeps = {
  shop: TestShop;
  fleet: Fleet & { api: ReturnType<typeof createNodeApi> };
  logger: ReturnType<typeof createLogger>;
};

export function openFleet(shop: TestShop, fleetId = 'fleet-1'): FleetDeps {
  const logger = createLogger({ name: 'test', level: 'silent' });
  const secrets = createSecretBox([randomBytes(32)]);
  return {
    shop: { ...shop, clock: systemClock },
    fleet: { api: createNodeApi(), secrets, fleetId, workerId: 'worker-1' },
    logger,
  };
}

/** An agent with a simulated core, as a node of the shop. */
export async function addSimulatedNode(
  deps: FleetDeps,
  facts: { name: string; location?: string; capacity?: number; weight?: number },
): Promise<{ node: TestNode; nodeId: string }> {
  const { node } = await TestNode.plain({ NODE_CORE: 'simulated' });
  await node.start();
  const added = await addNode(deps.shop, deps.fleet, {
    actor: 'test',
    url: node.url,
    apiKey,
    location: 'NL',
    weight: 1,
    capacity: 100,
    ...facts,
  });
  if (!added.ok) throw new Error(added.refusal);
  return { node, nodeId: added.nodeId };
}

/** Does what the jobs of every entitlement and node would do. */
export async function settleFleet(deps: FleetDeps, nodeIds: string[]): Promise<void> {
  await spreadPlacements(deps);
  for (const nodeId of nodeIds) await convergeNode(deps, nodeId);
  const rows = await deps.shop.ask<{ id: string }>('select entitlement_id as id from entitlements');
  for (const { id } of rows) await pushAccess(deps, id);
}
