import { setInterval as every } from 'node:timers/promises';
import pg from 'pg';
import type { LockSession } from '../../ports/lock-session.ts';
import { rethrowAsFault, SESSION_OPTIONS } from './database.ts';

/** How often the connection is proved to be there; it says nothing else for hours. */
const PROOF_EVERY_MS = 3_000;
/** A server that does not answer a trifle within this time is gone, and our locks may be too. */
const ANSWER_TIMEOUT_MS = 4_000;

/**
 * Opens a connection outside the pool. Its end is noticed within seconds on both sides: we ask, the server's
 * TCP asks.
 */
export async function openLockSession(url: string): Promise<LockSession> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: ANSWER_TIMEOUT_MS,
    options: SESSION_OPTIONS,
    application_name: 'atlas-secure locks',
  });
  const over = new AbortController();
  const lost = new Promise<void>((resolve) => {
    over.signal.addEventListener('abort', () => resolve());
  });
  client.on('error', () => over.abort());
  client.on('end', () => over.abort());
  await client.connect().catch(rethrowAsFault);
  void prove(client, over);
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
    async close() {
      over.abort();
      await client.end();
    },
  };
}

async function prove(client: pg.Client, over: AbortController): Promise<void> {
  try {
    for await (const _ of every(PROOF_EVERY_MS, undefined, { signal: over.signal })) {
      await client.query('select 1');
    }
  } catch {
    over.abort();
  }
}
