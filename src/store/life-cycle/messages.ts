import { z } from 'zod';
import type { LifeMessage, Period } from '../../domain/life-cycle.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const dueRow = z.object({
  entitlementId: z.string(),
  customerId: z.string(),
  startsAt: moment,
  endsAt: moment,
  decidedAt: moment,
  isReachable: z.boolean(),
  isPaid: z.boolean(),
  trialStartsAt: moment.nullable(),
});
type DueRow = z.infer<typeof dueRow>;

/** An entitlement about which something may have to be said. */
export type DueEntitlement = {
  entitlementId: string;
  customerId: string;
  isReachable: boolean;
  period: Period;
};

/*
 * What counts is where the present stretch, since starts_at, comes from: one purchase makes it paid; a trial is one
 * as long as nothing was added to it; what is left are gifts.
 */
const lockDueStatement = statement(
  'lock-due-messages',
  dueRow,
  `select e.entitlement_id as "entitlementId", e.customer_id as "customerId", e.starts_at as "startsAt",
     e.ends_at as "endsAt", coalesce(e.end_decided_at, e.starts_at) as "decidedAt", c.is_reachable as "isReachable",
     exists (select from entitlement_grants g where g.customer_id = e.customer_id and g.ends_at > e.starts_at
       and g.source in ('purchase', 'promo')) as "isPaid",
     (select g.starts_at from entitlement_grants g where g.customer_id = e.customer_id and g.source = 'trial'
       and g.ends_at = e.ends_at limit 1) as "trialStartsAt"
   from entitlements e join customers c on c.customer_id = e.customer_id
   where e.next_message_at <= $1 order by e.next_message_at limit $2 for update of e skip locked`,
);

/** Those whose moment has come, locked; what another process works on is left to it. */
export async function lockDueMessages(tx: Transaction, now: Date, limit: number): Promise<DueEntitlement[]> {
  return (await tx.query(lockDueStatement, [now, limit])).map(toDue);
}

function toDue({
  entitlementId,
  customerId,
  isReachable,
  endsAt,
  decidedAt,
  ...row
}: DueRow): DueEntitlement {
  return {
    entitlementId,
    customerId,
    isReachable,
    period: { origin: originOf(row, endsAt), endsAt, decidedAt },
  };
}

function originOf(
  row: Pick<DueRow, 'isPaid' | 'trialStartsAt' | 'startsAt'>,
  endsAt: Date,
): Period['origin'] {
  if (row.isPaid) return { kind: 'paid' };
  if (row.trialStartsAt) return { kind: 'trial', startsAt: row.trialStartsAt };
  return { kind: 'gift', durationMs: endsAt.getTime() - row.startsAt.getTime() };
}

const saveNextStatement = statement(
  'save-next-message',
  noRow,
  `update entitlements e set next_message_at = n.next_at
   from unnest($1::uuid[], $2::timestamptz[]) n (entitlement_id, next_at) where e.entitlement_id = n.entitlement_id`,
);

/** When to look at each again; null: nothing more to say about its present end. */
export async function saveNextMessages(
  tx: Transaction,
  next: { entitlementId: string; nextAt: Date | null }[],
): Promise<void> {
  await tx.query(saveNextStatement, [
    next.map(({ entitlementId }) => entitlementId),
    next.map(({ nextAt }) => nextAt),
  ]);
}

const skipStatement = statement(
  'skip-notices',
  noRow,
  `insert into notices (notice_key, customer_id, kind, status, created_at)
   select key, customer_id, kind, 'skipped', $4 from unnest($1::text[], $2::uuid[], $3::text[]) n (key, customer_id, kind)
   on conflict do nothing`,
);

/** One message about one end, by the key that makes it unique. */
export type LifeNoticeKey = { noticeKey: string; customerId: string; kind: LifeMessage };

/** Marks messages that will not be sent; what was sent stays so. */
export async function skipNotices(tx: Transaction, notices: LifeNoticeKey[], now: Date): Promise<void> {
  await tx.query(skipStatement, [
    notices.map(({ noticeKey }) => noticeKey),
    notices.map(({ customerId }) => customerId),
    notices.map(({ kind }) => kind),
    now,
  ]);
}

const factsRow = z.object({ customerId: z.string(), endsAt: moment, renewsItself: z.boolean() });

const FACTS = `select customer_id as "customerId", ends_at as "endsAt", renews_itself as "renewsItself" from entitlements`;

const findFactsStatement = statement('find-life-facts', factsRow, `${FACTS} where entitlement_id = $1`);

export async function findLifeFacts(
  db: Querier,
  entitlementId: string,
): Promise<z.infer<typeof factsRow> | null> {
  return (await db.query(findFactsStatement, [entitlementId]))[0] ?? null;
}

const findFactsOfStatement = statement('find-life-facts-of', factsRow, `${FACTS} where customer_id = $1`);

export async function findLifeFactsOf(
  db: Querier,
  customerId: string,
): Promise<z.infer<typeof factsRow> | null> {
  return (await db.query(findFactsOfStatement, [customerId]))[0] ?? null;
}
