import { describeError } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { rest } from '../lib/pauses.ts';
import type { Broadcaster } from '../ports/broadcaster.ts';
import {
  claimNext,
  findBroadcastToSend,
  finishIfDone,
  sendToRecipient,
} from '../usecases/broadcasts/send-recipients.ts';
import { takeTurn } from '../usecases/sending/take-turn.ts';
import type { Shop } from '../usecases/shop.ts';

export type BroadcastSettings = {
  shop: Shop;
  broadcaster: Broadcaster;
  workerId: string;
  logger: Logger;
};

type Claimed = Exclude<Awaited<ReturnType<typeof claimNext>>, 'skipped' | null>;
/**
 * What this process is sending, until when (as `performance.now`) it sends nothing more, and how long the database took
 * to give the last turn.
 */
type Sending = { inFlight: Set<Promise<void>>; silence: { untilMs: number }; asking: { tookMs: number } };
type Broadcast = NonNullable<Awaited<ReturnType<typeof findBroadcastToSend>>>;

/** How often a process looks for a broadcast to help with. */
const LOOK_EVERY_MS = 1_000;
/** How long this process leaves Telegram alone when it cannot be reached. */
const REST_MS = 1_000;
/** Sends of one process that may wait for Telegram at once: enough for 28 a second when each takes half of one. */
const MAX_IN_FLIGHT = 16;
/** After so many turns the broadcast is looked at anew: it may have been paused. */
const TURNS_PER_ROUND = 30;
/** About half of the pause between two messages. */
const MAX_LATE_MS = 18;
/** Less than how far ahead a broadcast may reserve a turn, so that no turn passes unused. */
const ASK_AGAIN_MS = 40;
/** However slow the database is, a turn further ahead would keep the others from theirs. */
const MAX_AHEAD_MS = 1_000;

/**
 * Sends what is being broadcast, one recipient per turn, until `signal` aborts; resolves when what was on its way has
 * been answered. Any number of processes share the work: each row is claimed by one.
 */
export async function runBroadcasts(settings: BroadcastSettings, signal: AbortSignal): Promise<void> {
  const sending: Sending = { inFlight: new Set(), silence: { untilMs: 0 }, asking: { tookMs: 0 } };
  while (!signal.aborted) {
    const isBusy = await lookOnce(settings, sending, signal).catch((error: unknown) => {
      settings.logger.warn({ error: describeError(error) }, 'a broadcast could not be sent on; trying again');
      return false;
    });
    if (!isBusy) await rest(LOOK_EVERY_MS, signal);
  }
  await Promise.all(sending.inFlight);
}

/** True when there may be more to send at once. */
async function lookOnce(
  settings: BroadcastSettings,
  { inFlight, silence, asking }: Sending,
  signal: AbortSignal,
): Promise<boolean> {
  const broadcast = await findBroadcastToSend(settings.shop);
  if (!broadcast) return false;
  for (let turn = 0; turn < TURNS_PER_ROUND && !signal.aborted; turn += 1) {
    while (inFlight.size >= MAX_IN_FLIGHT) await Promise.race(inFlight);
    if (silence.untilMs > performance.now()) return false;
    if (!(await waitTurn(settings.shop, asking, signal))) continue;
    const { broadcastId } = broadcast;
    const recipient = await claimNext(settings.shop, { broadcastId, workerId: settings.workerId });
    if (recipient === null) {
      await Promise.all(inFlight);
      return broadcast.isListed && finishIfDone(settings.shop, broadcastId);
    }
    if (recipient !== 'skipped') launch({ settings, broadcast, recipient }, { inFlight, silence });
  }
  return true;
}

/** False when it is not yet to be had, or was missed: who sends late sends beside the next, and Telegram counts. */
async function waitTurn(shop: Shop, asking: Sending['asking'], signal: AbortSignal): Promise<boolean> {
  const askedAtMs = performance.now();
  const turn = await takeTurn(shop, 'broadcast', { chatKey: null, aheadMs: asking.tookMs });
  asking.tookMs = Math.min(Math.ceil(performance.now() - askedAtMs), MAX_AHEAD_MS);
  const waitMs = turn.kind === 'at' ? turn.at.getTime() - shop.clock.now().getTime() : ASK_AGAIN_MS;
  if (waitMs > 0) await rest(waitMs, signal);
  if (turn.kind === 'wait' || signal.aborted) return false;
  return shop.clock.now().getTime() - turn.at.getTime() < MAX_LATE_MS;
}

function launch(
  send: { settings: BroadcastSettings; broadcast: Broadcast; recipient: Claimed },
  { inFlight, silence }: Omit<Sending, 'asking'>,
): void {
  const { settings, broadcast, recipient } = send;
  const sending = sendToRecipient(settings, broadcast, recipient)
    .then((outcome) => {
      if (outcome === 'resting' || outcome === 'unreached') silence.untilMs = performance.now() + REST_MS;
    })
    .catch((error: unknown) => {
      // Whatever failed after the message, its row says what became of it, or will when this process has ended.
      settings.logger.warn(
        { error: describeError(error) },
        'what follows from a message of a broadcast could not be done',
      );
    })
    .finally(() => inFlight.delete(sending));
  inFlight.add(sending);
}
