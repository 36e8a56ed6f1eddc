import type { FastifyInstance } from 'fastify';
import { isFault } from '../lib/fault.ts';
import { isSameSecret } from '../lib/secrets/same-secret.ts';

export type TelegramRouteSettings = {
  secret: string;
  receive: (updates: { value: unknown; body: string }[]) => Promise<'stored' | 'not-an-update'>;
};

/** Telegram's updates: stored, then 200. Storage down → 503, and Telegram comes again in a second. */
export function addTelegramRoute(server: FastifyInstance, settings: TelegramRouteSettings): void {
  server.post('/telegram/webhook', async (request, reply) => {
    const given = request.headers['x-telegram-bot-api-secret-token'];
    if (typeof given !== 'string' || !isSameSecret(given, settings.secret)) {
      return reply.code(401).send({ error: 'unauthorized' });
    }
    const update = parseJson(request.body);
    if (update === null) return reply.code(400).send({ error: 'not-json' });
    try {
      const outcome = await settings.receive([update]);
      return outcome === 'stored' ? reply.code(200).send() : reply.code(400).send({ error: 'not-an-update' });
    } catch (error) {
      if (!isFault(error, 'storage-down')) throw error;
      return reply.code(503).header('retry-after', '1').send({ error: 'storage-down' });
    }
  });
}

function parseJson(rawBody: unknown): { value: unknown; body: string } | null {
  if (!Buffer.isBuffer(rawBody)) return null;
  const body = rawBody.toString('utf8');
  try {
    return { value: JSON.parse(body), body };
  } catch {
    return null;
  }
}
