import type { FastifyInstance } from 'fastify';
import { isFault } from '../lib/fault.ts';
import type { Metrics } from '../lib/metrics.ts';
import type { EventRefusal, PaymentProvider } from '../ports/payment-provider.ts';
import { receiveEvent } from '../usecases/payments/receive-event.ts';
import type { Shop } from '../usecases/shop.ts';

const REFUSAL_STATUS: Record<EventRefusal, number> = {
  'bad-signature': 401,
  'bad-address': 403,
  'bad-body': 400,
};

const RESULTS = ['stored', 'known', 'bad-signature', 'bad-address', 'bad-body', 'storage-down'] as const;

/**
 * One door per provider that sends notices, `/webhooks/<provider>`: verified or refused, stored, 200; what it means is decided
 * later. Storage down → 503, the provider tries again.
 */
export function addProviderRoutes(
  server: FastifyInstance,
  settings: { shop: Shop; providers: ReadonlyMap<string, PaymentProvider>; metrics: Metrics },
): void {
  for (const provider of settings.providers.values()) {
    if (!provider.hasWebhook) continue;
    for (const result of RESULTS) settings.metrics.webhooks.inc({ provider: provider.name, result }, 0);
    const count = (result: (typeof RESULTS)[number]) =>
      settings.metrics.webhooks.inc({ provider: provider.name, result });
    server.post(`/webhooks/${provider.name}`, async (request, reply) => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      try {
        const { headers, ip: address } = request;
        const received = await receiveEvent(settings.shop, provider, { headers, rawBody, address });
        count(received.ok ? (received.isNew ? 'stored' : 'known') : received.refusal);
        if (received.ok) return reply.code(200).send({ ok: true });
        return reply.code(REFUSAL_STATUS[received.refusal]).send({ error: received.refusal });
      } catch (error) {
        if (!isFault(error, 'database-unreachable')) throw error;
        count('storage-down');
        return reply.code(503).header('retry-after', '1').send({ error: 'storage-down' });
      }
    });
  }
}
