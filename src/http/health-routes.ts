import type { FastifyInstance } from 'fastify';
import { decideServiceState } from '../usecases/operations/check-health.ts';
import { isDatabaseInTime, type ServiceLook } from '../usecases/operations/watch-service.ts';
import type { Shop } from '../usecases/shop.ts';
import type { Health } from './contract/health.ts';

export function addHealthRoutes(
  server: FastifyInstance,
  settings: { shop: Shop; look: () => Promise<ServiceLook>; isReady: () => boolean },
): void {
  const { shop } = settings;
  server.get('/livez', (_request, reply) => reply.send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const isReady = settings.isReady() && (await isDatabaseInTime(shop));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable' });
  });
  server.get('/health', async (_request, reply) => {
    const { status, vitals, system } = await settings.look();
    const timestamp = shop.clock.now().toISOString();
    if (vitals === null) {
      const health: Health = { status: 'unavailable', severity: 'red', db_ready: false, timestamp };
      return reply.code(503).send(health);
    }
    const { inbox, nodes } = decideServiceState(vitals);
    const { database, payments, vpn_api } = system.components;
    // Statuses only. A database that answers makes it 200, whatever else is not well: a restart would mend none of it.
    const health: Health = {
      status,
      db_ready: true,
      timestamp,
      inbox,
      nodes,
      components: { database: database.status, payments: payments.status, vpn_api: vpn_api.status },
      severity: system.severity,
    };
    return reply.send(health);
  });
}
