import type { Kopecks } from '../../domain/money/money.ts';
import { approvalsNeeded } from '../../domain/money/withdrawals.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet, type Wallet } from '../../store/money/wallets.ts';
import {
  decideWithdrawal,
  findWithdrawal,
  insertWithdrawalApproval,
  type Withdrawal,
} from '../../store/money/withdrawals.ts';
import type { Querier, Transaction } from '../../store/postgres/database.ts';
import { recordAct } from '../audit/record-act.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import { planCollection } from '../ledger/plan-collection.ts';
import type { Shop } from '../shop.ts';
import { type Appointed, appointedRole, listRightHolders } from '../team/find-role.ts';

type Refusal = {
  ok: false;
  refusal: 'admin-actions-off' | 'withdrawal-unknown' | 'not-pending' | 'own-money' | 'debt' | 'same-admin';
};
export type ApprovedWithdrawal = { ok: true; state: 'approved' | 'waits-for-second' } | Refusal;
export type RejectedWithdrawal = { ok: true } | Refusal;

/**
 * One admin agrees that the money is paid out. Above the limit two different ones have to, who both may move money at
 * the last agreement, with which the held money leaves the books. Whoever has come to owe us since the request is not
 * paid out.
 * Refuses, in this order: `admin-actions-off`, `withdrawal-unknown`, `not-pending`, `own-money` (only the owner decides
 * about their own), `debt`, `same-admin`.
 */
export async function approveWithdrawal(
  shop: Shop,
  approval: { admin: string; appointed: Appointed; withdrawalId: string; secondApprovalFromKopecks: Kopecks },
): Promise<ApprovedWithdrawal> {
  const { admin, appointed, withdrawalId } = approval;
  return decide<ApprovedWithdrawal>(shop, withdrawalId, async (tx, { withdrawal, wallet }) => {
    const at = shop.clock.now();
    const isOwn = String(withdrawal.telegramId) === admin;
    if (isOwn && appointedRole(appointed, withdrawal.telegramId) !== 'owner')
      return { ok: false, refusal: 'own-money' };
    if (wallet.receivableKopecks > 0n) return { ok: false, refusal: 'debt' };
    if (!(await insertWithdrawalApproval(tx, { withdrawalId, admin, approvedAt: at }))) {
      return { ok: false, refusal: 'same-admin' };
    }
    const needed = approvalsNeeded(withdrawal.amountKopecks, approval.secondApprovalFromKopecks);
    const isLast = (await listStanding(tx, appointed, withdrawal)).length + 1 >= needed;
    await audit(shop, tx, { withdrawal, actor: admin, action: 'withdrawal-approved', reason: null });
    if (!isLast) return { ok: true, state: 'waits-for-second' };
    await close(shop, tx, { withdrawal, wallet, status: 'approved', admin, reason: null });
    return { ok: true, state: 'approved' };
  });
}

/**
 * Gives the held money back to the wallet, where it goes first to what is owed. One admin suffices, whatever the
 * amount.
 * Refuses, in this order: `admin-actions-off`, `withdrawal-unknown`, `not-pending`.
 */
export async function rejectWithdrawal(
  shop: Shop,
  rejection: { admin: string; withdrawalId: string; reason: string },
): Promise<RejectedWithdrawal> {
  const { admin, reason } = rejection;
  return decide<RejectedWithdrawal>(shop, rejection.withdrawalId, async (tx, { withdrawal, wallet }) => {
    await audit(shop, tx, { withdrawal, actor: admin, action: 'withdrawal-rejected', reason });
    await close(shop, tx, { withdrawal, wallet, status: 'rejected', admin, reason });
    return { ok: true };
  });
}

/** Of those who have agreed, whoever may still move money: the word of somebody who was dismissed no longer counts. */
export async function listStanding(
  db: Querier,
  appointed: Appointed,
  { approvers }: Pick<Withdrawal, 'approvers'>,
): Promise<string[]> {
  const holders = (await listRightHolders(db, appointed, 'move-money')).map(String);
  return approvers.filter((admin) => holders.includes(admin));
}

type Held = { withdrawal: Withdrawal; wallet: Wallet };

/** Two admins at once meet at the wallet's lock; the second sees what the first has decided. */
async function decide<T>(
  shop: Shop,
  withdrawalId: string,
  work: (tx: Transaction, held: Held) => Promise<T>,
): Promise<T | Refusal> {
  if (!(await isFeatureOn(shop, 'admin-actions'))) return { ok: false, refusal: 'admin-actions-off' };
  const seen = await findWithdrawal(shop.db, withdrawalId);
  if (!seen) return { ok: false, refusal: 'withdrawal-unknown' };
  return shop.db.transaction('decide-withdrawal', async (tx) => {
    const wallet = await lockWallet(tx, seen.customerId);
    const withdrawal = await findWithdrawal(tx, withdrawalId);
    if (withdrawal?.status !== 'pending') return { ok: false, refusal: 'not-pending' };
    return work(tx, { withdrawal, wallet });
  });
}

async function close(
  shop: Shop,
  tx: Transaction,
  decision: Held & { status: 'approved' | 'rejected'; admin: string; reason: string | null },
): Promise<void> {
  const { withdrawal, wallet, status, admin, reason } = decision;
  const { withdrawalId, customerId, amountKopecks } = withdrawal;
  const at = shop.clock.now();
  if (!(await decideWithdrawal(tx, { withdrawalId, status, at, admin, reason }))) {
    throw new Error(`withdrawal ${withdrawalId} was decided while it was held`);
  }
  const facts = { kind: 'withdrawal', customerId, amountKopecks, status } as const;
  const only = status === 'approved' ? 'withdrawal-paid' : 'withdrawal-returned';
  const moved = makeTransfers(shop, { causeId: withdrawalId, facts }, [only]);
  const { receivableKopecks } = wallet;
  const collected =
    status === 'rejected'
      ? planCollection(shop, { customerId, receivableKopecks, creditKopecks: amountKopecks })
      : null;
  const noticeKey = `withdrawal:${withdrawalId}:${status}`;
  const notice = { noticeKey, customerId, about: 'withdrawal', id: withdrawalId } as const;
  await commitMoney(tx, {
    customerId,
    version: wallet.version,
    at,
    transfers: [...moved, ...(collected?.transfers ?? [])],
    collection: collected?.collection,
    jobs: [{ name: 'send-notice', payload: notice }],
  });
}

async function audit(
  shop: Shop,
  tx: Transaction,
  entry: { withdrawal: Withdrawal; actor: string; action: string; reason: string | null },
): Promise<void> {
  const { withdrawalId, customerId, amountKopecks } = entry.withdrawal;
  await recordAct(shop, tx, {
    actor: `admin:${entry.actor}`,
    action: entry.action,
    customerId,
    details: { withdrawalId, amountKopecks: String(amountKopecks), reason: entry.reason },
  });
}
