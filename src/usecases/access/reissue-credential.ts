import { credentialEmail } from '../../domain/entitlements.ts';
import { Fault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { findAccessOf } from '../../store/entitlements.ts';
import {
  countReissuesSince,
  insertCredential,
  listCredentials,
  revokeSuperseded,
  supersedeCredential,
} from '../../store/fleet/credentials.ts';
import { addJob } from '../../store/jobs.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';
import type { Fleet } from './node-target.ts';
import { pushAccess } from './push-access.ts';

/** A lost phone twice in a day is bad luck; more often it is a script. An operator may always. */
const CUSTOMER_LIMIT = 3;
const LIMIT_PERIOD_MS = 86_400_000;

export type Reissue = { ok: true } | { ok: false; refusal: 'no-access' | 'too-often' };

/**
 * A new id for a customer whose old one has leaked. The old one works until every node of theirs that can be reached
 * has the new one, so there is no moment without one that works; a promised job does that and then revokes it.
 * `actor` null: the customer's own wish, which is limited. Refuses, in this order: `no-access`, `too-often`.
 */
export async function reissueCredential(
  shop: Shop,
  wish: { customerId: string; actor: string | null },
): Promise<Reissue> {
  const { customerId, actor } = wish;
  return shop.db.transaction('reissue-credential', async (tx) => {
    await lockWallet(tx, customerId);
    const now = shop.clock.now();
    const access = await findAccessOf(tx, customerId);
    if (!access || access.endsAt <= now) return { ok: false, refusal: 'no-access' };
    const { entitlementId } = access;
    const since = new Date(now.getTime() - LIMIT_PERIOD_MS);
    if (actor === null && (await countReissuesSince(tx, entitlementId, since)) >= CUSTOMER_LIMIT)
      return { ok: false, refusal: 'too-often' };
    await supersedeCredential(tx, entitlementId, now);
    const credentialId = shop.ids.rowId();
    const email = credentialEmail(credentialId);
    const vlessId = shop.ids.secretId();
    await insertCredential(tx, { credentialId, customerId, entitlementId, vlessId, email, createdAt: now });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: actor ?? 'customer',
      action: 'credential-reissued',
      customerId,
      details: { entitlementId },
      recordedAt: now,
    });
    await addJob(tx, 'finish-reissue', { entitlementId });
    return { ok: true };
  });
}

/** The same by an operator, for a customer by Telegram id. Refuses: `customer-unknown`, then as above. */
export async function reissueCredentialOf(
  shop: Shop,
  wish: { telegramId: bigint; actor: string },
): Promise<Reissue | { ok: false; refusal: 'customer-unknown' }> {
  const customer = await findCustomerByTelegramId(shop.db, wish.telegramId);
  if (!customer) return { ok: false, refusal: 'customer-unknown' };
  return reissueCredential(shop, { customerId: customer.customerId, actor: wish.actor });
}

/**
 * Tells every node the new credential; when all that are healthy have confirmed it, the old one is revoked and
 * goes. A node that is away gets both changes at once, by its next check.
 *
 * Throws: Fault `node-not-told` (retryable) while a healthy node has not confirmed, or none may be told.
 */
export async function finishReissue(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  entitlementId: string,
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
  await revokeSuperseded(shop.db, { entitlementId, emails, at: shop.clock.now() });
  await pushAccess(deps, entitlementId);
}
