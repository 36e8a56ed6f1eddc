import { z } from 'zod';
import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import { findDraft, keepDraft } from '../customers/sealed-draft.ts';
import type { Shop } from '../shop.ts';

/**
 * A withdrawal that a customer is putting together. `draftId` names what was shown for confirmation; `tapKey`: by which
 * tap or text it came where it is.
 */
export type WithdrawalDraft = {
  draftId: string;
  tapKey: string;
  amountKopecks: Kopecks;
  details: string | null;
};

const storedDraft = z.object({
  draftId: z.string(),
  tapKey: z.string(),
  amountKopecks: z.string().transform((digits) => kopecks(BigInt(digits))),
  details: z.string().nullable(),
});

type Deps = { shop: Shop; secrets: SecretBox };

/** Keeps the draft in the chat's conversation, and waits for what it still lacks. */
export async function keepWithdrawalDraft(deps: Deps, chatId: bigint, draft: WithdrawalDraft): Promise<void> {
  const flow = draft.details === null ? 'withdrawal-details' : 'withdrawal-confirm';
  await keepDraft(deps, chatId, { flow, draft: { ...draft, amountKopecks: String(draft.amountKopecks) } });
}

/** The draft of the chat; null when there is none, it is too old, or its key is gone. */
export async function findWithdrawalDraft(deps: Deps, chatId: bigint): Promise<WithdrawalDraft | null> {
  return findDraft(deps, chatId, storedDraft);
}
