import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from 'fastify';
import { z } from 'zod';
import { describeError, Fault, isFault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { outcomeOfStatus } from '../../lib/telemetry/call-report.ts';
import { CORRELATION_HEADER, correlate } from '../../lib/telemetry/correlation.ts';
import { agentRoutes } from '../../nodes/protocol/contract.ts';
import type { NodeAgent } from '../agent.ts';
import type { TrafficCollector } from '../traffic/traffic-collector.ts';
import { addLegacyRoutes } from './legacy-routes.ts';
import { addTrafficRoutes } from './traffic-routes.ts';
import { addV1Routes } from './v1-routes.ts';

/** A part of 5,000 credentials is under 1 MiB; the rest is room for longer e-mails. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * The agent's HTTP side: the key on everything but `/health`, one shape for every "no": `{"detail": text}`.
 * 400 not JSON, 401 key, 404 no such route, 409 refusal, 413 too large, 422 schema, 503 core down or busy,
 * 500 anything else.
 */
export function createAgentServer(options: {
  agent: NodeAgent;
  traffic: TrafficCollector;
  apiKeys: readonly string[];
  logger: Logger;
}): FastifyInstance {
  const { agent, traffic, apiKeys, logger } = options;
  const server = fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // A URL that cannot be decoded meets no route and no hook.
    frameworkErrors: (_error, _request, reply: FastifyReply) =>
      reply.code(400).send({ detail: 'Bad Request' }),
  });
  server.addHook('onRequest', keyGuard(apiKeys));
  addCorrelation(server, logger);
  takeAnyBodyAsJson(server);
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: 'Not Found' }));
  server.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, logger));
  server.get('/health', async () => ({ status: 'ok' }));
  addLegacyRoutes(server, agent);
  addV1Routes(server, agent);
  addTrafficRoutes(server, traffic);
  return server;
}

/** Works under the id that the server has sent, and tells of every call that may have changed something. */
function addCorrelation(server: FastifyInstance, logger: Logger): void {
  const idOf = (request: FastifyRequest) => request.headers[CORRELATION_HEADER];
  server.addHook('preHandler', (request, _reply, done) => correlate(idOf(request), done));
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const facts = {
      component: 'node-agent',
      operation: `${method} ${routeOptions.url ?? 'unknown'}`,
      outcome: outcomeOfStatus(reply.statusCode),
      durationMs: Math.round(reply.elapsedTime),
    };
    const level = routeOptions.url === agentRoutes.change ? 'info' : 'debug';
    correlate(idOf(request), () => logger[level](facts, 'a call was answered'));
    done();
  });
}

/** Compares digests of the keys: their length and content take the same time whatever was sent. */
function keyGuard(
  apiKeys: readonly string[],
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const expected = apiKeys.map((key) => createHash('sha256').update(key).digest());
  return async (request, reply) => {
    if (request.routeOptions.url === '/health') return undefined;
    const given = createHash('sha256')
      .update(String(request.headers['x-api-key'] ?? ''))
      .digest();
    const matches = expected.filter((one) => timingSafeEqual(given, one));
    if (matches.length > 0) return undefined;
    return reply.code(401).send({ detail: 'Invalid or missing API key' });
  };
}

/** Clients of the original send bodies with any content type, and none at all to `/remove-user`. */
function takeAnyBodyAsJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('body is not JSON'), { statusCode: 400 }));
    }
  });
}

function answerError(error: FastifyError | z.ZodError, reply: FastifyReply, logger: Logger): FastifyReply {
  if (error instanceof z.ZodError) return reply.code(422).send({ detail: describeIssue(error) });
  if (isFault(error, 'core-down')) return reply.code(503).send({ detail: error.message, code: 'core-down' });
  if (error instanceof Fault && error.isRetryable) return reply.code(503).send({ detail: error.message });
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) return reply.code(status).send({ detail: error.message });
  logger.error({ reason: describeError(error) }, 'request failed');
  return reply.code(500).send({ detail: 'internal_error' });
}

/** The first thing wrong; never the value itself. */
function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'body: invalid';
}
