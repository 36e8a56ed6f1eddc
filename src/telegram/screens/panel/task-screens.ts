import type { Kopecks } from '../../../domain/money/money.ts';
import { formatDateTime, formatRoubles } from '../../../locales/format-values.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { ProviderBooks } from '../../../usecases/payments/ask-reconciliation.ts';
import type { AssignmentPreview } from '../../../usecases/tasks/preview-assignment.ts';
import type { TaskView } from '../../../usecases/tasks/view-task.ts';
import { renderTask } from '../operator-screens.ts';
import { type Page, pageRow, shorten } from '../pages.ts';
import { type Button, backButton, pairs, type Screen } from '../screen.ts';

type Task = TaskView['task'];

function describe(t: Translator, { kind, ...task }: Task): string {
  return renderTask(t, { ...task, task: kind });
}

/** Open tasks, each with a button that leads to it. */
export function renderTasks(t: Translator, page: Page<Task>): Screen {
  const title = t.text('admin-tasks-title', { page: page.page + 1, pages: page.pages });
  const tasks = page.items.map((task, index) => `${index + 1}. ${describe(t, task)}`);
  const cards: Button[] = page.items.map(({ taskId }, index) => ({
    text: t.text('button-task-number', { number: index + 1 }),
    action: { to: 'admin-task', taskId },
  }));
  return {
    text: tasks.length === 0 ? t.text('admin-tasks-none') : [title, ...tasks].join('\n\n'),
    rows: [
      ...pairs(cards),
      ...pageRow(t, page, (target) => ({ to: 'admin-tasks', page: target })),
      [{ text: t.text('button-reconciliation'), action: { to: 'admin-reconciliation' } }],
      [{ text: t.text('button-admin'), action: { to: 'admin' } }],
    ],
  };
}

export function renderTaskCard(t: Translator, { task, way }: TaskView): Screen {
  const { taskId } = task;
  const lines = [
    describe(t, task),
    t.text('task-since', { at: formatDateTime(task.createdAt) }),
    way.kind === 'assign' ? describeMoney(t, way) : null,
    task.status === 'done' ? t.text('task-is-done') : null,
  ];
  const actions: Button[][] =
    way.kind === 'none'
      ? []
      : way.kind === 'assign'
        ? [[{ text: t.text('button-task-assign'), action: { to: 'admin-task-assign', taskId } }]]
        : [[{ text: t.text('button-task-resolve'), action: { to: 'admin-task-resolve', taskId } }]];
  return {
    text: lines.filter((line) => line !== null).join('\n\n'),
    rows: [...actions, [backButton(t, { to: 'admin-tasks', page: 0 })]],
  };
}

function describeMoney(
  t: Translator,
  { leftKopecks, payerTelegramId }: Extract<TaskView['way'], { kind: 'assign' }>,
): string {
  return t.text('task-money', {
    amount: formatRoubles(leftKopecks, t.locale),
    payer: payerTelegramId === null ? '—' : String(payerTelegramId),
  });
}

/** A question that is answered by typing. `problem`: why what was typed did not do. */
export function renderTaskAsk(
  t: Translator,
  ask: {
    taskId: string;
    question: 'task-ask-text' | 'task-ask-customer' | 'task-ask-reason';
    problem: string | null;
  },
): Screen {
  const question = t.text(ask.question);
  return {
    text: ask.problem === null ? question : `${ask.problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin-task', taskId: ask.taskId })]],
  };
}

export function renderCloseQuestion(
  t: Translator,
  draft: { draftId: string; taskId: string; text: string },
): Screen {
  const { draftId, taskId, text } = draft;
  return {
    text: t.text('task-close-ask', { text }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-task-close', draftId } }],
      [backButton(t, { to: 'admin-task', taskId })],
    ],
  };
}

/** Asked before money gets an owner: the wallet before and after. */
export function renderAssignQuestion(
  t: Translator,
  draft: { draftId: string; taskId: string; amountKopecks: Kopecks; reason: string },
  preview: AssignmentPreview,
): Screen {
  const { draftId, taskId, amountKopecks, reason } = draft;
  const roubles = (amount: bigint) => formatRoubles(amount, t.locale);
  return {
    text: t.text('task-give-ask', {
      amount: roubles(amountKopecks),
      customer: String(preview.telegramId),
      name: shorten(preview.name, 64),
      before: roubles(preview.beforeKopecks),
      after: roubles(preview.afterKopecks),
      reason,
    }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-task-give', draftId } }],
      [backButton(t, { to: 'admin-task', taskId })],
    ],
  };
}

/** How the last look at each provider's books went. */
export function renderReconciliation(t: Translator, books: ProviderBooks[]): Screen {
  const lines = books.map(({ provider, last }) => {
    if (last === null) return t.text('reconciliation-never', { provider });
    const { listed, settled, findings } = last;
    const at = formatDateTime(last.checkedAt);
    return t.text('reconciliation-line', { provider, at, listed, settled, findings });
  });
  return {
    text: [
      t.text('reconciliation-title'),
      ...(lines.length > 0 ? lines : [t.text('reconciliation-none')]),
    ].join('\n\n'),
    rows: [
      ...(lines.length > 0
        ? [[{ text: t.text('button-reconcile'), action: { to: 'admin-reconcile' as const } }]]
        : []),
      [{ text: t.text('button-status-again'), action: { to: 'admin-reconciliation' } }],
      [backButton(t, { to: 'admin-tasks', page: 0 })],
    ],
  };
}
