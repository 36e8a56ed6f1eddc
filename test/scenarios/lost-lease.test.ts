/** What a worker has in work stays one piece of work, whatever becomes of its lease meanwhile. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { EVERY_FEATURE_ON } from '../../src/domain/operations/features.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { randomIds } from '../../src/lib/ids.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { freeChatsOf } from '../../src/store/inbox.ts';
import { type Database, openDatabase } from '../../src/store/postgres/database.ts';
import { openIntake } from '../../src/store/postgres/intake.ts';
import { startDispatcher } from '../../src/telegram/dispatcher.ts';
import { eventually } from '../support/core.ts';
import { createShopDatabase } from '../support/world.ts';

const logger = createLogger({ name: 'test', level: 'silent' });

describe('a lease that is lost while its update is worked', () => {
  let database: Awaited<ReturnType<typeof createShopDatabase>>;
  let db: Database;
  before(async () => {
    database = await createShopDatabase();
    const times = { acquireTimeoutMs: 5_000, commandTimeoutMs: 5_000 };
    db = openDatabase({ url: database.url, minSize: 0, maxSize: 5, ...times }, logger);
  });
  after(async () => {
    await db.close();
    await database.drop();
  });

  it('is not taken again beside that work, and the update is finished afterwards', async () => {
    const intake = openIntake(database.url, 1n, logger);
    await intake.store([{ updateId: 1n, chatKey: 7n, body: '{"update_id":1}' }], new Date());
    let inWork = 0;
    let most = 0;
    let runs = 0;
    const dispatcher = startDispatcher({
      shop: { db, clock: systemClock, ids: randomIds, features: EVERY_FEATURE_ON },
      workerId: 'A',
      maxConcurrentUpdates: 5,
      logger,
      onOutcome: () => undefined,
      async handle() {
        runs += 1;
        inWork += 1;
        most = Math.max(most, inWork);
        if (runs === 1) await freeChatsOf(db, 'A');
        // Longer than several looks around the inbox.
        await pause(900);
        inWork -= 1;
      },
    });
    await eventually('the update is done', async () => {
      const result = await db.pool.query("select 1 from inbox_updates where status = 'done'");
      return result.rowCount === 1;
    });
    await dispatcher.drain(5_000);
    await intake.close();
    assert.deepEqual({ most, runs }, { most: 1, runs: 2 });
  });
});
