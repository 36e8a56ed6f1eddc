import type { SystemState } from '../../domain/operations/system-state.ts';
import type { Shop } from '../shop.ts';
import { readSystemState } from '../system/read-system-state.ts';
import { decideServiceState, isDatabaseReady, readVitals, type Vitals } from './check-health.ts';

/** `vitals` null: the database does not answer in time, so nothing is known but that. */
export type ServiceLook =
  | { status: 'ok' | 'degraded' | 'unavailable'; vitals: Vitals; system: SystemState }
  | { status: 'unavailable'; vitals: null; system: null };

/** A database that thinks longer than this is not there for a health check. */
const DATABASE_DEADLINE_MS = 2_000;
/** Whoever asks again this soon is told the same, unless nothing was seen: many scrapers cost no more than one. */
const REMEMBER_MS = 500;

/** Looks at the service as a whole; `providers`: the names of those that are switched on. Those who ask at the same time share one look. */
export function createServiceWatch(shop: Shop, providers: readonly string[]): () => Promise<ServiceLook> {
  let latest: { at: number; look: Promise<ServiceLook> } | null = null;
  return () => {
    if (latest && performance.now() - latest.at < REMEMBER_MS) return latest.look;
    const look = lookAtService(shop, providers);
    const own = { at: performance.now(), look };
    latest = own;
    void look.then(({ vitals }) => {
      if (vitals === null && latest === own) latest = null;
    });
    return look;
  };
}

async function lookAtService(shop: Shop, providers: readonly string[]): Promise<ServiceLook> {
  const nothing = { status: 'unavailable', vitals: null, system: null } as const;
  return withinDeadline(read(shop, providers), nothing).catch(() => nothing);
}

async function read(shop: Shop, providers: readonly string[]): Promise<ServiceLook> {
  const vitals = await readVitals(shop);
  const system = await readSystemState(shop, providers);
  const isWell = decideServiceState(vitals).status === 'ok' && system.status === 'healthy';
  const status = system.status === 'unavailable' ? 'unavailable' : isWell ? 'ok' : 'degraded';
  return { status, vitals, system };
}

/** False when the database does not answer within what a balancer waits for. */
export function isDatabaseInTime(shop: Shop): Promise<boolean> {
  return withinDeadline(isDatabaseReady(shop), false);
}

async function withinDeadline<T>(check: Promise<T>, otherwise: T): Promise<T> {
  const deadline = AbortSignal.timeout(DATABASE_DEADLINE_MS);
  const late = new Promise<T>((resolve) =>
    deadline.addEventListener('abort', () => resolve(otherwise), { once: true }),
  );
  return Promise.race([check, late]);
}
