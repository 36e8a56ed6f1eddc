import { z } from 'zod';
import type { DeviceFacts } from '../domain/devices.ts';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

/** A device by what is kept of its own id: a hash. */
export type DeviceKey = { entitlementId: string; hwidHash: Buffer };

const lastSeenRow = z.object({ lastSeenAt: moment });

const findLastSeenStatement = statement(
  'find-device-last-seen',
  lastSeenRow,
  `select last_seen_at as "lastSeenAt" from devices where entitlement_id = $1 and hwid_hash = $2`,
);

/** When the device was written last; null: it is unknown. */
export async function findDeviceLastSeen(db: Querier, key: DeviceKey): Promise<Date | null> {
  const [row] = await db.query(findLastSeenStatement, [key.entitlementId, key.hwidHash]);
  return row?.lastSeenAt ?? null;
}

const refreshStatement = statement(
  'refresh-device',
  noRow,
  `update devices set os = $3, model = $4, app = $5, last_seen_at = $6
   where entitlement_id = $1 and hwid_hash = $2 and last_seen_at <= $7`,
);

/** Writes what a known device says now, unless it was written after `staleAt`: of many at once, one writes. */
export async function refreshDevice(
  db: Querier,
  device: DeviceKey & DeviceFacts & { at: Date; staleAt: Date },
): Promise<void> {
  const { entitlementId, hwidHash, os, model, app, at, staleAt } = device;
  await db.query(refreshStatement, [entitlementId, hwidHash, os, model, app, at, staleAt]);
}

const lockLimitStatement = statement(
  'lock-device-limit',
  z.object({ limit: z.number().nullable() }),
  `select device_limit as "limit" from entitlements where entitlement_id = $1 for no key update`,
);

/** How many devices an entitlement allows (null: any number). Until commit no other device is counted or added. */
export async function lockDeviceLimit(tx: Querier, entitlementId: string): Promise<number | null> {
  const [row] = await tx.query(lockLimitStatement, [entitlementId]);
  if (!row) throw new Error('devices of an entitlement that does not exist');
  return row.limit;
}

const countStatement = statement(
  'count-devices',
  z.object({ count: z.number() }),
  'select count(*)::integer as count from devices where entitlement_id = $1',
);

export async function countDevices(db: Querier, entitlementId: string): Promise<number> {
  return (await db.query(countStatement, [entitlementId]))[0]?.count ?? 0;
}

const insertStatement = statement(
  'insert-device',
  noRow,
  `insert into devices
     (entitlement_id, hwid_hash, device_id, customer_id, os, model, app, first_seen_at, last_seen_at)
   select entitlement_id, $2, $3, customer_id, $4, $5, $6, $7, $7 from entitlements where entitlement_id = $1`,
);

export async function insertDevice(
  tx: Querier,
  device: DeviceKey & DeviceFacts & { deviceId: string; at: Date },
): Promise<void> {
  const { entitlementId, hwidHash, deviceId, os, model, app, at } = device;
  await tx.query(insertStatement, [entitlementId, hwidHash, deviceId, os, model, app, at]);
}

const allowanceRow = z.object({ entitlementId: z.string(), limit: z.number().nullable() });
/** Whose devices, and how many may be; null: any number. */
export type DeviceAllowance = z.infer<typeof allowanceRow>;

const findAllowanceStatement = statement(
  'find-device-allowance',
  allowanceRow,
  `select entitlement_id as "entitlementId", device_limit as "limit" from entitlements where customer_id = $1`,
);

export async function findDeviceAllowance(db: Querier, customerId: string): Promise<DeviceAllowance | null> {
  return (await db.query(findAllowanceStatement, [customerId]))[0] ?? null;
}

const saveLimitStatement = statement(
  'save-device-limit',
  noRow,
  'update entitlements set device_limit = $2 where entitlement_id = $1',
);

/** Null: any number. Lock the limit first. */
export async function saveDeviceLimit(
  tx: Querier,
  entitlementId: string,
  limit: number | null,
): Promise<void> {
  await tx.query(saveLimitStatement, [entitlementId, limit]);
}

const deviceRow = z.object({
  deviceId: z.string(),
  os: z.string(),
  model: z.string(),
  app: z.string(),
  firstSeenAt: moment,
  lastSeenAt: moment,
});
/** A device as its customer sees it. */
export type Device = z.infer<typeof deviceRow>;

const listStatement = statement(
  'list-devices',
  deviceRow,
  `select device_id as "deviceId", os, model, app, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt"
   from devices where entitlement_id = $1 order by first_seen_at, device_id`,
);

/** The longest known first, which is an order that reading does not change. */
export async function listDevices(db: Querier, entitlementId: string): Promise<Device[]> {
  return db.query(listStatement, [entitlementId]);
}

const deleteStatement = statement(
  'delete-devices',
  z.object({ deviceId: z.string() }),
  `delete from devices where entitlement_id = $1 and ($2::uuid is null or device_id = $2)
   returning device_id as "deviceId"`,
);

/** Forgets one device, or all of them (null); returns the ids of those that were there. */
export async function deleteDevices(
  tx: Querier,
  entitlementId: string,
  deviceId: string | null,
): Promise<string[]> {
  return (await tx.query(deleteStatement, [entitlementId, deviceId])).map((row) => row.deviceId);
}
