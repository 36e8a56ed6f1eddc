import { MAX_DEVICES } from '../../domain/devices.ts';
import {
  type Device,
  deleteDevices,
  findDeviceAllowance,
  listDevices,
  lockDeviceLimit,
  saveDeviceLimit,
} from '../../store/devices.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** A customer's devices, the longest known first. `limit` null: any number. */
export type DeviceList = { limit: number | null; devices: Device[] };

/** Null: the customer has no entitlement, so no device has read anything. */
export async function viewDevices(shop: Shop, customerId: string): Promise<DeviceList | null> {
  const allowance = await findDeviceAllowance(shop.db, customerId);
  if (!allowance) return null;
  return { limit: allowance.limit, devices: await listDevices(shop.db, allowance.entitlementId) };
}

/** `deviceId` null: every device. */
export type DeviceRemoval = { actor: string; customerId: string; deviceId: string | null };

/**
 * Forgets devices, which makes room at once; returns how many. One that reads the link again comes back while there
 * is room. A device of someone else, or one that is gone, is none.
 */
export async function removeDevices(shop: Shop, removal: DeviceRemoval): Promise<number> {
  const { actor, customerId, deviceId } = removal;
  return shop.db.transaction('remove-devices', async (tx) => {
    const allowance = await findDeviceAllowance(tx, customerId);
    if (!allowance) return 0;
    const { entitlementId } = allowance;
    await lockDeviceLimit(tx, entitlementId);
    const removed = await deleteDevices(tx, entitlementId, deviceId);
    if (removed.length === 0) return 0;
    await recordAct(shop, tx, {
      actor,
      action: 'devices-removed',
      customerId,
      details: { entitlementId, deviceId, count: removed.length },
    });
    return removed.length;
  });
}

/** `limit` null: any number. */
export type LimitChange = { actor: string; customerId: string; limit: number | null };

export type ChangedLimit = { ok: true } | { ok: false; refusal: 'no-access' | 'bad-limit' };

/**
 * How many devices may read a customer's link from now on; those that are known stay.
 * Refuses, in this order: `bad-limit`, `no-access`.
 */
export async function changeDeviceLimit(shop: Shop, change: LimitChange): Promise<ChangedLimit> {
  const { actor, customerId, limit } = change;
  const isLimit = limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= MAX_DEVICES);
  if (!isLimit) return { ok: false, refusal: 'bad-limit' };
  return shop.db.transaction('change-device-limit', async (tx) => {
    const allowance = await findDeviceAllowance(tx, customerId);
    if (!allowance) return { ok: false, refusal: 'no-access' };
    const { entitlementId } = allowance;
    const before = await lockDeviceLimit(tx, entitlementId);
    await saveDeviceLimit(tx, entitlementId, limit);
    await recordAct(shop, tx, {
      actor,
      action: 'device-limit-set',
      customerId,
      details: { entitlementId, limit, before },
    });
    return { ok: true };
  });
}
