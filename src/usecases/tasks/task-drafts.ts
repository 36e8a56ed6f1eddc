import { z } from 'zod';
import { kopecks } from '../../domain/money/money.ts';
import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import type { ConversationFlow } from '../customers/conversation.ts';
import { findDraft, keepDraft } from '../customers/sealed-draft.ts';
import type { Shop } from '../shop.ts';

const begun = { draftId: z.string(), taskId: z.string(), tapKey: z.string() };
/**
 * What an operator is putting together about a task. `draftId` names what was shown for confirmation; `tapKey`: by
 * which tap or text it came where it is.
 */
const taskDraft = z.discriminatedUnion('form', [
  z.object({ form: z.literal('resolve'), ...begun, text: z.string() }),
  z.object({
    form: z.literal('assign'),
    ...begun,
    chargeId: z.string(),
    amountKopecks: z.string().transform((digits) => kopecks(BigInt(digits))),
    telegramId: z.string().transform(BigInt).nullable(),
    reason: z.string(),
  }),
]);
export type TaskDraft = z.infer<typeof taskDraft>;

type Deps = { shop: Shop; secrets: SecretBox };

/** Keeps what was gathered, and waits for what `flow` asks. */
export async function keepTaskDraft(
  deps: Deps,
  chatId: bigint,
  kept: { flow: ConversationFlow; draft: TaskDraft },
): Promise<void> {
  const { flow, draft } = kept;
  const plain =
    draft.form === 'resolve'
      ? draft
      : {
          ...draft,
          amountKopecks: String(draft.amountKopecks),
          telegramId: draft.telegramId === null ? null : String(draft.telegramId),
        };
  await keepDraft(deps, chatId, { flow, draft: plain });
}

/** The draft of a form; null when there is none, it is of another form, or too old. */
export async function findTaskDraft<Form extends TaskDraft['form']>(
  deps: Deps,
  chatId: bigint,
  form: Form,
): Promise<Extract<TaskDraft, { form: Form }> | null> {
  const draft = await findDraft(deps, chatId, taskDraft);
  return draft?.form === form ? (draft as Extract<TaskDraft, { form: Form }>) : null;
}
