import type { VerbGroup } from './command.ts';
import { reconcilePaymentsCommand } from './reconcile-commands.ts';
import { refundCommand } from './refund-commands.ts';
import { assignChargeCommand, listTasksCommand, resolveTaskCommand } from './task-commands.ts';

/** `atlas refund`, `atlas task …`, `atlas reconcile payments`. */
export const addRefundVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  verb(program, 'refund <chargeId>', 'give a charge back through its provider, whole or in part')
    .requiredOption('--reason <text>', 'why')
    .option('--amount <roubles>', 'how much; everything that is left, when not given')
    .option('--key <text>', 'names the wish: the same one again is the same refund')
    .action(async (chargeId: string, options: { amount?: string; reason: string; key?: string }) =>
      finish(await refundCommand(deps, chargeId, options)),
    );
  const task = program.command('task').description('what only a person can decide');
  verb(task, 'list', 'show what waits, oldest first').action(async () =>
    finish(await listTasksCommand(deps)),
  );
  verb(task, 'assign <chargeId>', 'give suspended money to its customer')
    .requiredOption('--to <telegramId>', 'whose money it is')
    .requiredOption('--reason <text>', 'how that is known')
    .action(async (chargeId: string, options: { to: string; reason: string }) =>
      finish(await assignChargeCommand(deps, chargeId, options)),
    );
  verb(task, 'resolve <taskId>', 'close a task with what was done about it')
    .requiredOption('--text <text>', 'what was done')
    .action(async (taskId: string, options: { text: string }) =>
      finish(await resolveTaskCommand(deps, taskId, options)),
    );
  const reconcile = program
    .command('reconcile')
    .description('compare what the outside says with what we have');
  verb(reconcile, 'payments', "compare every provider's books with ours; exit 1 when they differ")
    .option('--day <date>', 'that day, YYYY-MM-DD, UTC; the last two hours, when not given')
    .action(async (options: { day?: string }) => finish(await reconcilePaymentsCommand(deps, options)));
};
