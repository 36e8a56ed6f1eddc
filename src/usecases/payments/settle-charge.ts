import { commissionOn } from '../../domain/money/referrals.ts';
import { decideSettlement, type Settlement, type VerifiedCharge } from '../../domain/money/settlement.ts';
import { failpoint } from '../../lib/failpoint.ts';
import { isRowId } from '../../lib/ids.ts';
import { adoptCorrelation } from '../../lib/telemetry/correlation.ts';
import { type Charge, insertSuspendedCharge } from '../../store/money/charges.ts';
import { commitMoney, isChargeKnown, isStale, type MoneyChanges } from '../../store/money/commit-money.ts';
import { insertTransfers } from '../../store/money/ledger.ts';
import { findSettlementFacts, type SettlementFacts } from '../../store/money/settlement-facts.ts';
import { insertOperatorTask } from '../../store/operator-tasks.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import { planCollection } from '../ledger/plan-collection.ts';
import { planPurchase } from '../purchases/plan-purchase.ts';
import type { Shop } from '../shop.ts';

/** `known`: settled before, nothing happened. `suspense`: recorded, and nobody's until an operator decides. */
export type SettleOutcome = 'settled' | 'known' | 'suspense';

/**
 * The one place where collected money becomes anything: facts are read without a lock, the decision is made,
 * and charge, ledger lines, entitlement, promo use, commission and jobs are written by ONE statement that holds
 * only while the facts do.
 *
 * Two deliveries of one charge at once:
 *   1. A and B read the same facts: the charge is new, the wallet has version 7.
 *   2. A writes: version 8, and commits. B waits for the wallet's row, finds 8, and fails as stale.
 *   3. B reads again: the charge is known; B does nothing.
 *   With no wallet to meet at (unknown invoice), the charge's unique key makes B wait, then know.
 */
export async function settleCharge(shop: Shop, charge: VerifiedCharge): Promise<SettleOutcome> {
  for (let attempt = 0; attempt < MAX_DECISIONS; attempt += 1) {
    const outcome = await tryToSettle(shop, charge);
    if (outcome === 'stale') continue;
    failpoint('settle:after-commit');
    return outcome;
  }
  throw new Error('a charge met changed facts each time it was decided; its job comes again');
}

/** A customer has one phone: more changes of one wallet than this while we decide are a storm, not a race. */
const MAX_DECISIONS = 20;

async function tryToSettle(shop: Shop, charge: VerifiedCharge): Promise<SettleOutcome | 'stale'> {
  const invoiceId = charge.invoiceId !== null && isRowId(charge.invoiceId) ? charge.invoiceId : null;
  const { isKnown, facts } = await findSettlementFacts(shop.db, { ...charge, invoiceId });
  if (isKnown) return 'known';
  if (facts) adoptCorrelation(facts.invoice.sourceKey);
  const settlement = decideSettlement(charge, facts?.invoice ?? null);
  failpoint('settle:before-commit');
  if (!facts || settlement.disposition === 'suspense') {
    const reference = facts?.invoice.invoiceId ?? null;
    return suspend(shop, charge, { settlement, invoiceId: reference });
  }
  try {
    await commitMoney(shop.db, planSettlement(shop, charge, { facts, settlement }));
    return 'settled';
  } catch (error) {
    if (isStale(error)) return 'stale';
    if (isChargeKnown(error)) return 'known';
    throw error;
  }
}

type Decided = { facts: SettlementFacts; settlement: Exclude<Settlement, { disposition: 'suspense' }> };

