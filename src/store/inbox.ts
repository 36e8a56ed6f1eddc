import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { noRow, statement } from './postgres/statement.ts';

/** One stored Telegram event. `chatKey`: updates that share it are processed in order. */
export type StoredUpdate = {
  updateId: bigint;
  chatKey: bigint;
  body: string;
  /** How often its handling has failed. */
  attempts: number;
  /** How often a process died that was at it. */
  deaths: number;
};

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

/**
 * $5 null: any chat with work; else only these chats. A chat whose first update waits for its retry is not due.
 * The longest waiting come first. What this worker has in work ($6) is never taken, whatever became of its lease;
 * a lease of its own on anything else was lost with a connection. A row that somebody holds locked (perhaps a
 * machine that vanished) is passed over, not waited for.
 */
const claimChatsStatement = statement(
  'claim-chats',
  leaseRow,
  `with heads as (
     select distinct on (u.chat_key) u.chat_key, u.next_attempt_at
     from inbox_updates u
     where u.status = 'pending' and ($5::bigint[] is null or u.chat_key = any ($5))
     order by u.chat_key, u.update_id
   ), due as (
     select heads.chat_key, l.chat_key is null as is_new from heads
     left join chat_leases l on l.chat_key = heads.chat_key
     where heads.next_attempt_at <= $2 and not heads.chat_key = any ($6::bigint[])
       and (l.locked_by is null or l.locked_until <= $2 or l.locked_by = $1)
     order by heads.next_attempt_at, heads.chat_key limit $4
   ), free as (
     select l.chat_key from chat_leases l
     where l.chat_key in (select due.chat_key from due where not due.is_new) for update skip locked
   ), takeable as (
     select due.chat_key from due where due.is_new union all select free.chat_key from free
   )
   insert into chat_leases (chat_key, fence, locked_by, locked_until)
   select takeable.chat_key, 1, $1, $3 from takeable order by takeable.chat_key
   on conflict (chat_key) do update
     set fence = chat_leases.fence + 1, locked_by = excluded.locked_by, locked_until = excluded.locked_until
     where chat_leases.locked_by is null or chat_leases.locked_until <= $2
       or chat_leases.locked_by = $1
   returning chat_key as "chatKey", fence`,
);

/** Takes up to `limit` chats that have due updates and no living owner. `inWork`: the worker's own at present. */
export async function claimChats(
  db: Querier,
  claim: {
    workerId: string;
    now: Date;
    until: Date;
    limit: number;
    chatKeys: bigint[] | null;
    inWork: bigint[];
  },
): Promise<ChatLease[]> {
  const rows = await db.query(claimChatsStatement, [
    claim.workerId,
    claim.now,
    claim.until,
    claim.limit,
    claim.chatKeys,
    claim.inWork,
  ]);
  return rows.map((row) => ({ ...row, workerId: claim.workerId }));
}

const updateRow = z.object({
  updateId: z.bigint(),
  chatKey: z.bigint(),
  body: z.string(),
  attempts: z.number(),
  deaths: z.number(),
});

const nextUpdateStatement = statement(
  'next-update',
  updateRow,
  `select head.update_id as "updateId", head.chat_key as "chatKey", head.body, head.attempts,
     head.deaths
   from chat_leases l cross join lateral (
     select u.update_id, u.chat_key, u.body, u.attempts, u.deaths, u.next_attempt_at from inbox_updates u
     where u.chat_key = l.chat_key and u.status = 'pending' order by u.update_id limit 1
   ) head
   where l.chat_key = $1 and l.locked_by = $2 and l.fence = $3 and head.next_attempt_at <= $4`,
);

/** The chat's first pending update if it is due; null when none is, or the lease is lost. */
export async function findNextUpdate(db: Querier, lease: ChatLease, now: Date): Promise<StoredUpdate | null> {
  const rows = await db.query(nextUpdateStatement, [lease.chatKey, lease.workerId, lease.fence, now]);
  return rows[0] ?? null;
}

/** One statement, because every update of every chat ends with it: three would be three round trips. */
const finishUpdateStatement = statement(
  'finish-update',
  updateRow,
  `with head as (
     select u.update_id, u.chat_key, u.body, u.attempts, u.deaths, u.next_attempt_at from inbox_updates u
     where u.chat_key = $1 and u.status = 'pending' and u.update_id <> $4 order by u.update_id limit 1
   ), due as (
     select * from head where next_attempt_at <= $8
   ), mine as (
     update chat_leases
     set locked_by = case when exists (select from due) then locked_by end,
         locked_until = case when exists (select from due) then $9::timestamptz end
     where chat_key = $1 and locked_by = $2 and fence = $3
     returning chat_key
   ), finished as (
     update inbox_updates u set status = $5, attempts = $6, last_error = $7, finished_at = $8
     from mine where u.chat_key = mine.chat_key and u.update_id = $4 and u.status = 'pending'
   )
   select due.update_id as "updateId", due.chat_key as "chatKey", due.body, due.attempts,
     due.deaths
   from due join mine on mine.chat_key = due.chat_key`,
);

