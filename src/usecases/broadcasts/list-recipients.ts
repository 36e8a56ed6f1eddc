import { listRecipientsPage } from '../../store/messaging/broadcast-recipients.ts';
import { lockBroadcast } from '../../store/messaging/broadcasts.ts';
import type { Shop } from '../shop.ts';

/** Customers per transaction: some tens of milliseconds. */
const PAGE = 2_000;

/**
 * Writes down who gets a broadcast, page by page; where it was interrupted it goes on. Sending has begun meanwhile. A
 * broadcast that is not running any more is left as it is: resuming it promises this again.
 */
export async function listRecipients(shop: Shop, broadcastId: string): Promise<void> {
  for (;;) {
    const isOver = await shop.db.transaction('list-recipients', async (tx) => {
      const broadcast = await lockBroadcast(tx, broadcastId);
      if (broadcast?.status !== 'running' || broadcast.isListed) return true;
      return listRecipientsPage(tx, { broadcastId, now: shop.clock.now(), limit: PAGE });
    });
    if (isOver) return;
  }
}
