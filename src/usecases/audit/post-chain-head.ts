import type { Notifier } from '../../ports/notifier.ts';
import { findChainHead } from '../../store/chain.ts';
import type { Shop } from '../shop.ts';

/**
 * Sends the chain's head to the owner's chat: a witness outside the database, without which somebody who owns
 * the database could compute the whole chain anew. Nothing to send before the first link.
 */
export async function postChainHead(shop: Shop, notifier: Notifier, appointed: bigint[]): Promise<void> {
  const [owner] = appointed;
  const head = await findChainHead(shop.db);
  if (owner === undefined || !head) return;
  await notifier.tellOperator(owner, { kind: 'chain-head', ...head, at: shop.clock.now() });
}
