import type { LegacyReview } from '../../domain/fleet/legacy-credentials.ts';
import type { LegacyCredential, NodeReport, NodeTarget } from '../../ports/node-api.ts';
import { listNodes } from '../../store/fleet/nodes.ts';
import type { Querier } from '../../store/postgres/database.ts';
import type { Fleet } from '../access/node-target.ts';
import type { Shop } from '../shop.ts';
import { reviewSet } from './adopt-legacy.ts';

/** Where a node that is to be added is found. */
export type NodeAddress = { name: string; url: string; apiKey: string };

export type NodeReview =
  | { ok: true; core: string; review: LegacyReview }
  | { ok: false; refusal: 'held-by-another' | 'name-or-url-taken' };

/**
 * Tells what would become of everything that an older bot has on a node, and changes nothing: neither here nor there.
 * Refuses, in this order: `held-by-another`, `name-or-url-taken`. Throws: the faults of `NodeApi.inspect`.
 */
export async function reviewNode(shop: Shop, fleet: Fleet, node: NodeAddress): Promise<NodeReview> {
  const target = { nodeId: shop.ids.rowId(), url: node.url, apiKey: node.apiKey };
  const found = await lookAtNode(shop, fleet, target);
  if (found === null) return { ok: false, refusal: 'held-by-another' };
  if (await isTaken(shop.db, node)) return { ok: false, refusal: 'name-or-url-taken' };
  return { ok: true, core: describeCore(found.report), review: await reviewSet(shop, shop.db, found.set) };
}

/** What a node says of itself, and what an older bot has left on it; null when another installation has its lease. */
export async function lookAtNode(
  shop: Shop,
  fleet: Fleet,
  target: NodeTarget,
): Promise<{ report: NodeReport; set: LegacyCredential[] } | null> {
  const report = await fleet.api.inspect(target);
  const { lease } = report;
  // Whoever has had the lease has ended the legacy set with it.
  if (lease === null) return { report, set: await fleet.api.readLegacy(target) };
  const isHeldByAnother = lease.owner !== fleet.fleetId && lease.expiresAt > shop.clock.now();
  return isHeldByAnother ? null : { report, set: [] };
}

/** Whether a node of this name, or at this address, is here already. */
export async function isTaken(db: Querier, node: Pick<NodeAddress, 'name' | 'url'>): Promise<boolean> {
  return (await listNodes(db)).some(({ name, url }) => name === node.name || url === node.url);
}

export function describeCore({ core }: NodeReport): string {
  return `${core.kind} ${core.version}`.trim();
}
