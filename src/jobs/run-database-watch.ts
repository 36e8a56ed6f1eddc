import { describeError } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { repeat } from '../lib/pauses.ts';
import { isDatabaseReady } from '../usecases/operations/check-health.ts';
import type { Shop } from '../usecases/shop.ts';
import { recordDatabaseOutage } from '../usecases/system/check-system.ts';

const LOOK_EVERY_MS = 5_000;

/**
 * Asks the database whether it is there, until `signal` aborts. No job: the queue is in the very database. What cannot
 * be written down while it is away is written down once it answers.
 */
export async function runDatabaseWatch(shop: Shop, logger: Logger, signal: AbortSignal): Promise<void> {
  let awaySince: Date | null = null;
  await repeat(LOOK_EVERY_MS, signal, async () => {
    const askedAt = shop.clock.now();
    if (!(await isDatabaseReady(shop))) {
      if (awaySince === null) logger.error('the database does not answer');
      awaySince ??= askedAt;
      return;
    }
    if (awaySince === null) return;
    const since: Date = awaySince;
    await recordDatabaseOutage(shop, since).then(
      () => {
        awaySince = null;
        logger.warn({ since }, 'the database answers again');
      },
      (error: unknown) => logger.warn({ error: describeError(error) }, 'an outage could not be written down'),
    );
  });
}
