/**
 * How fast messages may go out. Telegram takes about 30 a second from one bot and about one a second into one chat,
 * with short bursts. Source: payments.md §2.3; a little less keeps clear of the line when some are late.
 */
export const MESSAGE_PAUSE_MS = 1000 / 28.6;
export const CHAT_PAUSE_MS = 1_000;
/** Messages a chat may get at once after a silence. */
const CHAT_BURST = 3;

/**
 * Who goes first. `answer`: what somebody who taps waits for; it never waits, the others give way to it. `notice`: what
 * was promised to one customer. `broadcast`: what many get.
 */
export type Lane = 'answer' | 'notice' | 'broadcast';

/**
 * How far ahead of now a lane may reserve its turn. The further, the more of it gets through while sending is busy: a
 * broadcast finds no turn as long as notices have reserved more than a tenth of a second.
 */
export const LOOKAHEAD_MS = { notice: 2_000, broadcast: 100 } as const;
/** A chat whose turns are reserved further ahead than this has had its burst. */
export const CHAT_LOOKAHEAD_MS = CHAT_PAUSE_MS * (CHAT_BURST - 1);

/** Answers push the others back by no more than this, so that a crowd of taps does not stop all notices. */
export const MAX_ANSWER_CHARGE_MS = 500;
