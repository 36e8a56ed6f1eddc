import { failpoint } from '../../lib/failpoint.ts';
import type { Notifier } from '../../ports/notifier.ts';
import { findCustomer, markCustomerUnreachable } from '../../store/customers.ts';
import { findAccess } from '../../store/entitlements.ts';
import type { Shop } from '../shop.ts';
import { findLink } from './find-link.ts';

/**
 * Sends a customer the credential that a node now honours, at least once: after a crash it may come again.
 * Throws: Fault `telegram-unreachable`, `telegram-limited`; the job is then repeated.
 */
export async function deliverAccess(shop: Shop, notifier: Notifier, entitlementId: string): Promise<void> {
  const access = await findAccess(shop.db, entitlementId);
  if (access?.status !== 'active') return;
  const customer = await findCustomer(shop.db, access.customerId);
  if (!customer) return;
  await notifier.waitTurn(customer.telegramId);
  const link = await findLink(shop, access);
  if (link === null) return;
  failpoint('deliver:before-send');
  const delivery = await notifier.notify(customer, { kind: 'access-ready', endsAt: access.endsAt, link });
  if (delivery === 'undeliverable') await markCustomerUnreachable(shop.db, customer.customerId);
  failpoint('deliver:after-send');
}
