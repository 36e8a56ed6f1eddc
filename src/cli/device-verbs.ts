import { MAX_DEVICES } from '../domain/devices.ts';
import { formatDateTime } from '../locales/format-values.ts';
import { findCustomerId } from '../usecases/customers/find-customer-id.ts';
import {
  changeDeviceLimit,
  type DeviceList,
  removeDevices,
  viewDevices,
} from '../usecases/devices/manage-devices.ts';
import type { Shop } from '../usecases/shop.ts';
import { CLI_ACTOR, parseCount, parseTelegramId, TELEGRAM_ID } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage, type VerbGroup } from './command.ts';

/** `atlas devices show | limit | remove`. */
export const addDeviceVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  const devices = program.command('devices').description('which devices read a subscription link');
  verb(devices, 'show <telegramId>', 'list them, the longest known first').action(async (id: string) =>
    finish(await showCommand(deps, id)),
  );
  verb(
    devices,
    'limit <telegramId> <n>',
    `how many there may be: 1 to ${MAX_DEVICES}, or none for no limit`,
  ).action(async (id: string, limit: string) => finish(await limitCommand(deps, id, limit)));
  verb(
    devices,
    'remove <telegramId> <n>',
    'forget one by its number in the list, or all; it may come back while there is room',
  ).action(async (id: string, which: string) => finish(await removeCommand(deps, id, which)));
};

async function showCommand(deps: CliDeps, id: string): Promise<CommandResult> {
  return withDevices(deps, id, async (_shop, { list }) => {
    const head = `${list.devices.length} of ${list.limit ?? 'any number'}`;
    const data = { telegramId: id, limit: list.limit, devices: list.devices };
    return { ok: true, data, lines: [head, ...list.devices.map(describe)] };
  });
}

async function limitCommand(deps: CliDeps, id: string, text: string): Promise<CommandResult> {
  const limit = text === 'none' ? null : parseCount(text);
  const isLimit = text === 'none' || (limit !== null && limit >= 1 && limit <= MAX_DEVICES);
  if (!isLimit) return usage('n', `must be from 1 to ${MAX_DEVICES}, or none`);
  return withDevices(deps, id, async (shop, { customerId }) => {
    const changed = await changeDeviceLimit(shop, { actor: CLI_ACTOR, customerId, limit });
    if (!changed.ok) return failed(changed.refusal, LIMIT_REFUSALS[changed.refusal]);
    const line = limit === null ? `${id} has no device limit` : `${id} may have ${limit} devices`;
    return { ok: true, data: { telegramId: id, limit }, lines: [line] };
  });
}

const LIMIT_REFUSALS = {
  'no-access': 'this customer has no access',
  'bad-limit': `the limit must be from 1 to ${MAX_DEVICES}`,
};

async function removeCommand(deps: CliDeps, id: string, which: string): Promise<CommandResult> {
  const number = which === 'all' ? null : parseCount(which);
  if (which !== 'all' && (number === null || number < 1)) {
    return usage('n', 'must be a number that atlas devices show prints, or all');
  }
  return withDevices(deps, id, async (shop, { customerId, list }) => {
    const device = number === null ? null : list.devices[number - 1];
    if (device === undefined) return failed('device-unknown', `there is no device ${number}`);
    const removal = { actor: CLI_ACTOR, customerId, deviceId: device?.deviceId ?? null };
    const removed = await removeDevices(shop, removal);
    const line = device ? `removed ${describe(device, (number ?? 1) - 1)}` : `removed ${removed}`;
    return { ok: true, data: { telegramId: id, removed }, lines: [line] };
  });
}

type Owner = { customerId: string; list: DeviceList };

/** Refuses, in this order: not an id, `customer-unknown`, `no-access`. */
async function withDevices(
  deps: CliDeps,
  id: string,
  work: (shop: Shop, owner: Owner) => Promise<CommandResult>,
): Promise<CommandResult> {
  const telegramId = parseTelegramId(id);
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  return deps.withShop(async (shop) => {
    const customerId = await findCustomerId(shop, telegramId);
    if (customerId === null) return failed('customer-unknown', `there is no customer ${id}`);
    const list = await viewDevices(shop, customerId);
    return list ? work(shop, { customerId, list }) : failed('no-access', LIMIT_REFUSALS['no-access']);
  });
}

function describe(device: DeviceList['devices'][number], index: number): string {
  const { model, os, app, firstSeenAt, lastSeenAt } = device;
  const facts = [model, os, app].filter((fact) => fact !== '').join(', ') || 'unnamed';
  return `${index + 1}. ${facts}; first ${formatDateTime(firstSeenAt)}, last ${formatDateTime(lastSeenAt)} UTC`;
}
