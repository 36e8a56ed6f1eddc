import type { Kopecks } from '../../domain/money/money.ts';
import { refundedKopecksOf, type VerifiedRefund } from '../../domain/money/refunds.ts';
import { findChargeId } from '../../store/money/charges.ts';
import {
  findRefundByProvider,
  insertRefund,
  listRequestedRefunds,
  type Refund,
} from '../../store/money/refunds.ts';
import { closeOperatorTasks, insertOperatorTask } from '../../store/operator-tasks.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';
import { completeRefund } from './complete-refund.ts';
import { closeDeclined } from './decline-refund.ts';
import { type HeldCharge, holdCharge } from './hold-charge.ts';

/**
 * `known`: recorded before, nothing happened. `for-operators`: it fits nothing we have, a person must look.
 * `refundId`: the refund that the provider's is recorded as.
 */
export type AppliedRefund =
  | { outcome: 'applied' | 'known'; refundId: string }
  | { outcome: 'for-operators'; refundId: null };

/**
 * The one place where money given back becomes anything, whoever tells us: the provider's answer to our own
 * request (`refundId`), its notice, or its books. In one transaction: the refund, its ledger lines, the shorter
 * access, the paying referral that is none any more, and the jobs for the rest.
 *
 * It becomes, in this order: the refund it was recorded as; the one that was asked for (`refundId`, else the
 * oldest of that charge and amount, for equal parts are equal); a new one. Of an unknown charge, in another
 * currency, or of more than is left, it goes before an operator. The same one again does nothing.
 */
export async function applyRefund(
  shop: Shop,
  told: { refund: VerifiedRefund; refundId: string | null },
): Promise<AppliedRefund> {
  const { refund } = told;
  const chargeId = await findChargeId(shop.db, refund);
  const applied =
    chargeId === null
      ? null
      : await holdCharge(shop, chargeId, (tx, held) => applyToCharge(shop, tx, { ...told, held }));
  if (applied) return applied;
  return shop.db.transaction('unknown-refund', (tx) =>
    putBeforeOperators(shop, tx, { refund, customerId: null, problem: 'unknown-charge' }),
  );
}

/** A refund or chargeback that a provider tells of. See applyRefund. Safe to repeat. */
export async function receiveProviderRefund(
  shop: Shop,
  refund: VerifiedRefund,
): Promise<AppliedRefund['outcome']> {
  return (await applyRefund(shop, { refund, refundId: null })).outcome;
}

/** What a difference with a provider's books is about, for good: the same one makes one task. */
export function differenceSubject(provider: string, kind: 'charge' | 'refund', id: string): string {
  return `${provider}:${kind}:${id}`;
}

type Telling = { refund: VerifiedRefund; refundId: string | null; held: HeldCharge };

async function applyToCharge(shop: Shop, tx: Transaction, telling: Telling): Promise<AppliedRefund> {
  const { refund: told, held } = telling;
  const { charge } = held;
  const known = await findRefundByProvider(tx, told);
  if (known) return { outcome: 'known', refundId: known.refundId };
  const requested = await listRequestedRefunds(tx, charge.chargeId);
  const amountKopecks = refundedKopecksOf(charge, told);
  const problem = findProblem(held, amountKopecks, Number(charge.refunds) - requested.length);
  if (amountKopecks === null || problem !== null) {
    const { customerId } = charge;
    return putBeforeOperators(shop, tx, { refund: told, customerId, problem: problem ?? 'other-currency' });
  }
  const asked = pickAsked(requested, { ...telling, amountKopecks });
  const refund = asked ?? (await insertTold(shop, tx, { ...telling, amountKopecks, requested }));
  await completeRefund(shop, tx, { held, refund, told });
  await closeOperatorTasks(
    tx,
    { kind: 'reconciliation', subjects: [differenceSubject(told.provider, 'refund', told.providerRefundId)] },
    { at: shop.clock.now(), actor: `provider:${told.provider}`, text: 'recorded' },
  );
  return { outcome: 'applied', refundId: refund.refundId };
}

/** `refundsDone`: how often something of the charge was given back. */
function findProblem(
  { charge, owner }: HeldCharge,
  amountKopecks: Kopecks | null,
  refundsDone: number,
): string | null {
  if (amountKopecks === null) return 'other-currency';
  if (amountKopecks > charge.amountKopecks - charge.doneKopecks) return 'more-than-charged';
  if (owner) return amountKopecks === 0n ? 'no-amount' : null;
  // Suspended money is given back once: what a part has left is a person's to look at.
  return refundsDone > 0 ? 'more-than-charged' : null;
}

function pickAsked(
  requested: Refund[],
  telling: { refundId: string | null; amountKopecks: Kopecks },
): Refund | null {
  const equal = requested.filter((one) => one.amountKopecks === telling.amountKopecks);
  return equal.find((one) => one.refundId === telling.refundId) ?? equal[0] ?? null;
}

type Unasked = Telling & { amountKopecks: Kopecks; requested: Refund[] };

/** Nobody here asked for it: the row is the provider's. */
async function insertTold(shop: Shop, tx: Transaction, unasked: Unasked): Promise<Refund> {
  const { refund: told, held, amountKopecks } = unasked;
  await makeRoom(shop, tx, unasked);
  const { chargeId, customerId, provider } = held.charge;
  const refund: Refund = {
    refundId: shop.ids.rowId(),
    chargeId,
    customerId,
    provider,
    kind: told.isChargeback ? 'chargeback' : 'refund',
    amountKopecks,
    providerAmount: told.providerAmount,
    providerCurrency: told.providerCurrency,
    status: 'requested',
    actor: `provider:${provider}`,
    reason: told.isChargeback ? 'charged back' : 'refunded at the provider',
    requestedAt: shop.clock.now(),
  };
  await insertRefund(tx, { ...refund, sourceKey: `${provider}:${told.providerRefundId}` });
  return refund;
}

/**
 * What was asked for and no longer fits beside what has happened will not happen, newest first. Should the
 * provider do it all the same, it tells us, and that comes before an operator.
 */
async function makeRoom(shop: Shop, tx: Transaction, unasked: Unasked): Promise<void> {
  const { charge, owner } = unasked.held;
  let left = charge.amountKopecks - charge.doneKopecks - charge.requestedKopecks - unasked.amountKopecks;
  for (const refund of unasked.requested.toReversed()) {
    if (left >= 0n && owner) return;
    await closeDeclined(shop, tx, { refund, reason: 'given back otherwise before' });
    left += refund.amountKopecks;
  }
}

async function putBeforeOperators(
  shop: Shop,
  tx: Transaction,
  matter: { refund: VerifiedRefund; customerId: string | null; problem: string },
): Promise<AppliedRefund> {
  const { refund, customerId, problem } = matter;
  await insertOperatorTask(tx, {
    taskId: shop.ids.rowId(),
    kind: 'reconciliation',
    subject: differenceSubject(refund.provider, 'refund', refund.providerRefundId),
    customerId,
    details: {
      problem,
      provider: refund.provider,
      providerChargeId: refund.providerChargeId,
      amount: `${refund.providerAmount} ${refund.providerCurrency}`,
      kind: refund.isChargeback ? 'chargeback' : 'refund',
    },
    createdAt: shop.clock.now(),
  });
  return { outcome: 'for-operators', refundId: null };
}
