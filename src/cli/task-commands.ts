import { toDecimalText } from '../domain/money/money.ts';
import { isRowId } from '../lib/ids.ts';
import { formatDateTime } from '../locales/format-values.ts';
import { assignSuspendedCharge } from '../usecases/tasks/assign-suspended-charge.ts';
import { listTasks } from '../usecases/tasks/list-tasks.ts';
import { resolveTask } from '../usecases/tasks/resolve-task.ts';
import { CLI_ACTOR, parseTelegramId, TELEGRAM_ID } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage } from './command.ts';

/** `atlas task list` */
export async function listTasksCommand(deps: CliDeps): Promise<CommandResult> {
  const tasks = await deps.withShop(listTasks);
  const lines = tasks.map((task) => {
    const details = Object.entries(task.details).map(([name, value]) => `${name}=${value ?? '-'}`);
    return `${task.taskId}  ${formatDateTime(task.createdAt)}  ${task.kind}  ${task.subject}  ${details.join(' ')}`;
  });
  return {
    ok: true,
    data: tasks.map((task) => ({ ...task, createdAt: task.createdAt.toISOString() })),
    lines: lines.length > 0 ? lines : ['nothing waits for an operator'],
  };
}

/** `atlas task assign <chargeId> --to <telegramId> --reason <text>` */
export async function assignChargeCommand(
  deps: CliDeps,
  chargeId: string,
  options: { to: string; reason: string },
): Promise<CommandResult> {
  if (!isRowId(chargeId)) return usage('chargeId', 'must be the id of a charge');
  const telegramId = parseTelegramId(options.to);
  if (telegramId === null) return usage('--to', TELEGRAM_ID);
  const { reason } = options;
  if (reason.trim() === '') return usage('--reason', 'must say why');
  const assignment = { actor: CLI_ACTOR, chargeId, telegramId, reason };
  const result = await deps.withShop((shop) => assignSuspendedCharge(shop, assignment));
  if (!result.ok) return failed(result.refusal, ASSIGNMENT_TEXT[result.refusal]);
  const { amountKopecks, balanceKopecks } = result;
  return {
    ok: true,
    data: { chargeId, telegramId: options.to, amountKopecks: String(amountKopecks) },
    lines: [
      `gave ${toDecimalText(amountKopecks)} ₽ to ${telegramId}; the wallet has ${toDecimalText(balanceKopecks)} ₽ now`,
    ],
  };
}

/** `atlas task resolve <taskId> --text <text>` */
export async function resolveTaskCommand(
  deps: CliDeps,
  taskId: string,
  options: { text: string },
): Promise<CommandResult> {
  if (!isRowId(taskId)) return usage('taskId', 'must be the id of a task');
  const { text } = options;
  if (text.trim() === '') return usage('--text', 'must say what was done');
  const result = await deps.withShop((shop) => resolveTask(shop, { actor: CLI_ACTOR, taskId, text }));
  if (!result.ok) return failed(result.refusal, RESOLUTION_TEXT[result.refusal]);
  return { ok: true, data: { taskId }, lines: [`task ${taskId} is done`] };
}

const ASSIGNMENT_TEXT = {
  'charge-unknown': 'there is no such charge',
  'customer-unknown': 'there is no such customer',
  'not-suspended': 'this charge has a customer already',
  'already-refunded': 'this charge is given back, or is about to be',
  'amount-unknown': 'this charge has no value in roubles here: refund it',
  'amount-changed': 'its amount is another one by now',
  'reason-missing': 'the reason is missing',
};

const RESOLUTION_TEXT = {
  'task-unknown': 'there is no such task',
  'task-done': 'this task is done already',
  'money-waits': 'this is money: assign the charge to its customer, or refund it',
  'text-missing': 'the text is missing',
};
