import {
  COMPONENTS,
  type Component,
  type ComponentState,
  decideAlert,
  nextState,
  type RememberedState,
} from '../../domain/operations/system-state.ts';
import { addJob } from '../../store/jobs.ts';
import {
  listSystemComponents,
  lockSystemAlert,
  type StoredComponent,
  saveSystemAlert,
  saveSystemComponent,
} from '../../store/operations/system-state.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';
import { readSystemState } from './read-system-state.ts';

/**
 * Measures every component, remembers what has changed, writes it down, and promises what operators are to be told.
 * However many processes do it at once, one change is one audit entry and one message. Returns what has changed.
 */
export async function checkSystem(shop: Shop, providers: Iterable<string>): Promise<Component[]> {
  const { components } = await readSystemState(shop, providers);
  return shop.db.transaction('check-system', async (tx) => {
    const alert = await lockSystemAlert(tx);
    const now = shop.clock.now();
    const before = await listSystemComponents(tx);
    const after = COMPONENTS.map((component) => {
      const known = before.find((one) => one.component === component);
      return { component, ...nextState(known ? toRemembered(known) : null, components[component], now) };
    });
    const changed: Component[] = [];
    for (const state of after) {
      const last = before.find((one) => one.component === state.component);
      if (await remember(shop, tx, { last, state })) changed.push(state.component);
    }
    const troubled = after.filter(({ status }) => status !== 'healthy');
    const since = Math.min(...troubled.map(({ changedAt }) => changedAt.getTime()));
    const decided = decideAlert(alert, troubled.length > 0 ? new Date(since) : null, now);
    if (decided.alert !== alert) await saveSystemAlert(tx, decided.alert);
    if (decided.tell !== null) await addJob(tx, 'tell-system', { troubles: troubled.map(toTrouble) });
    return changed;
  });
}

/**
 * The database was away from this moment on, and answers again. It goes on as a component that was unavailable; of
 * several processes that noticed the first one says so.
 */
export async function recordDatabaseOutage(shop: Shop, since: Date): Promise<void> {
  await shop.db.transaction('record-database-outage', async (tx) => {
    await lockSystemAlert(tx);
    const last = (await listSystemComponents(tx)).find(({ component }) => component === 'database');
    if (last?.status === 'unavailable' || (last && last.changedAt > since)) return;
    const away: ComponentState = { status: 'unavailable', reason: 'no-answer' };
    const state = { component: 'database' as const, ...away, changedAt: since, wellSince: shop.clock.now() };
    await remember(shop, tx, { last, state });
  });
}

type Remembered = RememberedState & { component: Component };

function toRemembered(stored: StoredComponent): RememberedState {
  return stored as RememberedState;
}

function toTrouble({ component, status, reason, changedAt }: Remembered) {
  return { component, status, reason: reason ?? '', sinceMs: changedAt.getTime() };
}

/** True, and written down, when the component is not as it was. One that was never looked at was well. */
async function remember(
  shop: Shop,
  tx: Transaction,
  { last, state }: { last: StoredComponent | undefined; state: Remembered },
): Promise<boolean> {
  const { component, status, reason, changedAt, wellSince } = state;
  if (!last && status === 'healthy') return false;
  const isSame =
    last?.status === status && last.reason === reason && last.wellSince?.getTime() === wellSince?.getTime();
  if (!isSame) await saveSystemComponent(tx, { component, status, reason, changedAt, wellSince });
  const from = last?.status ?? 'healthy';
  if (from === status) return false;
  await recordAct(shop, tx, {
    actor: 'system',
    action: 'system_degradation',
    details: { component, status, transition: `${from}->${status}`, reason, since: changedAt.toISOString() },
  });
  return true;
}
