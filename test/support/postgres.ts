import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { isDataDirLocked } from '../../src/lib/data-dir.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/lib/embedded-postgres/embedded-postgres.ts';
import { createLogger } from '../../src/lib/logger.ts';

/** A PostgreSQL server for tests; its data is thrown away. */
export type TestCluster = {
  /** The owner's connection URL; hand it to test files as TEST_POSTGRES_URL. */
  url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
};

/** One database of one test file. */
export type TestDatabase = {
  name: string;
  /** The owner's connection URL. */
  url: string;
  /** It goes away: whoever is connected is cut off, nobody else is let in. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  /** Drops it, with whoever is still connected. */
  drop(): Promise<void>;
};

/** What a database is made from; nothing at all makes an empty one. */
export type TestDatabaseOptions = {
  /** Brings an empty database to the schema under test; closes its connections before it resolves. */
  migrate?: (ownerUrl: string) => Promise<void>;
  /** Tells apart templates that different `migrate` functions make from the same migrations. */
  variant?: string;
};

const MIGRATIONS = join(import.meta.dirname, '../../migrations');
const DIR_PREFIX = 'atlas-test-postgres-';
/** Any number that nothing else on a test cluster locks. */
const TEMPLATE_LOCK = 7_300_001;
/** A template is built in well under a second; the rest is for a loaded machine. */
const LOCK_TIMEOUT_MS = 60_000;
const EXIT_STOP_MS = 5_000;
/** A directory younger than this may belong to a cluster that is just starting. */
const LEFTOVER_AGE_MS = 60_000;

/** Starts one fast cluster in a temporary directory; `npm test` does this once for all test files. */
export async function startTestCluster(): Promise<TestCluster> {
  const { dir, server } = await startInTemporaryDir();
  return {
    url: server.ownerUrl,
    async stop() {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

let ownCluster: Promise<string> | null = null;

/**
 * The owner's URL of the cluster to test on: TEST_POSTGRES_URL, or, when a test file is run by hand, a
 * cluster of this process that is started on demand and removed when the process ends.
 */
export function testCluster(): Promise<string> {
  const url = process.env.TEST_POSTGRES_URL;
  if (url !== undefined && url !== '') return Promise.resolve(url);
  ownCluster ??= startOwnCluster();
  return ownCluster;
}

/**
 * A new database of its own, cloned from a template that the first caller builds with `migrate` (keyed by
 * the contents of migrations/*.sql; safe when several test files ask at once). Takes about 50 ms.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const cluster = await testCluster();
  const template = options.migrate === undefined ? 'template1' : await ensureTemplate(cluster, options);
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await withClient(cluster, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    name,
    url: urlOf(cluster, name),
    refuse: () => setConnections(cluster, name, false),
    accept: () => setConnections(cluster, name, true),
    async drop() {
      await withClient(cluster, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** Every connection there is ends, also when it accepts them again: what was under way is lost. */
async function setConnections(cluster: string, name: string, isAccepting: boolean): Promise<void> {
  await withClient(cluster, async (client) => {
    if (!isAccepting) await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    if (isAccepting) await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
  });
}

/** The template's name. It bears that name only when it is complete; half-built ones are built anew. */
async function ensureTemplate(cluster: string, options: TestDatabaseOptions): Promise<string> {
  const key = hashMigrations(options.variant ?? '');
  const [template, building] = [`template_${key}`, `building_${key}`];
  await withClient(cluster, async (client) => {
    await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (found.rowCount !== 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${building}`);
    await options.migrate?.(urlOf(cluster, building));
    await client.query(`ALTER DATABASE ${building} WITH ALLOW_CONNECTIONS false`);
    await client.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
  });
  return template;
}

function hashMigrations(variant: string): string {
  const hash = createHash('sha256').update(variant);
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  for (const name of files.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(MIGRATIONS, name)));
  return hash.digest('hex').slice(0, 16);
}

function urlOf(cluster: string, database: string): string {
  const url = new URL(cluster);
  url.pathname = `/${database}`;
  return url.href;
}

/** Ends the session and with it its advisory locks. */
async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function startInTemporaryDir(): Promise<{ dir: string; server: EmbeddedPostgres }> {
  removeLeftovers();
  const dir = mkdtempSync(join(tmpdir(), DIR_PREFIX));
  const logger = createLogger({ name: 'test-postgres', level: process.env.LOG_LEVEL ?? 'silent' });
  return { dir, server: await startEmbeddedPostgres({ dir, durability: 'fast', logger }) };
}

/** What killed test runs left in the temporary directory. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const dir = join(tmpdir(), name);
    if (!name.startsWith(DIR_PREFIX) || !isOwnAndOld(dir) || isDataDirLocked(dir)) continue;
    rmSync(dir, { recursive: true, force: true });
  }
}

function isOwnAndOld(dir: string): boolean {
  const entry = statSync(dir, { throwIfNoEntry: false });
  return entry?.uid === process.getuid?.() && Date.now() - (entry?.mtimeMs ?? 0) > LEFTOVER_AGE_MS;
}

async function startOwnCluster(): Promise<string> {
  const { dir, server } = await startInTemporaryDir();
  server.unref();
  process.once('exit', () => stopAtExit(server.pid, dir));
  return server.ownerUrl;
}

/** Nothing asynchronous runs any more at exit: ask for a fast shutdown and watch its pid file go. */
function stopAtExit(pid: number, dir: string): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It is gone already.
  }
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + EXIT_STOP_MS;
  while (existsSync(join(dir, 'postgres', 'postmaster.pid')) && Date.now() < until)
    Atomics.wait(clock, 0, 0, 5);
  rmSync(dir, { recursive: true, force: true });
}
