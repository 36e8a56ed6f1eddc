import type { FastifyInstance } from 'fastify';
import { trafficQuerySchema, trafficRoute } from '../../nodes/protocol/traffic-contract.ts';
import type { TrafficCollector } from '../traffic/traffic-collector.ts';

/** What each credential has carried; changes nothing on the core. */
export function addTrafficRoutes(server: FastifyInstance, traffic: TrafficCollector): void {
  server.get(trafficRoute, (request) => traffic.page(trafficQuerySchema.parse(request.query).since));
}
