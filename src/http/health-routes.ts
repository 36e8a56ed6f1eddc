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
    const { vitals } = await settings.look();
    const timestamp = shop.clock.now().toISOString();
    if (vitals === null) {
      const health: Health = { status: 'unavailable', db_ready: false, timestamp };
      return reply.code(503).send(health);
    }
    const { status, inbox, nodes } = decideServiceState(vitals);
    const health: Health = { status, db_ready: true, timestamp, inbox, nodes };
    return reply.send(health);
  });
}
