import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomer } from '../../store/customers.ts';
import { findEntitlementOf } from '../../store/entitlements.ts';
import { insertOperatorTask } from '../../store/operator-tasks.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';

/**
 * Puts a customer's wish for access for a company before the operators. One wish a day and customer: the same again
 * is the same wish. Source: product.md §1.9.
 */
export async function requestCorporate(shop: Shop, tap: Tap, customerId: string): Promise<void> {
  await shop.db.transaction('request-corporate', async (tx) => {
    await holdChat(tx, tap);
    const customer = await findCustomer(tx, customerId);
    if (!customer) return;
    const now = shop.clock.now();
    const entitlement = await findEntitlementOf(tx, customerId);
    const isNew = await insertOperatorTask(tx, {
      taskId: shop.ids.rowId(),
      kind: 'corporate-request',
      subject: `${customer.telegramId} ${now.toISOString().slice(0, 10)}`,
      customerId,
      details: {
        telegramId: String(customer.telegramId),
        username: customer.username,
        subscribedUntil: entitlement && entitlement.endsAt > now ? entitlement.endsAt.toISOString() : null,
        customerSince: customer.createdAt.toISOString(),
      },
      createdAt: now,
    });
    if (!isNew) return;
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: `customer:${customerId}`,
      action: 'corporate-requested',
      customerId,
      details: {},
      recordedAt: now,
    });
  });
}
