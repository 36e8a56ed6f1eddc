import { endConversation, findConversation, saveConversation } from '../../store/conversations.ts';
import type { Shop } from '../shop.ts';

/** What the bot may be waiting for in a chat. */
export type ConversationFlow = 'top-up-amount';

/** A question left unanswered for a day is forgotten. Source: product.md §11.A.7. */
const LIFETIME_MS = 86_400_000;

/** What the chat was asked for last, null when nothing. */
export async function currentConversation(shop: Shop, chatId: bigint): Promise<ConversationFlow | null> {
  const flow = await findConversation(shop.db, chatId, shop.clock.now());
  return flow === 'top-up-amount' ? flow : null;
}

export async function beginConversation(shop: Shop, chatId: bigint, flow: ConversationFlow): Promise<void> {
  const expiresAt = new Date(shop.clock.now().getTime() + LIFETIME_MS);
  await saveConversation(shop.db, { chatId, flow, expiresAt });
}

/** Every navigation ends what the bot was waiting for, so that later text is never taken for an amount. */
export async function leaveConversation(shop: Shop, chatId: bigint): Promise<void> {
  await endConversation(shop.db, chatId);
}
