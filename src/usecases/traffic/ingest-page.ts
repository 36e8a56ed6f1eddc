import { countTraffic, type TrafficTotals } from '../../domain/traffic.ts';
import type { NodeTraffic } from '../../ports/node-api.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import {
  addEntitlementTraffic,
  lockEntitlementTraffic,
  type Usage,
} from '../../store/traffic/entitlement-traffic.ts';
import {
  insertTrafficGaps,
  listNodeTraffic,
  listTrafficOwners,
  lockTrafficCursor,
  moveTrafficCursor,
  type NewTrafficGap,
  saveNodeTraffic,
  type TrafficOwner,
} from '../../store/traffic/node-traffic.ts';
import type { Shop } from '../shop.ts';
import { applyLimits } from './apply-limits.ts';

/** A node's answer, and the cursor it was asked with. */
export type TrafficRead = { nodeId: string; since: string | null; page: NodeTraffic };

/** `isCounted`: false when the page had been taken in before, or another one since it was asked for. */
export type Ingested = { isCounted: boolean; bytes: bigint; gaps: number };

/** One entry with what was known of it. */
type Counted = TrafficTotals & {
  email: string;
  owner: TrafficOwner | null;
  before: TrafficTotals | null;
  bytes: bigint;
  hasGoneBack: boolean;
};

/**
 * Takes in one page, in one transaction, once. How a page that two processes have asked for counts once:
 * 1. both read cursor A and get the same page from the node;
 * 2. the first locks the cursor's row, finds A, counts, and moves it to B;
 * 3. the second waits for the lock, finds B, and counts nothing.
 * A page told twice or late meets a cursor that has moved on in the same way. Totals that are known add nothing by
 * themselves either.
 */
export async function ingestPage(shop: Shop, read: TrafficRead): Promise<Ingested> {
  const { nodeId, since, page } = read;
  return shop.db.transaction('ingest-traffic', async (tx) => {
    const stands = await lockTrafficCursor(tx, nodeId);
    if (stands.cursor !== since) return { isCounted: false, bytes: 0n, gaps: 0 };
    const now = shop.clock.now();
    const count = { nodeId, epoch: page.epoch, at: now };
    const owners = await listTrafficOwners(tx, emailsOf(page));
    const counted = await compare(tx, read, owners);
    await saveNodeTraffic(
      tx,
      count,
      counted.map((one) => ({ ...one, customerId: one.owner?.customerId ?? null })),
    );
    const gaps = [...newEpoch(shop, stands.epoch, page), ...gapsOf(shop, counted)];
    const newGaps = await insertTrafficGaps(tx, count, gaps);
    const usage = usageOf(counted, onlineOf(page, owners));
    const ids = usage.map(({ entitlementId }) => entitlementId);
    await lockEntitlementTraffic(tx, ids, now);
    await addEntitlementTraffic(tx, usage, now);
    await applyLimits(tx, ids, now);
    const { epoch, cursor, onlineEmails, hasMore } = page;
    const onlineReadAt = hasMore ? stands.onlineReadAt : onlineEmails && now;
    await moveTrafficCursor(tx, { nodeId, epoch, cursor, readAt: now, onlineReadAt });
    return { isCounted: true, bytes: usage.reduce((sum, { bytes }) => sum + bytes, 0n), gaps: newGaps };
  });
}

function emailsOf({ entries, onlineEmails }: NodeTraffic): string[] {
  return [...new Set([...entries.map(({ email }) => email), ...(onlineEmails ?? [])])];
}

async function compare(
  tx: Transaction,
  { nodeId, page }: TrafficRead,
  owners: ReadonlyMap<string, TrafficOwner>,
): Promise<Counted[]> {
  const { epoch, entries } = page;
  // One count per e-mail, whatever a node repeats: the last word holds.
  const told = new Map(entries.map((entry) => [entry.email, entry]));
  const known = await listNodeTraffic(tx, { nodeId, epoch }, [...told.keys()]);
  return [...told.values()].map((entry) => {
    const before = known.get(entry.email) ?? null;
    return { ...entry, owner: owners.get(entry.email) ?? null, before, ...countTraffic(before, entry) };
  });
}

/** The first epoch of a node is no gap: nothing was counted before. */
function newEpoch(shop: Shop, epochBefore: string | null, { epoch }: NodeTraffic): NewTrafficGap[] {
  if (epochBefore === null || epochBefore === epoch) return [];
  const gap = { email: null, customerId: null, uncountedBytes: 0n, details: { epochBefore } };
  return [{ gapId: shop.ids.rowId(), kind: 'new-epoch', ...gap }];
}

function gapsOf(shop: Shop, counted: Counted[]): NewTrafficGap[] {
  return counted.flatMap((one): NewTrafficGap[] => {
    const { email, owner, before, bytes } = one;
    const gap = { gapId: shop.ids.rowId(), email, customerId: owner?.customerId ?? null };
    if (one.hasGoneBack) {
      const details = { before: describe(before), told: describe(one) };
      return [{ ...gap, kind: 'counter-went-back', uncountedBytes: 0n, details }];
    }
    if (owner || bytes === 0n) return [];
    return [{ ...gap, kind: 'unknown-email', uncountedBytes: bytes, details: {} }];
  });
}

/** What each entitlement used, of all its credentials, and whether one of them is connected. */
function usageOf(counted: Counted[], online: ReadonlySet<string>): Usage[] {
  const usage = new Map<string, Usage>();
  for (const entitlementId of online) usage.set(entitlementId, { entitlementId, bytes: 0n, isOnline: true });
  for (const { owner, bytes } of counted) {
    if (!owner || bytes === 0n) continue;
    const { entitlementId } = owner;
    const before = usage.get(entitlementId);
    const isOnline = before?.isOnline ?? false;
    usage.set(entitlementId, { entitlementId, bytes: (before?.bytes ?? 0n) + bytes, isOnline });
  }
  return [...usage.values()];
}

function onlineOf({ onlineEmails }: NodeTraffic, owners: ReadonlyMap<string, TrafficOwner>): Set<string> {
  const ids = (onlineEmails ?? []).map((email) => owners.get(email)?.entitlementId);
  return new Set(ids.filter((id) => id !== undefined));
}

function describe(totals: TrafficTotals | null): string {
  return totals ? `${totals.counter}: ${totals.uplinkBytes} up, ${totals.downlinkBytes} down` : '';
}
