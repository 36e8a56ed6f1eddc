import type { z } from 'zod';
import { isFault } from '../../lib/fault.ts';
import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import type { Shop } from '../shop.ts';
import { beginConversation, type ConversationFlow, currentConversation } from './conversation.ts';

type Deps = { shop: Shop; secrets: SecretBox };

/** Keeps what a chat has gathered so far, sealed, and waits for what `flow` asks next. The draft goes through JSON. */
export async function keepDraft(
  { shop, secrets }: Deps,
  chatId: bigint,
  begun: { flow: ConversationFlow; draft: unknown },
): Promise<void> {
  const sealed = secrets.seal(JSON.stringify(begun.draft), contextOf(chatId));
  await beginConversation(shop, chatId, { flow: begun.flow, draft: sealed });
}

/** What the chat has gathered; null when there is nothing of this shape, it is too old, or its key is gone. */
export async function findDraft<Draft>(
  { shop, secrets }: Deps,
  chatId: bigint,
  shape: z.ZodType<Draft>,
): Promise<Draft | null> {
  const conversation = await currentConversation(shop, chatId);
  if (!conversation?.draft) return null;
  try {
    const opened: unknown = JSON.parse(secrets.open(conversation.draft, contextOf(chatId)));
    return shape.safeParse(opened).data ?? null;
  } catch (error) {
    if (isFault(error, 'secret-unreadable')) return null;
    throw error;
  }
}

/** What a sealed draft belongs to: it opens in no other chat. */
function contextOf(chatId: bigint): string {
  return `conversations:${chatId}:draft`;
}
