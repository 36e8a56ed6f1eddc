import { Fault } from '../../lib/fault.ts';
import { isFeatureOn } from '../../usecases/features/is-feature-on.ts';
import type { Shop } from '../../usecases/shop.ts';
import type { CliDeps } from '../command.ts';

/** Commands that change what a customer has. Those that show, keep the fleet or switch flags always work. */
const CHANGES = new Set([
  'adjust',
  'broadcast cancel',
  'broadcast create',
  'broadcast pause',
  'broadcast resume',
  'broadcast start',
  'devices limit',
  'devices remove',
  'discount end',
  'discount grant',
  'grant',
  'promo create',
  'promo end',
  'refund',
  'reissue',
  'revoke',
  'task assign',
  'task resolve',
  'traffic limit',
]);

/**
 * The same, but commands that change something are refused while admin actions are switched off. `running`: the
 * words of the command that runs.
 * Throws: Fault `admin-actions-off` (not retryable).
 */
export function guardChanges(deps: CliDeps, running: () => string): CliDeps {
  const guard = async (shop: Shop) => {
    if (!CHANGES.has(running()) || (await isFeatureOn(shop, 'admin-actions'))) return;
    const message = 'admin actions are switched off: atlas flag set admin-actions on';
    throw new Fault('admin-actions-off', message, { isRetryable: false });
  };
  return {
    ...deps,
    withShop: (work) =>
      deps.withShop(async (shop, openFleet) => {
        await guard(shop);
        return work(shop, openFleet);
      }),
    withProviders: (work) =>
      deps.withProviders(async (shop, providers) => {
        await guard(shop);
        return work(shop, providers);
      }),
  };
}
