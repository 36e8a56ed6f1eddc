import { nextActivationAt } from '../../domain/life-cycle.ts';
import { addJobs } from '../../store/jobs.ts';
import { lockDueActivations, saveActivationTries } from '../../store/life-cycle/activations.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';

/** Entitlements per transaction. Source: product.md §5. */
const PAGE = 50;

/**
 * Tries again to have nodes honour what was given and is not honoured yet. Nothing that was paid for is ever given
 * up: attempts only make the pauses longer and tell the operator. While provisioning is switched off nothing is tried,
 * and nothing counts as an attempt.
 */
export async function retryActivations(shop: Shop): Promise<number> {
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) return 0;
  let tried = 0;
  for (;;) {
    const page = await shop.db.transaction('retry-activations', async (tx) => {
      const now = shop.clock.now();
      const due = await lockDueActivations(tx, now, PAGE);
      const tries = due.map(({ entitlementId, attempts }) => {
        return { entitlementId, nextAt: nextActivationAt(attempts + 1, now) };
      });
      if (tries.length > 0) await saveActivationTries(tx, tries);
      const pushes = tries.map(({ entitlementId }) => ({ entitlementId }));
      await addJobs(tx, 'push-access', pushes);
      return due.length;
    });
    tried += page;
    if (page < PAGE) return tried;
  }
}
