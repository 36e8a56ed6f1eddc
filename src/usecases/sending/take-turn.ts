import {
  CHAT_LOOKAHEAD_MS,
  CHAT_PAUSE_MS,
  type Lane,
  LOOKAHEAD_MS,
  MAX_ANSWER_CHARGE_MS,
  MESSAGE_PAUSE_MS,
} from '../../domain/sending.ts';
import { ALL_CHATS, chargeSendTurn, pauseSending, takeSendTurn } from '../../store/messaging/send-turns.ts';
import type { Shop } from '../shop.ts';

/** When a message may be sent; `wait`: not now, and nothing is reserved. */
export type Turn = { kind: 'at'; at: Date } | { kind: 'wait' };

/**
 * Reserves a turn to send into a chat, within the limits that all processes keep together: first the chat's own, so
 * that one busy chat does not use up everybody's. `chatKey` null: a chat that gets one message of its kind. `aheadMs`:
 * how long the answer of the database is on its way, so that the turn has not passed when it is known.
 */
export async function takeTurn(
  shop: Shop,
  lane: Exclude<Lane, 'answer'>,
  { chatKey, aheadMs = 0 }: { chatKey: bigint | null; aheadMs?: number },
): Promise<Turn> {
  const now = shop.clock.now();
  if (chatKey !== null && !(await takeChatTurn(shop, chatKey, now))) return { kind: 'wait' };
  const at = await takeSendTurn(shop.db, {
    chatKey: ALL_CHATS,
    now,
    earliest: new Date(now.getTime() + aheadMs),
    pauseMs: MESSAGE_PAUSE_MS,
    lookaheadMs: LOOKAHEAD_MS[lane],
  });
  return at === null ? { kind: 'wait' } : { kind: 'at', at };
}

/** A chat takes a few at once after a silence: within its burst nothing waits. */
async function takeChatTurn(shop: Shop, chatKey: bigint, now: Date): Promise<boolean> {
  const pauses = { pauseMs: CHAT_PAUSE_MS, lookaheadMs: CHAT_LOOKAHEAD_MS };
  return (await takeSendTurn(shop.db, { chatKey, now, earliest: now, ...pauses })) !== null;
}

/** Counts answers, which do not wait: notices and broadcasts of all processes give way to them. */
export async function chargeAnswers(shop: Shop, count: number): Promise<void> {
  await chargeSendTurn(shop.db, {
    chatKey: ALL_CHATS,
    now: shop.clock.now(),
    chargeMs: count * MESSAGE_PAUSE_MS,
    maxAheadMs: MAX_ANSWER_CHARGE_MS,
  });
}

/** Telegram has asked for a pause: nobody's notices and broadcasts go out before it is over. */
export async function heedPause(shop: Shop, retryAfterMs: number): Promise<void> {
  await pauseSending(shop.db, ALL_CHATS, new Date(shop.clock.now().getTime() + retryAfterMs));
}
