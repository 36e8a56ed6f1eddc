import { type BroadcastStatus, decideSteering, type Steering } from '../../domain/broadcasts.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { addJob } from '../../store/jobs.ts';
import { lockBroadcast, saveBroadcastStatus } from '../../store/messaging/broadcasts.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import type { Shop } from '../shop.ts';

export type Steered =
  | { ok: true; status: BroadcastStatus }
  | { ok: false; refusal: 'broadcast-unknown' }
  | { ok: false; refusal: 'not-now'; status: BroadcastStatus }
  | { ok: false; refusal: 'not-previewed'; problem: string | null };

/**
 * Starts, pauses, resumes or cancels a broadcast. Messages that are on their way arrive; every process stops within
 * about a second. What was done by a tap of that key is not done again.
 * Refuses, in this order: `broadcast-unknown`, `not-now`, `not-previewed` (only to start).
 */
export async function steerBroadcast(
  shop: Shop,
  order: { actor: string; broadcastId: string; steering: Steering; actKey?: string },
): Promise<Steered> {
  const { actor, broadcastId, steering, actKey } = order;
  return shop.db.transaction('steer-broadcast', async (tx) => {
    const broadcast = await lockBroadcast(tx, broadcastId);
    if (!broadcast) return { ok: false, refusal: 'broadcast-unknown' };
    const now = shop.clock.now();
    if (actKey !== undefined && !(await claimOperatorAct(tx, { key: actKey, at: now })))
      return { ok: true, status: broadcast.status };
    const status = decideSteering(broadcast.status, steering);
    if (status === null) return { ok: false, refusal: 'not-now', status: broadcast.status };
    if (steering === 'start' && broadcast.previewedAt === null)
      return { ok: false, refusal: 'not-previewed', problem: broadcast.problem };
    await saveBroadcastStatus(tx, { broadcastId, status, now, problem: null });
    if (status === 'running' && !broadcast.isListed) await addJob(tx, 'list-recipients', { broadcastId });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor,
      action: `broadcast-${steering}`,
      customerId: null,
      details: { broadcastId },
      recordedAt: now,
    });
    return { ok: true, status };
  });
}
