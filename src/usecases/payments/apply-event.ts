import type { ProviderEvent } from '../../ports/payment-provider.ts';
import { insertOperatorTask } from '../../store/operator-tasks.ts';
import { type AppliedRefund, receiveProviderRefund } from '../refunds/apply-refund.ts';
import type { Shop } from '../shop.ts';
import { type SettleOutcome, settleCharge } from './settle-charge.ts';

/** `for-operators`: a task tells them what came. `no-money`: it moves nothing, such as an expired invoice. */
export type AppliedEvent = SettleOutcome | AppliedRefund['outcome'] | 'no-money';

/** A verified and confirmed event; `reference` names where it is stored, for the operator who has to read it. */
export type ToldEvent = { provider: string; reference: string; event: ProviderEvent };

/**
 * Turns what a provider says into what it means: money settles, money given back is applied, a shape we do not
 * know goes before an operator. An event without money changes nothing, so that one which comes late undoes
 * nothing. Safe to repeat.
 */
export async function applyEvent(shop: Shop, told: ToldEvent): Promise<AppliedEvent> {
  const { event } = told;
  const charged = event.charge ? await settleCharge(shop, event.charge) : null;
  const refunded = event.refund ? await receiveProviderRefund(shop, event.refund) : null;
  if (charged || refunded) return refunded ?? charged ?? 'no-money';
  if (event.state !== 'unreadable') return 'no-money';
  await reportUnreadable(shop, told);
  return 'for-operators';
}

async function reportUnreadable(shop: Shop, told: ToldEvent): Promise<void> {
  const { provider, reference, event } = told;
  await shop.db.transaction('report-unreadable', (tx) =>
    insertOperatorTask(tx, {
      taskId: shop.ids.rowId(),
      kind: 'notice-unreadable',
      subject: reference,
      customerId: null,
      details: { provider, objectId: event.objectId },
      createdAt: shop.clock.now(),
    }),
  );
}
