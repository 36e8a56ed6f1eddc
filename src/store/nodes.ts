import { z } from 'zod';
import type { NodeInbound } from '../ports/node-api.ts';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

/** A server with Xray. `keyCiphertext` opens with the secret box, context `nodes.key:<nodeId>`. */
export type Node = {
  nodeId: string;
  name: string;
  url: string;
  keyCiphertext: Buffer;
  status: 'active' | 'draining' | 'removed';
  location: string;
  inbounds: NodeInbound[];
  core: string | null;
  leaseFence: bigint;
  isHealthy: boolean;
  checkedAt: Date | null;
};

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
});

const nodeRow = z.object({
  nodeId: z.string(),
  name: z.string(),
  url: z.string(),
  keyCiphertext: z.instanceof(Buffer),
  status: z.enum(['active', 'draining', 'removed']),
  location: z.string(),
  inbounds: z.array(inbound),
  core: z.string().nullable(),
  leaseFence: z.bigint(),
  isHealthy: z.boolean(),
  checkedAt: moment.nullable(),
});
const COLUMNS = `n.node_id as "nodeId", n.name, n.url, n.key_ciphertext as "keyCiphertext", n.status,
  n.location, n.inbounds, n.core, n.lease_fence as "leaseFence", n.is_healthy as "isHealthy",
  n.checked_at as "checkedAt"`;

const listNodesStatement = statement(
  'list-nodes',
  nodeRow,
  `select ${COLUMNS} from nodes n where n.status <> 'removed' order by n.created_at`,
);

/** Every node that serves customers, oldest first. */
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
  `update nodes set url = $2, key_ciphertext = $3, status = 'active' where node_id = $1`,
);

/** The same node at a new address or with a new key. */
export async function moveNode(
  tx: Querier,
  node: { nodeId: string; url: string; keyCiphertext: Buffer },
): Promise<void> {
  await tx.query(moveNodeStatement, [node.nodeId, node.url, node.keyCiphertext]);
}

const recordReportStatement = statement(
  'record-node-report',
  noRow,
  `update nodes set inbounds = coalesce($2, inbounds), core = coalesce($3, core), is_healthy = $4, checked_at = $5
   where node_id = $1`,
);

/** What a check found; a node that did not answer keeps its last known inbounds. */
export async function recordNodeReport(
  db: Querier,
  report: {
    nodeId: string;
    inbounds: NodeInbound[] | null;
    core: string | null;
    isHealthy: boolean;
    now: Date;
  },
): Promise<void> {
  await db.query(recordReportStatement, [
    report.nodeId,
    report.inbounds === null ? null : JSON.stringify(report.inbounds),
    report.core,
    report.isHealthy,
    report.now,
  ]);
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
