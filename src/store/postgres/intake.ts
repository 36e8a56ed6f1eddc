import pg from 'pg';
import { Fault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { insertUpdatesParameters, insertUpdatesStatement, type NewUpdate } from '../inbox.ts';
import { SESSION_OPTIONS } from './database.ts';

/** Stores Telegram's events durably; resolves after the commit. */
export type Intake = {
  /** Throws: Fault `storage-down` (retryable) when the commit is not certain within the deadline. */
  store(updates: NewUpdate[], now: Date): Promise<void>;
  close(): Promise<void>;
};

/** Its own small pool: a burst of purchases must never keep an event from being stored. */
const CONNECTIONS = 4;
/** Telegram is told to come back within 200 ms; this leaves 50 for the answer. */
const DEADLINE_MS = 150;
/** One statement carries at most this many events; more wait for the next one. */
const BATCH_MAX = 200;

type Waiting = { update: NewUpdate; now: Date; resolve: () => void; reject: (error: unknown) => void };

/**
 * Events that arrive while a commit is under way share the next one: under a burst each statement carries
 * many, alone each goes at once.
 */
export function openIntake(url: string, botId: bigint, logger: Logger): Intake {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    min: 1,
    connectionTimeoutMillis: DEADLINE_MS,
    query_timeout: DEADLINE_MS,
    idleTimeoutMillis: 300_000,
    options: `${SESSION_OPTIONS} -c statement_timeout=${DEADLINE_MS}`,
    application_name: 'atlas-secure intake',
  });
  pool.on('error', (error) =>
    logger.warn(
      { component: 'intake', operation: 'connect', outcome: 'failed', error: error.message },
      'intake connection lost',
    ),
  );
  pool.on('connect', (client) => {
    client.on('error', (error) =>
      logger.warn(
        { component: 'intake', operation: 'connect', outcome: 'failed', error: error.message },
        'intake connection lost',
      ),
    );
  });
  const waiting: Waiting[] = [];
  let writers = 0;

  async function write(): Promise<void> {
    writers += 1;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH_MAX);
      try {
        await insertBatch(pool, botId, batch);
        for (const one of batch) one.resolve();
      } catch (cause) {
        const fault = new Fault('storage-down', 'the event could not be stored', {
          isRetryable: true,
          cause,
        });
        for (const one of batch) one.reject(fault);
      }
    }
    writers -= 1;
  }

  return {
    async store(updates, now) {
      const stored = updates.map(
        (update) => new Promise<void>((resolve, reject) => waiting.push({ update, now, resolve, reject })),
      );
      if (writers < CONNECTIONS / 2) void write();
      await Promise.all(stored);
    },
    close: () => pool.end(),
  };
}

async function insertBatch(pool: pg.Pool, botId: bigint, batch: Waiting[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const updates = batch.map((one) => one.update);
  const values = insertUpdatesParameters(botId, updates, first.now);
  await pool.query({ name: insertUpdatesStatement.name, text: insertUpdatesStatement.text, values });
}
