import { daysToMs } from '../../domain/entitlements.ts';
import type { Kopecks } from '../../domain/money/money.ts';
import { HOLDING_PERIOD_DAYS, withdrawableOf } from '../../domain/money/withdrawals.ts';
import { sumRecentCommissions } from '../../store/money/commissions.ts';
import { getWallet } from '../../store/money/wallets.ts';
import type { Querier } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** What a wallet holds, and what of it may leave as money now: young commissions wait. */
export type Withdrawable = { balanceKopecks: Kopecks; withdrawableKopecks: Kopecks };

export async function viewWithdrawable(shop: Shop, customerId: string): Promise<Withdrawable> {
  const { balanceKopecks } = await getWallet(shop.db, customerId);
  const withdrawableKopecks = await findWithdrawable(shop.db, {
    customerId,
    balanceKopecks,
    now: shop.clock.now(),
  });
  return { balanceKopecks, withdrawableKopecks };
}

/** What of `balanceKopecks` may leave as money. */
export async function findWithdrawable(
  db: Querier,
  wallet: { customerId: string; balanceKopecks: Kopecks; now: Date },
): Promise<Kopecks> {
  const since = new Date(wallet.now.getTime() - daysToMs(HOLDING_PERIOD_DAYS));
  return withdrawableOf(wallet.balanceKopecks, await sumRecentCommissions(db, wallet.customerId, since));
}
