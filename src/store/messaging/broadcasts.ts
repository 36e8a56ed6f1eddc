import { z } from 'zod';
import {
  BROADCAST_KINDS,
  type BroadcastButton,
  type BroadcastDraft,
  type BroadcastStatus,
  BUTTON_SCREENS,
  SEGMENTS,
} from '../../domain/broadcasts.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const button = z.union([
  z.object({ text: z.string(), screen: z.enum(BUTTON_SCREENS) }),
  z.object({ text: z.string(), url: z.string() }),
]) satisfies z.ZodType<BroadcastButton>;

const broadcastRow = z.object({
  broadcastId: z.string(),
  title: z.string(),
  kind: z.enum(BROADCAST_KINDS),
  segment: z.enum(SEGMENTS),
  textA: z.string(),
  textB: z.string().nullable(),
  buttons: z.array(button),
  status: z.enum(['draft', 'running', 'paused', 'done', 'cancelled'] satisfies BroadcastStatus[]),
  isListed: z.boolean(),
  problem: z.string().nullable(),
  createdBy: z.string(),
  createdAt: moment,
  previewedAt: moment.nullable(),
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
});
export type Broadcast = z.infer<typeof broadcastRow>;

const COLUMNS = `b.broadcast_id as "broadcastId", b.title, b.kind, b.segment, b.text_a as "textA", b.text_b as "textB",
  b.buttons, b.status, b.is_listed as "isListed", b.problem, b.created_by as "createdBy", b.created_at as "createdAt",
  b.previewed_at as "previewedAt", b.started_at as "startedAt", b.finished_at as "finishedAt"`;

const insertStatement = statement(
  'insert-broadcast',
  noRow,
  `insert into broadcasts (broadcast_id, title, kind, segment, text_a, text_b, buttons, status, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, 'draft', $8, $9)`,
);

export async function insertBroadcast(
  tx: Transaction,
  draft: BroadcastDraft & { broadcastId: string; createdBy: string; createdAt: Date },
): Promise<void> {
  await tx.query(insertStatement, [
    draft.broadcastId,
    draft.title,
    draft.kind,
    draft.segment,
    draft.textA,
    draft.textB,
    JSON.stringify(draft.buttons),
    draft.createdBy,
    draft.createdAt,
  ]);
}

const findStatement = statement(
  'find-broadcast',
  broadcastRow,
  `select ${COLUMNS} from broadcasts b where b.broadcast_id = $1`,
);

export async function findBroadcast(db: Querier, broadcastId: string): Promise<Broadcast | null> {
  return (await db.query(findStatement, [broadcastId]))[0] ?? null;
}

const lockStatement = statement(
  'lock-broadcast',
  broadcastRow,
  `select ${COLUMNS} from broadcasts b where b.broadcast_id = $1 for update`,
);

export async function lockBroadcast(tx: Transaction, broadcastId: string): Promise<Broadcast | null> {
  return (await tx.query(lockStatement, [broadcastId]))[0] ?? null;
}

const listStatement = statement(
  'list-broadcasts',
  broadcastRow,
  `select ${COLUMNS} from broadcasts b order by b.created_at desc limit $1 offset $2`,
);

/** The newest first. */
export function listBroadcasts(db: Querier, part: { limit: number; offset: number }): Promise<Broadcast[]> {
  return db.query(listStatement, [part.limit, part.offset]);
}

const testRow = z.object({
  broadcastId: z.string(),
  title: z.string(),
  createdAt: moment,
  sentA: z.bigint(),
  sentB: z.bigint(),
});
/** A broadcast that compares two texts, and how many have got which. */
export type BroadcastTest = z.infer<typeof testRow>;

const listTestsStatement = statement(
  'list-broadcast-tests',
  testRow,
  `select b.broadcast_id as "broadcastId", b.title, b.created_at as "createdAt",
     (select count(*) from broadcast_recipients r
       where r.broadcast_id = b.broadcast_id and r.variant = 'a' and r.status = 'sent') as "sentA",
     (select count(*) from broadcast_recipients r
       where r.broadcast_id = b.broadcast_id and r.variant = 'b' and r.status = 'sent') as "sentB"
   from broadcasts b where b.text_b is not null order by b.created_at desc limit $1 offset $2`,
);

/** The newest first. */
export function listBroadcastTests(
  db: Querier,
  part: { limit: number; offset: number },
): Promise<BroadcastTest[]> {
  return db.query(listTestsStatement, [part.limit, part.offset]);
}

const findRunningStatement = statement(
  'find-running-broadcast',
  broadcastRow,
  `select ${COLUMNS} from broadcasts b where b.status = 'running' order by b.started_at limit 1`,
);

/** The one whose turn it is: several are sent one after another. */
export async function findRunningBroadcast(db: Querier): Promise<Broadcast | null> {
  return (await db.query(findRunningStatement, []))[0] ?? null;
}

const saveStatusStatement = statement(
  'save-broadcast-status',
  noRow,
  `update broadcasts set status = $2, problem = $4,
     started_at = case when $2 = 'running' then coalesce(started_at, $3) else started_at end,
     finished_at = case when $2 in ('done', 'cancelled') then $3::timestamptz end
   where broadcast_id = $1`,
);

export async function saveBroadcastStatus(
  tx: Transaction,
  change: { broadcastId: string; status: BroadcastStatus; now: Date; problem: string | null },
): Promise<void> {
  await tx.query(saveStatusStatement, [change.broadcastId, change.status, change.now, change.problem]);
}

const markPreviewedStatement = statement(
  'mark-broadcast-previewed',
  noRow,
  'update broadcasts set previewed_at = $2, problem = $3 where broadcast_id = $1',
);

/** `problem`: why Telegram did not take the preview; then it does not count as one. */
export async function markPreviewed(
  db: Querier,
  preview: { broadcastId: string; at: Date | null; problem: string | null },
): Promise<void> {
  await db.query(markPreviewedStatement, [preview.broadcastId, preview.at, preview.problem]);
}
