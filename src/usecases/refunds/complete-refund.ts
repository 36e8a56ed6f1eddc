import { isEntitledAt } from '../../domain/entitlements.ts';
import { kopecks } from '../../domain/money/money.ts';
import { decideRefund, type RefundTerms, type VerifiedRefund } from '../../domain/money/refunds.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { bringEndForward, findEntitlementOf, insertEntitlementReduction } from '../../store/entitlements.ts';
import { uncountPayingReferral } from '../../store/money/commissions.ts';
import { commitMoney, type PromisedJob } from '../../store/money/commit-money.ts';
import { insertTransfers } from '../../store/money/ledger.ts';
import { finishRefund, type Refund } from '../../store/money/refunds.ts';
import { closeOperatorTasks } from '../../store/operator-tasks.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import type { Shop } from '../shop.ts';
import type { HeldCharge } from './hold-charge.ts';

type Completion = { held: HeldCharge; refund: Refund; told: VerifiedRefund };
type Owner = NonNullable<HeldCharge['owner']>;

const NOTHING: RefundTerms = {
  walletKopecks: kopecks(0n),
  receivableKopecks: kopecks(0n),
  revokedMs: 0,
  endsAt: null,
};

/** The provider has given the money back: writes everything that means here. The charge is held. */
export async function completeRefund(shop: Shop, tx: Transaction, completion: Completion): Promise<void> {
  const { held, refund, told } = completion;
  const now = shop.clock.now();
  const { terms, jobs } = held.owner
    ? await decideTerms(shop, tx, { ...completion, owner: held.owner })
    : { terms: NOTHING, jobs: [] };
  const { refundId } = refund;
  const { walletKopecks, receivableKopecks, revokedMs } = terms;
  await finishRefund(tx, {
    refundId,
    providerRefundId: told.providerRefundId,
    walletKopecks,
    receivableKopecks,
    revokedMs,
    doneAt: now,
    refundedAt: told.refundedAt,
  });
  const facts = { ...refund, walletKopecks, receivableKopecks, kind: 'refund', status: 'done' } as const;
  const transfers = makeTransfers(shop, { causeId: refundId, facts });
  if (held.owner) {
    const { customerId, wallet } = held.owner;
    await commitMoney(tx, { customerId, version: wallet.version, at: now, transfers, jobs });
    await uncountPayingReferral(tx, customerId);
  } else {
    await insertTransfers(tx, transfers);
    await closeSuspense(shop, tx, completion);
  }
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor: refund.actor,
    action: refund.kind === 'chargeback' ? 'charged-back' : 'refunded',
    customerId: refund.customerId,
    details: {
      refundId,
      chargeId: refund.chargeId,
      reason: refund.reason,
      amountKopecks: String(refund.amountKopecks),
      walletKopecks: String(walletKopecks),
      receivableKopecks: String(receivableKopecks),
      revokedMs,
    },
    recordedAt: now,
  });
}

/** Decides what the refund takes of the customer, and shortens their access. */
async function decideTerms(
  shop: Shop,
  tx: Transaction,
  completion: Completion & { owner: Owner },
): Promise<{ terms: RefundTerms; jobs: PromisedJob[] }> {
  const { refund, owner } = completion;
  const { charge } = completion.held;
  const { customerId, wallet } = owner;
  const { refundId } = refund;
  const now = shop.clock.now();
  const entitlement = await findEntitlementOf(tx, customerId);
  const { priceKopecks, durationMs } = charge;
  const isPurchase = priceKopecks !== null && durationMs !== null;
  const terms = decideRefund(
    {
      amountKopecks: charge.amountKopecks,
      refundedKopecks: charge.doneKopecks,
      purchase: isPurchase ? { priceKopecks, durationMs: Number(durationMs) } : null,
    },
    refund,
    { balanceKopecks: wallet.balanceKopecks, endsAt: entitlement?.endsAt ?? null, now },
  );
  const notice = { noticeKey: `refund:${refundId}`, customerId, about: 'refund', id: refundId } as const;
  const jobs: PromisedJob[] = [
    { name: 'reverse-commission', payload: { refundId } },
    { name: 'send-notice', payload: notice },
  ];
  if (!entitlement || !terms.endsAt) return { terms, jobs };
  const { entitlementId, endsAt: endedBefore } = entitlement;
  const { endsAt } = terms;
  await bringEndForward(tx, entitlementId, {
    endsAt,
    isOver: !isEntitledAt({ endsAt }, now),
    decidedAt: now,
  });
  await insertEntitlementReduction(tx, {
    refundId,
    customerId,
    entitlementId,
    endedBefore,
    endsAt,
    recordedAt: now,
  });
  return { terms, jobs: [...jobs, { name: 'push-access', payload: { entitlementId } }] };
}

/** Given back whole, suspended money is nobody's question any more. */
async function closeSuspense(shop: Shop, tx: Transaction, { held, refund }: Completion): Promise<void> {
  const { chargeId, amountKopecks, doneKopecks } = held.charge;
  if (doneKopecks + refund.amountKopecks < amountKopecks) return;
  await closeOperatorTasks(
    tx,
    { kind: 'suspended-charge', subjects: [chargeId] },
    { at: shop.clock.now(), actor: refund.actor, text: `given back: refund ${refund.refundId}` },
  );
}
