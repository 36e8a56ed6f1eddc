import type { Metrics } from '../lib/metrics.ts';
import { repeat } from '../lib/pauses.ts';
import { createServiceWatch } from '../usecases/operations/watch-service.ts';
import type { Shop } from '../usecases/shop.ts';

/** Short beside an outage that anybody would notice, rare enough to cost nothing. */
const LOOK_EVERY_MS = 5_000;

/** Adds up how long the service was in which state, so that budgets can be reckoned over any window. */
export async function runWatch(
  { shop, metrics, providers }: { shop: Shop; metrics: Metrics; providers: ReadonlyMap<string, unknown> },
  signal: AbortSignal,
): Promise<void> {
  const look = createServiceWatch(shop, [...providers.keys()]);
  let seenUntil = performance.now();
  await repeat(LOOK_EVERY_MS, signal, async () => {
    const { status } = await look();
    const now = performance.now();
    metrics.serviceSeconds.inc({ state: status }, (now - seenUntil) / 1000);
    seenUntil = now;
  });
}
