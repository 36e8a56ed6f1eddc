import { parseWords } from '../../../domain/customers/unseen.ts';
import { leaveConversation } from '../../../usecases/customers/conversation.ts';
import { findPerson } from '../../../usecases/customers/find-person.ts';
import { askReconciliation, viewReconciliations } from '../../../usecases/payments/ask-reconciliation.ts';
import { assignSuspendedCharge } from '../../../usecases/tasks/assign-suspended-charge.ts';
import { listTasks } from '../../../usecases/tasks/list-tasks.ts';
import { previewAssignment } from '../../../usecases/tasks/preview-assignment.ts';
import { resolveTask } from '../../../usecases/tasks/resolve-task.ts';
import { findTaskDraft, keepTaskDraft, type TaskDraft } from '../../../usecases/tasks/task-drafts.ts';
import { findTask } from '../../../usecases/tasks/view-task.ts';
import { pageOf } from '../../screens/pages.ts';
import {
  renderAssignQuestion,
  renderCloseQuestion,
  renderReconciliation,
  renderTaskAsk,
  renderTaskCard,
  renderTasks,
} from '../../screens/panel/task-screens.ts';
import { actorOf, mayServe, type PanelForms, type PanelVisit, sendPanel, showPanel } from './panel-visit.ts';

/** Tasks in one message of 4096 characters. */
const TASKS_ON_PAGE = 5;
/** What somebody types about a task; with the task itself it is still one message. */
const MAX_TEXT = 500;

type OfTask = { taskId: string };
type OfDraft = { draftId: string };

/** What only a person can decide, and providers' books against ours. */
export const taskRoutes = {
  'admin-tasks': (visit: PanelVisit, { page }: { page: number }) => showTasks(visit, page),
  'admin-task': (visit: PanelVisit, { taskId }: OfTask) => showTask(visit, taskId),
  'admin-task-resolve': askText,
  'admin-task-close': close,
  'admin-task-assign': askCustomer,
  'admin-task-give': give,
  'admin-reconciliation': showReconciliation,
  'admin-reconcile': reconcile,
};

export const taskForms: PanelForms<'task-text' | 'task-customer' | 'task-reason'> = {
  'task-text': { right: 'move-money', take: takeText },
  'task-customer': { right: 'move-money', take: takeCustomer },
  'task-reason': { right: 'move-money', take: takeReason },
};

async function showTasks(visit: PanelVisit, page: number): Promise<void> {
  const tasks = await listTasks(visit.shop);
  await showPanel(visit, renderTasks(visit.t, pageOf(tasks, page, TASKS_ON_PAGE)));
}

async function showTask(visit: PanelVisit, taskId: string): Promise<void> {
  const found = await findTask(visit.shop, taskId);
  if (found) return showPanel(visit, renderTaskCard(visit.t, found));
  await visit.answer(visit.t.text('task-unknown'), 'alert');
  await showTasks(visit, 0);
}

async function askText(visit: PanelVisit, { taskId }: OfTask): Promise<void> {
  const { shop, t, chatId } = visit;
  const found = await findTask(shop, taskId);
  if (found?.way.kind !== 'resolve') return showTask(visit, taskId);
  const draft = { form: 'resolve', ...nameDraft(visit), taskId, text: '' } as const;
  await keepTaskDraft(visit, chatId, { flow: 'task-text', draft });
  await showPanel(visit, renderTaskAsk(t, { taskId, question: 'task-ask-text', problem: null }));
}

function nameDraft({ shop, tap }: PanelVisit): { draftId: string; tapKey: string } {
  return { draftId: shop.ids.rowId(), tapKey: tap.key };
}

/** A new name for what is shown: a confirmation that was shown before must not do what was typed after it. */
async function takeText(visit: PanelVisit, typed: string): Promise<void> {
  const { t, chatId } = visit;
  const draft = await findTaskDraft(visit, chatId, 'resolve');
  if (!draft) return startAgain(visit);
  if (isRepeat(visit, draft)) return sendPanel(visit, renderCloseQuestion(t, draft));
  const { taskId } = draft;
  const text = parseWords(typed, MAX_TEXT);
  if (text === null) {
    const problem = t.text('task-bad-text', { most: MAX_TEXT });
    return sendPanel(visit, renderTaskAsk(t, { taskId, question: 'task-ask-text', problem }));
  }
  const complete = { ...draft, ...nameDraft(visit), text };
  await keepTaskDraft(visit, chatId, { flow: 'task-text', draft: complete });
  await sendPanel(visit, renderCloseQuestion(t, complete));
}

/** A text that is worked twice, after a crash, is no answer to the next question. */
function isRepeat({ tap }: PanelVisit, draft: { tapKey: string }): boolean {
  return draft.tapKey === tap.key;
}

async function close(visit: PanelVisit, { draftId }: OfDraft): Promise<void> {
  const draft = await findTaskDraft(visit, visit.chatId, 'resolve');
  if (draft?.draftId !== draftId) return startAgain(visit);
  const { taskId, text } = draft;
  const resolved = await resolveTask(visit.shop, { actor: actorOf(visit), taskId, text });
  await answerOutcome(visit, resolved.ok ? null : resolved.refusal);
  await showTask(visit, taskId);
}

