import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import { findRefundableCharge } from '../../store/money/charges.ts';
import { findOperatorTask, type StoredTask } from '../../store/operator-tasks.ts';
import type { Shop } from '../shop.ts';

/** What can be done about a task here: give the money to its owner, say what was done, or nothing any more. */
export type TaskWay =
  | { kind: 'assign'; chargeId: string; leftKopecks: Kopecks; payerTelegramId: bigint | null }
  | { kind: 'resolve' }
  | { kind: 'none' };

export type TaskView = { task: StoredTask; way: TaskWay };

/** One task, done or not; null: there is none. */
export async function findTask(shop: Shop, taskId: string): Promise<TaskView | null> {
  const task = await findOperatorTask(shop.db, taskId);
  if (!task) return null;
  return { task, way: await findWay(shop, task) };
}

/** Words do not close a task about money: see `resolveTask`. */
async function findWay(shop: Shop, task: StoredTask): Promise<TaskWay> {
  if (task.status === 'done') return { kind: 'none' };
  if (task.kind !== 'suspended-charge') return { kind: 'resolve' };
  const charge = await findRefundableCharge(shop.db, task.subject);
  if (!charge || charge.amountKopecks === 0n) return { kind: 'resolve' };
  const leftKopecks = kopecks(charge.amountKopecks - charge.doneKopecks);
  const isOpen = charge.customerId === null && charge.requestedKopecks === 0n && leftKopecks > 0n;
  const { chargeId, payerTelegramId } = charge;
  return isOpen ? { kind: 'assign', chargeId, leftKopecks, payerTelegramId } : { kind: 'none' };
}
