import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from '../lib/logger.ts';
import type { Metrics } from '../lib/metrics.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import { createServiceWatch } from '../usecases/operations/watch-service.ts';
import type { Shop } from '../usecases/shop.ts';
import { addHealthRoutes } from './health-routes.ts';
import { addMetricsRoute } from './metrics-route.ts';
import { addProviderRoutes } from './provider-routes.ts';
import { addSubscriptionRoutes, type SubscriptionRouteSettings } from './subscription-routes.ts';
import { addTelegramRoute, type TelegramRouteSettings } from './telegram-route.ts';

export type HttpSettings = {
  shop: Shop;
  logger: Logger;
  metrics: Metrics;
  metricsToken: string | null;
  providers: ReadonlyMap<string, PaymentProvider>;
  /** Whose word about a peer's address is believed; empty: nobody's. */
  trustedProxies: string[];
  /** Null in polling mode: the route then does not exist. */
  telegram: TelegramRouteSettings | null;
  /** Null: customers cannot reach this server, so nobody has a subscription link. */
  subscriptions: SubscriptionRouteSettings | null;
  /** False while the process drains: balancers then send nothing new. */
  isReady: () => boolean;
  /** Where the chat page is, in the sandbox. */
  chatPageUrl: string | null;
};

/** Telegram's updates and providers' notices are far smaller. Source: contract.md. */
const MAX_BODY_BYTES = 1024 * 1024;
/** As long as a whole request line may be: what is too long for a token is as unknown as any other. */
const MAX_PARAMETER_LENGTH = 16 * 1024;
/** An idle or dripping client is cut off. */
const REQUEST_TIMEOUT_MS = 20_000;

/** Every HTTP door of the server. Bodies arrive as raw bytes; each route parses its own. */
export function createHttpServer(settings: HttpSettings): FastifyInstance {
  const server = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    forceCloseConnections: 'idle',
    trustProxy: settings.trustedProxies.length > 0 ? settings.trustedProxies : false,
    logger: false,
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const operation = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    const status = error.statusCode ?? 500;
    if (status >= 500)
      settings.logger.error(
        { component: 'http', operation, outcome: 'failed', err: error },
        'a request failed',
      );
    return reply.code(status).send({ error: status >= 500 ? 'internal' : error.code.toLowerCase() });
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not-found' }));
  server.get('/', (_request, reply) =>
    settings.chatPageUrl === null
      ? reply.send({ service: 'atlas-secure', health: '/health' })
      : reply.redirect(settings.chatPageUrl),
  );
  const look = createServiceWatch(settings.shop, [...settings.providers.keys()]);
  addHealthRoutes(server, { ...settings, look });
  addMetricsRoute(server, { ...settings, look });
  addProviderRoutes(server, settings);
  if (settings.telegram) addTelegramRoute(server, settings.telegram);
  if (settings.subscriptions) addSubscriptionDoor(server, settings.subscriptions);
  return server;
}

/** Far more than apps and people ask for, far less than guessing takes. */
const SUBSCRIPTION_REQUESTS_PER_MINUTE = 60;

/** The only door that strangers may try again and again: each address so often and no more. */
function addSubscriptionDoor(server: FastifyInstance, settings: SubscriptionRouteSettings): void {
  server.register(async (door) => {
    await door.register(rateLimit, {
      max: SUBSCRIPTION_REQUESTS_PER_MINUTE,
      timeWindow: '1 minute',
      errorResponseBuilder: () => ({
        statusCode: 429,
        code: 'TOO_MANY_REQUESTS',
        error: 'too-many-requests',
      }),
    });
    addSubscriptionRoutes(door, settings);
  });
}
