import { createHash } from 'node:crypto';
import { type DeviceFacts, MAX_DEVICES, REFRESH_AFTER_MS } from '../../domain/devices.ts';
import {
  countDevices,
  type DeviceKey,
  findDeviceLastSeen,
  insertDevice,
  lockDeviceLimit,
  refreshDevice,
} from '../../store/devices.ts';
import type { Shop } from '../shop.ts';

/** An app on a device reads a subscription. `hwid`: what it calls its device, as it was sent. */
export type Sighting = { entitlementId: string; hwid: string; facts: DeviceFacts };

export type RegisteredDevice = { ok: true } | { ok: false; refusal: 'device-limit' };

/**
 * Lets a known device in, and a new one while there is room. A known one is never put out by a new one, nor by a
 * limit that was lowered later. Refuses: `device-limit`.
 */
export async function registerDevice(shop: Shop, sighting: Sighting): Promise<RegisteredDevice> {
  const { entitlementId, facts } = sighting;
  const key: DeviceKey = { entitlementId, hwidHash: hashHwid(sighting) };
  const now = shop.clock.now();
  const lastSeenAt = await findDeviceLastSeen(shop.db, key);
  if (lastSeenAt === null) return addDevice(shop, key, facts);
  const staleAt = new Date(now.getTime() - REFRESH_AFTER_MS);
  if (lastSeenAt <= staleAt) await refreshDevice(shop.db, { ...key, ...facts, at: now, staleAt });
  return { ok: true };
}

/**
 * 1. Two new devices find room for one. 2. The first locks the limit, counts, is added, commits. 3. The second has
 * waited for the lock; its count is a statement of its own, so it sees the first and is refused.
 */
async function addDevice(shop: Shop, key: DeviceKey, facts: DeviceFacts): Promise<RegisteredDevice> {
  return shop.db.transaction('add-device', async (tx) => {
    const limit = await lockDeviceLimit(tx, key.entitlementId);
    // The same device, read twice at once: the other reader was first.
    if ((await findDeviceLastSeen(tx, key)) !== null) return { ok: true };
    const isFull = (await countDevices(tx, key.entitlementId)) >= (limit ?? MAX_DEVICES);
    // Without a limit nobody is refused; the list still has an end.
    if (isFull) return limit === null ? { ok: true } : { ok: false, refusal: 'device-limit' };
    await insertDevice(tx, { ...key, ...facts, deviceId: shop.ids.rowId(), at: shop.clock.now() });
    return { ok: true };
  });
}

/** Mixed with the entitlement: the same device is another hash at another customer. */
function hashHwid({ entitlementId, hwid }: Sighting): Buffer {
  return createHash('sha256').update(`${entitlementId}:${hwid}`).digest();
}
