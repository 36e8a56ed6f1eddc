import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId, insertCustomer, lockCustomer } from '../../store/customers.ts';
import { lockEntitlementOf, saveEntitlement } from '../../store/entitlements.ts';
import { addJob } from '../../store/jobs.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';
import { extendEntitlement } from './extend-entitlement.ts';

/** An operator's gift of time. `durationMs` > 0; an unknown Telegram id becomes a customer. */
export type OperatorGrant = { actor: string; telegramId: bigint; plan: string; durationMs: number };

export async function grantAccess(shop: Shop, grant: OperatorGrant): Promise<{ endsAt: Date }> {
  return shop.db.transaction('grant-access', async (tx) => {
    const customerId = await ensureCustomer(shop, tx, grant.telegramId);
    await lockCustomer(tx, customerId);
    const { endsAt } = await extendEntitlement(shop, tx, {
      customerId,
      plan: grant.plan,
      durationMs: grant.durationMs,
      reason: { source: 'operator' },
    });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: grant.actor,
      action: 'access-granted',
      customerId,
      details: { plan: grant.plan, durationMs: grant.durationMs, endsAt: endsAt.toISOString() },
      recordedAt: shop.clock.now(),
    });
    return { endsAt };
  });
}

export type Revocation = { ok: true } | { ok: false; refusal: 'customer-unknown' | 'no-access' };

/**
 * Ends a customer's access now; nodes are told by a promised job.
 * Refuses, in this order: `customer-unknown`, `no-access`.
 */
export async function revokeAccess(
  shop: Shop,
  revocation: { actor: string; telegramId: bigint },
): Promise<Revocation> {
  return shop.db.transaction('revoke-access', async (tx) => {
    const customer = await findCustomerByTelegramId(tx, revocation.telegramId);
    if (!customer) return { ok: false, refusal: 'customer-unknown' };
    await lockCustomer(tx, customer.customerId);
    const now = shop.clock.now();
    const entitlement = await lockEntitlementOf(tx, customer.customerId);
    if (!entitlement || entitlement.endsAt <= now) return { ok: false, refusal: 'no-access' };
    const startsAt = entitlement.startsAt < now ? entitlement.startsAt : now;
    await saveEntitlement(tx, { ...entitlement, status: 'ended', startsAt, endsAt: now });
    await addJob(tx, 'push-access', { entitlementId: entitlement.entitlementId });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: revocation.actor,
      action: 'access-revoked',
      customerId: customer.customerId,
      details: { endedBefore: entitlement.endsAt.toISOString() },
      recordedAt: now,
    });
    return { ok: true };
  });
}

async function ensureCustomer(shop: Shop, tx: Transaction, telegramId: bigint): Promise<string> {
  const known = await findCustomerByTelegramId(tx, telegramId);
  if (known) return known.customerId;
  const customerId = shop.ids.rowId();
  const firstName = String(telegramId);
  await insertCustomer(tx, {
    customerId,
    telegramId,
    firstName,
    username: null,
    createdAt: shop.clock.now(),
  });
  const created = await findCustomerByTelegramId(tx, telegramId);
  if (!created) throw new Error('a customer vanished right after being added');
  return created.customerId;
}
