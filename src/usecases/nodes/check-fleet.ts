import { Fault } from '../../lib/fault.ts';
import type { Notifier } from '../../ports/notifier.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findNode, listNodes } from '../../store/fleet/nodes.ts';
import { addJob } from '../../store/jobs.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';
import { auditOrder, promiseCheck } from './node-orders.ts';

/** `key`: names the tap; the same again does nothing more. */
type Wish = { actor: string; key: string };

export type AskedCheck = { ok: true } | { ok: false; refusal: 'provisioning-off' | 'node-unknown' };

/** Has one node compared with what it should run, now. Refuses: `provisioning-off`, then `node-unknown`. */
export async function checkNode(shop: Shop, wish: Wish & { nodeId: string }): Promise<AskedCheck> {
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) return { ok: false, refusal: 'provisioning-off' };
  return shop.db.transaction('check-node', async (tx) => {
    if (!(await claimOperatorAct(tx, { key: wish.key, at: shop.clock.now() }))) return { ok: true };
    const node = await findNode(tx, wish.nodeId);
    if (!node || node.status === 'removed') return { ok: false, refusal: 'node-unknown' };
    await promiseCheck(tx, node.nodeId);
    await auditOrder(shop, tx, { actor: wish.actor, action: 'node-check-asked', node });
    return { ok: true };
  });
}

export type AskedFleetCheck =
  | { ok: true; nodes: number }
  | { ok: false; refusal: 'provisioning-off' | 'no-nodes' };

/**
 * Has every node compared with what it should run, now, and promises to tell `telegramId` what came of it. Refuses:
 * `provisioning-off`, then `no-nodes`.
 */
export async function checkFleet(shop: Shop, wish: Wish & { telegramId: bigint }): Promise<AskedFleetCheck> {
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) return { ok: false, refusal: 'provisioning-off' };
  return shop.db.transaction('check-fleet', async (tx) => {
    const nodes = await listNodes(tx);
    if (nodes.length === 0) return { ok: false, refusal: 'no-nodes' };
    const at = shop.clock.now();
    if (!(await claimOperatorAct(tx, { key: wish.key, at }))) return { ok: true, nodes: nodes.length };
    for (const { nodeId } of nodes) await promiseCheck(tx, nodeId);
    await addJob(tx, 'tell-fleet-check', { telegramId: String(wish.telegramId), sinceMs: at.getTime() });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: wish.actor,
      action: 'fleet-check-asked',
      customerId: null,
      details: { nodes: nodes.length },
      recordedAt: at,
    });
    return { ok: true, nodes: nodes.length };
  });
}

/** A node that has not been looked at for so long is told of as silent. */
const PATIENCE_MS = 60_000;
/** Who is silent is named, as far as a message goes. */
const NAMED = 20;

/**
 * Tells who asked, and still runs the fleet, what a check of all nodes has found.
 * Throws: Fault `nodes-not-checked` (retryable) as long as some were not looked at since; then the job is repeated.
 */
export async function tellFleetCheck(
  { shop, notifier, operators }: { shop: Shop; notifier: Notifier; operators: bigint[] },
  asked: { telegramId: string; sinceMs: number },
): Promise<void> {
  const telegramId = BigInt(asked.telegramId);
  if (!operators.includes(telegramId)) return;
  const since = new Date(asked.sinceMs);
  const nodes = await listNodes(shop.db);
  const isLate = shop.clock.now().getTime() - asked.sinceMs >= PATIENCE_MS;
  const looked = nodes.filter(({ checkedAt }) => checkedAt !== null && checkedAt >= since);
  if (looked.length < nodes.length && !isLate) {
    const left = nodes.length - looked.length;
    throw new Fault('nodes-not-checked', `${left} nodes are still to be checked`, { isRetryable: true });
  }
  const inStep = nodes.filter((node) => node.inStepAt >= since);
  const others = nodes.filter((node) => node.inStepAt < since);
  await notifier.waitTurn(telegramId);
  await notifier.tellOperator(telegramId, {
    kind: 'fleet-checked',
    nodes: nodes.length,
    inStep: inStep.length,
    customers: inStep.reduce((sum, { placedCount }) => sum + placedCount, 0),
    others: others.slice(0, NAMED).map(({ name }) => name),
  });
}
