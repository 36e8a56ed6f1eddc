import type { CallReport } from '../lib/telemetry/call-report.ts';
import type { NodeApi, NodeReport, NodeTarget } from '../ports/node-api.ts';
import { converge, NodeSession, READ_TIMEOUT_MS, readState, sendChange, toWireLease } from './converge.ts';
import { NodeClient } from './node-client.ts';
import { type AgentState, agentRoutes, agentStateSchema } from './protocol/contract.ts';
import { readLegacy } from './read-legacy.ts';
import { readTraffic } from './read-traffic.ts';

/**
 * The agents of all nodes, over HTTP. Keeps one session (connections, breaker, what the node should run) per node;
 * a changed URL or key replaces it. `close` ends the connections; `onCall` is told of every exchange.
 */
export function createNodeApi(onCall?: (report: CallReport) => void): NodeApi & { close(): Promise<void> } {
  const sessions = new Map<string, { target: NodeTarget; session: NodeSession }>();

  const sessionOf = (target: NodeTarget): NodeSession => {
    const known = sessions.get(target.nodeId);
    if (known && known.target.url === target.url && known.target.apiKey === target.apiKey)
      return known.session;
    void known?.session.client.close();
    const session = new NodeSession(new NodeClient(target, onCall));
    sessions.set(target.nodeId, { target, session });
    return session;
  };

  return {
    inspect: async (target) => toReport(await readState(sessionOf(target).client)),
    readLegacy: (target) => readLegacy(sessionOf(target).client),
    lease: async (target, lease) => {
      await sessionOf(target).client.call({
        method: 'POST',
        path: agentRoutes.lease,
        body: { lease: toWireLease(lease) },
        answer: agentStateSchema,
        timeoutMs: READ_TIMEOUT_MS,
      });
    },
    change: (target, lease, change) => sendChange(sessionOf(target).client, lease, change),
    converge: async (target, lease, source) => {
      const { changed, isInStep, state } = await converge(sessionOf(target), lease, source);
      return { changed, isInStep, report: toReport(state) };
    },
    readTraffic: (target, since) => readTraffic(sessionOf(target).client, since),
    close: async () => {
      await Promise.all([...sessions.values()].map(({ session }) => session.client.close()));
      sessions.clear();
    },
  };
}

function toReport(state: AgentState): NodeReport {
  const { agentVersion, core, credentialCount, configProblem, capabilities, lease } = state;
  return {
    agentVersion,
    core,
    inbounds: state.inbounds,
    credentialCount,
    configProblem,
    capabilities,
    lease: lease && {
      owner: lease.owner,
      fence: BigInt(lease.fence),
      expiresAt: new Date(lease.expiresAtMs),
    },
  };
}
