import { z } from 'zod';
import type { TrafficTotals } from '../../domain/traffic.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const cursorRow = z.object({
  epoch: z.string().nullable(),
  cursor: z.string().nullable(),
  onlineReadAt: moment.nullable(),
});
/** How far a node's counters have been taken in; nulls before the first page. */
export type TrafficCursor = z.infer<typeof cursorRow>;

const findCursorStatement = statement(
  'find-traffic-cursor',
  z.object({ cursor: z.string().nullable() }),
  'select cursor from node_traffic_cursors where node_id = $1',
);

/** What the node's next page is to be asked with. */
export async function findTrafficCursor(db: Querier, nodeId: string): Promise<string | null> {
  return (await db.query(findCursorStatement, [nodeId]))[0]?.cursor ?? null;
}

const openCursorStatement = statement(
  'open-traffic-cursor',
  noRow,
  'insert into node_traffic_cursors (node_id) values ($1) on conflict do nothing',
);

const lockCursorStatement = statement(
  'lock-traffic-cursor',
  cursorRow,
  `select epoch, cursor, online_read_at as "onlineReadAt" from node_traffic_cursors where node_id = $1 for update`,
);

/** Whoever holds this takes in a page of the node; others wait and then see how far it came. */
export async function lockTrafficCursor(tx: Transaction, nodeId: string): Promise<TrafficCursor> {
  await tx.query(openCursorStatement, [nodeId]);
  const [row] = await tx.query(lockCursorStatement, [nodeId]);
  if (!row) throw new Error('a cursor vanished right after being added');
  return row;
}

const moveCursorStatement = statement(
  'move-traffic-cursor',
  noRow,
  `update node_traffic_cursors set epoch = $2, cursor = $3, read_at = $4, online_read_at = $5 where node_id = $1`,
);

export async function moveTrafficCursor(
  tx: Transaction,
  move: { nodeId: string; epoch: string; cursor: string; readAt: Date; onlineReadAt: Date | null },
): Promise<void> {
  await tx.query(moveCursorStatement, [move.nodeId, move.epoch, move.cursor, move.readAt, move.onlineReadAt]);
}

/** Whose a node's counters are. */
type Count = { nodeId: string; epoch: string };

const listTotalsStatement = statement(
  'list-node-traffic',
  z.object({ email: z.string(), counter: z.bigint(), uplinkBytes: z.bigint(), downlinkBytes: z.bigint() }),
  `select email, counter, uplink_bytes as "uplinkBytes", downlink_bytes as "downlinkBytes" from node_traffic
   where node_id = $1 and epoch = $2 and email = any ($3::text[])`,
);

/** Totals taken in before, of these e-mails. */
export async function listNodeTraffic(
  tx: Transaction,
  { nodeId, epoch }: Count,
  emails: string[],
): Promise<Map<string, TrafficTotals>> {
  const rows = await tx.query(listTotalsStatement, [nodeId, epoch, emails]);
  return new Map(rows.map(({ email, ...totals }) => [email, totals]));
}

const ownerRow = z.object({ email: z.string(), entitlementId: z.string(), customerId: z.string() });
/** Whose traffic an e-mail carries; a revoked credential's is still its customer's. */
export type TrafficOwner = Omit<z.infer<typeof ownerRow>, 'email'>;

const listOwnersStatement = statement(
  'list-traffic-owners',
  ownerRow,
  `select email, entitlement_id as "entitlementId", customer_id as "customerId" from credentials
   where email = any ($1::text[])`,
);

export async function listTrafficOwners(
  tx: Transaction,
  emails: string[],
): Promise<Map<string, TrafficOwner>> {
  const rows = await tx.query(listOwnersStatement, [emails]);
  return new Map(rows.map(({ email, ...owner }) => [email, owner]));
}

