import { z } from 'zod';
import type { NodeHealth } from '../../domain/fleet/node-health.ts';
import type { NodeInbound } from '../../ports/node-api.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

/** A server with Xray. `keyCiphertext` opens with the secret box, context `nodes.key:<nodeId>`. */
export type Node = {
  nodeId: string;
  name: string;
  url: string;
  keyCiphertext: Buffer;
  /** `draining`: nobody new; `disabled`: it holds nothing; `removed`: forgotten. */
  status: 'active' | 'draining' | 'disabled' | 'removed';
  location: string;
  weight: number;
  capacity: number;
  /** Entitlements that are placed on it. */
  placedCount: number;
  inbounds: NodeInbound[];
  core: string | null;
  /** Why the configuration on its disk is not the one that runs. */
  configProblem: string | null;
  leaseFence: bigint;
  checkedAt: Date | null;
  /** The last look that found it equal to what it should run; until the first: when it was added. */
  inStepAt: Date;
} & NodeHealth;

const inbound = z.object({
  tag: z.string(),
  host: z.string(),
  port: z.number(),
  network: z.enum(['tcp', 'ws', 'grpc', 'xhttp']),
  security: z.enum(['none', 'tls', 'reality']),
  flow: z.enum(['', 'xtls-rprx-vision']),
  sni: z.string().exactOptional(),
  fingerprint: z.string().exactOptional(),
  publicKey: z.string().exactOptional(),
  shortId: z.string().exactOptional(),
  alpn: z.array(z.string()).exactOptional(),
  path: z.string().exactOptional(),
  hostHeader: z.string().exactOptional(),
  serviceName: z.string().exactOptional(),
  authority: z.string().exactOptional(),
  mode: z.string().exactOptional(),
});

const healthRow = z.object({
  isHealthy: z.boolean(),
  failedChecks: z.number(),
  goodChecks: z.number(),
  downSince: moment.nullable(),
  deadAt: moment.nullable(),
});
const HEALTH = `n.is_healthy as "isHealthy", n.failed_checks as "failedChecks", n.good_checks as "goodChecks",
  n.down_since as "downSince", n.dead_at as "deadAt"`;

const nodeRow = healthRow.extend({
  nodeId: z.string(),
  name: z.string(),
  url: z.string(),
  keyCiphertext: z.instanceof(Buffer),
  status: z.enum(['active', 'draining', 'disabled', 'removed']),
  location: z.string(),
  weight: z.number(),
  capacity: z.number(),
  placedCount: z.number(),
  inbounds: z.array(inbound),
  core: z.string().nullable(),
  configProblem: z.string().nullable(),
  leaseFence: z.bigint(),
  checkedAt: moment.nullable(),
  inStepAt: moment,
});
const COLUMNS = `n.node_id as "nodeId", n.name, n.url, n.key_ciphertext as "keyCiphertext", n.status,
  n.location, n.weight, n.capacity, n.placed_count as "placedCount", n.inbounds, n.core,
  n.config_problem as "configProblem", n.lease_fence as "leaseFence", n.checked_at as "checkedAt",
  coalesce(n.in_step_at, n.created_at) as "inStepAt",
  ${HEALTH}`;

const listNodesStatement = statement(
  'list-nodes',
  nodeRow,
  `select ${COLUMNS} from nodes n where n.status <> 'removed' order by n.created_at`,
);

/** Every node but those that were removed, oldest first. */
export async function listNodes(db: Querier): Promise<Node[]> {
  return db.query(listNodesStatement, []);
}

const findNodeStatement = statement(
  'find-node',
  nodeRow,
  `select ${COLUMNS} from nodes n where n.node_id = $1`,
);

export async function findNode(db: Querier, nodeId: string): Promise<Node | null> {
  return (await db.query(findNodeStatement, [nodeId]))[0] ?? null;
}

const lockNodeStatement = statement(
  'lock-node-by-name',
  nodeRow,
  `select ${COLUMNS} from nodes n where n.name = $1 and n.status <> 'removed' for update`,
);

/** The node of that name, held until the transaction ends. */
export async function lockNode(tx: Transaction, name: string): Promise<Node | null> {
  return (await tx.query(lockNodeStatement, [name]))[0] ?? null;
}

const listOfEntitlementStatement = statement(
  'list-nodes-of-entitlement',
  nodeRow,
  `select ${COLUMNS} from placements p join nodes n using (node_id)
   where p.entitlement_id = $1 and n.status in ('active', 'draining') order by n.created_at`,
);

/** The nodes that an entitlement is placed on and that serve customers, oldest first. */
export async function listNodesOf(db: Querier, entitlementId: string): Promise<Node[]> {
  return db.query(listOfEntitlementStatement, [entitlementId]);
}

const insertNodeStatement = statement(
  'insert-node',
  z.object({ nodeId: z.string() }),
  `insert into nodes (node_id, name, url, key_ciphertext, status, location, weight, capacity, inbounds,
     created_at) values ($1, $2, $3, $4, 'active', $5, $6, $7, $8, $9)
   on conflict do nothing returning node_id as "nodeId"`,
);

