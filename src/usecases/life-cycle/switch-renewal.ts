import { saveRenewsItself } from '../../store/life-cycle/renewals.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Shop } from '../shop.ts';

/** Whether access is renewed from the wallet by itself. False when the customer has never had any. */
export function switchRenewal(shop: Shop, customerId: string, renewsItself: boolean): Promise<boolean> {
  return shop.db.transaction('switch-renewal', async (tx) => {
    // A renewal that is being decided at this moment is over before, or sees the switch.
    await lockWallet(tx, customerId);
    return saveRenewsItself(tx, customerId, renewsItself);
  });
}
