import { failpoint } from '../../lib/failpoint.ts';
import type { EventRefusal, PaymentProvider, RawNotice } from '../../ports/payment-provider.ts';
import { addJob } from '../../store/jobs.ts';
import { insertProviderEvent } from '../../store/provider-events.ts';
import type { Shop } from '../shop.ts';

export type ReceivedEvent = { ok: true; isNew: boolean } | { ok: false; refusal: EventRefusal };

/**
 * Verifies a provider's notice and stores it once, with the promise to settle it; the answer to the provider
 * may follow at once. The same event again is a success that stores nothing.
 * Refuses: `bad-signature`, `bad-address`, `bad-body`; nothing is stored then.
 * Throws: Fault `database-unreachable`: the provider must try again.
 */
export async function receiveEvent(
  shop: Shop,
  provider: PaymentProvider,
  notice: RawNotice,
): Promise<ReceivedEvent> {
  const verified = provider.verify(notice);
  if (!verified.ok) return verified;
  failpoint('event:before-store');
  const { objectId, state } = verified.event;
  const isNew = await shop.db.transaction('receive-event', async (tx) => {
    const eventId = shop.ids.rowId();
    const isInserted = await insertProviderEvent(tx, {
      eventId,
      provider: provider.name,
      objectId,
      state,
      body: Buffer.from(notice.rawBody).toString('utf8'),
      receivedAt: shop.clock.now(),
    });
    if (isInserted) await addJob(tx, 'settle-event', { eventId });
    return isInserted;
  });
  failpoint('event:after-store');
  return { ok: true, isNew };
}
