import type { Kopecks } from '../../domain/money/money.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomer, findCustomerByTelegramId } from '../../store/customers.ts';
import { findAdjustmentBySource, insertAdjustment } from '../../store/money/adjustments.ts';
import { lockWallet, type Wallet } from '../../store/money/wallets.ts';
import type { Shop } from '../shop.ts';
import { commitAdjustment } from './commit-adjustment.ts';

/** `amountKopecks` below zero takes from the wallet. `sourceKey` names the wish: the same one acts once. */
export type Adjustment = {
  actor: string;
  sourceKey: string;
  telegramId: bigint;
  amountKopecks: Kopecks;
  reason: string;
  /** What the wallet held, and its customer owed, when it was decided on; without it, whatever that is. */
  shown?: Pick<Wallet, 'balanceKopecks' | 'receivableKopecks'>;
};

export type AdjustedWallet =
  | { ok: true; balanceKopecks: Kopecks; isRepeat: boolean }
  | {
      ok: false;
      refusal:
        | 'customer-unknown'
        | 'amount-zero'
        | 'reason-missing'
        | 'key-taken'
        | 'balance-changed'
        | 'money-short';
    };

/**
 * Corrects a wallet by a new line of the ledger, with who and why. A credit goes first to what is owed.
 * Refuses, in this order: `customer-unknown`, `amount-zero`, `reason-missing`, `key-taken` (it names another wish),
 * `balance-changed`, `money-short`.
 */
export async function adjustWallet(shop: Shop, adjustment: Adjustment): Promise<AdjustedWallet> {
  const { actor, sourceKey, amountKopecks } = adjustment;
  const reason = adjustment.reason.trim();
  return shop.db.transaction('adjust-wallet', async (tx) => {
    const customer = await findCustomerByTelegramId(tx, adjustment.telegramId);
    if (!customer) return { ok: false, refusal: 'customer-unknown' };
    if (amountKopecks === 0n) return { ok: false, refusal: 'amount-zero' };
    if (reason === '') return { ok: false, refusal: 'reason-missing' };
    const { customerId } = customer;
    const wallet = await lockWallet(tx, customerId);
    const adjustmentId = shop.ids.rowId();
    const at = shop.clock.now();
    const row = { adjustmentId, customerId, amountKopecks, actor, reason, sourceKey, recordedAt: at };
    const made = await findAdjustmentBySource(tx, sourceKey);
    if (made) {
      const isSame = made.customerId === customerId && made.amountKopecks === amountKopecks;
      if (!isSame) return { ok: false, refusal: 'key-taken' };
      return { ok: true, balanceKopecks: wallet.balanceKopecks, isRepeat: true };
    }
    if (!isAsShown(wallet, adjustment.shown)) return { ok: false, refusal: 'balance-changed' };
    if (wallet.balanceKopecks + amountKopecks < 0n) return { ok: false, refusal: 'money-short' };
    if (!(await insertAdjustment(tx, row))) return { ok: false, refusal: 'key-taken' };
    const written = { adjustmentId, customerId, wallet, amountKopecks, at };
    const balanceKopecks = await commitAdjustment(shop, tx, { ...written, counterAccount: 'adjustments' });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor,
      action: 'wallet-adjusted',
      customerId,
      details: { adjustmentId, amountKopecks: String(amountKopecks), reason },
      recordedAt: at,
    });
    return { ok: true, balanceKopecks, isRepeat: false };
  });
}

function isAsShown(wallet: Wallet, shown: Adjustment['shown'] = wallet): boolean {
  const { balanceKopecks, receivableKopecks } = shown;
  return wallet.balanceKopecks === balanceKopecks && wallet.receivableKopecks === receivableKopecks;
}

/** Whose wallet was adjusted for a wish; null: it was not. */
export async function findAdjusted(shop: Shop, sourceKey: string): Promise<bigint | null> {
  const made = await findAdjustmentBySource(shop.db, sourceKey);
  return made && ((await findCustomer(shop.db, made.customerId))?.telegramId ?? null);
}
