import { Fault } from '../../lib/fault.ts';
import {
  findForbiddenRight,
  findInstallation,
  type Installation,
  insertInstallation,
} from '../../store/installation.ts';
import type { Shop } from '../shop.ts';

/**
 * Binds a database to its mode and bot at the first start, and refuses any other later: sandbox money must
 * never meet live money.
 * Throws: Fault `other-installation`, `rights-too-wide` (neither retryable).
 */
export async function identifyInstallation(
  shop: Shop,
  claim: { mode: 'sandbox' | 'live'; botId: bigint },
): Promise<Installation> {
  const fleetId = shop.ids.rowId();
  await insertInstallation(shop.db, { ...claim, fleetId, createdAt: shop.clock.now() });
  const stored = await findInstallation(shop.db);
  if (!stored) throw new Error('the installation row vanished');
  if (stored.mode !== claim.mode || stored.botId !== claim.botId) {
    throw new Fault(
      'other-installation',
      `this database belongs to a ${stored.mode} installation of bot ${stored.botId}, not to ${claim.mode} bot ${claim.botId}`,
      { isRetryable: false },
    );
  }
  const right = await findForbiddenRight(shop.db);
  if (right === null) return stored;
  throw new Fault('rights-too-wide', `the application's database role must not have ${right}`, {
    isRetryable: false,
  });
}
