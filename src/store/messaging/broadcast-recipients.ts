import { z } from 'zod';
import type { Segment } from '../../domain/broadcasts.ts';
import { BEFORE_ALL_IDS } from '../../lib/ids.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { noRow, statement } from '../postgres/statement.ts';

/*
 * Who is served: an entitlement that has not ended. One condition for listing recipients and for looking again right
 * before the message goes out.
 */
const IS_SERVED = `exists (select from entitlements e where e.customer_id = c.customer_id and e.status <> 'ended'
  and e.ends_at > $2)`;
const IN_SEGMENT = `c.is_reachable and case b.segment when 'active' then ${IS_SERVED}
  when 'no-subscription' then not ${IS_SERVED} else true end`;

const listPageStatement = statement(
  'list-broadcast-page',
  z.object({ isListed: z.boolean() }),
  `with page as (
     select c.customer_id, ${IN_SEGMENT} as is_in from customers c, broadcasts b
     where b.broadcast_id = $1 and c.customer_id > coalesce(b.listed_to, '${BEFORE_ALL_IDS}')
     order by c.customer_id limit $3
   ), new as (
     insert into broadcast_recipients (broadcast_id, customer_id, variant, status)
     select $1, p.customer_id, case when b.text_b is not null
       and hashtextextended(p.customer_id::text || $1::text, 0) % 2 = 0 then 'b' else 'a' end, 'pending'
     from page p, broadcasts b where b.broadcast_id = $1 and p.is_in on conflict do nothing
   )
   update broadcasts set is_listed = (select count(*) from page) < $3,
     listed_to = coalesce((select customer_id from page order by customer_id desc limit 1), listed_to)
   where broadcast_id = $1 returning is_listed as "isListed"`,
);

/**
 * Adds the next page of customers to a broadcast's recipients, those of its segment; the caller holds its row. True
 * when there are no more.
 */
export async function listRecipientsPage(
  tx: Transaction,
  page: { broadcastId: string; now: Date; limit: number },
): Promise<boolean> {
  const [row] = await tx.query(listPageStatement, [page.broadcastId, page.now, page.limit]);
  return row?.isListed ?? true;
}

const claimedRow = z.object({
  customerId: z.string(),
  telegramId: z.bigint(),
  locale: z.string().nullable(),
  variant: z.enum(['a', 'b']),
});
export type ClaimedRecipient = z.infer<typeof claimedRow>;

/* Cancelled or paused meanwhile: the row of the broadcast says so, and nobody is claimed. */
const claimStatement = statement(
  'claim-recipient',
  claimedRow.extend({ isInSegment: z.boolean() }),
  `with next as (
     select r.customer_id from broadcast_recipients r
     where r.broadcast_id = $1 and r.status = 'pending'
       and exists (select from broadcasts where broadcast_id = $1 and status = 'running')
     order by r.customer_id limit 1 for update skip locked
   )
   update broadcast_recipients r set worker_id = $3,
     status = case when ${IN_SEGMENT} then 'sending' else 'skipped' end,
     finished_at = case when ${IN_SEGMENT} then null else $2 end
   from next n join customers c using (customer_id), broadcasts b
   where r.broadcast_id = $1 and r.customer_id = n.customer_id and b.broadcast_id = $1
   returning r.customer_id as "customerId", c.telegram_id as "telegramId", c.locale, r.variant,
     r.status = 'sending' as "isInSegment"`,
);

/** `skipped`: the next one is not in the segment any more. Null: nobody waits, or it is not running. */
export async function claimRecipient(
  db: Querier,
  claim: { broadcastId: string; now: Date; workerId: string },
): Promise<ClaimedRecipient | 'skipped' | null> {
  const [row] = await db.query(claimStatement, [claim.broadcastId, claim.now, claim.workerId]);
  if (!row) return null;
  return row.isInSegment ? row : 'skipped';
}

