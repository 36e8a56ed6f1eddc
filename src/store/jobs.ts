import { z } from 'zod';
import { withCorrelation } from '../lib/telemetry/correlation.ts';
import { type JobName, type JobOptions, type JobPayloads, priorityOf } from '../ports/jobs.ts';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

/** One row of the queue: retried by it with growing pauses, for about three days in all. */
export const MAX_ATTEMPTS = 25;

const addJobStatement = statement(
  'add-job',
  noRow,
  `select graphile_worker.add_job($1::text, $2::json, queue_name => $3::text, max_attempts => $4::int,
     priority => $5::int, job_key => $6::text)`,
);

/**
 * Promises background work inside the caller's transaction: it exists if and only if that commits. It goes on under the
 * caller's correlation id.
 */
export async function addJob<Name extends JobName>(
  tx: Querier,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  await tx.query(addJobStatement, [
    name,
    JSON.stringify(withCorrelation(payload)),
    options.queue ?? null,
    options.maxAttempts ?? MAX_ATTEMPTS,
    priorityOf(name),
    options.key ?? null,
  ]);
}

const addJobsStatement = statement(
  'add-jobs',
  noRow,
  `select count(*) from graphile_worker.add_jobs(array(
     select row($1::text, payload, null, null, $3::int, null, $4::int, null)::graphile_worker.job_spec
     from unnest($2::json[]) payload))`,
);

/** Many promises of one kind, in one statement. */
export async function addJobs<Name extends JobName>(
  tx: Querier,
  name: Name,
  payloads: JobPayloads[Name][],
): Promise<void> {
  if (payloads.length === 0) return;
  const bodies = payloads.map((payload) => JSON.stringify(withCorrelation(payload)));
  await tx.query(addJobsStatement, [name, bodies, MAX_ATTEMPTS, priorityOf(name)]);
}

const freeJobsStatement = statement(
  'free-jobs-of-worker',
  noRow,
  'select graphile_worker.force_unlock_workers($1::text[])',
);

/** Frees the jobs of a process that is known to be dead. `runnerIds`: what the queue called its runners. */
export async function freeJobsOf(db: Querier, runnerIds: string[]): Promise<void> {
  await db.query(freeJobsStatement, [runnerIds]);
}

/** A longer queue is counted no further: that it is long is known by then. */
const COUNTED_JOBS = 10_000;

const countDueStatement = statement(
  'count-due-jobs',
  z.object({ due: z.bigint(), retrying: z.bigint(), oldestAt: moment.nullable() }),
  `select count(*) filter (where run_at <= $1) as due, count(*) filter (where attempts > 0) as retrying,
     min(run_at) filter (where run_at <= $1) as "oldestAt"
   from (select run_at, attempts from graphile_worker._private_jobs where is_available
     order by priority, run_at limit $2) waiting`,
);

/** The queue's length, up to a bound, and since when the oldest work that is due has waited. */
export async function countDueJobs(
  db: Querier,
  now: Date,
): Promise<{ due: number; retrying: number; oldestAt: Date | null }> {
  const [row] = await db.query(countDueStatement, [now, COUNTED_JOBS]);
  return {
    due: Number(row?.due ?? 0n),
    retrying: Number(row?.retrying ?? 0n),
    oldestAt: row?.oldestAt ?? null,
  };
}
