import { EventEmitter } from 'node:events';
import { Logger as QueueLogger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { describeError, isFault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import type { JobName, JobPayloads } from '../ports/jobs.ts';

/** One handler per job name: a name without a handler does not compile. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<unknown> };

export type JobSettings = {
  pool: Pool;
  handlers: JobHandlers;
  /** Connections jobs may use at once; the rest of the pool serves customers. */
  concurrency: number;
  logger: Logger;
  /** Told the name under which this process locks jobs, each time it takes one. */
  onRunner: (runnerId: string) => Promise<void>;
};

/** How often the queue looks for work it was not notified of. */
const LOOK_EVERY_MS = 1_000;

/** Works the queue on the given pool until stopped; `stop()` waits for running jobs. */
export async function runJobs(settings: JobSettings): Promise<Runner> {
  const { logger } = settings;
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => {
    settings.onRunner(worker.workerId).catch((error: unknown) => {
      logger.warn({ error: describeError(error) }, 'the name of a job runner could not be stored');
    });
  });
  return run({
    pgPool: settings.pool,
    concurrency: settings.concurrency,
    pollInterval: LOOK_EVERY_MS,
    noHandleSignals: true,
    taskList: toTaskList(settings.handlers, logger),
    events,
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') logger.debug({ level }, message);
    }),
  });
}

function toTaskList(handlers: JobHandlers, logger: Logger): TaskList {
  const tasks: TaskList = {};
  for (const [name, handle] of Object.entries(handlers) as [
    JobName,
    (payload: unknown) => Promise<unknown>,
  ][]) {
    tasks[name] = async (payload, helpers) => {
      try {
        await handle(payload);
      } catch (error) {
        const facts = { job: name, attempt: helpers.job.attempts, error: describeError(error) };
        if (isFault(error)) logger.warn(facts, 'a job failed; it will be tried again');
        else logger.error({ ...facts, err: error }, 'a job failed; it will be tried again');
        throw error;
      }
    };
  }
  return tasks;
}
