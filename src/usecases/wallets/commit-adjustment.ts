import type { Kopecks } from '../../domain/money/money.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import type { Wallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import { planCollection } from '../ledger/plan-collection.ts';
import type { Shop } from '../shop.ts';

/** An adjustment whose row has been written, of a wallet that is locked. */
export type WrittenAdjustment = {
  adjustmentId: string;
  customerId: string;
  wallet: Wallet;
  amountKopecks: Kopecks;
  counterAccount: 'adjustments' | 'suspense';
  at: Date;
};

/** Moves what an adjustment says, a credit first to what is owed, and promises to tell the customer; the new balance. */
export async function commitAdjustment(
  shop: Shop,
  tx: Transaction,
  adjustment: WrittenAdjustment,
): Promise<Kopecks> {
  const { adjustmentId, customerId, wallet, amountKopecks, counterAccount, at } = adjustment;
  const facts = { kind: 'adjustment', customerId, amountKopecks, counterAccount } as const;
  const adjusted = makeTransfers(shop, { causeId: adjustmentId, facts });
  const { receivableKopecks } = wallet;
  const collected = planCollection(shop, { customerId, receivableKopecks, creditKopecks: amountKopecks });
  const noticeKey = `adjustment:${adjustmentId}`;
  const notice = { noticeKey, customerId, about: 'adjustment', id: adjustmentId } as const;
  return commitMoney(tx, {
    customerId,
    version: wallet.version,
    at,
    transfers: [...adjusted, ...(collected?.transfers ?? [])],
    collection: collected?.collection,
    jobs: [{ name: 'send-notice', payload: notice }],
  });
}
