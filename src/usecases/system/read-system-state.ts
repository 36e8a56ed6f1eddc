import { assessSystem, isSilent, type SystemState } from '../../domain/operations/system-state.ts';
import { listNodes } from '../../store/fleet/nodes.ts';
import { countPendingActivations, listProviderTroubles } from '../../store/operations/system-state.ts';
import type { Shop } from '../shop.ts';

/**
 * How the shop is right now, by what providers answered, how nodes' checks went and who waits: facts of all processes.
 * That it can be asked proves the database. `providers`: the names of those that are switched on.
 */
export async function readSystemState(shop: Shop, providers: Iterable<string>): Promise<SystemState> {
  const now = shop.clock.now();
  const troubles = await listProviderTroubles(shop.db);
  const nodes = await listNodes(shop.db);
  return assessSystem({
    isDatabaseReady: true,
    providers: [...providers].map((name) => ({
      isSilent: isSilent(troubles.find(({ provider }) => provider === name) ?? null, now),
    })),
    nodes: nodes.filter(({ status }) => status !== 'disabled'),
    pendingActivations: await countPendingActivations(shop.db, now),
  });
}
