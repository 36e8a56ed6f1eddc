import pg from 'pg';
import type { LockSession } from '../ports/lock-session.ts';
import { APP_ROLE, rethrowAsFault } from './database.ts';

/** Opens a connection outside the pool. TCP keep-alive notices a dead server within about a minute. */
export async function openLockSession(url: string): Promise<LockSession> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    options: `-c role=${APP_ROLE}`,
    application_name: 'atlas-secure locks',
  });
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  await client.connect().catch(rethrowAsFault);
  return {
    lost,
    async tryLock(key) {
      const result = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
        key,
      ]);
      return result.rows[0]?.locked === true;
    },
    async unlock(key) {
      await client.query('select pg_advisory_unlock($1)', [key]);
    },
    close: () => client.end(),
  };
}
