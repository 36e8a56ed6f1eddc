import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  type AgentErrorCode,
  agentRoutes,
  changeRequestSchema,
  desiredStatePartSchema,
  entriesRequestSchema,
  leaseRequestSchema,
  legacyQuerySchema,
} from '../../nodes/protocol/contract.ts';
import type { NodeAgent } from '../agent.ts';
import type { Outcome } from '../agent-options.ts';

const REFUSALS: Record<AgentErrorCode, { status: number; detail: string }> = {
  'lease-held': { status: 409, detail: 'another owner or a higher fence holds the lease' },
  'upload-lost': { status: 409, detail: 'this part does not follow; begin again with part 1' },
  'node-managed': { status: 409, detail: 'node is managed' },
  'duplicate-credential': { status: 422, detail: 'two credentials share an e-mail or a UUID' },
  'core-down': { status: 503, detail: 'the core is not running' },
};

/** The desired-state interface of the server: what `nodes/protocol` defines. */
export function addV1Routes(server: FastifyInstance, agent: NodeAgent): void {
  server.get(agentRoutes.state, () => agent.report());
  server.get(agentRoutes.buckets, () => agent.buckets());
  server.get(agentRoutes.legacy, async (request, reply) =>
    answer(await agent.legacyPage(legacyQuerySchema.parse(request.query).after), reply),
  );
  server.post(agentRoutes.entries, (request) =>
    agent.entries(entriesRequestSchema.parse(request.body).buckets),
  );
  server.post(agentRoutes.check, async (request, reply) => {
    const { lease } = leaseRequestSchema.parse(request.body);
    return answer(await agent.check(lease), reply);
  });
  server.post(agentRoutes.lease, async (request, reply) => {
    const { lease } = leaseRequestSchema.parse(request.body);
    return answer(await agent.takeLease(lease), reply);
  });
  server.post(agentRoutes.change, async (request, reply) =>
    answer(await agent.change(changeRequestSchema.parse(request.body)), reply),
  );
  server.post(agentRoutes.desiredState, async (request, reply) =>
    answer(await agent.uploadPart(desiredStatePartSchema.parse(request.body)), reply),
  );
}

/** Sends the value or, as its documented status, the refusal. */
export function answer<T extends object>(outcome: Outcome<T>, reply: FastifyReply): FastifyReply {
  if ('value' in outcome) return reply.send(outcome.value);
  const { status, detail } = REFUSALS[outcome.refusal];
  return reply.code(status).send({ detail, code: outcome.refusal });
}
