import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId, insertCustomer } from '../../store/customers.ts';
import { bringEndForward, findEntitlementOf } from '../../store/entitlements.ts';
import { addJob } from '../../store/jobs.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';
import { planAccess } from './plan-access.ts';

/** An operator's gift of time. `durationMs` > 0; an unknown Telegram id becomes a customer. */
export type OperatorGrant = { actor: string; telegramId: bigint; plan: string; durationMs: number };

export async function grantAccess(shop: Shop, grant: OperatorGrant): Promise<{ endsAt: Date }> {
  return shop.db.transaction('grant-access', async (tx) => {
    const customerId = await ensureCustomer(shop, tx, grant.telegramId);
    const { version } = await lockWallet(tx, customerId);
    const access = planAccess(shop, await findEntitlementOf(tx, customerId), {
      customerId,
      plan: grant.plan,
      durationMs: grant.durationMs,
      reason: { source: 'operator' },
    });
    const { entitlementId, endsAt } = access.entitlement;
    await commitMoney(tx, {
      customerId,
      version,
      at: shop.clock.now(),
      transfers: [],
      access,
      jobs: [{ name: 'push-access', payload: { entitlementId } }],
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
    await lockWallet(tx, customer.customerId);
    const now = shop.clock.now();
    const entitlement = await findEntitlementOf(tx, customer.customerId);
    if (!entitlement || entitlement.endsAt <= now) return { ok: false, refusal: 'no-access' };
    await bringEndForward(tx, entitlement.entitlementId, { endsAt: now, isOver: true, decidedAt: now });
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

/** The customer of a Telegram id, made when there is none yet. */
export async function ensureCustomer(shop: Shop, tx: Transaction, telegramId: bigint): Promise<string> {
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
