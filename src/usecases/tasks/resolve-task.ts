import { insertAuditEntry } from '../../store/audit.ts';
import { findRefundableCharge } from '../../store/money/charges.ts';
import { closeOperatorTasks, findOperatorTask } from '../../store/operator-tasks.ts';
import type { Shop } from '../shop.ts';

export type ResolvedTask =
  | { ok: true }
  | { ok: false; refusal: 'task-unknown' | 'task-done' | 'money-waits' | 'text-missing' };

/**
 * Closes a task with what was done about it. Money in suspense is not talked away: it is assigned to its customer
 * or given back, and that closes the task; only where it has no value in roubles here can words close it.
 * Refuses, in this order: `task-unknown`, `task-done`, `money-waits`, `text-missing`.
 */
export async function resolveTask(
  shop: Shop,
  resolution: { actor: string; taskId: string; text: string },
): Promise<ResolvedTask> {
  const { actor, taskId } = resolution;
  const text = resolution.text.trim();
  return shop.db.transaction('resolve-task', async (tx) => {
    const task = await findOperatorTask(tx, taskId);
    if (!task) return { ok: false, refusal: 'task-unknown' };
    if (task.status === 'done') return { ok: false, refusal: 'task-done' };
    if (task.kind === 'suspended-charge') {
      const charge = await findRefundableCharge(tx, task.subject);
      if (charge && charge.amountKopecks > 0n) return { ok: false, refusal: 'money-waits' };
    }
    if (text === '') return { ok: false, refusal: 'text-missing' };
    const { kind, subject, customerId } = task;
    const at = shop.clock.now();
    const closed = await closeOperatorTasks(tx, { kind, subjects: [subject] }, { at, actor, text });
    if (closed === 0) return { ok: false, refusal: 'task-done' };
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor,
      action: 'task-resolved',
      customerId,
      details: { taskId, kind, subject, text },
      recordedAt: at,
    });
    return { ok: true };
  });
}
