import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import type { Metrics } from '../lib/metrics.ts';
import { correlate } from '../lib/telemetry/correlation.ts';
import { since } from '../lib/telemetry/log-facts.ts';
import { traced } from '../lib/telemetry/tracing.ts';
import type { EventRefusal, PaymentProvider } from '../ports/payment-provider.ts';
import { receiveEvent } from '../usecases/payments/receive-event.ts';
import type { Shop } from '../usecases/shop.ts';

const REFUSAL_STATUS: Record<EventRefusal, number> = {
  'bad-signature': 401,
  'bad-address': 403,
  'bad-body': 400,
};

const RESULTS = ['stored', 'known', 'bad-signature', 'bad-address', 'bad-body', 'storage-down'] as const;
type Result = (typeof RESULTS)[number];

/**
 * One door per provider that sends notices, `/webhooks/<provider>`: verified or refused, stored, 200; what it means is decided
 * later. Storage down → 503, the provider tries again.
 */
export function addProviderRoutes(
  server: FastifyInstance,
  settings: { shop: Shop; providers: ReadonlyMap<string, PaymentProvider>; metrics: Metrics; logger: Logger },
): void {
  for (const provider of settings.providers.values()) {
    if (!provider.hasWebhook) continue;
    for (const result of RESULTS) settings.metrics.webhooks.inc({ provider: provider.name, result }, 0);
    const take = async (request: FastifyRequest): Promise<Result> => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { headers, ip: address } = request;
      try {
        const received = await receiveEvent(settings.shop, provider, { headers, rawBody, address });
        return received.ok ? (received.isNew ? 'stored' : 'known') : received.refusal;
      } catch (error) {
        if (isFault(error, 'database-unreachable')) return 'storage-down';
        throw error;
      }
    };
    server.post(`/webhooks/${provider.name}`, (request, reply) =>
      correlate(`notice:${settings.shop.ids.rowId()}`, async () => {
        const startedAt = performance.now();
        const result = await traced({ name: `webhook ${provider.name}`, kind: 'server' }, () =>
          take(request),
        );
        settings.metrics.webhooks.inc({ provider: provider.name, result });
        const facts = { component: 'http', operation: `webhook ${provider.name}`, outcome: result };
        settings.logger.info({ ...facts, durationMs: since(startedAt) }, 'a notice came');
        return answer(reply, result);
      }),
    );
  }
}

function answer(reply: FastifyReply, result: Result): FastifyReply {
  if (result === 'stored' || result === 'known') return reply.code(200).send({ ok: true });
  if (result === 'storage-down') {
    return reply.code(503).header('retry-after', '1').send({ error: 'storage-down' });
  }
  return reply.code(REFUSAL_STATUS[result]).send({ error: result });
}
