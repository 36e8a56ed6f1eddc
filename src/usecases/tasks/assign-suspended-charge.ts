import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import {
  findRefundableCharge,
  insertChargeAssignment,
  type RefundableCharge,
} from '../../store/money/charges.ts';
import { lockWallet, type Wallet } from '../../store/money/wallets.ts';
import { closeOperatorTasks, lockSuspendedCharge } from '../../store/operator-tasks.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';
import { commitAdjustment } from '../wallets/commit-adjustment.ts';

/** `expectedKopecks`: what somebody was shown and agreed to. */
export type Assignment = {
  actor: string;
  chargeId: string;
  telegramId: bigint;
  reason: string;
  expectedKopecks?: Kopecks;
};

type AssignmentRefusal =
  | 'charge-unknown'
  | 'not-suspended'
  | 'already-refunded'
  | 'amount-unknown'
  | 'amount-changed'
  | 'customer-unknown'
  | 'reason-missing';

export type AssignedCharge =
  | { ok: true; amountKopecks: Kopecks; balanceKopecks: Kopecks }
  | { ok: false; refusal: AssignmentRefusal };

/**
 * Gives money in suspense to the customer it belongs to: into their wallet, debt first. Its task is closed with
 * that. Whoever refunds the same charge meets this at the task's lock, and one of both wins.
 * Refuses, in this order: `charge-unknown`, `customer-unknown`, `not-suspended`, `already-refunded` (given back
 * or being given back), `amount-unknown` (no value in roubles), `amount-changed`, `reason-missing`.
 */
export async function assignSuspendedCharge(shop: Shop, assignment: Assignment): Promise<AssignedCharge> {
  const { chargeId, telegramId } = assignment;
  return shop.db.transaction('assign-suspended-charge', async (tx) => {
    if (!(await findRefundableCharge(tx, chargeId))) return { ok: false, refusal: 'charge-unknown' };
    const customer = await findCustomerByTelegramId(tx, telegramId);
    if (!customer) return { ok: false, refusal: 'customer-unknown' };
    const { customerId } = customer;
    const wallet = await lockWallet(tx, customerId);
    await lockSuspendedCharge(tx, chargeId);
    const charge = await findRefundableCharge(tx, chargeId);
    const refusal = findRefusal(charge, assignment);
    if (!charge || refusal) return { ok: false, refusal: refusal ?? 'charge-unknown' };
    return assign(shop, tx, { assignment, charge, customerId, wallet });
  });
}

function findRefusal(
  charge: RefundableCharge | null,
  { reason, expectedKopecks }: Assignment,
): AssignmentRefusal | null {
  if (!charge) return 'charge-unknown';
  if (charge.customerId !== null) return 'not-suspended';
  if (charge.requestedKopecks > 0n || (charge.refunds > 0n && leftOf(charge) === 0n))
    return 'already-refunded';
  if (leftOf(charge) === 0n) return 'amount-unknown';
  if (expectedKopecks !== undefined && expectedKopecks !== leftOf(charge)) return 'amount-changed';
  return reason.trim() === '' ? 'reason-missing' : null;
}

function leftOf(charge: RefundableCharge): Kopecks {
  return kopecks(charge.amountKopecks - charge.doneKopecks);
}

async function assign(
  shop: Shop,
  tx: Transaction,
  facts: { assignment: Assignment; charge: RefundableCharge; customerId: string; wallet: Wallet },
): Promise<AssignedCharge> {
  const { assignment, charge, customerId, wallet } = facts;
  const { actor, chargeId } = assignment;
  const reason = assignment.reason.trim();
  const amountKopecks = leftOf(charge);
  const adjustmentId = shop.ids.rowId();
  const at = shop.clock.now();
  await insertChargeAssignment(tx, {
    adjustmentId,
    customerId,
    amountKopecks,
    chargeId,
    actor,
    reason,
    recordedAt: at,
  });
  const written = { adjustmentId, customerId, wallet, amountKopecks, at };
  const balanceKopecks = await commitAdjustment(shop, tx, { ...written, counterAccount: 'suspense' });
  const resolution = { at, actor, text: `given to customer ${customerId}` };
  await closeOperatorTasks(tx, { kind: 'suspended-charge', subjects: [chargeId] }, resolution);
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor,
    action: 'suspended-charge-assigned',
    customerId,
    details: { chargeId, adjustmentId, amountKopecks: String(amountKopecks), reason },
    recordedAt: at,
  });
  return { ok: true, amountKopecks, balanceKopecks };
}
