import { describeError } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { rest } from '../lib/pauses.ts';
import { stepMassReissue } from '../usecases/mass-reissue/step-mass-reissue.ts';
import type { Shop } from '../usecases/shop.ts';

const AFTER_FAILURE_MS = 1_000;

/**
 * Goes on with a mass reissue, should one run, until `signal` aborts; resolves when what was begun is committed. Any
 * number of processes take turns: the row holds whose turn comes when.
 */
export async function runMassReissue(shop: Shop, logger: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { waitMs } = await stepMassReissue(shop).catch((error: unknown) => {
      logger.warn({ error: describeError(error) }, 'a mass reissue could not go on; trying again');
      return { waitMs: AFTER_FAILURE_MS };
    });
    if (waitMs > 0) await rest(waitMs, signal);
  }
}