/** What became of a claimed recipient. `pending`: certainly nothing was sent, somebody will try again. */
export type RecipientEnd = { status: 'sent' | 'unknown' | 'pending' } | { status: 'failed'; failure: string };

const finishStatement = statement(
  'finish-recipient',
  noRow,
  `update broadcast_recipients set status = $3, failure = $4,
     finished_at = case when $3 <> 'pending' then $5::timestamptz end
   where broadcast_id = $1 and customer_id = $2 and worker_id = $6 and status in ('sending', 'unknown')`,
);

/** Only whoever claimed a recipient may say what became of it, even when it was given up for dead meanwhile. */
export async function finishRecipient(
  db: Querier,
  claim: { broadcastId: string; customerId: string; workerId: string; now: Date },
  end: RecipientEnd,
): Promise<void> {
  const failure = 'failure' in end ? end.failure : null;
  await db.query(finishStatement, [
    claim.broadcastId,
    claim.customerId,
    end.status,
    failure,
    claim.now,
    claim.workerId,
  ]);
}

const giveUpStatement = statement(
  'give-up-recipients-of',
  noRow,
  `update broadcast_recipients set status = 'unknown', finished_at = $2
   where worker_id = $1 and status = 'sending'`,
);

/** A process is gone: nobody knows whether what it was sending has arrived. */
export async function giveUpRecipientsOf(db: Querier, workerId: string, now: Date): Promise<void> {
  await db.query(giveUpStatement, [workerId, now]);
}

const countRow = z.object({
  variant: z.enum(['a', 'b']),
  status: z.enum(['pending', 'sending', 'sent', 'failed', 'unknown', 'skipped']),
  count: z.bigint(),
});
export type RecipientCount = z.infer<typeof countRow>;

const countStatement = statement(
  'count-recipients',
  countRow,
  `select variant, status, count(*) from broadcast_recipients where broadcast_id = $1 group by variant, status`,
);

export function countRecipients(db: Querier, broadcastId: string): Promise<RecipientCount[]> {
  return db.query(countStatement, [broadcastId]);
}

const refusalsRow = z.object({ refused: z.bigint(), hasSent: z.boolean() });

const countRefusalsStatement = statement(
  'count-refusals',
  refusalsRow,
  `select count(*) as refused,
     exists (select from broadcast_recipients s where s.broadcast_id = $1 and s.variant = $2 and s.status = 'sent')
       as "hasSent"
   from (select from broadcast_recipients where broadcast_id = $1 and variant = $2 and status = 'failed'
         and failure like 'refused:%' limit $3) f`,
);

/** How many did not get a text because Telegram refuses it, counted up to `limit`, and whether anybody got it. */
export async function countRefusals(
  db: Querier,
  of: { broadcastId: string; variant: 'a' | 'b'; limit: number },
): Promise<{ refused: number; hasSent: boolean }> {
  const [row] = await db.query(countRefusalsStatement, [of.broadcastId, of.variant, of.limit]);
  return { refused: Number(row?.refused ?? 0n), hasSent: row?.hasSent ?? false };
}

const countSegmentStatement = statement(
  'count-segment',
  z.object({ count: z.bigint() }),
  `select count(*) from customers c, (select $1::text as segment) b where ${IN_SEGMENT}`,
);

/** How many customers a segment holds now. Reads all of them. */
export async function countSegment(db: Querier, segment: Segment, now: Date): Promise<number> {
  const [row] = await db.query(countSegmentStatement, [segment, now]);
  return Number(row?.count ?? 0n);
}

const hasOpenStatement = statement(
  'has-open-recipients',
  z.object({ hasOpen: z.boolean() }),
  `select exists (select from broadcast_recipients where broadcast_id = $1 and status = 'pending')
     or exists (select from broadcast_recipients where broadcast_id = $1 and status = 'sending') as "hasOpen"`,
);

export async function hasOpenRecipients(db: Querier, broadcastId: string): Promise<boolean> {
  const [row] = await db.query(hasOpenStatement, [broadcastId]);
  return row?.hasOpen ?? false;
}
