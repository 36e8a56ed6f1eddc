import { endConversation, findConversation, saveConversation } from '../../store/conversations.ts';
import type { Shop } from '../shop.ts';

/** What the bot may be waiting for in the chat of a customer. */
const CUSTOMER_FLOWS = [
  'top-up-amount',
  'promo-code',
  'withdrawal-amount',
  'withdrawal-details',
  'withdrawal-confirm',
] as const;
export type CustomerFlow = (typeof CUSTOMER_FLOWS)[number];

/** What it may be waiting for in the chat of an operator. */
const PANEL_FLOWS = [
  'team-person',
  'task-text',
  'task-customer',
  'task-reason',
  'incident-text',
  'new-promo',
  'new-broadcast',
  'referrer-person',
  'person-search',
  'gift-count',
  'discount-percent',
  'discount-days',
  'wallet-amount',
  'wallet-reason',
  'wallet-confirm',
] as const;
export type PanelFlow = (typeof PANEL_FLOWS)[number];

export type ConversationFlow = CustomerFlow | PanelFlow;

export function isPanelFlow(flow: ConversationFlow): flow is PanelFlow {
  return PANEL_FLOWS.some((name) => name === flow);
}

/** `draft`: what has been gathered so far, sealed by who gathers it. */
export type Conversation = { flow: ConversationFlow; draft: Buffer | null };

/** A question left unanswered for a day is forgotten. Source: product.md §11.A.7. */
const LIFETIME_MS = 86_400_000;

/** What the chat was asked for last, null when nothing. */
export async function currentConversation(shop: Shop, chatId: bigint): Promise<Conversation | null> {
  const stored = await findConversation(shop.db, chatId, shop.clock.now());
  const flow = [...CUSTOMER_FLOWS, ...PANEL_FLOWS].find((name) => name === stored?.flow);
  return stored && flow ? { flow, draft: stored.draft } : null;
}

export async function beginConversation(
  shop: Shop,
  chatId: bigint,
  begun: { flow: ConversationFlow; draft?: Buffer },
): Promise<void> {
  const expiresAt = new Date(shop.clock.now().getTime() + LIFETIME_MS);
  await saveConversation(shop.db, { chatId, flow: begun.flow, draft: begun.draft ?? null, expiresAt });
}

/** Every navigation ends what the bot was waiting for, so that later text is never taken for an amount. */
export async function leaveConversation(shop: Shop, chatId: bigint): Promise<void> {
  await endConversation(shop.db, chatId);
}
