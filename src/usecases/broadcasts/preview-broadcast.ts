import type { Variant } from '../../domain/broadcasts.ts';
import { Fault } from '../../lib/fault.ts';
import type { Broadcaster, BroadcastMessage, BroadcastOutcome } from '../../ports/broadcaster.ts';
import type { Notifier } from '../../ports/notifier.ts';
import { addJob } from '../../store/jobs.ts';
import { type Broadcast, findBroadcast, markPreviewed } from '../../store/messaging/broadcasts.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import { recordAct } from '../audit/record-act.ts';
import { heedPause } from '../sending/take-turn.ts';
import type { Shop } from '../shop.ts';

/** What a recipient of a variant gets. */
export function messageOf(broadcast: Broadcast, variant: Variant): BroadcastMessage {
  const { kind, title, textA, textB, buttons } = broadcast;
  return { kind, title, text: variant === 'b' && textB !== null ? textB : textA, buttons };
}

/**
 * Promises the operators another preview of a draft, such as when none of them had started the bot; by a tap of that key
 * once. False: no draft.
 */
export async function promisePreview(
  shop: Shop,
  wish: { actor: string; broadcastId: string; actKey?: string },
): Promise<boolean> {
  const { actor, broadcastId, actKey } = wish;
  return shop.db.transaction('promise-preview', async (tx) => {
    const broadcast = await findBroadcast(tx, broadcastId);
    if (broadcast?.status !== 'draft') return false;
    if (actKey !== undefined && !(await claimOperatorAct(tx, { key: actKey, at: shop.clock.now() })))
      return true;
    await addJob(tx, 'preview-broadcast', { broadcastId });
    await recordAct(shop, tx, {
      actor,
      action: 'broadcast-preview-asked',
      details: { broadcastId },
    });
    return true;
  });
}

/**
 * Shows the operators what customers would get, both texts of a test. It counts once one operator has it all, who is then
 * shown the way on; what Telegram refuses is kept as the broadcast's problem.
 * Throws: Fault `preview-not-sent` (retryable) when nobody could be shown it, `telegram-limited`.
 */
export async function previewBroadcast(
  deps: { shop: Shop; notifier: Notifier; broadcaster: Broadcaster; operators: bigint[] },
  broadcastId: string,
): Promise<void> {
  const { shop, notifier, operators } = deps;
  const broadcast = await findBroadcast(shop.db, broadcastId);
  if (broadcast?.status !== 'draft') return;
  const { title } = broadcast;
  const isTest = broadcast.textB !== null;
  const arrived: bigint[] = [];
  for (const operator of operators) {
    const outcomes = await showTo(deps, operator, broadcast);
    const refusal = outcomes.find((outcome) => outcome.kind === 'refused');
    if (refusal) return markPreviewed(shop.db, { broadcastId, at: null, problem: refusal.reason });
    if (outcomes.every(({ kind }) => kind === 'sent')) arrived.push(operator);
  }
  if (arrived.length === 0)
    throw new Fault('preview-not-sent', 'no operator could be shown the broadcast', { isRetryable: true });
  await markPreviewed(shop.db, { broadcastId, at: shop.clock.now(), problem: null });
  for (const operator of arrived) {
    await notifier.waitTurn(operator);
    await notifier.tellOperator(operator, { kind: 'broadcast-previewed', broadcastId, title, isTest });
  }
}

async function showTo(
  { shop, notifier, broadcaster }: { shop: Shop; notifier: Notifier; broadcaster: Broadcaster },
  telegramId: bigint,
  broadcast: Broadcast,
): Promise<BroadcastOutcome[]> {
  const outcomes: BroadcastOutcome[] = [];
  for (const variant of broadcast.textB === null ? (['a'] as const) : (['a', 'b'] as const)) {
    await notifier.waitTurn(telegramId);
    const outcome = await broadcaster.send({ telegramId, locale: null }, messageOf(broadcast, variant));
    if (outcome.kind === 'limited') await heedPause(shop, outcome.retryAfterMs);
    outcomes.push(outcome);
  }
  return outcomes;
}
