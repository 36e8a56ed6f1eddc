import { decideUpdateRetry, isDeadly } from '../../domain/retries.ts';
import { failpoint } from '../../lib/failpoint.ts';
import { describeError, isFault } from '../../lib/fault.ts';
import {
  type ChatLease,
  claimChats,
  extendLease,
  findNextUpdate,
  finishUpdate,
  postponeUpdate,
  releaseChat,
  type StoredUpdate,
} from '../../store/inbox.ts';
import type { Shop } from '../shop.ts';

/**
 * How long a chat stays ours without a sign of life. Longer than any single update may take; a process that
 * is known to be dead loses its chats sooner.
 */
const LEASE_MS = 60_000;

/** About five minutes: longer than any provider is waited for. */
const MAX_BEATS = 15;

/** A chat that writes without end gives way to the others after this many. */
const MAX_UPDATES_IN_A_ROW = 20;

/** Takes chats with due updates that nobody works on. `chatKeys` null: any. */
export function takeChats(
  shop: Shop,
  take: { workerId: string; limit: number; chatKeys: bigint[] | null; inWork: bigint[] },
): Promise<ChatLease[]> {
  const now = shop.clock.now();
  return claimChats(shop.db, { ...take, now, until: new Date(now.getTime() + LEASE_MS) });
}

/** What one handled update came to, for logs and metrics. */
export type UpdateOutcome = { update: StoredUpdate; status: 'done' | 'parked' | 'postponed'; error: unknown };

/**
 * Handles a chat's due updates one after another, in order, then gives the chat back. A failed update is
 * retried later (the chat waits for it), and parked after bounded tries. `handle` must be safe to repeat.
 */
export async function workChat(
  shop: Shop,
  lease: ChatLease,
  handle: (update: StoredUpdate) => Promise<void>,
): Promise<UpdateOutcome[]> {
  const outcomes: UpdateOutcome[] = [];
  let update = await findNextUpdate(shop.db, lease, shop.clock.now());
  if (!update) await releaseChat(shop.db, lease);
  while (update) {
    failpoint('update:claimed');
    const { outcome, next } = await workUpdate(shop, lease, { update, handle });
    outcomes.push(outcome);
    update = next;
    if (update && outcomes.length === MAX_UPDATES_IN_A_ROW) {
      await releaseChat(shop.db, lease);
      break;
    }
  }
  return outcomes;
}

/** `next` null: nothing more is due, and the chat has been given back. */
type Worked = { outcome: UpdateOutcome; next: StoredUpdate | null };

async function workUpdate(
  shop: Shop,
  lease: ChatLease,
  work: { update: StoredUpdate; handle: (update: StoredUpdate) => Promise<void> },
): Promise<Worked> {
  const { update } = work;
  if (isDeadly(update.deaths)) return await park(shop, lease, update);
  const attempts = update.attempts + 1;
  const heartbeat = startHeartbeat(shop, lease);
  try {
    await work.handle(update);
  } catch (error) {
    return await recordFailure(shop, lease, { update, attempts, error });
  } finally {
    clearInterval(heartbeat);
  }
  failpoint('update:before-finish');
  const next = await finish(shop, lease, { update, attempts, status: 'done', error: null });
  return { outcome: { update, status: 'done', error: null }, next };
}

/** Beats for a bounded time: a handler that hangs for ever loses its chat to another process in the end. */
function startHeartbeat(shop: Shop, lease: ChatLease): NodeJS.Timeout {
  let beatsLeft = MAX_BEATS;
  const heartbeat = setInterval(() => {
    beatsLeft -= 1;
    if (beatsLeft === 0) clearInterval(heartbeat);
    void giveSignOfLife(shop, lease);
  }, LEASE_MS / 3);
  return heartbeat;
}

/** A lease that cannot be extended now is extended by the next beat, or lost to whoever is alive. */
async function giveSignOfLife(shop: Shop, lease: ChatLease): Promise<void> {
  const until = new Date(shop.clock.now().getTime() + LEASE_MS);
  await extendLease(shop.db, lease, until).catch(() => undefined);
}

async function park(shop: Shop, lease: ChatLease, update: StoredUpdate): Promise<Worked> {
  const error = new Error(`${update.deaths} processes died while they were at it`);
  const { attempts } = update;
  const next = await finish(shop, lease, { update, attempts, status: 'parked', error: error.message });
  return { outcome: { update, status: 'parked', error }, next };
}

async function recordFailure(
  shop: Shop,
  lease: ChatLease,
  failure: { update: StoredUpdate; attempts: number; error: unknown },
): Promise<Worked> {
  const { update, attempts, error } = failure;
  const decision = decideUpdateRetry(attempts, isFault(error) ? error.retryAfterMs : null);
  const text = describeError(error);
  if (decision.kind === 'park') {
    const next = await finish(shop, lease, { update, attempts, status: 'parked', error: text });
    return { outcome: { update, status: 'parked', error }, next };
  }
  const { updateId } = update;
  const nextAttemptAt = new Date(shop.clock.now().getTime() + decision.delayMs);
  await postponeUpdate(shop.db, lease, { updateId, attempts, nextAttemptAt, error: text });
  await releaseChat(shop.db, lease);
  return { outcome: { update, status: 'postponed', error }, next: null };
}

function finish(
  shop: Shop,
  lease: ChatLease,
  end: { update: StoredUpdate; attempts: number; status: 'done' | 'parked'; error: string | null },
): Promise<StoredUpdate | null> {
  const { update, ...facts } = end;
  const now = shop.clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  return finishUpdate(shop.db, lease, { ...facts, updateId: update.updateId, now, until });
}
