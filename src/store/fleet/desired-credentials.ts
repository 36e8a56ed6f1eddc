import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { moment, statement } from '../postgres/statement.ts';

const horizonStatement = statement(
  'read-revision-horizon',
  z.object({ horizon: z.string() }),
  'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon',
);

/**
 * The revision to go on from after reading what is visible now: everything of an earlier one is visible, and what
 * is still being written has this one or a later one.
 */
export async function readRevisionHorizon(db: Querier): Promise<string> {
  const [row] = await db.query(horizonStatement, []);
  if (!row) throw new Error('a snapshot without a horizon');
  return row.horizon;
}

const desiredRow = z.object({
  entitlementId: z.string(),
  credentials: z.array(z.object({ email: z.string(), vlessId: z.string() })),
  endsAt: moment,
});
/** What a node should hold for one entitlement until it ends; nothing when `credentials` is empty. */
export type DesiredRow = z.infer<typeof desiredRow>;

const HELD = `coalesce((select jsonb_agg(jsonb_build_object('email', c.email, 'vlessId', c.vless_id))
     from credentials c where c.entitlement_id = e.entitlement_id and c.revoked_at is null
       and e.suspended_at is null), '[]')`;

const listPlacedStatement = statement(
  'list-desired-of-node',
  desiredRow,
  `select e.entitlement_id as "entitlementId", e.ends_at as "endsAt", ${HELD} as credentials
   from (select p.entitlement_id from placements p where p.node_id = $1 and p.entitlement_id > $2
     order by p.entitlement_id limit $3) page
   join entitlements e using (entitlement_id) order by e.entitlement_id`,
);

/** What a node should hold, by entitlement id, after the one given; who has ended is among them. */
export async function listDesiredOfNode(
  db: Querier,
  page: { nodeId: string; after: string; limit: number },
): Promise<DesiredRow[]> {
  return db.query(listPlacedStatement, [page.nodeId, page.after, page.limit]);
}

const revisedRow = desiredRow.extend({ revision: z.string() });
export type RevisedRow = z.infer<typeof revisedRow>;

const listRevisedStatement = statement(
  'list-revised-of-node',
  revisedRow,
  `select e.entitlement_id as "entitlementId", e.ends_at as "endsAt", e.revision::text as revision,
     case when p.node_id is null then '[]' else ${HELD} end as credentials
   from entitlements e left join placements p on p.entitlement_id = e.entitlement_id and p.node_id = $1
   where (e.revision, e.entitlement_id) > ($2::xid8, $3::uuid) order by e.revision, e.entitlement_id limit $4`,
);

/** What has changed after a revision and, within it, an entitlement id; in that order. */
export async function listRevisedOfNode(
  db: Querier,
  page: { nodeId: string; revision: string; after: string; limit: number },
): Promise<RevisedRow[]> {
  return db.query(listRevisedStatement, [page.nodeId, page.revision, page.after, page.limit]);
}

const listWaitingStatement = statement(
  'list-waiting-of-node',
  z.object({ entitlementId: z.string() }),
  `select e.entitlement_id as "entitlementId" from entitlements e
   where e.status = 'provisioning' and e.ends_at > $2 and e.suspended_at is null
     and exists (select from placements p where p.entitlement_id = e.entitlement_id and p.node_id = $1)`,
);

/** Entitlements placed on a node that no node has confirmed yet. */
export async function listWaitingOfNode(db: Querier, nodeId: string, now: Date): Promise<string[]> {
  const rows = await db.query(listWaitingStatement, [nodeId, now]);
  return rows.map(({ entitlementId }) => entitlementId);
}
