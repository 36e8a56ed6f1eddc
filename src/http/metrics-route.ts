import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../lib/env-reader.ts';
import type { Metrics } from '../lib/metrics.ts';
import { isSameSecret } from '../lib/secrets/same-secret.ts';
import type { Vitals } from '../usecases/operations/check-health.ts';
import type { ServiceLook } from '../usecases/operations/watch-service.ts';
import type { Shop } from '../usecases/shop.ts';

export type MetricsRouteSettings = {
  shop: Shop;
  metrics: Metrics;
  metricsToken: string | null;
  look: () => Promise<ServiceLook>;
};

/** `/metrics`: what the database says is read for each scrape; without one, the process's own figures are shown. */
export function addMetricsRoute(server: FastifyInstance, settings: MetricsRouteSettings): void {
  const { metrics, metricsToken } = settings;
  server.get('/metrics', async (request, reply) => {
    if (metricsToken === null && !isLoopback(request.ip)) return reply.code(404).send({ error: 'not-found' });
    if (
      metricsToken !== null &&
      !isSameSecret(request.headers.authorization ?? '', `Bearer ${metricsToken}`)
    ) {
      return reply.code(401).send({ error: 'unauthorized' });
    }
    await refresh(settings);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

const STATE_FIGURES = { healthy: 0, degraded: 1, unavailable: 2 };

async function refresh({ shop, metrics, look }: MetricsRouteSettings): Promise<void> {
  const { vitals, system } = await look();
  const { totalCount, idleCount, waitingCount } = shop.db.pool;
  metrics.poolConnections.set({ state: 'used' }, totalCount - idleCount);
  metrics.poolConnections.set({ state: 'idle' }, idleCount);
  metrics.poolConnections.set({ state: 'waiting' }, waitingCount);
  metrics.databaseUp.set(vitals ? 1 : 0);
  metrics.systemState.set(STATE_FIGURES[system?.status ?? 'unavailable']);
  if (vitals) record(metrics, vitals);
}

function record(metrics: Metrics, vitals: Vitals): void {
  const { inbox, jobs, unconfirmed, unsealed, openTasks, suspenseKopecks: suspense } = vitals;
  const ageOf = (at: Date | null) => (at ? Math.max(0, vitals.readAt.getTime() - at.getTime()) / 1000 : 0);
  metrics.paidNotActive.set(unconfirmed.count);
  metrics.paidNotActiveSeconds.set(ageOf(unconfirmed.oldestAt));
  metrics.inboxPending.set(inbox.pending);
  metrics.inboxOldestSeconds.set(ageOf(inbox.oldestAt));
  metrics.inboxParked.set(inbox.parked);
  metrics.jobsDue.set(jobs.due);
  metrics.jobsRetrying.set(jobs.retrying);
  metrics.jobsOldestSeconds.set(ageOf(jobs.oldestAt));
  metrics.booksOk.set(openTasks.ledger === 0 ? 1 : 0);
  metrics.suspenseKopecks.set(Number(suspense));
  metrics.unsealedRows.set(unsealed.rows);
  metrics.unsealedSeconds.set(ageOf(unsealed.oldestAt));
  for (const [kind, count] of Object.entries(openTasks)) metrics.openTasks.set({ kind }, count);
  recordNodes(metrics, vitals.nodes, ageOf);
}

/** A node that was removed is forgotten by its gauges. */
function recordNodes(metrics: Metrics, nodes: Vitals['nodes'], ageOf: (at: Date) => number): void {
  metrics.nodesHealthy.set(nodes.filter((node) => node.isHealthy).length);
  metrics.nodeHealthy.reset();
  metrics.nodeDriftSeconds.reset();
  for (const { name: node, isHealthy, inStepAt } of nodes) {
    metrics.nodeHealthy.set({ node }, isHealthy ? 1 : 0);
    metrics.nodeDriftSeconds.set({ node }, ageOf(inStepAt));
  }
}
