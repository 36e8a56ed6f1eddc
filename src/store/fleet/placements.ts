import { z } from 'zod';
import type { Querier, Transaction } from '../postgres/database.ts';
import { noRow, statement } from '../postgres/statement.ts';

/** One decision about placements at a time in the whole installation. The number is arbitrary, it must not change. */
const PLACEMENT_LOCK = 7_305_801_120_004n;

const lockStatement = statement('lock-placements', noRow, 'select pg_advisory_xact_lock($1::bigint)');

/** Until the transaction ends, nobody else places: the counts that a choice was made by still hold. */
export async function lockPlacements(tx: Transaction): Promise<void> {
  await tx.query(lockStatement, [PLACEMENT_LOCK]);
}

const placementRow = z.object({ entitlementId: z.string(), nodeIds: z.array(z.string()) });
/** Where an entitlement is placed. */
export type Placement = z.infer<typeof placementRow>;

const listPlacementsStatement = statement(
  'list-placements',
  placementRow,
  `select e.id as "entitlementId",
     array(select p.node_id::text from placements p where p.entitlement_id = e.id order by p.node_id) as "nodeIds"
   from unnest($1::uuid[]) e (id)`,
);

export async function listPlacements(db: Querier, entitlementIds: string[]): Promise<Placement[]> {
  return db.query(listPlacementsStatement, [entitlementIds]);
}

const insertStatement = statement(
  'insert-placements',
  noRow,
  `insert into placements (entitlement_id, node_id, placed_at)
   select p."entitlementId", p."nodeId", $2
   from jsonb_to_recordset($1::jsonb) p ("entitlementId" uuid, "nodeId" uuid)
   order by p."entitlementId", p."nodeId" on conflict do nothing`,
);

export async function insertPlacements(
  tx: Transaction,
  placements: { entitlementId: string; nodeId: string }[],
  placedAt: Date,
): Promise<void> {
  if (placements.length > 0) await tx.query(insertStatement, [JSON.stringify(placements), placedAt]);
}

const listLivingStatement = statement(
  'list-living-entitlements',
  z.object({ entitlementId: z.string() }),
  `select entitlement_id as "entitlementId" from entitlements
   where entitlement_id > $1 and status <> 'ended' and ends_at > $2 order by entitlement_id limit $3`,
);

/** Entitlements that have not ended, by id, after the one given. */
export async function listLivingAfter(
  db: Querier,
  after: string,
  page: { now: Date; limit: number },
): Promise<string[]> {
  const rows = await db.query(listLivingStatement, [after, page.now, page.limit]);
  return rows.map(({ entitlementId }) => entitlementId);
}

const releaseEndedStatement = statement(
  'release-ended-placements',
  z.object({ entitlementId: z.string() }),
  `delete from placements p where p.entitlement_id = any (array(
     select e.entitlement_id from entitlements e
     where e.status = 'ended' and e.ends_at <= $1
       and exists (select from placements q where q.entitlement_id = e.entitlement_id)
     order by e.ends_at desc limit $2))
   returning p.entitlement_id as "entitlementId"`,
);

/** Gives up the places of who ended by `endedBy`; returns how many places that freed. */
export async function releaseEnded(tx: Transaction, endedBy: Date, limit: number): Promise<number> {
  return (await tx.query(releaseEndedStatement, [endedBy, limit])).length;
}

const releaseNodeStatement = statement(
  'release-placements-of-node',
  noRow,
  'delete from placements where node_id = $1',
);

export async function releaseNode(tx: Transaction, nodeId: string): Promise<void> {
  await tx.query(releaseNodeStatement, [nodeId]);
}

const countStrandedStatement = statement(
  'count-stranded-by-node',
  z.object({ count: z.bigint() }),
  `select count(*) from placements p join entitlements e using (entitlement_id)
   where p.node_id = $1 and e.ends_at > $2 and not exists (
     select from placements o join nodes n on n.node_id = o.node_id
     where o.entitlement_id = p.entitlement_id and o.node_id <> $1
       and n.status in ('active', 'draining') and n.dead_at is null)`,
);

/** How many paying customers have no other living node. */
export async function countStranded(db: Querier, nodeId: string, now: Date): Promise<number> {
  return Number((await db.query(countStrandedStatement, [nodeId, now]))[0]?.count ?? 0n);
}
