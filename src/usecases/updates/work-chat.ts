import { decideUpdateRetry } from '../../domain/retries.ts';
import { failpoint } from '../../lib/failpoint.ts';
import { describeError } from '../../lib/fault.ts';
import {
  type ChatLease,
  claimChats,
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

/** Takes chats with due updates that nobody works on. `chatKeys` null: any. */
export function takeChats(
  shop: Shop,
  take: { workerId: string; limit: number; chatKeys: bigint[] | null },
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
  for (;;) {
    const now = shop.clock.now();
    const update = await findNextUpdate(shop.db, lease, {
      now,
      until: new Date(now.getTime() + LEASE_MS),
    });
    if (!update) break;
    failpoint('update:claimed');
    outcomes.push(await workUpdate(shop, lease, { update, handle }));
  }
  await releaseChat(shop.db, lease);
  return outcomes;
}

async function workUpdate(
  shop: Shop,
  lease: ChatLease,
  work: { update: StoredUpdate; handle: (update: StoredUpdate) => Promise<void> },
): Promise<UpdateOutcome> {
  const { update } = work;
  const attempts = update.attempts + 1;
  try {
    await work.handle(update);
  } catch (error) {
    return await recordFailure(shop, lease, { update, attempts, error });
  }
  failpoint('update:before-finish');
  const end = { updateId: update.updateId, attempts, error: null, now: shop.clock.now() };
  await finishUpdate(shop.db, lease, { ...end, status: 'done' });
  return { update, status: 'done', error: null };
}

async function recordFailure(
  shop: Shop,
  lease: ChatLease,
  failure: { update: StoredUpdate; attempts: number; error: unknown },
): Promise<UpdateOutcome> {
  const { update, attempts, error } = failure;
  const now = shop.clock.now();
  const decision = decideUpdateRetry(attempts);
  const text = describeError(error);
  if (decision.kind === 'park') {
    const end = { updateId: update.updateId, attempts, error: text, now };
    await finishUpdate(shop.db, lease, { ...end, status: 'parked' });
    return { update, status: 'parked', error };
  }
  const nextAttemptAt = new Date(now.getTime() + decision.delayMs);
  await postponeUpdate(shop.db, { updateId: update.updateId, attempts, nextAttemptAt, error: text });
  return { update, status: 'postponed', error };
}
