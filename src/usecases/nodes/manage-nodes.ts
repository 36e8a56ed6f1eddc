import { insertAuditEntry } from '../../store/audit.ts';
import { findNode, lockNode, moveNode, type Node } from '../../store/fleet/nodes.ts';
import { countStranded, lockPlacements, releaseNode } from '../../store/fleet/placements.ts';
import { addJob } from '../../store/jobs.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { desiredSourceOf } from '../access/desired-source.ts';
import { type Fleet, leaseOf, nodeKeyContext, targetOf } from '../access/node-target.ts';
import type { Shop } from '../shop.ts';

/** How an operator can have a node treated. */
export type NodeTreatment = 'active' | 'draining' | 'disabled';

export type NodeChange = { ok: true } | { ok: false; refusal: 'node-unknown' };

/**
 * `draining`: nobody new, and whoever is there gets another node besides; `disabled`: at once it holds nothing;
 * `active`: as any other. Refuses: `node-unknown`.
 */
export async function treatNode(
  shop: Shop,
  order: { actor: string; name: string; treatment: NodeTreatment },
): Promise<NodeChange> {
  return shop.db.transaction('treat-node', async (tx) => {
    const node = await lockNode(tx, order.name);
    if (!node) return { ok: false, refusal: 'node-unknown' };
    await moveNode(tx, { ...node, status: order.treatment });
    await audit(shop, tx, { actor: order.actor, action: `node-${order.treatment}`, node });
    await lookAgain(shop, tx, node.nodeId);
    return { ok: true };
  });
}

/** The agent's key has changed there; from now on we use it here. Throws: the faults of `NodeApi.inspect`. */
export async function rekeyNode(
  shop: Shop,
  fleet: Fleet,
  order: { actor: string; name: string; apiKey: string; url: string | null },
): Promise<NodeChange> {
  const known = await shop.db.transaction('find-node-to-rekey', (tx) => lockNode(tx, order.name));
  if (!known) return { ok: false, refusal: 'node-unknown' };
  const url = order.url ?? known.url;
  await fleet.api.inspect({ nodeId: known.nodeId, url, apiKey: order.apiKey });
  return shop.db.transaction('rekey-node', async (tx) => {
    const node = await lockNode(tx, order.name);
    if (!node) return { ok: false, refusal: 'node-unknown' };
    const keyCiphertext = fleet.secrets.seal(order.apiKey, nodeKeyContext(node.nodeId));
    await moveNode(tx, { ...node, url, keyCiphertext });
    await audit(shop, tx, { actor: order.actor, action: 'node-rekeyed', node });
    await lookAgain(shop, tx, node.nodeId);
    return { ok: true };
  });
}

/** `isEmptied`: the node was told to forget everything; otherwise it could not be reached and still serves. */
export type Removal =
  | { ok: true; isEmptied: boolean }
  | { ok: false; refusal: 'node-unknown' }
  | { ok: false; refusal: 'customers-stranded'; stranded: number };

/**
 * Forgets a node. Before that it is emptied and let go, if it can be reached, so that another installation may take
 * it. Refuses, in this order: `node-unknown`; `customers-stranded` when paying customers have no other living node,
 * unless `isForced`.
 */
export async function removeNode(
  shop: Shop,
  fleet: Fleet,
  order: { actor: string; name: string; isForced: boolean },
): Promise<Removal> {
  const disabled = await shop.db.transaction('disable-node', async (tx) => {
    const node = await lockNode(tx, order.name);
    if (!node) return { ok: false as const, refusal: 'node-unknown' as const };
    const stranded = await countStranded(tx, node.nodeId, shop.clock.now());
    if (stranded > 0 && !order.isForced)
      return { ok: false as const, refusal: 'customers-stranded' as const, stranded };
    await moveNode(tx, { ...node, status: 'disabled' });
    return { ok: true as const, nodeId: node.nodeId };
  });
  if (!disabled.ok) return disabled;
  const { nodeId } = disabled;
  const node = await findNode(shop.db, nodeId);
  const isEmptied = node !== null && (await emptyNode(shop, fleet, node));
  await shop.db.transaction('remove-node', async (tx) => {
    const removed = await lockNode(tx, order.name);
    if (!removed || removed.nodeId !== nodeId) return;
    await lockPlacements(tx);
    await moveNode(tx, { ...removed, status: 'removed' });
    await releaseNode(tx, nodeId);
    await audit(shop, tx, { actor: order.actor, action: 'node-removed', node: removed });
    await addJob(tx, 'spread-placements', { slot: shop.clock.now().toISOString() });
  });
  return { ok: true, isEmptied };
}

/** False when the node could not be told. */
async function emptyNode(shop: Shop, fleet: Fleet, node: Node): Promise<boolean> {
  const lease = leaseOf(fleet, node.leaseFence);
  const target = targetOf(fleet, node);
  try {
    const { isInStep } = await fleet.api.converge(target, lease, desiredSourceOf(shop, node));
    await fleet.api.lease(target, { ...lease, ttlMs: 1 });
    return isInStep;
  } catch {
    return false;
  }
}

async function lookAgain(shop: Shop, tx: Transaction, nodeId: string): Promise<void> {
  await addJob(tx, 'spread-placements', { slot: shop.clock.now().toISOString() });
  await addJob(tx, 'converge-node', { nodeId }, { queue: `node:${nodeId}` });
}

async function audit(
  shop: Shop,
  tx: Transaction,
  { actor, action, node }: { actor: string; action: string; node: Node },
): Promise<void> {
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor,
    action,
    customerId: null,
    details: { nodeId: node.nodeId, name: node.name, url: node.url },
    recordedAt: shop.clock.now(),
  });
}
