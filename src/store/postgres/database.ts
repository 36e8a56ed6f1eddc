import pg from 'pg';
import { z } from 'zod';
import { Fault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { traced } from '../../lib/telemetry/tracing.ts';
import { runInTransactionScope } from '../../lib/transaction-scope.ts';
import type { Statement } from './statement.ts';

/**
 * Our own statements read int8 as bigint. Not set for all of pg: the job queue shares the pool and puts its
 * ids into JSON, which knows no bigint.
 */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format),
};

/** Runs one statement; a pool (each on its own) or an open transaction. */
export type Querier = {
  query<Row>(statement: Statement<Row>, parameters: unknown[]): Promise<Row[]>;
};

/** An open transaction. Only functions of the store use it; only use cases open it. */
export type Transaction = Querier & { readonly kind: 'transaction' };

/** An open transaction that reads the database as it was when it began, and can change nothing. */
export type Snapshot = Querier & {
  readonly kind: 'snapshot';
  /** Gives `work` the rows of a statement in pages; the next one is fetched when it is done with this one. */
  readPages<Row>(
    statement: Statement<Row>,
    parameters: unknown[],
    work: (rows: Row[]) => Promise<void>,
  ): Promise<void>;
};

export type Database = Querier & {
  /** All or nothing; no network may happen inside (the HTTP client refuses). */
  transaction<T>(name: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * For reading more than fits into memory. It may last for minutes: it holds one connection and no lock of a row, and
   * has no number that others would wait for. No network inside either.
   */
  snapshot<T>(name: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /** The pool itself, for the job queue, which shares its connections. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

export type PoolSettings = {
  url: string;
  minSize: number;
  maxSize: number;
  acquireTimeoutMs: number;
  commandTimeoutMs: number;
  /** Told how long each statement took, waiting for a connection included. */
  onStatement?: (durationMs: number) => void;
};

/**
 * What every connection asks of the server. A machine that vanished must not hold its locks for the two
 * hours of TCP's default: it is noticed after about 11 s, and an idle transaction ends after 15.
 */
export const SESSION_OPTIONS = [
  'role=atlas_app',
  'tcp_keepalives_idle=5',
  'tcp_keepalives_interval=2',
  'tcp_keepalives_count=3',
  'tcp_user_timeout=11000',
  'idle_in_transaction_session_timeout=15000',
]
  .map((option) => `-c ${option}`)
  .join(' ');
/** How much longer than the server's own limit we wait for an answer before the connection counts as dead. */
const ANSWER_SLACK_MS = 5_000;

/** The role that serves customers: it cannot change money or audit rows. Created by the first migration. */
export const APP_ROLE = 'atlas_app';

/**
 * Connections for one process. Every one of them acts as APP_ROLE, whoever owns the database.
 * Throws: Fault `database-unreachable` (retryable) from any call while PostgreSQL does not answer.
 */
export function openDatabase(settings: PoolSettings, logger: Logger): Database {
  const pool = new pg.Pool({
    connectionString: settings.url,
    min: settings.minSize,
    max: settings.maxSize,
    connectionTimeoutMillis: settings.acquireTimeoutMs,
    idleTimeoutMillis: 300_000,
    options: `${SESSION_OPTIONS} -c statement_timeout=${settings.commandTimeoutMs}`,
    query_timeout: settings.commandTimeoutMs + ANSWER_SLACK_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    application_name: 'atlas-secure',
  });
  pool.on('error', (error) =>
    logger.warn(
      { component: 'database', operation: 'connect', outcome: 'failed', error: error.message },
      'idle database connection lost',
    ),
  );
  pool.on('connect', (client) => {
    client.on('error', (error) =>
      logger.warn(
        { component: 'database', operation: 'connect', outcome: 'failed', error: error.message },
        'database connection lost',
      ),
    );
  });
  const { onStatement } = settings;
  return {
    pool,
    query: (statement, parameters) => timed(() => runStatement(pool, statement, parameters), onStatement),
    transaction: (name, work) =>
      traced({ name: `transaction ${name}`, kind: 'internal' }, () =>
        runTransaction(pool, {
          begin: 'begin',
          work: (client) =>
            runInTransactionScope(name, () =>
              work({ kind: 'transaction', query: queryOn(client, onStatement) }),
            ),
        }),
      ),
    snapshot: (name, work) =>
      traced({ name: `transaction ${name}`, kind: 'internal' }, () =>
        runTransaction(pool, {
          begin: BEGIN_SNAPSHOT,
          work: (client) => runInTransactionScope(name, () => work(snapshotOn(client, onStatement))),
        }),
      ),
    close: () => pool.end(),
  };
}

type OnStatement = PoolSettings['onStatement'];

/**
 * The connection is taken and given back outside the scope of the transaction: whoever waits for it, and whatever a new
 * connection tells later, runs in the scope in which that happened, and would never be let out to the network again.
 */
async function runTransaction<T>(
  pool: pg.Pool,
  transaction: { begin: string; work: (client: pg.PoolClient) => Promise<T> },
): Promise<T> {
  const client = await pool.connect().catch(rethrowAsFault);
  let isBroken = false;
  try {
    await client.query(transaction.begin);
    const result = await transaction.work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true;
    });
    return rethrowAsFault(error);
  } finally {
    client.release(isBroken);
  }
}

