import { z } from 'zod';
import { ALL_CHATS } from '../messaging/send-turns.ts';
import type { Querier } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

const forgotten = z.object({ count: z.bigint() });

/** What is not kept for ever. Each statement deletes a page of rows from before $1, at most $2 of them. */
const FORGET = {
  updates: statement(
    'forget-updates',
    forgotten,
    `with old as (select ctid from inbox_updates where status = 'done' and finished_at < $1 limit $2),
       gone as (delete from inbox_updates where ctid = any (array(select ctid from old)) returning 1)
     select count(*) from gone`,
  ),
  conversations: statement(
    'forget-conversations',
    forgotten,
    `with old as (select ctid from conversations where expires_at < $1 limit $2),
       gone as (delete from conversations where ctid = any (array(select ctid from old)) returning 1)
     select count(*) from gone`,
  ),
  limits: statement(
    'forget-limits',
    forgotten,
    `with old as (select ctid from rate_limits where full_at < $1 limit $2),
       gone as (delete from rate_limits where ctid = any (array(select ctid from old)) returning 1)
     select count(*) from gone`,
  ),
  turns: statement(
    'forget-send-turns',
    forgotten,
    `with old as (select ctid from send_turns where free_at < $1 and chat_key <> ${ALL_CHATS} limit $2),
       gone as (delete from send_turns where ctid = any (array(select ctid from old)) returning 1)
     select count(*) from gone`,
  ),
  notices: statement(
    'forget-notices',
    forgotten,
    `with old as (select ctid from notices where created_at < $1 and status <> 'sending' limit $2),
       gone as (delete from notices where ctid = any (array(select ctid from old)) returning 1)
     select count(*) from gone`,
  ),
  acts: statement(
    'forget-operator-acts',
    forgotten,
    `with old as (select ctid from operator_acts where done_at < $1 limit $2),
       gone as (delete from operator_acts where ctid = any (array(select ctid from old)) returning 1)
     select count(*) from gone`,
  ),
};

export type Forgettable = keyof typeof FORGET;
export const FORGETTABLE = Object.keys(FORGET) as Forgettable[];

/** Deletes at most `limit` rows from before a moment; how many it were. */
export async function forget(
  db: Querier,
  what: Forgettable,
  page: { before: Date; limit: number },
): Promise<number> {
  const [row] = await db.query(FORGET[what], [page.before, page.limit]);
  return Number(row?.count ?? 0n);
}
