import type { Kopecks } from '../../domain/money/money.ts';
import { MIN_WITHDRAWAL } from '../../domain/money/withdrawals.ts';
import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { addJob } from '../../store/jobs.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { findWithdrawalBySource, insertWithdrawal, type Withdrawal } from '../../store/money/withdrawals.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';
import { findWithdrawable } from './view-withdrawable.ts';

/** `draftId` names what the customer has confirmed; `details`: where the money is to go, sealed before it is stored. */
export type WithdrawalWish = {
  tap: Tap;
  draftId: string;
  customerId: string;
  amountKopecks: Kopecks;
  details: string;
};

export type RequestedWithdrawal =
  | { ok: true; withdrawalId: string; balanceKopecks: Kopecks }
  | { ok: false; refusal: 'amount-below-minimum' | 'debt' }
  | { ok: false; refusal: 'money-short'; balanceKopecks: Kopecks }
  | { ok: false; refusal: 'commission-waits'; withdrawableKopecks: Kopecks };

function keyOf(draftId: string): string {
  return `draft:${draftId}`;
}

/** What has become of a draft that was confirmed before; null: it was not, or not by this customer. */
export async function findRequested(
  shop: Shop,
  confirmed: { draftId: string; customerId: string },
): Promise<Withdrawal | null> {
  const made = await findWithdrawalBySource(shop.db, keyOf(confirmed.draftId));
  return made?.customerId === confirmed.customerId ? made : null;
}

/** What a sealed detail belongs to: it opens nowhere else. */
export function detailsContext(withdrawalId: string): string {
  return `withdrawals:${withdrawalId}:details`;
}

/**
 * Takes the amount out of the wallet into a hold, and puts the wish before the admins. What was confirmed once is one
 * withdrawal, by however many taps.
 * Refuses, in this order: `amount-below-minimum`, `debt` (the customer owes us), `money-short`,
 * `commission-waits` (part of the balance is a commission that is too young to leave).
 */
export async function requestWithdrawal(
  shop: Shop,
  secrets: SecretBox,
  wish: WithdrawalWish,
): Promise<RequestedWithdrawal> {
  const { tap, customerId, amountKopecks } = wish;
  const sourceKey = keyOf(wish.draftId);
  if (amountKopecks < MIN_WITHDRAWAL) return { ok: false, refusal: 'amount-below-minimum' };
  return shop.db.transaction('request-withdrawal', async (tx) => {
    await holdChat(tx, tap);
    const wallet = await lockWallet(tx, customerId);
    const { balanceKopecks } = wallet;
    const made = await findWithdrawalBySource(tx, sourceKey);
    if (made) return { ok: true, withdrawalId: made.withdrawalId, balanceKopecks };
    if (wallet.receivableKopecks > 0n) return { ok: false, refusal: 'debt' };
    if (balanceKopecks < amountKopecks) return { ok: false, refusal: 'money-short', balanceKopecks };
    const at = shop.clock.now();
    const withdrawableKopecks = await findWithdrawable(tx, { customerId, balanceKopecks, now: at });
    if (withdrawableKopecks < amountKopecks) {
      return { ok: false, refusal: 'commission-waits', withdrawableKopecks };
    }
    const withdrawalId = shop.ids.rowId();
    const detailsCiphertext = secrets.seal(wish.details, detailsContext(withdrawalId));
    await insertWithdrawal(tx, {
      withdrawalId,
      customerId,
      amountKopecks,
      detailsCiphertext,
      sourceKey,
      requestedAt: at,
    });
    const facts = { kind: 'withdrawal', customerId, amountKopecks, status: 'pending' } as const;
    const transfers = makeTransfers(shop, { causeId: withdrawalId, facts });
    const left = await commitMoney(tx, { customerId, version: wallet.version, at, transfers, jobs: [] });
    await addJob(tx, 'tell-operators', { about: 'withdrawal', id: withdrawalId });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: `customer:${customerId}`,
      action: 'withdrawal-requested',
      customerId,
      details: { withdrawalId, amountKopecks: String(amountKopecks) },
      recordedAt: at,
    });
    return { ok: true, withdrawalId, balanceKopecks: left };
  });
}
