import { Fault } from '../../lib/fault.ts';
import type { PaymentProvider, RefundRequest } from '../../ports/payment-provider.ts';
import { findRefundableCharge } from '../../store/money/charges.ts';
import { getRefund, type Refund } from '../../store/money/refunds.ts';
import type { Shop } from '../shop.ts';
import { applyRefund } from './apply-refund.ts';
import { closeDeclined } from './decline-refund.ts';
import { holdCharge } from './hold-charge.ts';

type SentRefund = 'done' | 'declined';

/** More equal parts of one charge than this at once are no refunds any more. */
const MAX_KEYS = 20;

/**
 * Has the provider give back what was asked for, and records it. Safe to repeat: the provider knows the refund
 * by our id, so that after a crash the same one is found, not a second one made.
 *
 * Two equal parts of one charge, A and B, may be told of by a notice before they are answered:
 *   1. A is sent; the provider makes X of it. The notice of X comes first and is recorded as B.
 *   2. A is answered with X, which is B's. B's own key has made nothing yet, and B will not be sent any more.
 *   3. So A is sent under B's key: the provider makes Y, and that is A's.
 * Throws: Fault `refund-unknown`, `provider-unreachable` (retryable: the job comes again).
 */
export async function sendRefund(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
  refundId: string,
): Promise<SentRefund> {
  let key = refundId;
  for (let sent = 0; sent < MAX_KEYS; sent += 1) {
    const refund = await getRefund(shop.db, refundId);
    if (refund.status !== 'requested') return refund.status;
    const recordedAs = await sendUnder(shop, providers, { refund, key });
    if (recordedAs === null) return 'declined';
    if (recordedAs === refundId) return 'done';
    key = recordedAs;
  }
  throw new Error(`refund ${refundId} is answered as another one each time`);
}

/** The refund that the provider's answer is recorded as; null when it declined. */
async function sendUnder(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
  { refund, key }: { refund: Refund; key: string },
): Promise<string | null> {
  const { refundId, provider: name } = refund;
  const provider = providers.get(name);
  if (!provider?.refund) throw new Error(`the provider ${name} cannot refund now; refund ${refundId} waits`);
  const request = await requestOf(shop, refund, key);
  const verdict = await provider.refund(request);
  if (verdict.kind === 'unknown') {
    throw new Fault('refund-unknown', `${name} has not said what became of refund ${refundId}`, {
      isRetryable: true,
    });
  }
  if (verdict.kind === 'declined') {
    await holdCharge(shop, refund.chargeId, (tx) =>
      closeDeclined(shop, tx, { refund, reason: verdict.reason }),
    );
    return null;
  }
  const applied = await applyRefund(shop, { refund: verdict.refund, refundId });
  if (applied.refundId === null) throw new Error(`refund ${refundId} was answered by what cannot be it`);
  return applied.refundId;
}

async function requestOf(shop: Shop, refund: Refund, key: string): Promise<RefundRequest> {
  const charge = await findRefundableCharge(shop.db, refund.chargeId);
  if (!charge) throw new Error(`refund ${refund.refundId} has no charge`);
  const { providerAmount, providerCurrency, reason } = refund;
  const { providerChargeId, payerTelegramId } = charge;
  return { refundId: key, providerChargeId, payerTelegramId, providerAmount, providerCurrency, reason };
}
