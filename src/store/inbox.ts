import { z } from 'zod';
import type { Querier } from './database.ts';
import { noRow, statement } from './statement.ts';

/** One stored Telegram event. `chatKey`: updates that share it are processed in order. */
export type StoredUpdate = { updateId: bigint; chatKey: bigint; body: string; attempts: number };

/** The right to act for a chat; dead once the fence has moved on. */
export type ChatLease = { chatKey: bigint; workerId: string; fence: bigint };

export type NewUpdate = { updateId: bigint; chatKey: bigint; body: string };

export const insertUpdatesStatement = statement(
  'insert-updates',
  noRow,
  `insert into inbox_updates (bot_id, update_id, chat_key, body, status, received_at, next_attempt_at)
   select $1, u.update_id, u.chat_key, u.body, 'pending', $5, $5
   from unnest($2::bigint[], $3::bigint[], $4::text[]) as u (update_id, chat_key, body)
   on conflict (bot_id, update_id) do nothing`,
);

export function insertUpdatesParameters(botId: bigint, updates: NewUpdate[], now: Date): unknown[] {
  return [
    botId,
    updates.map((update) => update.updateId),
    updates.map((update) => update.chatKey),
    updates.map((update) => update.body),
    now,
  ];
}

const leaseRow = z.object({ chatKey: z.bigint(), fence: z.bigint() });

/** $5 null: any chat with work; else only these chats. A chat whose first update waits for its retry is not due. */
const claimChatsStatement = statement(
  'claim-chats',
  leaseRow,
  `with heads as (
     select distinct on (u.chat_key) u.chat_key, u.next_attempt_at
     from inbox_updates u
     where u.status = 'pending' and ($5::bigint[] is null or u.chat_key = any ($5))
     order by u.chat_key, u.update_id
   ), due as (
     select heads.chat_key from heads
     left join chat_leases l on l.chat_key = heads.chat_key
     where heads.next_attempt_at <= $2 and (l.locked_by is null or l.locked_until <= $2)
     limit $4
   )
   insert into chat_leases (chat_key, fence, locked_by, locked_until)
   select due.chat_key, 1, $1, $3 from due order by due.chat_key
   on conflict (chat_key) do update
     set fence = chat_leases.fence + 1, locked_by = excluded.locked_by, locked_until = excluded.locked_until
     where chat_leases.locked_by is null or chat_leases.locked_until <= $2
   returning chat_key as "chatKey", fence`,
);

/** Takes up to `limit` chats that have due updates and no living owner. */
export async function claimChats(
  db: Querier,
  claim: { workerId: string; now: Date; until: Date; limit: number; chatKeys: bigint[] | null },
): Promise<ChatLease[]> {
  const rows = await db.query(claimChatsStatement, [
    claim.workerId,
    claim.now,
    claim.until,
    claim.limit,
    claim.chatKeys,
  ]);
  return rows.map((row) => ({ ...row, workerId: claim.workerId }));
}

const updateRow = z.object({
  updateId: z.bigint(),
  chatKey: z.bigint(),
  body: z.string(),
  attempts: z.number(),
});

const nextUpdateStatement = statement(
  'next-update',
  updateRow,
  `with mine as (
     update chat_leases set locked_until = $4
     where chat_key = $1 and locked_by = $2 and fence = $3
     returning chat_key
   ), head as (
     select u.update_id, u.chat_key, u.body, u.attempts, u.next_attempt_at
     from inbox_updates u join mine on mine.chat_key = u.chat_key
     where u.status = 'pending' order by u.update_id limit 1
   )
   select update_id as "updateId", chat_key as "chatKey", body, attempts from head
   where next_attempt_at <= $5`,
);

/** The chat's first pending update if it is due, extending the lease; null when none is, or the lease is lost. */
export async function findNextUpdate(
  db: Querier,
  lease: ChatLease,
  times: { now: Date; until: Date },
): Promise<StoredUpdate | null> {
  const rows = await db.query(nextUpdateStatement, [
    lease.chatKey,
    lease.workerId,
    lease.fence,
    times.until,
    times.now,
  ]);
  return rows[0] ?? null;
}

const finishUpdateStatement = statement(
  'finish-update',
  noRow,
  `update inbox_updates u set status = $4, attempts = $5, last_error = $6, finished_at = $7
   from chat_leases l
   where u.update_id = $1 and l.chat_key = u.chat_key and l.locked_by = $2 and l.fence = $3
     and u.status = 'pending'`,
);

/** Ends an update as done or parked, unless the lease was lost. */
export async function finishUpdate(
  db: Querier,
  lease: ChatLease,
  end: { updateId: bigint; status: 'done' | 'parked'; attempts: number; error: string | null; now: Date },
): Promise<void> {
  await db.query(finishUpdateStatement, [
    end.updateId,
    lease.workerId,
    lease.fence,
    end.status,
    end.attempts,
    end.error,
    end.now,
  ]);
}

const postponeUpdateStatement = statement(
  'postpone-update',
  noRow,
  `update inbox_updates set attempts = $2, next_attempt_at = $3, last_error = $4
   where update_id = $1 and status = 'pending'`,
);

export async function postponeUpdate(
  db: Querier,
  update: { updateId: bigint; attempts: number; nextAttemptAt: Date; error: string },
): Promise<void> {
  await db.query(postponeUpdateStatement, [
    update.updateId,
    update.attempts,
    update.nextAttemptAt,
    update.error,
  ]);
}

const releaseChatStatement = statement(
  'release-chat',
  noRow,
  `update chat_leases set locked_by = null, locked_until = null
   where chat_key = $1 and locked_by = $2 and fence = $3`,
);

export async function releaseChat(db: Querier, lease: ChatLease): Promise<void> {
  await db.query(releaseChatStatement, [lease.chatKey, lease.workerId, lease.fence]);
}

const holdLeaseStatement = statement(
  'hold-lease',
  z.object({ held: z.boolean() }),
  `select true as held from chat_leases
   where chat_key = $1 and locked_by = $2 and fence = $3 for share`,
);

/** True while the lease is ours; inside a transaction it stays ours until the commit. */
export async function holdLease(tx: Querier, lease: ChatLease): Promise<boolean> {
  const rows = await tx.query(holdLeaseStatement, [lease.chatKey, lease.workerId, lease.fence]);
  return rows.length > 0;
}

const freeChatsStatement = statement(
  'free-chats-of-worker',
  noRow,
  'update chat_leases set locked_by = null, locked_until = null, fence = fence + 1 where locked_by = $1',
);

/** Frees every chat of a process that is known to be dead. */
export async function freeChatsOf(db: Querier, workerId: string): Promise<void> {
  await db.query(freeChatsStatement, [workerId]);
}

const countInboxStatement = statement(
  'count-inbox',
  z.object({ pending: z.bigint(), parked: z.bigint(), oldestAt: z.date().nullable() }),
  `select count(*) filter (where status = 'pending') as pending,
          count(*) filter (where status = 'parked') as parked,
          min(received_at) filter (where status = 'pending') as "oldestAt"
   from inbox_updates where status <> 'done'`,
);

export async function countInbox(
  db: Querier,
): Promise<{ pending: bigint; parked: bigint; oldestAt: Date | null }> {
  const [row] = await db.query(countInboxStatement, []);
  return row ?? { pending: 0n, parked: 0n, oldestAt: null };
}
