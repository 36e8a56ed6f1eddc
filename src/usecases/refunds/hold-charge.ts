import { findRefundableCharge, type RefundableCharge } from '../../store/money/charges.ts';
import { lockWallet, type Wallet } from '../../store/money/wallets.ts';
import { lockSuspendedCharge } from '../../store/operator-tasks.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** A charge that nobody else can refund or assign while this transaction lives. */
export type HeldCharge = {
  charge: RefundableCharge;
  /** Whoever has the charge's money; null while it is in suspense. */
  owner: { customerId: string; wallet: Wallet } | null;
};

/** A charge leaves suspense once: who finds it with an owner the second time finds the same owner. */
const MAX_LOOKS = 2;

/**
 * Opens a transaction that holds a charge: by its customer's wallet, or while it is in suspense by its task.
 * Null when there is no such charge.
 *
 * A refund of suspended money meets its assignment:
 *   1. A (refund) reads: nobody's. B (assignment) locks its customer's wallet, then the task, and commits.
 *   2. A gets the task's lock, reads again: it has an owner now. A ends its transaction and begins again.
 *   3. A locks the owner's wallet and refunds from there. Had A been first, B would find the refund and refuse.
 */
export async function holdCharge<T>(
  shop: Shop,
  chargeId: string,
  work: (tx: Transaction, held: HeldCharge) => Promise<T>,
): Promise<T | null> {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const seen = await findRefundableCharge(shop.db, chargeId);
    if (!seen) return null;
    const done = await shop.db.transaction('hold-charge', async (tx) => {
      const held = await takeHold(tx, seen);
      return held && { result: await work(tx, held) };
    });
    if (done) return done.result;
  }
  throw new Error(`charge ${chargeId} changed its owner twice`);
}

async function takeHold(tx: Transaction, seen: RefundableCharge): Promise<HeldCharge | null> {
  const { customerId, chargeId } = seen;
  const wallet = customerId === null ? null : await lockWallet(tx, customerId);
  if (!wallet) await lockSuspendedCharge(tx, chargeId);
  const charge = await findRefundableCharge(tx, chargeId);
  if (!charge || charge.customerId !== customerId) return null;
  return { charge, owner: customerId !== null && wallet ? { customerId, wallet } : null };
}
