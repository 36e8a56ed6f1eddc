import type { OperatorSubject } from '../../ports/jobs.ts';
import type { Notifier, OperatorMessage } from '../../ports/notifier.ts';
import { findWithdrawal } from '../../store/money/withdrawals.ts';
import { findOperatorTask } from '../../store/operator-tasks.ts';
import { composeReport } from '../broadcasts/view-broadcast.ts';
import { composeReissueReport } from '../mass-reissue/view-mass-reissue.ts';
import type { Shop } from '../shop.ts';

/**
 * Tells the operators whom it concerns what waits for them. After a crash some may be told twice; a matter that
 * was settled meanwhile is not told at all.
 * Throws: Fault `telegram-unreachable`, `telegram-limited` (retryable) when not even one could be told.
 */
export async function tellOperators(
  deps: { shop: Shop; notifier: Notifier; operators: bigint[] },
  subject: { about: OperatorSubject; id: string },
): Promise<void> {
  await tellAll(deps.notifier, deps.operators, () => compose(deps.shop, subject));
}

/**
 * Tells each operator what is the case when it is their turn; null: nothing any more.
 * Throws: Fault `telegram-unreachable`, `telegram-limited` (retryable) when not even one could be told.
 */
export async function tellAll(
  notifier: Notifier,
  operators: bigint[],
  composeNow: () => Promise<OperatorMessage | null>,
): Promise<void> {
  const results = await Promise.allSettled(
    operators.map(async (id) => {
      await notifier.waitTurn(id);
      const message = await composeNow();
      if (message) await notifier.tellOperator(id, message);
    }),
  );
  const failure = results.find((result) => result.status === 'rejected');
  if (failure && results.every((result) => result.status === 'rejected')) throw failure.reason;
}

async function compose(
  shop: Shop,
  { about, id }: { about: OperatorSubject; id: string },
): Promise<OperatorMessage | null> {
  if (about === 'withdrawal') {
    const withdrawal = await findWithdrawal(shop.db, id);
    return withdrawal?.status === 'pending' ? { kind: 'withdrawal', ...withdrawal } : null;
  }
  if (about === 'broadcast') return composeReport(shop, id);
  if (about === 'mass-reissue') return composeReissueReport(shop, id);
  const task = await findOperatorTask(shop.db, id);
  if (task?.status !== 'open') return null;
  const { taskId, subject, details } = task;
  return { kind: 'task', taskId, task: task.kind, subject, details };
}