/** False when the name or the address is taken. */
export async function insertNode(
  tx: Querier,
  node: {
    nodeId: string;
    name: string;
    url: string;
    keyCiphertext: Buffer;
    location: string;
    weight: number;
    capacity: number;
    inbounds: NodeInbound[];
    createdAt: Date;
  },
): Promise<boolean> {
  const rows = await tx.query(insertNodeStatement, [
    node.nodeId,
    node.name,
    node.url,
    node.keyCiphertext,
    node.location,
    node.weight,
    node.capacity,
    JSON.stringify(node.inbounds),
    node.createdAt,
  ]);
  return rows.length > 0;
}

const moveNodeStatement = statement(
  'move-node',
  noRow,
  'update nodes set url = $2, key_ciphertext = $3, status = $4 where node_id = $1',
);

/** The same node at another address, with another key, or to be treated in another way. */
export async function moveNode(
  tx: Querier,
  node: { nodeId: string; url: string; keyCiphertext: Buffer; status: Node['status'] },
): Promise<void> {
  await tx.query(moveNodeStatement, [node.nodeId, node.url, node.keyCiphertext, node.status]);
}

const lockHealthStatement = statement(
  'lock-node-health',
  healthRow,
  `select ${HEALTH} from nodes n where n.node_id = $1 for update`,
);

export async function lockNodeHealth(tx: Transaction, nodeId: string): Promise<NodeHealth | null> {
  return (await tx.query(lockHealthStatement, [nodeId]))[0] ?? null;
}

const recordCheckStatement = statement(
  'record-node-check',
  noRow,
  `update nodes set is_healthy = $2, failed_checks = $3, good_checks = $4, down_since = $5, dead_at = $6,
     checked_at = $7, in_step_at = case when $8 then $7 else in_step_at end where node_id = $1`,
);

/** How a node is after a check; `isInStep`: it runs what it should. */
export async function recordNodeCheck(
  tx: Transaction,
  nodeId: string,
  check: NodeHealth & { checkedAt: Date; isInStep: boolean },
): Promise<void> {
  const { isHealthy, failedChecks, goodChecks, downSince, deadAt, checkedAt, isInStep } = check;
  const values = [isHealthy, failedChecks, goodChecks, downSince, deadAt, checkedAt, isInStep];
  await tx.query(recordCheckStatement, [nodeId, ...values]);
}

const recordReportStatement = statement(
  'record-node-report',
  noRow,
  `update nodes set inbounds = $2, core = $3, config_problem = $4, credential_count = $5 where node_id = $1`,
);

/** What a node told of itself. */
export async function recordNodeReport(
  tx: Transaction,
  nodeId: string,
  report: {
    inbounds: NodeInbound[];
    core: string;
    configProblem: string | null;
    credentialCount: number;
  },
): Promise<void> {
  const { core, configProblem, credentialCount } = report;
  const inbounds = JSON.stringify(report.inbounds);
  await tx.query(recordReportStatement, [nodeId, inbounds, core, configProblem, credentialCount]);
}

const claimLeaseStatement = statement(
  'claim-node-lease',
  z.object({ fence: z.bigint() }),
  `update nodes set lease_owner = $2, lease_until = $4,
     lease_fence = case when lease_owner = $2 and lease_until > $3 then lease_fence else lease_fence + 1 end
   where node_id = $1 and status <> 'removed'
     and (lease_owner is null or lease_owner = $2 or lease_until <= $3)
   returning lease_fence as fence`,
);

/** Takes or extends the right to check a node; the fence grows whenever the owner changes. Null: another has it. */
export async function claimNodeLease(
  db: Querier,
  lease: { nodeId: string; workerId: string; now: Date; until: Date },
): Promise<bigint | null> {
  const rows = await db.query(claimLeaseStatement, [lease.nodeId, lease.workerId, lease.now, lease.until]);
  return rows[0]?.fence ?? null;
}

const raiseFenceStatement = statement(
  'raise-node-fence',
  z.object({ fence: z.bigint() }),
  `update nodes set lease_fence = greatest(lease_fence, $3) + 1
   where node_id = $1 and lease_owner = $2 returning lease_fence as fence`,
);

/** Goes past a fence that the node has seen from us and this database has forgotten; null: the lease is lost. */
export async function raiseNodeFence(
  db: Querier,
  raise: { nodeId: string; workerId: string; above: bigint },
): Promise<bigint | null> {
  const rows = await db.query(raiseFenceStatement, [raise.nodeId, raise.workerId, raise.above]);
  return rows[0]?.fence ?? null;
}

const freeLeasesStatement = statement(
  'free-node-leases-of-worker',
  noRow,
  'update nodes set lease_owner = null, lease_until = null where lease_owner = $1',
);

export async function freeNodeLeasesOf(db: Querier, workerId: string): Promise<void> {
  await db.query(freeLeasesStatement, [workerId]);
}
