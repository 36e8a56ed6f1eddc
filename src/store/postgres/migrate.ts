import { runMigrations } from 'graphile-worker';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { Fault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { JOB_NAMES } from '../../ports/jobs.ts';
import { APP_ROLE } from './database.ts';

/** Any process that starts waits here for the one that migrates. The number is arbitrary, it must not change. */
const MIGRATION_LOCK = 7_305_801_120_001n;
/** Longer than any migration of this schema, shorter than an operator's patience. */
const LOCK_TIMEOUT_MS = 60_000;

const MIGRATIONS_DIR = new URL('../../../migrations', import.meta.url).pathname;

/** What graphile-worker's tables need to be worked by the application's role; they have row security on. */
const QUEUE_GRANTS = `
  grant usage on schema graphile_worker to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema graphile_worker to ${APP_ROLE};
  grant usage, select on all sequences in schema graphile_worker to ${APP_ROLE};
  grant execute on all functions in schema graphile_worker to ${APP_ROLE};
  do $$
  declare name text;
  begin
    for name in select relname from pg_class
      where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
        and not exists (select from pg_policy where polrelid = pg_class.oid and polname = '${APP_ROLE}')
    loop
      execute format('create policy ${APP_ROLE} on graphile_worker.%I to ${APP_ROLE} using (true) with check (true)', name);
    end loop;
  end $$;
`;

/**
 * The queue writes down each kind of job when it is promised first. Two transactions that promise first jobs of two kinds,
 * each in another order, would wait for each other: all kinds are known before.
 */
const QUEUE_KINDS = `
  insert into graphile_worker._private_tasks (identifier)
  select kind from unnest($1::text[]) as kind on conflict do nothing
`;

/**
 * Brings the schema, the job queue's schema and the role's rights up to date; returns the names of the
 * migrations that ran. Safe when several processes start at once: one runs, the others wait and find
 * nothing to do.
 * `ownerUrl`: a role that owns the database. `appUser`: the login that the application uses, if another.
 * Throws: Fault `migration-failed`, `database-unreachable`.
 */
export async function migrate(ownerUrl: string, appUser: string | null, logger: Logger): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', (error) => logger.warn({ error: error.message }, 'migration connection lost'));
  await client.connect().catch((cause: unknown) => {
    throw new Fault(
      'database-unreachable',
      `cannot connect: ${cause instanceof Error ? cause.message : cause}`,
      {
        isRetryable: true,
        cause,
      },
    );
  });
  try {
    await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await runChain(client, ownerUrl, appUser);
  } catch (cause) {
    throw new Fault(
      'migration-failed',
      `migration failed: ${cause instanceof Error ? cause.message : cause}`,
      {
        isRetryable: false,
        cause,
      },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function runChain(client: pg.Client, ownerUrl: string, appUser: string | null): Promise<string[]> {
  const ran = await runner({
    dbClient: client,
    dir: MIGRATIONS_DIR,
    direction: 'up',
    migrationsTable: 'schema_migrations',
    noLock: true,
    checkOrder: true,
    singleTransaction: true,
    log: () => undefined,
  });
  await runMigrations({ connectionString: ownerUrl });
  await client.query(QUEUE_GRANTS);
  await client.query(QUEUE_KINDS, [JOB_NAMES]);
  await client.query(`grant ${APP_ROLE} to ${pg.escapeIdentifier(appUser ?? (await currentUser(client)))}`);
  return ran.map((migration) => migration.name);
}

async function currentUser(client: pg.Client): Promise<string> {
  const result = await client.query<{ user: string }>('select current_user as user');
  return result.rows[0]?.user ?? '';
}
