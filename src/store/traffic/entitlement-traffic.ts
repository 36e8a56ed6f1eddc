import { z } from 'zod';
import type { ResetRule } from '../../domain/traffic.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const idRow = z.object({ entitlementId: z.string() });

const openStatement = statement(
  'open-entitlement-traffic',
  noRow,
  `insert into entitlement_traffic (entitlement_id, customer_id, period_started_at, anchored_at)
   select entitlement_id, customer_id, $2, $2 from entitlements where entitlement_id = any ($1::uuid[])
   order by entitlement_id on conflict do nothing`,
);

const lockStatement = statement(
  'lock-entitlement-traffic',
  idRow,
  `select entitlement_id as "entitlementId" from entitlement_traffic where entitlement_id = any ($1::uuid[])
   order by entitlement_id for update`,
);

/**
 * Locks what these entitlements used, from now on where nothing was counted yet. Always in the order of ids:
 * two nodes that tell of the same customers at once would wait for each other for ever otherwise.
 */
export async function lockEntitlementTraffic(
  tx: Transaction,
  entitlementIds: string[],
  now: Date,
): Promise<void> {
  await tx.query(openStatement, [entitlementIds, now]);
  await tx.query(lockStatement, [entitlementIds]);
}

const addStatement = statement(
  'add-entitlement-traffic',
  noRow,
  `update entitlement_traffic t set used_bytes = t.used_bytes + u.bytes,
     online_at = case when u.is_online then $1 else t.online_at end
   from unnest($2::uuid[], $3::bigint[], $4::boolean[]) u (entitlement_id, bytes, is_online)
   where t.entitlement_id = u.entitlement_id`,
);

export type Usage = { entitlementId: string; bytes: bigint; isOnline: boolean };

/** Ids are distinct and locked. */
export async function addEntitlementTraffic(tx: Transaction, usage: Usage[], now: Date): Promise<void> {
  await tx.query(addStatement, [
    now,
    usage.map(({ entitlementId }) => entitlementId),
    usage.map(({ bytes }) => bytes),
    usage.map(({ isOnline }) => isOnline),
  ]);
}

const suspensionRow = z.object({
  entitlementId: z.string(),
  customerId: z.string(),
  isSuspended: z.boolean(),
  periodStartedAt: moment,
  limitBytes: z.bigint().nullable(),
});
/** An entitlement whose traffic is used up, or no longer is. */
export type Suspension = z.infer<typeof suspensionRow>;

const suspendStatement = statement(
  'suspend-entitlements',
  suspensionRow,
  `update entitlements e set suspended_at = case when t.is_used_up then $2::timestamptz end
   from (select *, coalesce(used_bytes >= limit_bytes and (resets_at is null or resets_at > $2), false) as is_used_up
     from entitlement_traffic) t
   where t.entitlement_id = e.entitlement_id and e.entitlement_id = any ($1::uuid[])
     and t.is_used_up <> (e.suspended_at is not null)
   returning e.entitlement_id as "entitlementId", e.customer_id as "customerId",
     e.suspended_at is not null as "isSuspended", t.period_started_at as "periodStartedAt",
     t.limit_bytes as "limitBytes"`,
);

/**
 * Brings `suspended_at` in step with use and limit; returns what has changed. A period that is over suspends nobody:
 * it is about to begin anew. Lock their traffic first.
 */
export async function suspendEntitlements(
  tx: Transaction,
  entitlementIds: string[],
  now: Date,
): Promise<Suspension[]> {
  return tx.query(suspendStatement, [entitlementIds, now]);
}

const usageRow = z.object({
  usedBytes: z.bigint(),
  limitBytes: z.bigint().nullable(),
  resetRule: z.enum(['never', 'monthly']),
  anchoredAt: moment,
  resetsAt: moment.nullable(),
  onlineAt: moment.nullable(),
  isSuspended: z.boolean(),
});
export type EntitlementTraffic = z.infer<typeof usageRow>;

const findStatement = statement(
  'find-entitlement-traffic',
  usageRow,
  `select t.used_bytes as "usedBytes", t.limit_bytes as "limitBytes", t.reset_rule as "resetRule",
     t.anchored_at as "anchoredAt", t.resets_at as "resetsAt", t.online_at as "onlineAt",
     e.suspended_at is not null as "isSuspended"
   from entitlement_traffic t join entitlements e using (entitlement_id) where t.entitlement_id = $1`,
);

export async function findEntitlementTraffic(
  db: Querier,
  entitlementId: string,
): Promise<EntitlementTraffic | null> {
  return (await db.query(findStatement, [entitlementId]))[0] ?? null;
}

const onlineReadStatement = statement(
  'find-online-reading',
  z.object({ readAt: moment.nullable() }),
  'select max(online_read_at) as "readAt" from node_traffic_cursors',
);

/** When a node last told who is online; null: none can. */
export async function findOnlineReading(db: Querier): Promise<Date | null> {
  return (await db.query(onlineReadStatement, []))[0]?.readAt ?? null;
}

const limitStatement = statement(
  'set-traffic-limit',
  noRow,
  `update entitlement_traffic set limit_bytes = $2, reset_rule = $3, anchored_at = $4, resets_at = $5
   where entitlement_id = $1`,
);

export async function saveTrafficLimit(
  tx: Transaction,
  limit: {
    entitlementId: string;
    limitBytes: bigint | null;
    resetRule: ResetRule;
    anchoredAt: Date;
    resetsAt: Date | null;
  },
): Promise<void> {
  const { entitlementId, limitBytes, resetRule, anchoredAt, resetsAt } = limit;
  await tx.query(limitStatement, [entitlementId, limitBytes, resetRule, anchoredAt, resetsAt]);
}

const lockDueStatement = statement(
  'lock-due-traffic-resets',
  z.object({ entitlementId: z.string(), anchoredAt: moment }),
  `select entitlement_id as "entitlementId", anchored_at as "anchoredAt" from entitlement_traffic
   where resets_at <= $1 order by resets_at limit $2 for update skip locked`,
);

/** Periods that are over; one that somebody counts into at this moment is left for the next look. */
export async function lockDueResets(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<{ entitlementId: string; anchoredAt: Date }[]> {
  return tx.query(lockDueStatement, [now, limit]);
}

const resetStatement = statement(
  'reset-entitlement-traffic',
  noRow,
  `update entitlement_traffic set used_bytes = 0, period_started_at = $2, resets_at = $3 where entitlement_id = $1`,
);

export async function resetEntitlementTraffic(
  tx: Transaction,
  period: { entitlementId: string; startedAt: Date; resetsAt: Date },
): Promise<void> {
  await tx.query(resetStatement, [period.entitlementId, period.startedAt, period.resetsAt]);
}
