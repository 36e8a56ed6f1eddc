import { listNodes, lockNode, moveNode, type Node } from '../../store/fleet/nodes.ts';
import { countStranded, lockPlacements, releaseNode } from '../../store/fleet/placements.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import { desiredSourceOf } from '../access/desired-source.ts';
import { type Fleet, leaseOf, nodeKeyContext, targetOf } from '../access/node-target.ts';
import { promiseSpread } from '../access/spread-placements.ts';
import type { Shop } from '../shop.ts';
import { auditOrder, lookAgain } from './node-orders.ts';

/** How an operator can have a node treated. */
export type NodeTreatment = 'active' | 'draining' | 'disabled';

export type NodeChange = { ok: true } | { ok: false; refusal: 'node-unknown' };
export type TreatedNode = NodeChange | { ok: false; refusal: 'customers-stranded' };

/**
 * `draining`: nobody new, and whoever is there gets another node besides; `disabled`: at once it holds nothing;
 * `active`: as any other. A node that is treated so already stays as it is. `actKey`: names the tap that asked; the
 * same again does nothing more. Refuses, in this order: `node-unknown`; `customers-stranded` when paying customers would
 * be left without a living node, unless that is what whoever asks has been told (`mayStrand`).
 */
export async function treatNode(
  shop: Shop,
  order: { actor: string; name: string; treatment: NodeTreatment; actKey?: string; mayStrand: boolean },
): Promise<TreatedNode> {
  const { actKey } = order;
  const spares = order.treatment === 'disabled' && !order.mayStrand;
  return shop.db.transaction('treat-node', async (tx) => {
    // Two nodes that are disabled at once must not each count on the other.
    if (spares) await lockPlacements(tx);
    const node = await lockNode(tx, order.name);
    if (!node) return { ok: false, refusal: 'node-unknown' };
    const at = shop.clock.now();
    const isNew = actKey === undefined || (await claimOperatorAct(tx, { key: actKey, at }));
    if (!isNew || node.status === order.treatment) return { ok: true };
    if (spares && (await countStranded(tx, node.nodeId, at)) > 0)
      return { ok: false, refusal: 'customers-stranded' };
    await moveNode(tx, { ...node, status: order.treatment });
    await auditOrder(shop, tx, { actor: order.actor, action: `node-${order.treatment}`, node });
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
  const known = (await listNodes(shop.db)).find(({ name }) => name === order.name);
  if (!known) return { ok: false, refusal: 'node-unknown' };
  const url = order.url ?? known.url;
  await fleet.api.inspect({ nodeId: known.nodeId, url, apiKey: order.apiKey });
  return shop.db.transaction('rekey-node', async (tx) => {
    const node = await lockNode(tx, order.name);
    if (!node) return { ok: false, refusal: 'node-unknown' };
    const keyCiphertext = fleet.secrets.seal(order.apiKey, nodeKeyContext(node.nodeId));
    await moveNode(tx, { ...node, url, keyCiphertext });
    await auditOrder(shop, tx, { actor: order.actor, action: 'node-rekeyed', node });
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
    const emptied = { ...node, status: 'disabled' as const };
    await moveNode(tx, emptied);
    return { ok: true as const, node: emptied };
  });
  if (!disabled.ok) return disabled;
  const { node } = disabled;
  const isEmptied = await emptyNode(shop, fleet, node);
  await shop.db.transaction('remove-node', async (tx) => {
    // In this order, as placing does, which counts on the node's row: the other way round they would wait for ever.
    await lockPlacements(tx);
    const removed = await lockNode(tx, order.name);
    if (removed?.nodeId !== node.nodeId) return;
    await moveNode(tx, { ...removed, status: 'removed' });
    await releaseNode(tx, node.nodeId);
    await auditOrder(shop, tx, { actor: order.actor, action: 'node-removed', node: removed });
    await promiseSpread(shop, tx);
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
