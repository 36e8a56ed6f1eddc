import { confirmEntitlements } from '../../store/entitlements.ts';
import { addJob } from '../../store/jobs.ts';
import type { Shop } from '../shop.ts';

/** A node honours these entitlements: whoever still waits for that gets the credential, by a promised job. */
export async function confirmAccess(shop: Shop, entitlementIds: string[]): Promise<void> {
  if (entitlementIds.length === 0) return;
  await shop.db.transaction('confirm-access', async (tx) => {
    for (const entitlementId of await confirmEntitlements(tx, entitlementIds, shop.clock.now())) {
      await addJob(tx, 'deliver-access', { entitlementId });
    }
  });
}
