import { ConstantBackoff, handleAll, retry } from 'cockatiel';
import { BROKEN_AFTER_REFUSALS, type Variant } from '../../domain/broadcasts.ts';
import type { Broadcaster, BroadcastOutcome } from '../../ports/broadcaster.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { markCustomerUnreachable } from '../../store/customers.ts';
import { addJob } from '../../store/jobs.ts';
import {
  type ClaimedRecipient,
  claimRecipient,
  countRefusals,
  finishRecipient,
  hasOpenRecipients,
  type RecipientEnd,
} from '../../store/messaging/broadcast-recipients.ts';
import {
  type Broadcast,
  findRunningBroadcast,
  lockBroadcast,
  saveBroadcastStatus,
} from '../../store/messaging/broadcasts.ts';
import { heedPause } from '../sending/take-turn.ts';
import type { Shop } from '../shop.ts';
import { messageOf } from './preview-broadcast.ts';

/** The broadcast whose turn it is; null when none is being sent. */
export function findBroadcastToSend(shop: Shop): Promise<Broadcast | null> {
  return findRunningBroadcast(shop.db);
}

/**
 * Takes the next recipient: from now on they are marked as being sent to, by this process. `skipped`: that one has left
 * the segment. Null: nobody waits.
 */
export function claimNext(
  shop: Shop,
  claim: { broadcastId: string; workerId: string },
): Promise<ClaimedRecipient | 'skipped' | null> {
  return claimRecipient(shop.db, { ...claim, now: shop.clock.now() });
}

/**
 * What has been sent is known only here: while the database is away it is told again, for longer than an outage lasts.
 * Should this process end before, the recipient is `unknown`.
 */
const persistently = retry(handleAll, { maxAttempts: 3_600, backoff: new ConstantBackoff(1_000) });

/**
 * Sends to one claimed recipient, at most once: only what certainly was not sent is tried again, as often as it takes. A
 * crash in between leaves them `unknown`.
 */
export async function sendToRecipient(
  deps: { shop: Shop; broadcaster: Broadcaster; workerId: string },
  broadcast: Broadcast,
  recipient: ClaimedRecipient,
): Promise<BroadcastOutcome['kind']> {
  const { shop, workerId } = deps;
  const { broadcastId } = broadcast;
  const { customerId, variant } = recipient;
  const outcome = await deps.broadcaster.send(recipient, messageOf(broadcast, variant));
  const claim = { broadcastId, customerId, workerId, now: shop.clock.now() };
  await persistently.execute(() => finishRecipient(shop.db, claim, toEnd(outcome)));
  if (outcome.kind === 'undeliverable') await markCustomerUnreachable(shop.db, customerId);
  if (outcome.kind === 'refused') await stopIfBroken(shop, broadcastId, { variant, reason: outcome.reason });
  if (outcome.kind === 'limited') await heedPause(shop, outcome.retryAfterMs);
  return outcome.kind;
}

function toEnd(outcome: BroadcastOutcome): RecipientEnd {
  switch (outcome.kind) {
    case 'sent':
    case 'unknown':
      return { status: outcome.kind };
    case 'undeliverable':
      return { status: 'failed', failure: 'undeliverable' };
    case 'refused':
      return { status: 'failed', failure: `refused: ${outcome.reason}` };
    case 'limited':
    case 'unreached':
    case 'resting':
      return { status: 'pending' };
  }
}

/** Many refusals and nobody who got it: the rest is spared, and the operators are told. */
async function stopIfBroken(
  shop: Shop,
  broadcastId: string,
  refused: { variant: Variant; reason: string },
): Promise<void> {
  const { variant, reason } = refused;
  const counted = await countRefusals(shop.db, { broadcastId, variant, limit: BROKEN_AFTER_REFUSALS });
  if (counted.hasSent || counted.refused < BROKEN_AFTER_REFUSALS) return;
  await end(shop, broadcastId, { status: 'paused', problem: reason });
}

/** Ends a broadcast nobody waits for any more. True when it has ended. */
export async function finishIfDone(shop: Shop, broadcastId: string): Promise<boolean> {
  if (await hasOpenRecipients(shop.db, broadcastId)) return false;
  return end(shop, broadcastId, { status: 'done', problem: null });
}

async function end(
  shop: Shop,
  broadcastId: string,
  to: { status: 'done' | 'paused'; problem: string | null },
): Promise<boolean> {
  return shop.db.transaction('end-broadcast', async (tx) => {
    const broadcast = await lockBroadcast(tx, broadcastId);
    if (broadcast?.status !== 'running') return true;
    if (to.status === 'done' && (!broadcast.isListed || (await hasOpenRecipients(tx, broadcastId))))
      return false;
    const now = shop.clock.now();
    await saveBroadcastStatus(tx, { broadcastId, ...to, now });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: 'system',
      action: `broadcast-${to.status}`,
      customerId: null,
      details: { broadcastId, problem: to.problem },
      recordedAt: now,
    });
    await addJob(tx, 'tell-operators', { about: 'broadcast', id: broadcastId });
    return true;
  });
}
