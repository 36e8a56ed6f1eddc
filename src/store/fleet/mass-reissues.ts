import { z } from 'zod';
import { BEFORE_ALL_IDS } from '../../lib/ids.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const reissueRow = z.object({
  reissueId: z.string(),
  status: z.enum(['running', 'cancelled', 'done']),
  startedBy: z.string(),
  startedAt: moment,
  nextAt: moment,
  isListed: z.boolean(),
});
/** A new key for everybody who had access when it was started. */
export type MassReissue = z.infer<typeof reissueRow>;
const COLUMNS = `r.reissue_id as "reissueId", r.status, r.started_by as "startedBy", r.started_at as "startedAt",
  r.next_at as "nextAt", r.is_listed as "isListed"`;

const insertStatement = statement(
  'insert-mass-reissue',
  z.object({ reissueId: z.string() }),
  `insert into mass_reissues (reissue_id, status, started_by, started_at, next_at, listed_to)
   values ($1, 'running', $2, $3, $3, '${BEFORE_ALL_IDS}') on conflict (status) where status = 'running' do nothing
   returning reissue_id as "reissueId"`,
);

/** False while another one runs. */
export async function insertMassReissue(
  tx: Transaction,
  reissue: { reissueId: string; startedBy: string; startedAt: Date },
): Promise<boolean> {
  const { reissueId, startedBy, startedAt } = reissue;
  return (await tx.query(insertStatement, [reissueId, startedBy, startedAt])).length > 0;
}

const findLatestStatement = statement(
  'find-latest-mass-reissue',
  reissueRow,
  `select ${COLUMNS} from mass_reissues r order by r.started_at desc limit 1`,
);

export async function findLatestMassReissue(db: Querier): Promise<MassReissue | null> {
  return (await db.query(findLatestStatement, []))[0] ?? null;
}

const findStatement = statement(
  'find-mass-reissue',
  reissueRow,
  `select ${COLUMNS} from mass_reissues r where r.reissue_id = $1`,
);

export async function findMassReissue(db: Querier, reissueId: string): Promise<MassReissue | null> {
  return (await db.query(findStatement, [reissueId]))[0] ?? null;
}

const isRunningStatement = statement(
  'is-mass-reissue-running',
  z.object({ isRunning: z.boolean() }),
  `select exists (select from mass_reissues where status = 'running') as "isRunning"`,
);

export async function isMassReissueRunning(db: Querier): Promise<boolean> {
  return (await db.query(isRunningStatement, []))[0]?.isRunning ?? false;
}

const takeStatement = statement(
  'take-running-mass-reissue',
  reissueRow,
  `select ${COLUMNS} from mass_reissues r where r.status = 'running' for update skip locked`,
);

/** The one that runs, for this transaction alone; null: none, or another process is at it. */
export async function takeMassReissue(tx: Transaction): Promise<MassReissue | null> {
  return (await tx.query(takeStatement, []))[0] ?? null;
}

const endStatement = statement(
  'end-mass-reissue',
  z.object({ reissueId: z.string() }),
  `update mass_reissues set status = $2, finished_at = $3 where reissue_id = $1 and status = 'running'
   returning reissue_id as "reissueId"`,
);

/** False when it had ended before. */
export async function endMassReissue(
  tx: Transaction,
  end: { reissueId: string; status: 'cancelled' | 'done'; at: Date },
): Promise<boolean> {
  return (await tx.query(endStatement, [end.reissueId, end.status, end.at])).length > 0;
}

const countStatement = statement(
  'count-key-holders',
  z.object({ count: z.bigint() }),
  `select count(*) from entitlements where status <> 'ended' and ends_at > $1`,
);

/** How many would get a new key now. */
export async function countKeyHolders(db: Querier, now: Date): Promise<number> {
  return Number((await db.query(countStatement, [now]))[0]?.count ?? 0n);
}

const listPageStatement = statement(
  'list-mass-reissue-page',
  noRow,
  `with page as (
     select e.entitlement_id, e.customer_id, e.ends_at > r.started_at and exists (
       select from credentials c where c.entitlement_id = e.entitlement_id and c.revoked_at is null
         and c.superseded_at is null and c.created_at < r.started_at) as is_holder
     from mass_reissues r, entitlements e
     where r.reissue_id = $1 and e.entitlement_id > r.listed_to order by e.entitlement_id limit $2
   ), listed as (
     insert into mass_reissue_customers (reissue_id, entitlement_id, customer_id, status)
     select $1, entitlement_id, customer_id, 'pending' from page where is_holder
   ), ids as (select array_agg(entitlement_id order by entitlement_id desc) as all_ids from page)
   update mass_reissues r set listed_to = coalesce(ids.all_ids[1], r.listed_to),
     is_listed = coalesce(cardinality(ids.all_ids), 0) < $2
   from ids where r.reissue_id = $1`,
);

/** Writes down the next page of who gets a new key; `limit` of entitlements are looked at. */
export async function listMassReissuePage(
  tx: Transaction,
  page: { reissueId: string; limit: number },
): Promise<void> {
  await tx.query(listPageStatement, [page.reissueId, page.limit]);
}

const nextRow = z.object({ entitlementId: z.string(), customerId: z.string() });

const findNextStatement = statement(
  'find-next-of-mass-reissue',
  nextRow,
  `select entitlement_id as "entitlementId", customer_id as "customerId" from mass_reissue_customers
   where reissue_id = $1 and status = 'pending' order by entitlement_id limit 1`,
);

export async function findNextOfMassReissue(
  tx: Transaction,
  reissueId: string,
): Promise<z.infer<typeof nextRow> | null> {
  return (await tx.query(findNextStatement, [reissueId]))[0] ?? null;
}

const saveOutcomeStatement = statement(
  'save-mass-reissue-outcome',
  noRow,
  `with turn as (update mass_reissues set next_at = $5 where reissue_id = $1)
   update mass_reissue_customers set status = $3, finished_at = $4
   where reissue_id = $1 and entitlement_id = $2 and status = 'pending'`,
);

/** What became of one customer, and when the next one's turn is. */
export async function saveMassReissueOutcome(
  tx: Transaction,
  outcome: {
    reissueId: string;
    entitlementId: string;
    status: 'done' | 'skipped' | 'failed';
    at: Date;
    nextAt: Date;
  },
): Promise<void> {
  const { reissueId, entitlementId, status, at, nextAt } = outcome;
  await tx.query(saveOutcomeStatement, [reissueId, entitlementId, status, at, nextAt]);
}

const countRow = z.object({ status: z.enum(['pending', 'done', 'skipped', 'failed']), count: z.bigint() });

const countOutcomesStatement = statement(
  'count-mass-reissue-outcomes',
  countRow,
  `select status, count(*) from mass_reissue_customers where reissue_id = $1 group by status`,
);

export async function countMassReissueOutcomes(
  db: Querier,
  reissueId: string,
): Promise<z.infer<typeof countRow>[]> {
  return db.query(countOutcomesStatement, [reissueId]);
}

const listFailedStatement = statement(
  'list-mass-reissue-failed',
  z.object({ telegramId: z.bigint() }),
  `select c.telegram_id as "telegramId" from mass_reissue_customers m
   join customers c on c.customer_id = m.customer_id
   where m.reissue_id = $1 and m.status = 'failed' order by m.entitlement_id limit $2`,
);

/** The Telegram ids of who has no new key because something went wrong. */
export async function listMassReissueFailed(
  db: Querier,
  reissueId: string,
  limit: number,
): Promise<bigint[]> {
  return (await db.query(listFailedStatement, [reissueId, limit])).map(({ telegramId }) => telegramId);
}
