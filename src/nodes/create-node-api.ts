import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Fault, isFault } from '../lib/fault.ts';
import type {
  DesiredCredential,
  NodeApi,
  NodeInbound,
  NodeLease,
  NodeReport,
  NodeTarget,
} from '../ports/node-api.ts';
import { NodeClient } from './node-client.ts';
import {
  type AgentState,
  agentRoutes,
  agentStateSchema,
  maxCredentialsPerRequest,
  partAcceptedSchema,
  type WireCredential,
  type WireLease,
} from './protocol/contract.ts';
import { expectedDigest } from './protocol/digest.ts';

/** Reads wait for at most one batch of core calls before them. */
const READ_TIMEOUT_MS = 5_000;
/** 5,000 adds take the core about two seconds. */
const CHANGE_TIMEOUT_MS = 5_000;
/** The last part of an upload applies the whole set: 100,000 adds take the core about 30 seconds. */
const UPLOAD_TIMEOUT_MS = 120_000;

/**
 * The agents of all nodes, over HTTP. Keeps one client (connections, breaker) per node; a changed URL or key
 * replaces it. `close` ends the connections.
 */
export function createNodeApi(): NodeApi & { close(): Promise<void> } {
  const clients = new Map<string, { target: NodeTarget; client: NodeClient }>();

  const clientOf = (target: NodeTarget): NodeClient => {
    const known = clients.get(target.nodeId);
    if (known && known.target.url === target.url && known.target.apiKey === target.apiKey)
      return known.client;
    void known?.client.close();
    const client = new NodeClient(target);
    clients.set(target.nodeId, { target, client });
    return client;
  };

  return {
    inspect: async (target) => toReport(await readState(clientOf(target))),
    lease: async (target, lease) => {
      await takeLease(clientOf(target), lease);
    },
    change: async (target, lease, change) => toReport(await sendChange(clientOf(target), lease, change)),
    converge: (target, lease, credentials) => converge(clientOf(target), lease, credentials.map(toWire)),
    close: async () => {
      await Promise.all([...clients.values()].map(({ client }) => client.close()));
      clients.clear();
    },
  };
}

async function converge(
  client: NodeClient,
  lease: NodeLease,
  credentials: WireCredential[],
): Promise<{ changed: boolean; report: NodeReport }> {
  const found = await readState(client);
  // A node in legacy mode stops taking orders from others before it is compared.
  const state = found.mode === 'managed' ? found : await takeLease(client, lease);
  const isEqual = state.core.isRunning && (await expectedDigest(state, credentials)) === state.digest;
  if (isEqual) return { changed: false, report: toReport(state) };
  return { changed: true, report: toReport(await uploadAgain(client, lease, credentials)) };
}

/**
 * A part that does not follow (the agent restarted in between) begins the upload anew, once.
 *
 * Throws: what `NodeApi` documents; a second loss counts as `node-unreachable`.
 */
async function uploadAgain(
  client: NodeClient,
  lease: NodeLease,
  credentials: WireCredential[],
): Promise<AgentState> {
  try {
    return await upload(client, lease, credentials);
  } catch (error) {
    if (!isFault(error, 'node-upload-lost')) throw error;
  }
  try {
    return await upload(client, lease, credentials);
  } catch (error) {
    if (!isFault(error, 'node-upload-lost')) throw error;
    throw new Fault('node-unreachable', error.message, { isRetryable: true, cause: error });
  }
}

async function upload(
  client: NodeClient,
  lease: NodeLease,
  credentials: WireCredential[],
): Promise<AgentState> {
  const uploadId = randomUUID();
  const parts = Math.max(1, Math.ceil(credentials.length / maxCredentialsPerRequest));
  for (let part = 1; ; part += 1) {
    const start = (part - 1) * maxCredentialsPerRequest;
    const slice = credentials.slice(start, start + maxCredentialsPerRequest);
    const answer = await client.call({
      method: 'POST',
      path: agentRoutes.desiredState,
      body: { lease: toWireLease(lease), uploadId, part, parts, credentials: slice },
      answer: z.union([agentStateSchema, partAcceptedSchema]),
      timeoutMs: part === parts ? UPLOAD_TIMEOUT_MS : CHANGE_TIMEOUT_MS,
    });
    if ('digest' in answer) return answer;
  }
}

async function sendChange(
  client: NodeClient,
  lease: NodeLease,
  change: { upsert: DesiredCredential[]; removeEmails: string[] },
): Promise<AgentState> {
  const size = Math.max(1, change.upsert.length, change.removeEmails.length);
  // Removals go first everywhere, so that a UUID is free before somebody else gets it.
  let state: AgentState | null = null;
  for (let start = 0; start < size; start += maxCredentialsPerRequest) {
    const end = start + maxCredentialsPerRequest;
    const removeEmails = change.removeEmails.slice(start, end);
    const upsert = change.upsert.slice(start, end).map(toWire);
    state = await client.call({
      method: 'POST',
      path: agentRoutes.change,
      body: { lease: toWireLease(lease), upsert, removeEmails },
      answer: agentStateSchema,
      timeoutMs: CHANGE_TIMEOUT_MS,
    });
  }
  return state ?? readState(client);
}

function readState(client: NodeClient): Promise<AgentState> {
  return client.call({
    method: 'GET',
    path: agentRoutes.state,
    answer: agentStateSchema,
    timeoutMs: READ_TIMEOUT_MS,
  });
}

function takeLease(client: NodeClient, lease: NodeLease): Promise<AgentState> {
  return client.call({
    method: 'POST',
    path: agentRoutes.lease,
    body: { lease: toWireLease(lease) },
    answer: agentStateSchema,
    timeoutMs: READ_TIMEOUT_MS,
  });
}

function toWireLease({ owner, fence, ttlMs }: NodeLease): WireLease {
  return { owner, fence: fence.toString(), ttlMs };
}

function toWire({ email, vlessId, expiresAt }: DesiredCredential): WireCredential {
  return { email, vlessId, expiresAtMs: expiresAt.getTime() };
}

function toReport(state: AgentState): NodeReport {
  const { agentVersion, core, credentialCount, digest, capabilities, lease } = state;
  return {
    agentVersion,
    core,
    inbounds: state.inbounds.map(toInbound),
    credentialCount,
    digest,
    capabilities,
    lease: lease && { owner: lease.owner, fence: BigInt(lease.fence) },
  };
}

function toInbound({
  sni,
  fingerprint,
  publicKey,
  shortId,
  ...inbound
}: AgentState['inbounds'][number]): NodeInbound {
  return {
    ...inbound,
    ...(sni === undefined ? {} : { sni }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(publicKey === undefined ? {} : { publicKey }),
    ...(shortId === undefined ? {} : { shortId }),
  };
}