/**
 * Ends an update as done or parked, unless the lease was lost, and goes on to the chat's next due one,
 * extending the lease. Null when none is due: the chat is given back then.
 */
export async function finishUpdate(
  db: Querier,
  lease: ChatLease,
  end: {
    updateId: bigint;
    status: 'done' | 'parked';
    attempts: number;
    error: string | null;
    now: Date;
    until: Date;
  },
): Promise<StoredUpdate | null> {
  const rows = await db.query(finishUpdateStatement, [
    lease.chatKey,
    lease.workerId,
    lease.fence,
    end.updateId,
    end.status,
    end.attempts,
    end.error,
    end.now,
    end.until,
  ]);
  return rows[0] ?? null;
}

const postponeUpdateStatement = statement(
  'postpone-update',
  noRow,
  `update inbox_updates u set attempts = $5, next_attempt_at = $6, last_error = $7
   from chat_leases l
   where l.chat_key = $1 and l.locked_by = $2 and l.fence = $3
     and u.chat_key = $1 and u.update_id = $4 and u.status = 'pending'`,
);

export async function postponeUpdate(
  db: Querier,
  lease: ChatLease,
  update: { updateId: bigint; attempts: number; nextAttemptAt: Date; error: string },
): Promise<void> {
  await db.query(postponeUpdateStatement, [
    lease.chatKey,
    lease.workerId,
    lease.fence,
    update.updateId,
    update.attempts,
    update.nextAttemptAt,
    update.error,
  ]);
}

const extendLeaseStatement = statement(
  'extend-chat-lease',
  noRow,
  `update chat_leases set locked_until = $4 where chat_key = $1 and locked_by = $2 and fence = $3`,
);

/** A sign of life from whoever holds the lease; nothing when it is lost. */
export async function extendLease(db: Querier, lease: ChatLease, until: Date): Promise<void> {
  await db.query(extendLeaseStatement, [lease.chatKey, lease.workerId, lease.fence, until]);
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
  z.object({ chatKey: z.bigint() }),
  `update chat_leases set locked_by = null, locked_until = null, fence = fence + 1 where chat_key in (
     select chat_key from chat_leases where locked_by = $1 for update skip locked)
   returning chat_key as "chatKey"`,
);

/** Gives up every chat of a worker; returns them. One whose row is locked at this moment comes free with time. */
export async function freeChatsOf(db: Querier, workerId: string): Promise<bigint[]> {
  return (await db.query(freeChatsStatement, [workerId])).map((row) => row.chatKey);
}

const suspectUpdatesStatement = statement(
  'suspect-updates',
  noRow,
  `update inbox_updates u set deaths = u.deaths + 1, next_attempt_at = s.next_attempt_at
   from unnest($1::bigint[], $2::timestamptz[]) as s (chat_key, next_attempt_at)
   where u.chat_key = s.chat_key and u.status = 'pending' and u.update_id = (
     select h.update_id from inbox_updates h
     where h.chat_key = s.chat_key and h.status = 'pending' order by h.update_id limit 1)`,
);

/**
 * The updates that a dead process was at remember it: one that kills whoever works it must be parked some day. Each has its own next moment, so that the innocent are not worked beside it again.
 */
export async function suspectUpdates(
  db: Querier,
  suspects: { chatKey: bigint; nextAttemptAt: Date }[],
): Promise<void> {
  await db.query(suspectUpdatesStatement, [
    suspects.map((suspect) => suspect.chatKey),
    suspects.map((suspect) => suspect.nextAttemptAt),
  ]);
}

const countInboxStatement = statement(
  'count-inbox',
  z.object({ pending: z.bigint(), parked: z.bigint(), oldestAt: z.date().nullable() }),
  `select count(*) filter (where status = 'pending') as pending,
          count(*) filter (where status = 'parked' and finished_at > $1) as parked,
          min(received_at) filter (where status = 'pending') as "oldestAt"
   from inbox_updates where status <> 'done'`,
);

/** `parkedSince`: parked updates before it are an operator's business, no longer an alarm. */
export async function countInbox(
  db: Querier,
  parkedSince: Date,
): Promise<{ pending: bigint; parked: bigint; oldestAt: Date | null }> {
  const [row] = await db.query(countInboxStatement, [parkedSince]);
  return row ?? { pending: 0n, parked: 0n, oldestAt: null };
}
