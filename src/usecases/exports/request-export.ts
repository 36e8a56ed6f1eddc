import type { Export } from '../../domain/exports.ts';
import { addJob } from '../../store/jobs.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import type { Shop } from '../shop.ts';
import { recordExport } from './record-export.ts';

/** Exports are made one after another. */
const QUEUE = 'export';
/** With growing pauses some minutes; whoever has asked asks again. */
const MAX_ATTEMPTS = 6;

/**
 * Promises an operator a document in their chat. Asked for again while it waits it comes once, so that impatient taps
 * add nothing; asked for while it is made it comes once more, unless by the same tap (`actKey`).
 */
export async function requestExport(
  shop: Shop,
  wish: { actor: string; telegramId: bigint; what: Export; actKey: string },
): Promise<void> {
  const { actor, telegramId, what, actKey } = wish;
  await shop.db.transaction('request-export', async (tx) => {
    if (!(await claimOperatorAct(tx, { key: actKey, at: shop.clock.now() }))) return;
    const order = { actor, telegramId: String(telegramId), what };
    const key = `export:${telegramId}:${what}`;
    await addJob(tx, 'send-export', order, { queue: QUEUE, maxAttempts: MAX_ATTEMPTS, key });
    await recordExport(tx, shop, { step: 'requested', actor, what, to: 'chat' });
  });
}
