/** The database goes away while jobs are in work: the queue is worked again by itself once it is back. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type JobHandlers, runJobs } from '../../../src/jobs/run-jobs.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { addJobs } from '../../../src/store/jobs.ts';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { createShopDatabase } from '../../support/world.ts';

const JOBS = 5;
/** Far less than the queue's own clean-up of locks, far more than it takes. */
const PATIENCE_MS = 60_000;

it('several jobs that end while nobody can be told leave the queue in work', async () => {
  const logger = createLogger({ name: 'test', level: 'silent' });
  const database = await createShopDatabase();
  const { url } = database;
  const db = openDatabase(
    { url, minSize: 0, maxSize: 12, acquireTimeoutMs: 5_000, commandTimeoutMs: 5_000 },
    logger,
  );
  const begun = Promise.withResolvers<void>();
  const away = Promise.withResolvers<void>();
  const doneAgain = Promise.withResolvers<void>();
  const runs = new Map<string, number>();
  const work = async ({ commissionId }: { commissionId: string }) => {
    runs.set(commissionId, (runs.get(commissionId) ?? 0) + 1);
    if (runs.size === JOBS) begun.resolve();
    await away.promise;
    // One after another, so that each is told by itself.
    await delay(Number(commissionId) * 20);
    if ([...runs.values()].every((count) => count > 1)) doneAgain.resolve();
  };
  const runners: string[] = [];
  const stopping = new AbortController();
  const started = Promise.withResolvers<void>();
  const running = runJobs(
    {
      pool: db.pool,
      handlers: { 'pay-commission': work } as unknown as JobHandlers,
      concurrency: JOBS,
      logger,
      onRunner: async (runnerId) => void runners.push(runnerId),
      onRunnersGone: async () =>
        void (await db.pool.query('select graphile_worker.force_unlock_workers($1)', [runners])),
    },
    stopping.signal,
    started.resolve,
  );
  try {
    await started.promise;
    await addJobs(
      db,
      'pay-commission',
      Array.from({ length: JOBS }, (_, index) => ({ commissionId: String(index) })),
    );
    await begun.promise;
    await database.refuse();
    away.resolve();
    await delay(JOBS * 20 + 300);
    await assert.rejects(db.pool.query('select 1'));
    await database.accept();
    const late = AbortSignal.timeout(PATIENCE_MS);
    const tooLate = new Promise<never>((_, reject) =>
      late.addEventListener('abort', () => reject(new Error('the queue stands still'))),
    );
    await Promise.race([doneAgain.promise, tooLate]);
  } finally {
    stopping.abort();
    await running;
    await db.close();
    await database.drop();
  }
});
