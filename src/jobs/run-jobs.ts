import { EventEmitter } from 'node:events';
import { Logger as QueueLogger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { describeError, isFault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { rest } from '../lib/pauses.ts';
import { correlate, correlationId, splitCorrelation } from '../lib/telemetry/correlation.ts';
import { SLOT_PREFIX, since } from '../lib/telemetry/log-facts.ts';
import { traced } from '../lib/telemetry/tracing.ts';
import type { JobAttempt, JobName, JobPayloads } from '../ports/jobs.ts';

/** One handler per job name: a name without a handler does not compile. */
export type JobHandlers = {
  [Name in JobName]: (payload: JobPayloads[Name], attempt: JobAttempt) => Promise<unknown>;
};

export type JobSettings = {
  pool: Pool;
  handlers: JobHandlers;
  /** Connections jobs may use at once; the rest of the pool serves customers. */
  concurrency: number;
  logger: Logger;
  /** Told of every run of a job. */
  onJob?: (job: JobName, run: JobRun) => void;
  /** Told the name under which jobs will be locked, each time a runner begins. */
  onRunner: (runnerId: string) => Promise<void>;
  /** A runner gave up: what it held must be freed, for this process lives on. */
  onRunnersGone: () => Promise<void>;
};

export type JobRun = { outcome: 'done' | 'failed'; durationMs: number };

/** How often the queue looks for work it was not notified of. */
const LOOK_EVERY_MS = 1_000;

/** How long a runner that has given up may take to end: what it does meanwhile is short. */
const GIVE_UP_MS = 3_000;

/** Pause before the queue is worked again after the database went away. */
const RESTART_PAUSE_MS = 1_000;

/**
 * Works the queue on the given pool. The runner gives up for good when it cannot tell the database how a job
 * ended; another one takes its place until `signal` aborts. Resolves when running jobs have ended.
 * `onStarted` is called when the first runner works.
 */
export async function runJobs(
  settings: JobSettings,
  signal: AbortSignal,
  onStarted: () => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { runner, gaveUp } = await startRunner(settings);
      onStarted();
      const stop = () => void runner.stop().catch(() => undefined);
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      await untilOver(runner, gaveUp, signal).finally(() => signal.removeEventListener('abort', stop));
      if (signal.aborted) return;
      settings.logger.warn(
        { component: 'jobs', operation: 'queue', outcome: 'failed' },
        'the queue was given up; working it again',
      );
    } catch (error) {
      settings.logger.warn(
        { component: 'jobs', operation: 'queue', outcome: 'failed', error: describeError(error) },
        'the queue cannot be worked; trying again',
      );
    }
    await freeWhenPossible(settings, signal);
  }
}

/**
 * A runner that could not tell how several jobs ended never ends itself (graphile-worker 0.18 counts what it still has to
 * tell below zero and waits for zero): after a while it is left behind. It takes no more jobs, and what it still does is
 * safe to repeat.
 */
async function untilOver(runner: Runner, gaveUp: Promise<void>, signal: AbortSignal): Promise<void> {
  const leftBehind = gaveUp.then(() => rest(GIVE_UP_MS, signal));
  await Promise.race([runner.promise, leftBehind]);
  // Its clock would keep the process alive.
  void runner.stop().catch(() => undefined);
}

async function freeWhenPossible(settings: JobSettings, signal: AbortSignal): Promise<void> {
  let isFreed = false;
  while (!isFreed && !signal.aborted) {
    await rest(RESTART_PAUSE_MS, signal);
    isFreed = await settings.onRunnersGone().then(
      () => true,
      () => false,
    );
  }
}

/** `gaveUp` resolves when the runner cannot tell the database how a job ended. */
type Started = { runner: Runner; gaveUp: Promise<void> };

async function startRunner(settings: JobSettings): Promise<Started> {
  const { logger } = settings;
  const events: WorkerEvents = new EventEmitter();
  // Whoever dies at a job under a name that nobody knows leaves it locked for long: no job begins before the name is stored.
  let naming = Promise.resolve();
  events.on('pool:create', ({ workerPool }) => {
    naming = settings.onRunner(workerPool.id).catch((error: unknown) => {
      logger.warn(
        { component: 'jobs', operation: 'queue', outcome: 'failed', error: describeError(error) },
        'the name of a job runner could not be stored',
      );
    });
  });
  const gaveUp = Promise.withResolvers<void>();
  events.once('pool:fatalError', () => gaveUp.resolve());
  const runner = await run({
    pgPool: settings.pool,
    noHandleSignals: true,
    preset: {
      worker: {
        concurrentJobs: settings.concurrency,
        pollInterval: LOOK_EVERY_MS,
        // Without a batch, a job whose failure cannot be recorded ends the whole process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    taskList: toTaskList(settings, () => naming),
    events,
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') logger.debug({ level }, message);
    }),
  });
  // One that is left behind may still fail, with nobody there to hear it.
  runner.promise.catch(() => undefined);
  return { runner, gaveUp: gaveUp.promise };
}

function toTaskList(settings: JobSettings, named: () => Promise<void>): TaskList {
  const { handlers } = settings;
  const tasks: TaskList = {};
  for (const [name, handle] of Object.entries(handlers) as [
    JobName,
    (payload: unknown, attempt: JobAttempt) => Promise<unknown>,
  ][]) {
    tasks[name] = async (stored, helpers) => {
      await named();
      const { payload, correlationId, trace } = splitCorrelation(stored);
      const { attempts, max_attempts: most } = helpers.job;
      const run = { name, attempt: attempts, work: () => handle(payload, { isLast: attempts >= most }) };
      return correlate(correlationId ?? `job:${helpers.job.id}`, () =>
        traced({ name: `job ${name}`, kind: 'job', parent: trace }, () => runJob(settings, run)),
      );
    };
  }
  return tasks;
}

async function runJob(
  { logger, onJob }: JobSettings,
  job: { name: JobName; attempt: number; work: () => Promise<unknown> },
): Promise<void> {
  const startedAt = performance.now();
  const facts = { component: 'jobs', operation: job.name, attempt: job.attempt };
  let outcome: JobRun['outcome'] = 'failed';
  try {
    await job.work();
    outcome = 'done';
    logger[isRoutine() ? 'debug' : 'info'](
      { ...facts, outcome, durationMs: since(startedAt) },
      'a job is done',
    );
  } catch (error) {
    const failure = { ...facts, outcome, durationMs: since(startedAt), error: describeError(error) };
    if (isFault(error)) logger.warn(failure, 'a job failed; it will be tried again');
    else logger.error({ ...failure, err: error }, 'a job failed; it will be tried again');
    throw error;
  } finally {
    onJob?.(job.name, { outcome, durationMs: since(startedAt) });
  }
}

/** A timetable's work comes every few seconds and is worth a line only when it fails. */
function isRoutine(): boolean {
  return correlationId()?.startsWith(SLOT_PREFIX) ?? true;
}
