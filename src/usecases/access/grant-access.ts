import { type GiftLength, giftMs } from '../../domain/operations/gift-length.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId, insertCustomer } from '../../store/customers.ts';
import { findEntitlementOf } from '../../store/entitlements.ts';
import { commitMoney, type PromisedJob } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { holdCustomer } from '../customers/hold-customer.ts';
import type { Shop } from '../shop.ts';
import { planAccess } from './plan-access.ts';

/** An operator's gift of time. `durationMs` > 0; an unknown Telegram id becomes a customer. */
export type OperatorGrant = { actor: string; telegramId: bigint; plan: string; durationMs: number };

/** Each call gives once more. A customer who had no access gets the key as after a purchase. */
export async function grantAccess(shop: Shop, grant: OperatorGrant): Promise<{ endsAt: Date }> {
  return shop.db.transaction('grant-access', async (tx) => {
    const customerId = await ensureCustomer(shop, tx, grant.telegramId);
    return writeGrant(shop, tx, { ...grant, customerId, telling: 'key' });
  });
}

/** What an operator saw when they said yes, and the key of their tap. `endsAt`: the epoch where there was nothing. */
export type ShownEnd = { actKey: string; endsAt: Date };

export type ShownGrant = {
  actor: string;
  telegramId: bigint;
  plan: string;
  length: GiftLength;
  isTold: boolean;
  shown: ShownEnd;
};

export type GrantedAccess = { ok: true } | { ok: false; refusal: 'customer-unknown' | 'changed' };

/**
 * The same, exactly as an operator saw it before: what has been bought, given or taken meanwhile is looked at first. The
 * same tap gives once. Refuses, in this order: `customer-unknown`, `changed`.
 */
export async function grantShownAccess(shop: Shop, grant: ShownGrant): Promise<GrantedAccess> {
  const { actor, telegramId, plan, shown, isTold } = grant;
  return shop.db.transaction('grant-shown-access', async (tx) => {
    const held = await holdCustomer(tx, { telegramId, actKey: shown.actKey });
    if (!held) return { ok: false, refusal: 'customer-unknown' };
    if (held.isDone) return { ok: true };
    const { customerId } = held;
    if (!isAsShown(await findEntitlementOf(tx, customerId), shown)) return { ok: false, refusal: 'changed' };
    await claimOperatorAct(tx, { key: shown.actKey, at: shop.clock.now() });
    const durationMs = giftMs(grant.length);
    await writeGrant(shop, tx, {
      actor,
      customerId,
      plan,
      durationMs,
      telling: isTold ? 'all' : 'nothing',
    });
    return { ok: true };
  });
}

export function isAsShown(present: { endsAt: Date } | null, shown: ShownEnd): boolean {
  return (present?.endsAt.getTime() ?? 0) === shown.endsAt.getTime();
}

/** `key`: only the key, where there was none. */
type Telling = 'all' | 'key' | 'nothing';

async function writeGrant(
  shop: Shop,
  tx: Transaction,
  grant: { actor: string; customerId: string; plan: string; durationMs: number; telling: Telling },
): Promise<{ endsAt: Date }> {
  const { actor, customerId, plan, durationMs, telling } = grant;
  const { version } = await lockWallet(tx, customerId);
  const access = planAccess(shop, await findEntitlementOf(tx, customerId), {
    customerId,
    plan,
    durationMs,
    reason: { source: 'operator' },
    isQuiet: telling === 'nothing',
  });
  const { entitlementId, endsAt } = access.entitlement;
  const { grantId } = access.grant;
  const noticeKey = `grant:${grantId}`;
  const notice: PromisedJob = {
    name: 'send-notice',
    payload: { noticeKey, customerId, about: 'grant', id: grantId },
  };
  const at = shop.clock.now();
  await commitMoney(tx, {
    customerId,
    version,
    at,
    transfers: [],
    access,
    jobs: [{ name: 'push-access', payload: { entitlementId } }, ...(telling === 'all' ? [notice] : [])],
  });
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor,
    action: 'access-granted',
    customerId,
    details: { plan, durationMs, endsAt: endsAt.toISOString() },
    recordedAt: at,
  });
  return { endsAt };
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
