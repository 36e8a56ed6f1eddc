import { z } from 'zod';
import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import { isFault } from '../../lib/fault.ts';
import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import { beginConversation, currentConversation } from '../customers/conversation.ts';
import type { Shop } from '../shop.ts';

/** A withdrawal that a customer is putting together. `draftId` names what was shown for confirmation. */
export type WithdrawalDraft = { draftId: string; amountKopecks: Kopecks; details: string | null };

const storedDraft = z.object({
  draftId: z.string(),
  amountKopecks: z.string().transform((digits) => kopecks(BigInt(digits))),
  details: z.string().nullable(),
});

type Deps = { shop: Shop; secrets: SecretBox };

/** Keeps the draft in the chat's conversation, sealed, and waits for what it still lacks. */
export async function keepWithdrawalDraft(
  { shop, secrets }: Deps,
  chatId: bigint,
  draft: WithdrawalDraft,
): Promise<void> {
  const plain = JSON.stringify({ ...draft, amountKopecks: String(draft.amountKopecks) });
  const flow = draft.details === null ? 'withdrawal-details' : 'withdrawal-confirm';
  await beginConversation(shop, chatId, { flow, draft: secrets.seal(plain, draftContext(chatId)) });
}

/** The draft of the chat; null when there is none, it is too old, or its key is gone. */
export async function findWithdrawalDraft(
  { shop, secrets }: Deps,
  chatId: bigint,
): Promise<WithdrawalDraft | null> {
  const conversation = await currentConversation(shop, chatId);
  if (!conversation?.draft) return null;
  try {
    return storedDraft.parse(JSON.parse(secrets.open(conversation.draft, draftContext(chatId))));
  } catch (error) {
    if (isFault(error, 'secret-unreadable')) return null;
    throw error;
  }
}

/** What a sealed draft belongs to: it opens in no other chat. */
function draftContext(chatId: bigint): string {
  return `conversations:${chatId}:draft`;
}