const saveTotalsStatement = statement(
  'save-node-traffic',
  noRow,
  `insert into node_traffic (node_id, epoch, email, customer_id, counter, uplink_bytes, downlink_bytes, counted_at)
   select $1, $2, t.email, t.customer_id, t.counter, t.uplink, t.downlink, $3
   from unnest($4::text[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[])
     t (email, customer_id, counter, uplink, downlink)
   on conflict (node_id, epoch, email) do update
     set counter = excluded.counter, uplink_bytes = excluded.uplink_bytes, customer_id = excluded.customer_id,
       downlink_bytes = excluded.downlink_bytes, counted_at = excluded.counted_at`,
);

/** The cursor's lock keeps others from writing the same rows. E-mails are distinct. */
export async function saveNodeTraffic(
  tx: Transaction,
  { nodeId, epoch, at }: Count & { at: Date },
  totals: (TrafficTotals & { email: string; customerId: string | null })[],
): Promise<void> {
  await tx.query(saveTotalsStatement, [
    nodeId,
    epoch,
    at,
    totals.map(({ email }) => email),
    totals.map(({ customerId }) => customerId),
    totals.map(({ counter }) => counter),
    totals.map(({ uplinkBytes }) => uplinkBytes),
    totals.map(({ downlinkBytes }) => downlinkBytes),
  ]);
}

export type TrafficGapKind = 'new-epoch' | 'counter-went-back' | 'unknown-email';
/** Bytes that may be missing from what customers used (`new-epoch`, `counter-went-back`) or are (`unknown-email`). */
export type NewTrafficGap = {
  gapId: string;
  kind: TrafficGapKind;
  email: string | null;
  customerId: string | null;
  uncountedBytes: bigint;
  details: Record<string, string | null>;
};

const insertGapsStatement = statement(
  'insert-traffic-gaps',
  z.object({ isNew: z.boolean() }),
  `insert into traffic_gaps (gap_id, node_id, epoch, kind, email, customer_id, uncounted_bytes, details, noticed_at)
   select g.gap_id, $1, $2, g.kind, g.email, g.customer_id, g.bytes, g.details, $3
   from unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::bigint[], $9::jsonb[])
     g (gap_id, kind, email, customer_id, bytes, details)
   on conflict (node_id, epoch, email) where kind = 'unknown-email' do update
     set uncounted_bytes = traffic_gaps.uncounted_bytes + excluded.uncounted_bytes
   returning xmax = 0 as "isNew"`,
);

/** An unknown e-mail has one gap that grows. Returns how many gaps are new. */
export async function insertTrafficGaps(
  tx: Transaction,
  { nodeId, epoch, at }: Count & { at: Date },
  gaps: NewTrafficGap[],
): Promise<number> {
  const rows = await tx.query(insertGapsStatement, [
    nodeId,
    epoch,
    at,
    gaps.map(({ gapId }) => gapId),
    gaps.map(({ kind }) => kind),
    gaps.map(({ email }) => email),
    gaps.map(({ customerId }) => customerId),
    gaps.map(({ uncountedBytes }) => uncountedBytes),
    gaps.map(({ details }) => JSON.stringify(details)),
  ]);
  return rows.filter(({ isNew }) => isNew).length;
}

const gapRow = z.object({
  node: z.string(),
  kind: z.enum(['new-epoch', 'counter-went-back', 'unknown-email']),
  email: z.string().nullable(),
  customerId: z.string().nullable(),
  uncountedBytes: z.bigint(),
  details: z.record(z.string(), z.string().nullable()),
  noticedAt: moment,
});
export type TrafficGap = z.infer<typeof gapRow>;

const listGapsStatement = statement(
  'list-traffic-gaps',
  gapRow,
  `select n.name as node, g.kind, g.email, g.customer_id as "customerId", g.uncounted_bytes as "uncountedBytes",
     g.details, g.noticed_at as "noticedAt"
   from traffic_gaps g join nodes n using (node_id) order by g.noticed_at desc limit $1`,
);

/** Newest first. */
export async function listTrafficGaps(db: Querier, limit: number): Promise<TrafficGap[]> {
  return db.query(listGapsStatement, [limit]);
}
