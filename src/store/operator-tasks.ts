import { z } from 'zod';
import { type Kopecks, kopecks } from '../domain/money/money.ts';
import { TASK_KINDS, type TaskKind } from '../domain/operator-tasks.ts';
import { CORRELATION_KEY, correlationId } from '../lib/telemetry/correlation.ts';
import { priorityOf } from '../ports/jobs.ts';
import type { Querier } from './postgres/database.ts';
import { moment, money, noRow, statement } from './postgres/statement.ts';

export type OperatorTask = {
  taskId: string;
  kind: TaskKind;
  /** What it is about; the same kind and subject never make two tasks. */
  subject: string;
  customerId: string | null;
  details: Record<string, string | number | null>;
  createdAt: Date;
};

/** A task as it is stored. */
export type StoredTask = OperatorTask & { status: 'open' | 'done' };

const insertTaskStatement = statement(
  'insert-operator-task',
  z.object({ taskId: z.string() }),
  `with added as (
     insert into operator_tasks (task_id, kind, subject, customer_id, details, status, created_at)
     values ($1, $2, $3, $4, $5, 'open', $6) on conflict (kind, subject) do nothing returning task_id
   )
   select task_id::text as "taskId",
     graphile_worker.add_job('tell-operators', json_build_object('about', 'task', 'id', task_id,
       '${CORRELATION_KEY}', $7::text), priority => ${priorityOf('tell-operators')})
   from added`,
);

/** Puts a matter before the operators, with the promise to tell them. False when it was there before. */
export async function insertOperatorTask(tx: Querier, task: OperatorTask): Promise<boolean> {
  const rows = await tx.query(insertTaskStatement, [
    task.taskId,
    task.kind,
    task.subject,
    task.customerId,
    JSON.stringify(task.details),
    task.createdAt,
    correlationId(),
  ]);
  return rows.length > 0;
}

const taskRow = z.object({
  taskId: z.string(),
  kind: z.enum(TASK_KINDS),
  subject: z.string(),
  customerId: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  createdAt: moment,
  status: z.enum(['open', 'done']),
});
const COLUMNS = `task_id as "taskId", kind, subject, customer_id as "customerId", details,
  created_at as "createdAt", status`;

const listOpenStatement = statement(
  'list-open-tasks',
  taskRow,
  `select ${COLUMNS} from operator_tasks where status = 'open' order by created_at limit $1`,
);

/** The oldest open tasks. */
export async function listOpenTasks(db: Querier, limit: number): Promise<StoredTask[]> {
  return db.query(listOpenStatement, [limit]);
}

const findTaskStatement = statement(
  'find-operator-task',
  taskRow,
  `select ${COLUMNS} from operator_tasks where task_id = $1`,
);

export async function findOperatorTask(db: Querier, taskId: string): Promise<StoredTask | null> {
  return (await db.query(findTaskStatement, [taskId]))[0] ?? null;
}

const lockSuspendedStatement = statement(
  'lock-suspended-charge',
  noRow,
  `select from operator_tasks where kind = 'suspended-charge' and subject = $1 for update`,
);

/**
 * Who would give suspended money to a customer and who would give it back meet at its task, which is there as
 * long as the charge is. The order of locks is wallet, task.
 */
export async function lockSuspendedCharge(tx: Querier, chargeId: string): Promise<void> {
  await tx.query(lockSuspendedStatement, [chargeId]);
}

const closeTasksStatement = statement(
  'close-operator-tasks',
  z.object({ taskId: z.string() }),
  `update operator_tasks set status = 'done', done_at = $3, done_by = $4, resolution = $5
   where kind = $1 and subject = any ($2::text[]) and status = 'open' returning task_id as "taskId"`,
);

/** Closes the open tasks of a kind about some subjects; returns how many there were. */
export async function closeOperatorTasks(
  tx: Querier,
  tasks: { kind: TaskKind; subjects: string[] },
  resolution: { at: Date; actor: string; text: string },
): Promise<number> {
  const rows = await tx.query(closeTasksStatement, [
    tasks.kind,
    tasks.subjects,
    resolution.at,
    resolution.actor,
    resolution.text,
  ]);
  return rows.length;
}

const countOpenStatement = statement(
  'count-open-tasks',
  z.object({ kind: taskRow.shape.kind, count: z.bigint(), suspense: money }),
  `select t.kind, count(*) as count, coalesce(sum(case when t.kind = 'suspended-charge' then
     (select c.amount_kopecks from charges c where c.charge_id = t.subject::uuid) end), 0)::bigint as suspense
   from operator_tasks t where t.status = 'open' group by t.kind`,
);

/** How many tasks of each kind wait, and how much money is in those that are about some. */
export async function countOpenTasks(
  db: Querier,
): Promise<{ byKind: Record<TaskKind, number>; suspenseKopecks: Kopecks }> {
  const rows = await db.query(countOpenStatement, []);
  const countOf = (wanted: TaskKind) => Number(rows.find(({ kind }) => kind === wanted)?.count ?? 0n);
  return {
    byKind: Object.fromEntries(TASK_KINDS.map((kind) => [kind, countOf(kind)])) as Record<TaskKind, number>,
    suspenseKopecks: rows.find(({ kind }) => kind === 'suspended-charge')?.suspense ?? kopecks(0n),
  };
}