async function askCustomer(visit: PanelVisit, { taskId }: OfTask): Promise<void> {
  const { shop, t, chatId } = visit;
  const found = await findTask(shop, taskId);
  if (found?.way.kind !== 'assign') return showTask(visit, taskId);
  const { chargeId, leftKopecks: amountKopecks } = found.way;
  const draft = { ...nameDraft(visit), taskId, chargeId, amountKopecks, telegramId: null, reason: '' };
  await keepTaskDraft(visit, chatId, { flow: 'task-customer', draft: { form: 'assign', ...draft } });
  await showPanel(visit, renderTaskAsk(t, { taskId, question: 'task-ask-customer', problem: null }));
}

async function takeCustomer(visit: PanelVisit, typed: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const draft = await findTaskDraft(visit, chatId, 'assign');
  if (!draft) return startAgain(visit);
  const { taskId } = draft;
  const person = await findPerson(shop, typed);
  if (!person || !mayServe(visit, person.telegramId, 'move-money')) {
    const problem = t.text(person ? 'admin-own' : 'admin-person-unknown');
    return sendPanel(visit, renderTaskAsk(t, { taskId, question: 'task-ask-customer', problem }));
  }
  const known = { ...draft, ...nameDraft(visit), telegramId: person.telegramId };
  await keepTaskDraft(visit, chatId, { flow: 'task-reason', draft: known });
  await askReason(visit, known);
}

async function takeReason(visit: PanelVisit, typed: string): Promise<void> {
  const draft = await findTaskDraft(visit, visit.chatId, 'assign');
  if (!draft) return startAgain(visit);
  if (isRepeat(visit, draft)) return draft.reason === '' ? askReason(visit, draft) : askToGive(visit, draft);
  const reason = parseWords(typed, MAX_TEXT);
  if (reason === null) return askReason(visit, draft, visit.t.text('task-bad-text', { most: MAX_TEXT }));
  const complete = { ...draft, ...nameDraft(visit), reason };
  await keepTaskDraft(visit, visit.chatId, { flow: 'task-reason', draft: complete });
  await askToGive(visit, complete);
}

type Assignment = Extract<TaskDraft, { form: 'assign' }>;

async function askReason(visit: PanelVisit, { taskId }: Assignment, problem: string | null = null) {
  await sendPanel(visit, renderTaskAsk(visit.t, { taskId, question: 'task-ask-reason', problem }));
}

async function askToGive(visit: PanelVisit, draft: Assignment): Promise<void> {
  const { telegramId, amountKopecks } = draft;
  const preview = telegramId && (await previewAssignment(visit.shop, { telegramId, amountKopecks }));
  if (!preview) return startAgain(visit);
  await sendPanel(visit, renderAssignQuestion(visit.t, draft, preview));
}

async function give(visit: PanelVisit, { draftId }: OfDraft): Promise<void> {
  const draft = await findTaskDraft(visit, visit.chatId, 'assign');
  if (draft?.draftId !== draftId || draft.telegramId === null) return startAgain(visit);
  const { taskId, chargeId, telegramId, reason, amountKopecks: expectedKopecks } = draft;
  const assignment = { actor: actorOf(visit), chargeId, telegramId, reason, expectedKopecks };
  const assigned = await assignSuspendedCharge(visit.shop, assignment);
  await answerOutcome(visit, assigned.ok ? null : assigned.refusal);
  await showTask(visit, taskId);
}

const REFUSALS = {
  'task-unknown': 'task-unknown',
  'task-done': 'task-is-done',
  'money-waits': 'task-money-waits',
  'text-missing': 'task-lost',
  'charge-unknown': 'task-unknown',
  'not-suspended': 'task-is-done',
  'already-refunded': 'task-refunded',
  'amount-unknown': 'task-no-amount',
  'amount-changed': 'task-amount-changed',
  'customer-unknown': 'admin-person-unknown',
  'reason-missing': 'task-lost',
} as const;

/** Also what a repeat after a crash comes to: that it is done is what was wished for. */
async function answerOutcome(visit: PanelVisit, refusal: keyof typeof REFUSALS | null): Promise<void> {
  const { t } = visit;
  if (refusal === null) return visit.answer(t.text('admin-done'));
  await visit.answer(t.text(REFUSALS[refusal]), 'alert');
}

/** What was gathered is gone, or is not what the button was shown for. */
async function startAgain(visit: PanelVisit): Promise<void> {
  await leaveConversation(visit.shop, visit.chatId);
  await visit.answer(visit.t.text('task-lost'), 'alert');
  await showTasks(visit, 0);
}

async function showReconciliation(visit: PanelVisit): Promise<void> {
  const books = await viewReconciliations(visit.shop, visit.providers.keys());
  await showPanel(visit, renderReconciliation(visit.t, books));
}

async function reconcile(visit: PanelVisit): Promise<void> {
  await askReconciliation(visit.shop, { actor: actorOf(visit), key: visit.tap.key });
  await visit.answer(visit.t.text('reconciliation-asked'));
  await showReconciliation(visit);
}
