import { Fault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { JobPayloads } from '../../ports/jobs.ts';
import { findAccess } from '../../store/entitlements.ts';
import { listCredentials, revokeSuperseded } from '../../store/fleet/credentials.ts';
import { addJob } from '../../store/jobs.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';
import type { Fleet } from './node-target.ts';
import { pushAccess } from './push-access.ts';

/**
 * Tells every node the new credential; when all that are healthy have confirmed it, the old one is revoked and
 * goes, and whoever did not ask for it is told. A node that is away gets both changes at once, by its next check.
 *
 * Throws: Fault `node-not-told` (retryable) while a healthy node has not confirmed, or none may be told.
 */
export async function finishReissue(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  { entitlementId, told }: JobPayloads['finish-reissue'],
): Promise<void> {
  const { shop } = deps;
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) {
    throw new Fault('node-not-told', 'provisioning is switched off', { isRetryable: true });
  }
  // Looked at before the nodes are told: what is superseded later waits for its own job.
  const credentials = await listCredentials(shop.db, entitlementId);
  const replaced = credentials.filter((one) => one.supersededAt !== null && one.revokedAt === null);
  const untold = (await pushAccess(deps, entitlementId)).filter((node) => node.isHealthy);
  if (untold.length > 0) {
    const names = untold.map(({ name }) => name).join(', ');
    throw new Fault('node-not-told', `a new credential is not on ${names} yet`, { isRetryable: true });
  }
  const emails = replaced.map(({ email }) => email);
  const customerId = (await findAccess(shop.db, entitlementId))?.customerId;
  await shop.db.transaction('finish-reissue', async (tx) => {
    await revokeSuperseded(tx, { entitlementId, emails, at: shop.clock.now() });
    if (told === undefined || customerId === undefined) return;
    // Promised again by a repeat after a crash: the notice's key lets it be said once.
    await addJob(tx, 'send-notice', { noticeKey: `new-key:${told}`, customerId, about: 'new-key', id: told });
  });
  await pushAccess(deps, entitlementId);
}
