import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { buildVlessLink, LINK_NAME } from '../../domain/connections/vless-link.ts';
import { describeError } from '../../lib/fault.ts';
import type { NodeAgent } from '../agent.ts';
import type { Outcome } from '../agent-options.ts';

const MAX_INSTANT_MS = 8_640_000_000_000_000;
const expirySchema = z.number().int().min(1).max(MAX_INSTANT_MS);
const addSchema = z.object({
  uuid: z.string(),
  telegram_id: z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
  expiry_timestamp_ms: expirySchema,
});
const updateSchema = z.object({ uuid: z.string(), expiry_timestamp_ms: expirySchema });

/**
 * The original's routes, for a bot that still uses them. Mutators work until a server takes its first lease
 * and answer 409 `{"detail":"node is managed"}` from then on; reads stay. A credential's e-mail follows from
 * its UUID, so two keys of one customer never collide.
 */
export function addLegacyRoutes(server: FastifyInstance, agent: NodeAgent): void {
  server.post('/add-user', async (request, reply) => {
    const body = addSchema.parse(request.body);
    const uuid = parseUuid(body.uuid);
    if (!uuid) return refuseUuid(reply);
    const put = { ...credentialOf(uuid, body.expiry_timestamp_ms), telegramId: body.telegram_id };
    const outcome = await agent.legacyPut(put);
    if ('refusal' in outcome) return refuse(outcome, reply);
    const [inbound] = agent.inbounds;
    const link = inbound ? buildVlessLink(inbound, uuid, LINK_NAME) : '';
    return { uuid, vless_link: link, link };
  });
  server.post('/update-user', async (request, reply) => {
    const body = updateSchema.parse(request.body);
    const uuid = parseUuid(body.uuid);
    if (!uuid) return refuseUuid(reply);
    return done(await agent.legacyPut(credentialOf(uuid, body.expiry_timestamp_ms)), reply);
  });
  server.post<{ Params: { uuid: string } }>('/remove-user/:uuid', async (request, reply) => {
    const uuid = parseUuid(request.params.uuid);
    if (!uuid) return refuseUuid(reply);
    return done(await agent.legacyRemove(uuid), reply);
  });
  server.get('/list-users', async () => ({ uuids: await agent.runningUuids() }));
  server.get('/self-test', async (_request, reply) => {
    try {
      await agent.selfTest();
      return { status: 'ok' };
    } catch (error) {
      return reply.code(500).send({ status: 'add_user_failed', detail: describeError(error) });
    }
  });
}

function parseUuid(value: string): string | null {
  const uuid = value.trim().toLowerCase();
  return z.guid().safeParse(uuid).success ? uuid : null;
}

function credentialOf(
  uuid: string,
  expiresAtMs: number,
): { email: string; vlessId: string; expiresAtMs: number } {
  return { email: `legacy.${uuid}`, vlessId: uuid, expiresAtMs };
}

function done(outcome: Outcome<unknown>, reply: FastifyReply): FastifyReply {
  return 'refusal' in outcome ? refuse(outcome, reply) : reply.send({ status: 'ok' });
}

function refuse(outcome: { refusal: string }, reply: FastifyReply): FastifyReply {
  if (outcome.refusal === 'node-managed') return reply.code(409).send({ detail: 'node is managed' });
  return reply.code(400).send({ detail: 'another UUID that the core cannot tell apart is in use' });
}

function refuseUuid(reply: FastifyReply): FastifyReply {
  return reply.code(400).send({ detail: 'Invalid UUID' });
}
