import type { EventEmitter } from 'node:events';
import { describeError, Fault, isFault } from '../fault.ts';
import { rest } from '../pauses.ts';
import type { EmbeddedPostgresLogger, Postmaster, PostmasterExit } from './postmaster.ts';

/** What happens to the embedded server after it has started. */
export type EmbeddedPostgresEvents = {
  /** It died without being asked; connections are gone, a restart follows. */
  crashed: [PostmasterExit];
  /** It accepts connections again, on the same port; its new process id. */
  restarted: [number];
  /** It keeps dying or cannot start any more; nothing follows. The process should end. */
  gone: [Fault];
};

/** Keeps one server running until `stop`. */
export type Supervisor = {
  readonly pid: number;
  stop(): Promise<void>;
  unref(): void;
};

/**
 * Waits before each restart in a row: the first at once, since a single death is the common case. About 40 s in
 * all, so that a disk that fills and is freed is survived and a hopeless loop ends.
 */
const BACK_OFF_MS = [0, 200, 500, 1_000, 2_000, 5_000, 5_000, 10_000, 15_000];
/** A server that lived this long starts the row anew. */
const STEADY_MS = 60_000;

/**
 * Restarts the server whenever it ends by itself, with back-off and a bound, telling `events`.
 * `start` must start it on the same port and may throw a Fault, which counts as one more death.
 */
export function supervise(options: {
  first: Postmaster;
  start: () => Promise<Postmaster>;
  events: EventEmitter<EmbeddedPostgresEvents>;
  logger: EmbeddedPostgresLogger;
  backOffMs?: readonly number[];
}): Supervisor {
  const stopping = new AbortController();
  let current = options.first;
  let isUnreferenced = false;
  const { events, logger, backOffMs = BACK_OFF_MS } = options;

  async function keepRunning(): Promise<void> {
    let deaths = 0;
    for (;;) {
      const startedAt = performance.now();
      const exit = await current.exited;
      if (stopping.signal.aborted) return;
      logger.error({ ...exit }, 'embedded PostgreSQL died; restarting it');
      events.emit('crashed', exit);
      if (performance.now() - startedAt > STEADY_MS) deaths = 0;
      const restarted = await restart(deaths);
      if (restarted === null) return;
      deaths = restarted.deaths;
      current = restarted.postmaster;
      if (isUnreferenced) current.unref();
      if (stopping.signal.aborted) return;
      logger.info({ serverPid: current.pid }, 'embedded PostgreSQL is back');
      events.emit('restarted', current.pid);
    }
  }

  async function restart(before: number): Promise<{ postmaster: Postmaster; deaths: number } | null> {
    let reason: unknown = 'it keeps dying';
    for (let deaths = before; deaths < backOffMs.length; deaths += 1) {
      await rest(backOffMs[deaths] ?? 0, stopping.signal);
      if (stopping.signal.aborted) return null;
      try {
        return { postmaster: await options.start(), deaths: deaths + 1 };
      } catch (error) {
        reason = error;
        logger.error({ error: describeError(error) }, 'embedded PostgreSQL did not come back');
      }
    }
    events.emit('gone', goneFault(reason));
    return null;
  }

  const finished = keepRunning();
  return {
    get pid() {
      return current.pid;
    },
    async stop() {
      stopping.abort();
      await current.stop();
      await finished;
      // A restart that was under way has replaced it.
      await current.stop();
    },
    unref() {
      isUnreferenced = true;
      current.unref();
    },
  };
}

function goneFault(reason: unknown): Fault {
  if (isFault(reason)) return reason;
  return new Fault('embedded-postgres-failed', `embedded PostgreSQL is gone: ${describeError(reason)}`, {
    isRetryable: false,
  });
}
