import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import { decideRefundRequest, type RefundRefusal } from '../../domain/money/refunds.ts';
import type { PaymentProvider } from '../../ports/payment-provider.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { addJob } from '../../store/jobs.ts';
import { findRefundBySource, insertRefund } from '../../store/money/refunds.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';
import { type HeldCharge, holdCharge } from './hold-charge.ts';

/**
 * An operator's wish to give money back. `amountKopecks` > 0; null: all that is left of the charge. `sourceKey`
 * names the wish: the same one is one refund.
 */
export type RefundRequest = {
  actor: string;
  sourceKey: string;
  chargeId: string;
  amountKopecks: Kopecks | null;
  reason: string;
};

export type RequestedRefund =
  | { ok: true; refundId: string; amountKopecks: Kopecks; isRepeat: boolean }
  | { ok: false; refusal: 'charge-unknown' | RefundRefusal };

/**
 * Records that a charge is to be given back, with the promise to ask its provider; nothing else moves until the
 * provider has. What was asked for counts against the charge from now on.
 * Refuses, in this order: `charge-unknown`, `provider-cannot-refund`, `already-refunded`, `more-than-charged`,
 * `partial-not-possible`, `reason-missing`.
 */
export async function requestRefund(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
  request: RefundRequest,
): Promise<RequestedRefund> {
  const requested = await holdCharge<RequestedRefund>(shop, request.chargeId, async (tx, held) => {
    const made = await findRefundBySource(tx, request.sourceKey);
    if (made) {
      return { ok: true, refundId: made.refundId, amountKopecks: made.amountKopecks, isRepeat: true };
    }
    const { charge } = held;
    const decided = decideRefundRequest(
      {
        ...charge,
        claimedKopecks: kopecks(charge.doneKopecks + charge.requestedKopecks),
        refunds: Number(charge.refunds),
        isSuspended: held.owner === null,
      },
      { ...request, canBeRefunded: Boolean(providers.get(charge.provider)?.refund) },
    );
    return decided.ok ? record(shop, tx, { held, request, decided }) : decided;
  });
  return requested ?? { ok: false, refusal: 'charge-unknown' };
}

async function record(
  shop: Shop,
  tx: Transaction,
  wish: {
    held: HeldCharge;
    request: RefundRequest;
    decided: { amountKopecks: Kopecks; providerAmount: string };
  },
): Promise<RequestedRefund> {
  const { charge } = wish.held;
  const { actor, sourceKey } = wish.request;
  const { amountKopecks, providerAmount } = wish.decided;
  const reason = wish.request.reason.trim();
  const refundId = shop.ids.rowId();
  const now = shop.clock.now();
  const { chargeId, customerId, provider, providerCurrency } = charge;
  await insertRefund(tx, {
    refundId,
    chargeId,
    customerId,
    provider,
    kind: 'refund',
    amountKopecks,
    providerAmount,
    providerCurrency,
    actor,
    reason,
    sourceKey,
    requestedAt: now,
  });
  await addJob(tx, 'send-refund', { refundId });
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor,
    action: 'refund-requested',
    customerId,
    details: { refundId, chargeId, amountKopecks: String(amountKopecks), reason },
    recordedAt: now,
  });
  return { ok: true, refundId, amountKopecks, isRepeat: false };
}
