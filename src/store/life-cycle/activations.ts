import { z } from 'zod';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const dueRow = z.object({ entitlementId: z.string(), attempts: z.number() });

const lockDueStatement = statement(
  'lock-due-activations',
  dueRow,
  `select entitlement_id as "entitlementId", activation_attempts as attempts from entitlements
   where status = 'provisioning' and next_activation_at <= $1
   order by next_activation_at limit $2 for update skip locked`,
);

/** What was given and no node honours yet, and whose pause is over; `attempts` so far. */
export async function lockDueActivations(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<z.infer<typeof dueRow>[]> {
  return tx.query(lockDueStatement, [now, limit]);
}

const saveTriesStatement = statement(
  'save-activation-tries',
  noRow,
  `update entitlements e set activation_attempts = e.activation_attempts + 1, next_activation_at = n.next_at
   from unnest($1::uuid[], $2::timestamptz[]) n (entitlement_id, next_at) where e.entitlement_id = n.entitlement_id`,
);

/** Counts one more try of each, and notes when the next is due. */
export async function saveActivationTries(
  tx: Transaction,
  tries: { entitlementId: string; nextAt: Date }[],
): Promise<void> {
  await tx.query(saveTriesStatement, [
    tries.map(({ entitlementId }) => entitlementId),
    tries.map(({ nextAt }) => nextAt),
  ]);
}

const stuckRow = z.object({
  entitlementId: z.string(),
  telegramId: z.bigint(),
  attempts: z.number(),
  since: moment,
  count: z.bigint(),
});
/** Paid for, and no node honours it. `count`: how many there are in all. */
export type StuckActivation = z.infer<typeof stuckRow>;

const listStuckStatement = statement(
  'list-stuck-activations',
  stuckRow,
  `select e.entitlement_id as "entitlementId", c.telegram_id as "telegramId", e.activation_attempts as attempts,
     coalesce(e.end_decided_at, e.starts_at) as since, count(*) over () as count
   from entitlements e join customers c on c.customer_id = e.customer_id
   where e.status = 'provisioning' and e.ends_at > $1
     and (e.activation_attempts >= $2 or coalesce(e.end_decided_at, e.starts_at) < $3)
   order by since limit $4`,
);

/** The longest waiting first. `attempts`, `before`: stuck is what was tried so often, or waits since before. */
export async function listStuckActivations(
  db: Querier,
  stuck: { now: Date; attempts: number; before: Date; limit: number },
): Promise<StuckActivation[]> {
  return db.query(listStuckStatement, [stuck.now, stuck.attempts, stuck.before, stuck.limit]);
}

/** What has begun by $1 and no node honours yet. */
const WAITS = `status = 'provisioning' and ends_at > $1 and starts_at <= $1 and suspended_at is null`;

const countUnconfirmedStatement = statement(
  'count-unconfirmed-entitlements',
  z.object({ count: z.bigint(), oldestAt: moment.nullable() }),
  `select count(*) as count, min(starts_at) as "oldestAt" from entitlements where ${WAITS}`,
);

/** What has begun and no node honours yet, and when the oldest of it began. */
export async function countUnconfirmed(
  db: Querier,
  now: Date,
): Promise<{ count: number; oldestAt: Date | null }> {
  const [row] = await db.query(countUnconfirmedStatement, [now]);
  return { count: Number(row?.count ?? 0n), oldestAt: row?.oldestAt ?? null };
}

const waitingRow = z.object({
  entitlementId: z.string(),
  telegramId: z.bigint(),
  name: z.string(),
  attempts: z.number(),
  since: moment,
});
/** What has begun and no node honours yet, and whose it is. */
export type WaitingActivation = z.infer<typeof waitingRow>;

const listWaitingStatement = statement(
  'list-waiting-activations',
  waitingRow,
  `select w.entitlement_id as "entitlementId", c.telegram_id as "telegramId",
     coalesce('@' || c.username, c.first_name) as name, w.activation_attempts as attempts, w.since
   from (select *, coalesce(end_decided_at, starts_at) as since from entitlements
     where ${WAITS} order by since, entitlement_id limit $2 offset $3) w
   join customers c on c.customer_id = w.customer_id order by w.since, w.entitlement_id`,
);

/** A page of what `countUnconfirmed` counts, the longest waiting first. */
export async function listWaitingActivations(
  db: Querier,
  page: { now: Date; limit: number; offset: number },
): Promise<WaitingActivation[]> {
  return db.query(listWaitingStatement, [page.now, page.limit, page.offset]);
}

const lockWaitingStatement = statement(
  'lock-waiting-activation',
  dueRow.extend({ customerId: z.string() }),
  `select entitlement_id as "entitlementId", customer_id as "customerId", activation_attempts as attempts
   from entitlements where ${WAITS} and entitlement_id = $2 for update`,
);

/** Null: it does not wait, or not any more. */
export async function lockWaitingActivation(
  tx: Transaction,
  entitlementId: string,
  now: Date,
): Promise<{ entitlementId: string; customerId: string; attempts: number } | null> {
  return (await tx.query(lockWaitingStatement, [now, entitlementId]))[0] ?? null;
}

const makeDueStatement = statement(
  'make-activations-due',
  z.object({ entitlementId: z.string() }),
  `update entitlements set next_activation_at = $1
   where ${WAITS} and (next_activation_at is null or next_activation_at > $1)
   returning entitlement_id as "entitlementId"`,
);

/** Ends the pauses of everything that waits; returns how many there were. */
export async function makeActivationsDue(tx: Transaction, now: Date): Promise<number> {
  return (await tx.query(makeDueStatement, [now])).length;
}
