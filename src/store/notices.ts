import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { noRow, statement } from './postgres/statement.ts';

const claimStatement = statement(
  'claim-notice',
  z.object({ noticeKey: z.string() }),
  `insert into notices (notice_key, customer_id, kind, status, created_at)
   values ($1, $2, $3, 'sending', $4) on conflict (notice_key) do nothing returning notice_key as "noticeKey"`,
);

/** Marks a message as being sent; false when that was done before: it is never sent again by itself. */
export async function claimNotice(
  db: Querier,
  notice: { noticeKey: string; customerId: string; kind: string; now: Date },
): Promise<boolean> {
  const rows = await db.query(claimStatement, [notice.noticeKey, notice.customerId, notice.kind, notice.now]);
  return rows.length > 0;
}

const recordStatement = statement(
  'record-notice-outcome',
  noRow,
  'update notices set status = $2 where notice_key = $1',
);

export async function recordNoticeOutcome(
  db: Querier,
  noticeKey: string,
  status: 'sent' | 'unknown' | 'undeliverable',
): Promise<void> {
  await db.query(recordStatement, [noticeKey, status]);
}

const dropStatement = statement('drop-notice', noRow, 'delete from notices where notice_key = $1');

/** Takes the mark back when it is certain that nothing was sent. */
export async function dropNotice(db: Querier, noticeKey: string): Promise<void> {
  await db.query(dropStatement, [noticeKey]);
}

const markUnfinishedStatement = statement(
  'mark-unfinished-notice',
  noRow,
  `update notices set status = 'unknown' where notice_key = $1 and status = 'sending'`,
);

/** A notice that a crash left half-way: nobody knows whether it was sent. */
export async function markUnfinishedNotice(db: Querier, noticeKey: string): Promise<void> {
  await db.query(markUnfinishedStatement, [noticeKey]);
}
