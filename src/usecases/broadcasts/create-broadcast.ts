import { type BroadcastDraft, checkDraft, type DraftRefusal } from '../../domain/broadcasts.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { addJob } from '../../store/jobs.ts';
import { findBroadcast, insertBroadcast } from '../../store/messaging/broadcasts.ts';
import type { Shop } from '../shop.ts';

export type CreatedBroadcast = { ok: true; broadcastId: string } | { ok: false; refusal: DraftRefusal };

/**
 * Keeps a draft and promises the operators a preview of it. Nothing is sent to customers before one has arrived and
 * the broadcast is started. `broadcastId` names the wish: the same one again changes nothing.
 * Refuses, in this order: `bad-title`, `bad-text`, `bad-text-b`, `bad-buttons`.
 */
export async function createBroadcast(
  shop: Shop,
  wish: { actor: string; draft: BroadcastDraft; broadcastId?: string },
): Promise<CreatedBroadcast> {
  const { actor, draft } = wish;
  const refusal = checkDraft(draft);
  if (refusal !== null) return { ok: false, refusal };
  const broadcastId = wish.broadcastId ?? shop.ids.rowId();
  const now = shop.clock.now();
  await shop.db.transaction('create-broadcast', async (tx) => {
    if (await findBroadcast(tx, broadcastId)) return;
    await insertBroadcast(tx, { ...draft, broadcastId, createdBy: actor, createdAt: now });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor,
      action: 'broadcast-created',
      customerId: null,
      details: { broadcastId, title: draft.title, segment: draft.segment, kind: draft.kind },
      recordedAt: now,
    });
    await addJob(tx, 'preview-broadcast', { broadcastId });
  });
  return { ok: true, broadcastId };
}
