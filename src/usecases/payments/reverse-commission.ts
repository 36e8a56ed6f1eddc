import { kopecks } from '../../domain/money/money.ts';
import { decideReversal } from '../../domain/money/refunds.ts';
import {
  findReversalFacts,
  insertCommissionReversal,
  type ReversalFacts,
} from '../../store/money/commissions.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet, type Wallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import type { Shop } from '../shop.ts';
import { payCommission } from './pay-commission.ts';

/**
 * Takes back from the referrer the share of a commission whose charge was given back; what the wallet has not
 * is owed. One that is still owed is paid first, so that every reversal has the same lines. Safe to repeat; of
 * several refunds of one charge, whichever comes first takes back for all that are done.
 */
export async function reverseCommission(
  shop: Shop,
  refundId: string,
): Promise<'reversed' | 'nothing-to-reverse'> {
  const commission = await findReversalFacts(shop.db, refundId);
  if (!commission) return 'nothing-to-reverse';
  if (commission.status === 'owed') await payCommission(shop, commission.commissionId);
  return shop.db.transaction('reverse-commission', async (tx) => {
    const wallet = await lockWallet(tx, commission.referrerId);
    const facts = await findReversalFacts(tx, refundId);
    if (!facts || facts.isReversed) return 'nothing-to-reverse';
    const dueKopecks = decideReversal(facts, facts.refundedKopecks);
    if (dueKopecks <= 0n) return 'nothing-to-reverse';
    await takeBack(shop, tx, { facts, wallet, refundId, dueKopecks });
    return 'reversed';
  });
}

async function takeBack(
  shop: Shop,
  tx: Transaction,
  due: { facts: ReversalFacts; wallet: Wallet; refundId: string; dueKopecks: bigint },
): Promise<void> {
  const { facts, wallet, refundId, dueKopecks } = due;
  const { commissionId, referrerId } = facts;
  const walletKopecks = kopecks(dueKopecks < wallet.balanceKopecks ? dueKopecks : wallet.balanceKopecks);
  const amounts = {
    amountKopecks: kopecks(dueKopecks),
    walletKopecks,
    receivableKopecks: kopecks(dueKopecks - walletKopecks),
  };
  const reversalId = shop.ids.rowId();
  const recordedAt = shop.clock.now();
  await insertCommissionReversal(tx, {
    reversalId,
    commissionId,
    refundId,
    referrerId,
    ...amounts,
    recordedAt,
  });
  const cause = { kind: 'reversal', customerId: referrerId, ...amounts } as const;
  await commitMoney(tx, {
    customerId: referrerId,
    version: wallet.version,
    at: recordedAt,
    transfers: makeTransfers(shop, { causeId: reversalId, facts: cause }),
    jobs: [],
  });
}
