import type { ResetRule } from '../../domain/traffic.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { findEntitlementOf } from '../../store/entitlements.ts';
import { findEntitlementTraffic, findOnlineReading } from '../../store/traffic/entitlement-traffic.ts';
import { listTrafficGaps, type TrafficGap } from '../../store/traffic/node-traffic.ts';
import type { Shop } from '../shop.ts';

/** Nodes are asked once a minute; half of one more for the way. Older words say nothing about now. */
const ONLINE_FOR_MS = 90_000;
/** What an operator reads at once. */
const GAPS_SHOWN = 100;

/** `limitBytes` null: unlimited. `isOnline` null: no node can tell. */
export type TrafficView = {
  usedBytes: bigint;
  limitBytes: bigint | null;
  resetRule: ResetRule;
  resetsAt: Date | null;
  isSuspended: boolean;
  isOnline: boolean | null;
};

/** What an entitlement has used in its present period, by what nodes told last: up to a minute late. */
export async function viewTraffic(shop: Shop, entitlementId: string): Promise<TrafficView> {
  const traffic = await findEntitlementTraffic(shop.db, entitlementId);
  const readAt = await findOnlineReading(shop.db);
  const since = new Date(shop.clock.now().getTime() - ONLINE_FOR_MS);
  const isKnown = readAt !== null && readAt >= since;
  return {
    usedBytes: traffic?.usedBytes ?? 0n,
    limitBytes: traffic?.limitBytes ?? null,
    resetRule: traffic?.resetRule ?? 'never',
    resetsAt: traffic?.resetsAt ?? null,
    isSuspended: traffic?.isSuspended ?? false,
    isOnline: isKnown ? (traffic?.onlineAt ?? new Date(0)) >= since : null,
  };
}

export type CustomerTraffic =
  | { ok: true; traffic: TrafficView }
  | { ok: false; refusal: 'customer-unknown' | 'no-access' };

/** The same, by the customer's Telegram id. Refuses, in this order: `customer-unknown`, `no-access`. */
export async function viewTrafficOf(shop: Shop, telegramId: bigint): Promise<CustomerTraffic> {
  const customer = await findCustomerByTelegramId(shop.db, telegramId);
  if (!customer) return { ok: false, refusal: 'customer-unknown' };
  const entitlement = await findEntitlementOf(shop.db, customer.customerId);
  if (!entitlement) return { ok: false, refusal: 'no-access' };
  return { ok: true, traffic: await viewTraffic(shop, entitlement.entitlementId) };
}

/** Where bytes may be missing, newest first. */
export function viewTrafficGaps(shop: Shop): Promise<TrafficGap[]> {
  return listTrafficGaps(shop.db, GAPS_SHOWN);
}
