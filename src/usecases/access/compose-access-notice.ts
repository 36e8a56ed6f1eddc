import type { Notice } from '../../ports/notifier.ts';
import { findAccess } from '../../store/entitlements.ts';
import { findLivingCredential } from '../../store/fleet/credentials.ts';
import { findGrantNotice } from '../../store/money/notice-facts.ts';
import type { Shop } from '../shop.ts';
import { findLink } from './find-link.ts';

/** What an operator has given. Null when that is over by now. */
export async function composeGrant(shop: Shop, grantId: string): Promise<Notice | null> {
  const facts = await findGrantNotice(shop.db, grantId);
  return facts && facts.endsAt > shop.clock.now() ? { kind: 'access-granted', ...facts } : null;
}

/** What an operator has ended. Null when there is access again. */
export async function composeRevocation(shop: Shop, entitlementId: string): Promise<Notice | null> {
  const access = await findAccess(shop.db, entitlementId);
  return access && access.endsAt <= shop.clock.now() ? { kind: 'access-revoked' } : null;
}

/** A key that an operator has replaced. Null when it is over, or not the present one any more. */
export async function composeNewKey(shop: Shop, credentialId: string): Promise<Notice | null> {
  const credential = await findLivingCredential(shop.db, credentialId);
  if (!credential || credential.endsAt <= shop.clock.now()) return null;
  const link = await findLink(shop, credential);
  return link === null ? null : { kind: 'key-reissued', link };
}
