import type { Kopecks } from '../../domain/money/money.ts';
import { formatDateTime, formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { OperatorDocument, OperatorMessage, TaskMessage } from '../../ports/notifier.ts';
import { REJECT_REASONS } from '../buttons/panel/withdrawal-buttons.ts';
import { renderBroadcastReport, renderPreviewed } from './broadcast-screens.ts';
import { type Page, pageRow, shorten } from './pages.ts';
import { renderReissueReport } from './panel/people/keys-screens.ts';
import { type Button, backButton, type Screen } from './screen.ts';

/** A message to who runs the shop that no tap asked for. */
export function renderOperatorMessage(t: Translator, message: OperatorMessage): Screen {
  switch (message.kind) {
    case 'chain-head': {
      const { sequence, hash, at } = message;
      return {
        text: t.text('chain-head', { sequence: String(sequence), hash, at: formatDateTime(at) }),
        rows: [],
      };
    }
    case 'stuck-activations':
      return { text: renderStuck(t, message), rows: [] };
    case 'broadcast':
      return renderBroadcastReport(t, message);
    case 'broadcast-previewed':
      return renderPreviewed(t, message);
    case 'mass-reissue':
      return renderReissueReport(t, message);
    case 'system':
      return { text: renderSystem(t, message), rows: [] };
    case 'fleet-checked':
      return {
        text: renderFleetCheck(t, message),
        rows: [[{ text: t.text('button-admin-nodes'), action: { to: 'admin-nodes', page: 0 }, keeps: true }]],
      };
    case 'export-failed':
      return {
        text: t.text('export-failed', { table: t.text(`export-${message.what}`) }),
        rows: [[{ text: t.text('button-admin-export'), action: { to: 'admin-export' }, keeps: true }]],
      };
    case 'withdrawal':
      return renderWithdrawalCard(t, { withdrawal: message, approvals: null, details: null });
    case 'task':
      return {
        text: renderTask(t, message),
        rows: [
          [
            {
              text: t.text('button-task'),
              action: { to: 'admin-task', taskId: message.taskId },
              keeps: true,
            },
          ],
        ],
      };
  }
}

export function renderDocumentCaption(t: Translator, { what, rows, part }: OperatorDocument): string {
  const caption = t.text('export-caption', { table: t.text(`export-${what}`), rows });
  return part === null ? caption : `${caption}\n${t.text('export-part', { part })}`;
}

function renderStuck(t: Translator, stuck: Extract<OperatorMessage, { kind: 'stuck-activations' }>): string {
  const lines = stuck.longest.map(({ telegramId, attempts, since }) =>
    t.text('stuck-line', { customer: String(telegramId), attempts, since: formatDateTime(since) }),
  );
  return [t.text('stuck-title', { count: stuck.count }), ...lines].join('\n');
}

/** What is not well, in the words that `/health` uses for parts and states. */
function renderSystem(t: Translator, { troubles }: Extract<OperatorMessage, { kind: 'system' }>): string {
  if (troubles.length === 0) return t.text('system-well');
  const lines = troubles.map(({ since, ...trouble }) =>
    t.text('system-line', { ...trouble, since: formatDateTime(since) }),
  );
  return [t.text('system-trouble'), ...lines].join('\n');
}

function renderFleetCheck(
  t: Translator,
  { nodes, inStep, customers, others }: Extract<OperatorMessage, { kind: 'fleet-checked' }>,
): string {
  const summary = t.text('fleet-checked', { nodes, inStep, customers });
  return others.length === 0
    ? summary
    : `${summary}\n${t.text('fleet-others', { names: shorten(others.join(', '), 1_000) })}`;
}

/** What a card shows of a withdrawal. */
export type CardFacts = {
  withdrawalId: string;
  telegramId: bigint;
  amountKopecks: Kopecks;
  balanceKopecks: Kopecks;
};

/** `approvals` null: not known here. `details`: only where somebody has asked to see them. */
export function renderWithdrawalCard(
  t: Translator,
  view: {
    withdrawal: CardFacts;
    approvals: { given: number; needed: number } | null;
    details: string | null;
  },
): Screen {
  const { withdrawal, approvals, details } = view;
  const { withdrawalId } = withdrawal;
  const parts = [
    describeCard(t, withdrawal),
    approvals && approvals.needed > 1 ? t.text('admin-withdrawal-approvals', approvals) : null,
    details === null ? null : t.text('admin-withdrawal-details', { details }),
  ];
  return {
    text: parts.filter((part) => part !== null).join('\n'),
    rows: [
      [
        { text: t.text('button-approve'), action: { to: 'admin-approve-ask', withdrawalId } },
        { text: t.text('button-reject'), action: { to: 'admin-reject-ask', withdrawalId } },
      ],
      [{ text: t.text('button-details'), action: { to: 'admin-details', withdrawalId } }],
      [adminButton(t)],
    ],
  };
}

function describeCard(t: Translator, { withdrawalId, ...withdrawal }: CardFacts): string {
  return t.text('admin-withdrawal-card', {
    id: withdrawalId,
    customer: String(withdrawal.telegramId),
    amount: formatRoubles(withdrawal.amountKopecks, t.locale),
    balance: formatRoubles(withdrawal.balanceKopecks, t.locale),
  });
}

/** The card after a decision: nothing is left to decide, and what was approved is still to be paid out by hand. */
export function renderDecidedCard(
  t: Translator,
  view: { withdrawal: CardFacts; status: 'approved' | 'rejected'; details: string | null },
): Screen {
  const { withdrawal, status, details } = view;
  const parts = [
    describeCard(t, withdrawal),
    `\n${t.text(`admin-withdrawal-${status}`)}`,
    ...(details === null ? [] : [t.text('admin-withdrawal-details', { details })]),
  ];
  const look: Button = {
    text: t.text('button-details'),
    action: { to: 'admin-details', withdrawalId: withdrawal.withdrawalId },
  };
  return {
    text: parts.join('\n'),
    rows: [...(status === 'approved' && details === null ? [[look]] : []), [adminButton(t)]],
  };
}

export function renderApproveQuestion(
  t: Translator,
  view: { withdrawalId: string; amountKopecks: Kopecks; details: string },
): Screen {
  const { withdrawalId, details } = view;
  const amount = formatRoubles(view.amountKopecks, t.locale);
  return {
    text: t.text('admin-withdrawal-approve-ask', { amount, details }),
    rows: [
      [{ text: t.text('button-approve'), action: { to: 'admin-approve', withdrawalId } }],
      [backButton(t, { to: 'admin-card', withdrawalId })],
    ],
  };
}

export function renderRejectQuestion(
  t: Translator,
  view: { withdrawalId: string; amountKopecks: Kopecks },
): Screen {
  const { withdrawalId } = view;
  const reasons: Button[][] = REJECT_REASONS.map((reason) => [
    { text: t.text(`button-reject-${reason}`), action: { to: 'admin-reject', withdrawalId, reason } },
  ]);
  return {
    text: t.text('admin-withdrawal-reject-ask', { amount: formatRoubles(view.amountKopecks, t.locale) }),
    rows: [...reasons, [backButton(t, { to: 'admin-card', withdrawalId })]],
  };
}

export function renderPendingWithdrawals(
  t: Translator,
  page: Page<CardFacts & { requestedAt: Date }>,
): Screen {
  const rows: Button[][] = page.items.map(({ withdrawalId, ...withdrawal }) => {
    const text = t.text('admin-withdrawal-line', {
      amount: formatRoubles(withdrawal.amountKopecks, t.locale),
      customer: String(withdrawal.telegramId),
      at: formatDateTime(withdrawal.requestedAt),
    });
    return [{ text, action: { to: 'admin-card', withdrawalId } }];
  });
  return {
    text:
      rows.length === 0
        ? t.text('admin-withdrawals-none')
        : t.text('admin-withdrawals-title', { page: page.page + 1, pages: page.pages }),
    rows: [
      ...rows,
      ...pageRow(t, page, (target) => ({ to: 'admin-withdrawals', page: target })),
      [adminButton(t)],
    ],
  };
}

function adminButton(t: Translator): Button {
  return { text: t.text('button-admin'), action: { to: 'admin' } };
}

/** What a task may take of a message: five of them and their commands still fit into one. */
const MAX_DETAILS = 400;

/** A task in words, and the command that ends it. */
export function renderTask(t: Translator, task: TaskMessage): string {
  const facts = Object.entries(task.details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${inWords(value)}`)
    .join('\n');
  const details = shorten(facts, MAX_DETAILS);
  return t.text('admin-task', { what: t.text(`task-${task.task}`), details, command: commandFor(task) });
}

/** Moments as everywhere else; the rest as it is. */
function inWords(value: string | number | null): string {
  const isMoment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
  return isMoment ? `${formatDateTime(new Date(value))} UTC` : String(value);
}

/** What an operator types to end the matter. */
function commandFor({ taskId, task, subject }: TaskMessage): string {
  return task === 'suspended-charge'
    ? `atlas task assign ${subject} --to <telegramId> --reason "…"`
    : `atlas task resolve ${taskId} --text "…"`;
}
