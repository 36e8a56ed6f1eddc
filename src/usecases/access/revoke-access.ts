import type { Entitlement } from '../../domain/entitlements.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { bringEndForward, findEntitlementOf } from '../../store/entitlements.ts';
import { addJob } from '../../store/jobs.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { holdCustomer } from '../customers/hold-customer.ts';
import type { Shop } from '../shop.ts';
import { isAsShown, type ShownEnd } from './grant-access.ts';

export type Revocation = { ok: true } | { ok: false; refusal: 'customer-unknown' | 'no-access' };

/**
 * Ends a customer's access now; nodes are told by a promised job, and the customer that it has ended.
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
    const entitlement = await findEntitlementOf(tx, customer.customerId);
    if (!entitlement || entitlement.endsAt <= shop.clock.now()) return { ok: false, refusal: 'no-access' };
    await endNow(shop, tx, entitlement, { actor: revocation.actor, isQuiet: false });
    return { ok: true };
  });
}

export type ShownRevocation = { actor: string; telegramId: bigint; isTold: boolean; shown: ShownEnd };

export type RevokedAccess = Revocation | { ok: false; refusal: 'changed' };

/**
 * The same, exactly as an operator saw it before; the customer is told that it was us, or nothing at all.
 * Refuses, in this order: `customer-unknown`, `changed`, `no-access`.
 */
export async function revokeShownAccess(shop: Shop, revocation: ShownRevocation): Promise<RevokedAccess> {
  const { actor, telegramId, shown, isTold } = revocation;
  return shop.db.transaction('revoke-shown-access', async (tx) => {
    const held = await holdCustomer(tx, { telegramId, actKey: shown.actKey });
    if (!held) return { ok: false, refusal: 'customer-unknown' };
    if (held.isDone) return { ok: true };
    const { customerId } = held;
    const now = shop.clock.now();
    const entitlement = await findEntitlementOf(tx, customerId);
    if (!isAsShown(entitlement, shown)) return { ok: false, refusal: 'changed' };
    if (!entitlement || entitlement.endsAt <= now) return { ok: false, refusal: 'no-access' };
    await claimOperatorAct(tx, { key: shown.actKey, at: now });
    await endNow(shop, tx, entitlement, { actor, isQuiet: true });
    if (isTold) {
      const id = entitlement.entitlementId;
      const noticeKey = `revocation:${id}:${now.getTime()}`;
      await addJob(tx, 'send-notice', { noticeKey, customerId, about: 'revocation', id });
    }
    return { ok: true };
  });
}

/** `isQuiet`: that it has ended is not said by itself. */
async function endNow(
  shop: Shop,
  tx: Transaction,
  entitlement: Entitlement,
  by: { actor: string; isQuiet: boolean },
): Promise<void> {
  const { entitlementId, customerId, endsAt } = entitlement;
  const now = shop.clock.now();
  const { actor, isQuiet } = by;
  await bringEndForward(tx, entitlementId, { endsAt: now, isOver: true, decidedAt: now, isQuiet });
  await addJob(tx, 'push-access', { entitlementId });
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor,
    action: 'access-revoked',
    customerId,
    details: { endedBefore: endsAt.toISOString() },
    recordedAt: now,
  });
}
