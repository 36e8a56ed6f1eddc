import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

/** The row that stands for all chats together. */
export const ALL_CHATS = 0n;

const turnRow = z.object({ at: moment });

const takeStatement = statement(
  'take-send-turn',
  turnRow,
  `insert into send_turns as t (chat_key, free_at) values ($1, $5::timestamptz + $3::interval)
   on conflict (chat_key) do update set free_at = greatest(t.free_at, $5) + $3
     where t.free_at <= $2::timestamptz + $4::interval
   returning free_at - $3 as at`,
);

/**
 * Reserves the next turn of a chat, or of all of them, that is not before `earliest`, and moves it on by `pauseMs`; when
 * it is. Null when those before it go on for longer than `lookaheadMs` from now: nothing is reserved then.
 */
export async function takeSendTurn(
  db: Querier,
  turn: { chatKey: bigint; now: Date; earliest: Date; pauseMs: number; lookaheadMs: number },
): Promise<Date | null> {
  const { chatKey, now, earliest, pauseMs, lookaheadMs } = turn;
  const [row] = await db.query(takeStatement, [
    chatKey,
    now,
    `${pauseMs} milliseconds`,
    `${lookaheadMs} milliseconds`,
    earliest,
  ]);
  return row?.at ?? null;
}

const chargeStatement = statement(
  'charge-send-turn',
  noRow,
  `update send_turns set free_at = greatest(free_at, least(greatest(free_at, $2::timestamptz) + $3::interval,
     $2 + $4::interval)) where chat_key = $1`,
);

/** Counts messages that did not wait: the next turn is later by `chargeMs`, up to `maxAheadMs` from now. */
export async function chargeSendTurn(
  db: Querier,
  charge: { chatKey: bigint; now: Date; chargeMs: number; maxAheadMs: number },
): Promise<void> {
  const { chatKey, now, chargeMs, maxAheadMs } = charge;
  await db.query(chargeStatement, [chatKey, now, `${chargeMs} milliseconds`, `${maxAheadMs} milliseconds`]);
}

const pauseStatement = statement(
  'pause-sending',
  noRow,
  `insert into send_turns as t (chat_key, free_at) values ($1, $2)
   on conflict (chat_key) do update set free_at = greatest(t.free_at, $2)`,
);

/** No turn before `until`. */
export async function pauseSending(db: Querier, chatKey: bigint, until: Date): Promise<void> {
  await db.query(pauseStatement, [chatKey, until]);
}
