import { periodAt, type ResetRule } from '../../domain/traffic.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { findEntitlementOf } from '../../store/entitlements.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import {
  type EntitlementTraffic,
  findEntitlementTraffic,
  lockEntitlementTraffic,
  saveTrafficLimit,
} from '../../store/traffic/entitlement-traffic.ts';
import type { Shop } from '../shop.ts';
import { applyLimits } from './apply-limits.ts';

/** `limitBytes` > 0, null: unlimited. `resetRule` null: as it is. */
export type TrafficLimit = {
  actor: string;
  telegramId: bigint;
  limitBytes: bigint | null;
  resetRule: ResetRule | null;
};

export type LimitSet =
  | { ok: true; isSuspended: boolean; resetsAt: Date | null }
  | { ok: false; refusal: 'customer-unknown' | 'no-access' };

/**
 * An operator's limit on what an entitlement may carry, counting what it has used already: a lower one may suspend
 * it, a higher one serves it again. Months are counted from the moment they are first asked for.
 * Refuses, in this order: `customer-unknown`, `no-access`.
 */
export async function setTrafficLimit(shop: Shop, limit: TrafficLimit): Promise<LimitSet> {
  return shop.db.transaction('set-traffic-limit', async (tx) => {
    const customer = await findCustomerByTelegramId(tx, limit.telegramId);
    if (!customer) return { ok: false, refusal: 'customer-unknown' };
    const { customerId } = customer;
    const entitlement = await findEntitlementOf(tx, customerId);
    if (!entitlement) return { ok: false, refusal: 'no-access' };
    const { entitlementId } = entitlement;
    const now = shop.clock.now();
    await lockEntitlementTraffic(tx, [entitlementId], now);
    const timetable = decideTimetable(await getTraffic(tx, entitlementId), limit.resetRule, now);
    await saveTrafficLimit(tx, { entitlementId, limitBytes: limit.limitBytes, ...timetable });
    await applyLimits(tx, [entitlementId], now);
    const { resetRule, resetsAt } = timetable;
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: limit.actor,
      action: 'traffic-limit-set',
      customerId,
      details: { limitBytes: limit.limitBytes === null ? null : String(limit.limitBytes), resetRule },
      recordedAt: now,
    });
    const { isSuspended } = await getTraffic(tx, entitlementId);
    return { ok: true, isSuspended, resetsAt };
  });
}

function decideTimetable(
  present: EntitlementTraffic,
  wanted: ResetRule | null,
  now: Date,
): { resetRule: ResetRule; anchoredAt: Date; resetsAt: Date | null } {
  const { anchoredAt, resetsAt } = present;
  const resetRule = wanted ?? present.resetRule;
  if (resetRule === 'never') return { resetRule, anchoredAt, resetsAt: null };
  if (resetsAt !== null) return { resetRule, anchoredAt, resetsAt };
  return { resetRule, anchoredAt: now, resetsAt: periodAt(now, now).resetsAt };
}

async function getTraffic(tx: Transaction, entitlementId: string): Promise<EntitlementTraffic> {
  const traffic = await findEntitlementTraffic(tx, entitlementId);
  if (!traffic) throw new Error('traffic vanished right after being locked');
  return traffic;
}