function queryOn(client: pg.PoolClient, onStatement: OnStatement): Querier['query'] {
  return (statement, parameters) => timed(() => runStatement(client, statement, parameters), onStatement);
}

/** Longer than any disk stalls; whoever takes pages slower than this is not there any more. */
const SLOWEST_PAGE_MS = 300_000;
/**
 * Plans begin to give rows at once rather than give all of them soonest: the first page would else wait for a sort of
 * everything, and the server's limit for a statement would end it.
 */
const BEGIN_SNAPSHOT = `begin isolation level repeatable read read only;
  set local idle_in_transaction_session_timeout = ${SLOWEST_PAGE_MS};
  set local cursor_tuple_fraction = 0`;
/**
 * Between two pages everybody else has a turn: a page takes two milliseconds, of which asking for it is one. With 500 rows
 * the slowest taps beside an export take a third longer (`npm run proof -- export`).
 */
const PAGE_ROWS = 150;

function snapshotOn(client: pg.PoolClient, onStatement: OnStatement): Snapshot {
  return {
    kind: 'snapshot',
    query: queryOn(client, onStatement),
    async readPages(statement, parameters, work) {
      const declare = `declare pages no scroll cursor for ${statement.text}`;
      await client.query({ text: declare, values: parameters }).catch(rethrowAsFault);
      const fetchPage = () => client.query({ text: `fetch ${PAGE_ROWS} from pages`, types: TYPES });
      for (;;) {
        const { rows } = await timed(() => fetchPage().catch(rethrowAsFault), onStatement);
        if (rows.length === 0) break;
        await work(rows.map((row) => statement.parse(row)));
      }
      await client.query('close pages').catch(rethrowAsFault);
    },
  };
}

async function timed<T>(run: () => Promise<T>, onStatement: OnStatement): Promise<T> {
  if (!onStatement) return run();
  const startedAt = performance.now();
  try {
    return await run();
  } finally {
    onStatement(performance.now() - startedAt);
  }
}

async function runStatement<Row>(
  runner: pg.Pool | pg.PoolClient,
  statement: Statement<Row>,
  parameters: unknown[],
): Promise<Row[]> {
  const result = await runner
    .query({ name: statement.name, text: statement.text, values: parameters, types: TYPES })
    .catch(rethrowAsFault);
  return result.rows.map((row) => statement.parse(row));
}

/** Classes of SQLSTATE that mean "the server, not the statement": connection, resources, shutdown. */
const UNAVAILABLE_SQLSTATE = /^(08|53|57P|58|55000$|25P0[34]$)/;
const SOCKET_CODES = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|ENOENT)/;

/** Turns "the server is away" into a Fault; anything else passes as it is. */
export function rethrowAsFault(error: unknown): never {
  if (isDatabaseUnavailable(error)) {
    throw new Fault('database-unreachable', `PostgreSQL does not answer: ${messageOf(error)}`, {
      isRetryable: true,
      cause: error,
    });
  }
  throw error;
}

/** True for errors that say the server is away, not that the statement is wrong. */
function isDatabaseUnavailable(error: unknown): boolean {
  const code = z.object({ code: z.string() }).safeParse(error).data?.code ?? '';
  return (
    UNAVAILABLE_SQLSTATE.test(code) ||
    SOCKET_CODES.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/.test(
      messageOf(error),
    )
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
