import { getCommission, markCommissionPaid } from '../../store/money/commissions.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import { planCollection } from '../ledger/plan-collection.ts';
import type { Shop } from '../shop.ts';

/**
 * Pays what is owed for a referral into the referrer's wallet, where it goes first to what the referrer owes.
 * Safe to repeat: a commission is paid once.
 */
export async function payCommission(shop: Shop, commissionId: string): Promise<'paid' | 'known'> {
  const { referrerId, amountKopecks } = await getCommission(shop.db, commissionId);
  return shop.db.transaction('pay-commission', async (tx) => {
    const { version, receivableKopecks } = await lockWallet(tx, referrerId);
    const at = shop.clock.now();
    if (!(await markCommissionPaid(tx, commissionId, at))) return 'known';
    const facts = { kind: 'commission', customerId: referrerId, amountKopecks, status: 'paid' } as const;
    const paid = makeTransfers(shop, { causeId: commissionId, facts }, ['commission-paid']);
    const collected = planCollection(shop, {
      customerId: referrerId,
      receivableKopecks,
      creditKopecks: amountKopecks,
    });
    await commitMoney(tx, {
      customerId: referrerId,
      version,
      at,
      transfers: [...paid, ...(collected?.transfers ?? [])],
      collection: collected?.collection,
      jobs: [
        {
          name: 'send-notice',
          payload: {
            noticeKey: `commission:${commissionId}`,
            customerId: referrerId,
            about: 'commission',
            id: commissionId,
          },
        },
      ],
    });
    return 'paid';
  });
}
