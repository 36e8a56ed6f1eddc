/** Asks for exports as the bot does, from the test's own process. */
import type { Export } from '../../../src/domain/exports.ts';
import { EVERY_FEATURE_ON } from '../../../src/domain/operations/features.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { randomIds } from '../../../src/lib/ids.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { requestExport } from '../../../src/usecases/exports/request-export.ts';
import type { World } from '../world.ts';

export type ExportRequests = {
  ask(what: Export, telegramId?: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** `adminId`: who asks, unless somebody else is said to. */
export function openRequests(world: World, adminId: number): ExportRequests {
  const db = openDatabase(
    { url: world.database.url, minSize: 0, maxSize: 2, acquireTimeoutMs: 10_000, commandTimeoutMs: 10_000 },
    createLogger({ name: 'test', level: 'silent' }),
  );
  const shop = { db, clock: systemClock, ids: randomIds, features: EVERY_FEATURE_ON };
  return {
    ask: (what, telegramId = adminId) =>
      requestExport(shop, {
        actor: `admin:${telegramId}`,
        telegramId: BigInt(telegramId),
        what,
        actKey: randomIds.rowId(),
      }),
    [Symbol.asyncDispose]: () => db.close(),
  };
}