function planSettlement(shop: Shop, verified: VerifiedCharge, decided: Decided): MoneyChanges {
  const { facts, settlement } = decided;
  const { invoice, quote, entitlement } = facts;
  const { customerId, invoiceId } = invoice;
  const charge = chargeOf(shop, verified, { settlement, invoiceId, customerId });
  charge.isForeignPayer = isForeign(verified, facts);
  // Ids grow: lines are made in the order in which they are to be read.
  const received = makeTransfers(shop, { causeId: charge.chargeId, facts: { ...charge, kind: 'charge' } });
  const purchase =
    settlement.disposition === 'buy' && quote ? planPurchase(shop, { invoice, quote, entitlement }) : null;
  if (settlement.disposition === 'buy' && !purchase) {
    throw new Error(`invoice ${invoiceId} of a purchase has no quote`);
  }
  const spent = purchase ? invoice.amountKopecks : 0n;
  // What was paid for is bought all the same: only what stays goes to what the customer owes.
  const { receivableKopecks } = facts;
  const creditKopecks = settlement.creditKopecks - spent;
  const collected = planCollection(shop, { customerId, receivableKopecks, creditKopecks });
  const owed = planCommission(shop, charge, facts.referral);
  const isPaid = settlement.disposition === 'buy' || settlement.paysInvoice;
  const notice = {
    noticeKey: `charge:${charge.chargeId}`,
    customerId,
    about: 'charge',
    id: charge.chargeId,
  } as const;
  return {
    customerId,
    version: facts.version,
    at: charge.recordedAt,
    charge,
    paidInvoiceId: isPaid ? invoiceId : undefined,
    access: purchase?.access,
    redemption: purchase?.redemption,
    ...owed.changes,
    collection: collected?.collection,
    transfers: [
      ...received,
      ...(purchase?.transfers ?? []),
      ...owed.transfers,
      ...(collected?.transfers ?? []),
    ],
    jobs: [...(purchase?.jobs ?? []), ...owed.jobs, { name: 'send-notice', payload: notice }],
  };
}

function isForeign(charge: VerifiedCharge, facts: SettlementFacts): boolean {
  return charge.payerTelegramId !== null && charge.payerTelegramId !== facts.customerTelegramId;
}

function chargeOf(
  shop: Shop,
  verified: VerifiedCharge,
  decided: { settlement: Settlement; invoiceId: string | null; customerId: string | null },
): Charge {
  const { settlement, invoiceId, customerId } = decided;
  return {
    chargeId: shop.ids.rowId(),
    provider: verified.provider,
    providerChargeId: verified.providerChargeId,
    customerId,
    invoiceId,
    amountKopecks: settlement.creditKopecks,
    providerAmount: verified.providerAmount,
    providerCurrency: verified.providerCurrency,
    disposition: settlement.disposition,
    reason: settlement.reason,
    payerTelegramId: verified.payerTelegramId,
    isForeignPayer: false,
    chargedAt: verified.chargedAt,
    recordedAt: shop.clock.now(),
  };
}

/** Real money of a referred customer owes the referrer a share; the first makes the customer a paying referral. */
function planCommission(
  shop: Shop,
  charge: Charge,
  referral: SettlementFacts['referral'],
): Pick<MoneyChanges, 'transfers' | 'jobs'> & { changes: Pick<MoneyChanges, 'commission' | 'firstPayment'> } {
  if (!referral || charge.amountKopecks === 0n) return { changes: {}, transfers: [], jobs: [] };
  const { referrerId, isPaying, payingReferrals } = referral;
  const firstPayment = isPaying ? undefined : { referrerId, payingReferrals };
  const { percent, amountKopecks } = commissionOn(charge.amountKopecks, payingReferrals + (isPaying ? 0 : 1));
  if (amountKopecks === 0n) return { changes: { firstPayment }, transfers: [], jobs: [] };
  const commissionId = shop.ids.rowId();
  const { chargeId, amountKopecks: baseKopecks } = charge;
  const commission = { commissionId, chargeId, referrerId, percent, baseKopecks, amountKopecks };
  const facts = { kind: 'commission', customerId: referrerId, amountKopecks, status: 'owed' } as const;
  return {
    changes: { commission, firstPayment },
    transfers: makeTransfers(shop, { causeId: commissionId, facts }),
    jobs: [{ name: 'pay-commission', payload: { commissionId } }],
  };
}

/** Money that belongs to nobody we know: recorded, and put before an operator. */
async function suspend(
  shop: Shop,
  verified: VerifiedCharge,
  decided: { settlement: Settlement; invoiceId: string | null },
): Promise<SettleOutcome> {
  const charge = chargeOf(shop, verified, { ...decided, customerId: null });
  return shop.db.transaction('suspend-charge', async (tx) => {
    if (!(await insertSuspendedCharge(tx, charge))) return 'known';
    await insertTransfers(
      tx,
      makeTransfers(shop, { causeId: charge.chargeId, facts: { ...charge, kind: 'charge' } }),
    );
    await insertOperatorTask(tx, {
      taskId: shop.ids.rowId(),
      kind: 'suspended-charge',
      subject: charge.chargeId,
      customerId: null,
      details: {
        provider: charge.provider,
        providerChargeId: charge.providerChargeId,
        amount: `${charge.providerAmount} ${charge.providerCurrency}`,
        reason: charge.reason,
        invoiceId: decided.invoiceId,
      },
      createdAt: charge.recordedAt,
    });
    return 'suspense';
  });
}
