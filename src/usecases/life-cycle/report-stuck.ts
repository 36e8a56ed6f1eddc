import type { Notifier } from '../../ports/notifier.ts';
import { listStuckActivations, type StuckActivation } from '../../store/life-cycle/activations.ts';
import { tellAll } from '../operations/tell-operators.ts';
import type { Shop } from '../shop.ts';

/** Source: product.md §5.4: older than 30 minutes, or tried so often; five are shown. */
const WAITS_MS = 30 * 60_000;
const SHOWN = 5;

/** What was paid for and no node honours, the longest waiting first. `attempts`: from how many tries on it is stuck. */
export function viewStuck(shop: Shop, attempts: number, limit = SHOWN): Promise<StuckActivation[]> {
  const now = shop.clock.now();
  const before = new Date(now.getTime() - WAITS_MS);
  return listStuckActivations(shop.db, { now, attempts, before, limit });
}

/**
 * Tells the operators what is stuck; nothing when nothing is. Once per slot of the timetable, which is how often they
 * want to read it.
 */
export async function reportStuck(
  deps: { shop: Shop; notifier: Notifier; operators: bigint[] },
  attempts: number,
): Promise<void> {
  const stuck = await viewStuck(deps.shop, attempts);
  if (stuck.length === 0) return;
  const count = Number(stuck[0]?.count ?? 0n);
  const message = { kind: 'stuck-activations', count, longest: stuck } as const;
  await tellAll(deps.notifier, deps.operators, async () => message);
}
