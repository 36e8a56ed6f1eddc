import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

const insertStatement = statement(
  'insert-process',
  noRow,
  'insert into processes (worker_id, lock_key, started_at) values ($1, $2, $3)',
);

export async function insertProcess(
  db: Querier,
  process: { workerId: string; lockKey: bigint; startedAt: Date },
): Promise<void> {
  await db.query(insertStatement, [process.workerId, process.lockKey, process.startedAt]);
}

const deleteStatement = statement('delete-process', noRow, 'delete from processes where worker_id = $1');

export async function deleteProcess(db: Querier, workerId: string): Promise<void> {
  await db.query(deleteStatement, [workerId]);
}

const listStatement = statement(
  'list-processes',
  z.object({ workerId: z.string(), lockKey: z.bigint(), runnerIds: z.array(z.string()) }),
  'select worker_id as "workerId", lock_key as "lockKey", runner_ids as "runnerIds" from processes',
);

export async function listProcesses(
  db: Querier,
): Promise<{ workerId: string; lockKey: bigint; runnerIds: string[] }[]> {
  return db.query(listStatement, []);
}

const runningRow = z.object({ workerId: z.string(), startedAt: moment });

const listRunningStatement = statement(
  'list-running-processes',
  runningRow,
  'select worker_id as "workerId", started_at as "startedAt" from processes order by started_at limit $1',
);

/** Those that run the longest first. One that died a moment ago may still be among them. */
export async function listRunningProcesses(
  db: Querier,
  limit: number,
): Promise<z.infer<typeof runningRow>[]> {
  return db.query(listRunningStatement, [limit]);
}

const addRunnerStatement = statement(
  'add-process-runner',
  noRow,
  `update processes set runner_ids = array_append(runner_ids, $2)
   where worker_id = $1 and not $2 = any (runner_ids)`,
);

/** Remembers a name under which this process locks jobs; the same one again changes nothing. */
export async function addProcessRunner(db: Querier, workerId: string, runnerId: string): Promise<void> {
  await db.query(addRunnerStatement, [workerId, runnerId]);
}

const listOrphanRunnersStatement = statement(
  'list-orphan-runners',
  z.object({ runnerId: z.string() }),
  `select distinct j.locked_by as "runnerId" from graphile_worker.jobs j
   where j.locked_by is not null and j.locked_at < $1
     and not exists (select from processes p where j.locked_by = any (p.runner_ids))`,
);

/** Names that hold jobs since before `lockedBefore` though no living process uses them. */
export async function listOrphanRunners(db: Querier, lockedBefore: Date): Promise<string[]> {
  const rows = await db.query(listOrphanRunnersStatement, [lockedBefore]);
  return rows.map((row) => row.runnerId);
}
