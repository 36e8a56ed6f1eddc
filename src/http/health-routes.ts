import type { FastifyInstance } from 'fastify';
import type { SystemState } from '../domain/operations/system-state.ts';
import type { Metrics } from '../lib/metrics.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import { isDatabaseReady, readVitals, type Vitals } from '../usecases/operations/check-health.ts';
import type { Shop } from '../usecases/shop.ts';
import { readSystemState } from '../usecases/system/read-system-state.ts';
import type { Health } from './contract/health.ts';

/** An update older than this means that the inbox is not keeping up. */
const LATE_UPDATE_MS = 30_000;
/** A database that thinks longer than this is not there for a health check. */
const DATABASE_DEADLINE_MS = 2_000;

export function addHealthRoutes(
  server: FastifyInstance,
  settings: {
    shop: Shop;
    metrics: Metrics;
    providers: ReadonlyMap<string, PaymentProvider>;
    isReady: () => boolean;
  },
): void {
  const { shop, metrics } = settings;
  server.get('/livez', (_request, reply) => reply.send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const isReady = settings.isReady() && (await withinDeadline(isDatabaseReady(shop)));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable' });
  });
  server.get('/health', async (_request, reply) => {
    const timestamp = shop.clock.now().toISOString();
    if (!(await withinDeadline(isDatabaseReady(shop)))) {
      metrics.systemState.set(2);
      const health: Health = { status: 'unavailable', severity: 'red', db_ready: false, timestamp };
      return reply.code(503).send(health);
    }
    const vitals = await readVitals(shop);
    const state = await readSystemState(shop, settings.providers.keys());
    record(metrics, vitals, shop.clock.now());
    metrics.systemState.set(STATE_FIGURES[state.status]);
    return reply.send(describe(vitals, state, { now: shop.clock.now(), timestamp }));
  });
}

const STATE_FIGURES = { healthy: 0, degraded: 1, unavailable: 2 };

/** Statuses only. A database that answers makes it 200, whatever else is not well: a restart would mend none of it. */
function describe(vitals: Vitals, state: SystemState, time: { now: Date; timestamp: string }): Health {
  const ageMs = vitals.oldestUpdateAt ? time.now.getTime() - vitals.oldestUpdateAt.getTime() : 0;
  const inbox = ageMs > LATE_UPDATE_MS || vitals.inboxParked > 0 ? 'degraded' : 'ok';
  const nodes = vitals.nodes === 0 ? 'none' : vitals.nodesHealthy < vitals.nodes ? 'degraded' : 'ok';
  const isWell = inbox === 'ok' && nodes === 'ok' && state.status === 'healthy';
  const { database, payments, vpn_api } = state.components;
  return {
    status: state.status === 'unavailable' ? 'unavailable' : isWell ? 'ok' : 'degraded',
    db_ready: true,
    timestamp: time.timestamp,
    inbox,
    nodes,
    components: { database: database.status, payments: payments.status, vpn_api: vpn_api.status },
    severity: state.severity,
  };
}

function record(metrics: Metrics, vitals: Vitals, now: Date): void {
  metrics.inboxPending.set(vitals.inboxPending);
  metrics.inboxParked.set(vitals.inboxParked);
  metrics.nodesHealthy.set(vitals.nodesHealthy);
  metrics.booksOk.set(vitals.brokenBooks === 0 ? 1 : 0);
  metrics.openTasks.set(vitals.openTasks);
  metrics.unsealedRows.set(vitals.unsealedRows);
  const waitedMs = vitals.oldestUnsealedAt ? now.getTime() - vitals.oldestUnsealedAt.getTime() : 0;
  metrics.unsealedSeconds.set(Math.max(0, waitedMs / 1000));
}

async function withinDeadline(check: Promise<boolean>): Promise<boolean> {
  const deadline = AbortSignal.timeout(DATABASE_DEADLINE_MS);
  const late = new Promise<boolean>((resolve) =>
    deadline.addEventListener('abort', () => resolve(false), { once: true }),
  );
  return Promise.race([check, late]);
}
