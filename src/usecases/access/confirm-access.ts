import { confirmEntitlements } from '../../store/entitlements.ts';
import { addJob } from '../../store/jobs.ts';
import type { Shop } from '../shop.ts';

/**
 * A node honours these entitlements: whoever still waits for that gets the credential, by a promised job, unless an
 * operator gave it quietly.
 */
export async function confirmAccess(shop: Shop, entitlementIds: string[]): Promise<void> {
  if (entitlementIds.length === 0) return;
  await shop.db.transaction('confirm-access', async (tx) => {
    const confirmed = await confirmEntitlements(tx, entitlementIds, shop.clock.now());
    for (const { entitlementId, isQuiet } of confirmed) {
      if (!isQuiet) await addJob(tx, 'deliver-access', { entitlementId });
    }
  });
}
