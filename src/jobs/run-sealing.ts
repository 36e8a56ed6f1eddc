import { describeError } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { repeat } from '../lib/pauses.ts';
import { sealRows } from '../usecases/audit/seal-rows.ts';
import type { Shop } from '../usecases/shop.ts';

/** Source: decisions.md §5. */
const SEAL_EVERY_MS = 1_000;

/**
 * Seals what was written, once a second, until `signal` aborts. No job: every process asks and the lock lets
 * one of them through, so that an idle shop does not fill its queue with work that finds nothing.
 */
export async function runSealing(shop: Shop, logger: Logger, signal: AbortSignal): Promise<void> {
  await repeat(SEAL_EVERY_MS, signal, async () => {
    await sealRows(shop).catch((error: unknown) => {
      logger.warn(
        { component: 'jobs', operation: 'seal', outcome: 'failed', error: describeError(error) },
        'rows could not be sealed; trying again',
      );
    });
  });
}
