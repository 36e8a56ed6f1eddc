import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Fault, isFault } from '../lib/fault.ts';
import type { DesiredCredential, DesiredSource, NodeLease } from '../ports/node-api.ts';
import { DesiredReplica } from './desired-replica.ts';
import type { NodeClient } from './node-client.ts';
import {
  type AgentCheck,
  type AgentState,
  agentBucketsSchema,
  agentCheckSchema,
  agentEntriesSchema,
  agentRoutes,
  agentStateSchema,
  maxBucketsPerRequest,
  maxCredentialsPerRequest,
  partAcceptedSchema,
  type WireCredential,
  type WireLease,
} from './protocol/contract.ts';
import { bucketSums, differingBuckets, rootDigest } from './protocol/digest.ts';

/** Reads wait for at most one batch of core calls before them. */
export const READ_TIMEOUT_MS = 5_000;
/** 5,000 adds take the core about two seconds. */
const CHANGE_TIMEOUT_MS = 5_000;
/** The last part of an upload applies the whole set: 100,000 adds take the core about 30 seconds. */
const UPLOAD_TIMEOUT_MS = 120_000;
/** A quarter of a million entries of 60 bytes: a node ten times the largest planned. */
const MAX_ENTRIES_BYTES = 16 * 1024 * 1024;
/** A set that changes while it is being applied is looked at again, at most this often in one check. */
const MAX_PASSES = 5;
/** From this pass on our own copy is doubted, too, and read anew. */
const DOUBT_FROM_PASS = 3;
/** How far a node's clock may be behind ours before we end what it still serves. */
const CLOCK_TOLERANCE_MS = 5_000;

/** What is kept of one node between two looks at it. */
export class NodeSession {
  readonly client: NodeClient;
  readonly replica = new DesiredReplica();
  /** What the node told of itself last. */
  state: AgentState | null = null;

  constructor(client: NodeClient) {
    this.client = client;
  }
}

export type Convergence = { changed: boolean; isInStep: boolean; state: AgentState };

/**
 * Looks whether a node runs what it should, by one short question; finds the differences by buckets, and repairs
 * them; looks again, until a look finds nothing to do.
 */
export async function converge(
  session: NodeSession,
  lease: NodeLease,
  source: DesiredSource,
): Promise<Convergence> {
  const { replica } = session;
  for (let pass = 1; ; pass += 1) {
    if (pass >= DOUBT_FROM_PASS) replica.forget();
    await replica.refresh(source);
    const { isEqual, state } = await look(session, lease, source);
    const changed = pass > 1;
    if (isEqual || !state.core.isRunning) return { changed, isInStep: isEqual, state };
    if (pass > MAX_PASSES) return { changed, isInStep: false, state };
    await repair(session, lease, { source, state });
    // It tells how many it holds now.
    session.state = null;
  }
}

async function look(
  session: NodeSession,
  lease: NodeLease,
  source: DesiredSource,
): Promise<{ isEqual: boolean; state: AgentState }> {
  const { client, replica } = session;
  const check: AgentCheck = await client.call({
    method: 'POST',
    path: agentRoutes.check,
    body: { lease: toWireLease(lease) },
    answer: agentCheckSchema,
    timeoutMs: READ_TIMEOUT_MS,
  });
  const isKnown = session.state?.nodeHash === check.nodeHash;
  const state = isKnown && session.state ? session.state : await readState(client);
  session.state = state;
  replica.dropEnded(Math.max(check.asOfMs, source.now().getTime() - CLOCK_TOLERANCE_MS));
  const isEqual = check.isCoreRunning && rootDigest(replica.digests(state)) === check.digest;
  return { isEqual, state };
}

/**
 * Our copy is read again after the node's entries, so that what a purchase has told the node in the meantime is
 * known here and is not taken for a stranger's.
 */
async function repair(
  { client, replica }: NodeSession,
  lease: NodeLease,
  { source, state }: { source: DesiredSource; state: AgentState },
): Promise<void> {
  const found = await client.call({
    method: 'GET',
    path: agentRoutes.buckets,
    answer: agentBucketsSchema,
    timeoutMs: READ_TIMEOUT_MS,
  });
  const sums = bucketSums(replica.digests(state));
  const differing = differingBuckets(sums, Buffer.from(found.sums, 'base64'));
  if (differing.length === 0) return;
  if (found.credentialCount === 0 || differing.length > maxBucketsPerRequest) {
    await uploadAgain(client, lease, replica.credentials.map(toWire));
    return;
  }
  const { entries } = await client.call({
    method: 'POST',
    path: agentRoutes.entries,
    body: { buckets: differing },
    answer: agentEntriesSchema,
    timeoutMs: READ_TIMEOUT_MS,
    maxAnswerBytes: MAX_ENTRIES_BYTES,
  });
  await replica.refresh(source);
  await sendChange(client, lease, replica.differences(state, new Set(differing), entries));
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
): Promise<void> {
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

async function upload(client: NodeClient, lease: NodeLease, credentials: WireCredential[]): Promise<void> {
  const uploadId = randomUUID();
  const [first = [], ...others] = slices(credentials);
  const parts = 1 + others.length;
  for (const [index, slice] of [first, ...others].entries()) {
    const part = index + 1;
    await client.call({
      method: 'POST',
      path: agentRoutes.desiredState,
      body: { lease: toWireLease(lease), uploadId, part, parts, credentials: slice },
      answer: z.union([agentStateSchema, partAcceptedSchema]),
      timeoutMs: part === parts ? UPLOAD_TIMEOUT_MS : CHANGE_TIMEOUT_MS,
    });
  }
}

/** All removals go before the first addition, so that a UUID is free before somebody else gets it. */
export async function sendChange(
  client: NodeClient,
  lease: NodeLease,
  change: { upsert: DesiredCredential[]; removeEmails: string[] },
): Promise<void> {
  const removals = slices(change.removeEmails);
  const additions = slices(change.upsert.map(toWire));
  const requests = [
    ...removals.slice(0, -1).map((removeEmails) => ({ removeEmails, upsert: [] })),
    { removeEmails: removals.at(-1) ?? [], upsert: additions[0] ?? [] },
    ...additions.slice(1).map((upsert) => ({ removeEmails: [], upsert })),
  ];
  for (const request of requests) {
    await client.call({
      method: 'POST',
      path: agentRoutes.change,
      body: { lease: toWireLease(lease), ...request },
      answer: agentStateSchema,
      timeoutMs: CHANGE_TIMEOUT_MS,
    });
  }
}

function slices<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / maxCredentialsPerRequest);
  return Array.from({ length: count }, (_, index) => {
    const start = index * maxCredentialsPerRequest;
    return all.slice(start, start + maxCredentialsPerRequest);
  });
}

export function readState(client: NodeClient): Promise<AgentState> {
  return client.call({
    method: 'GET',
    path: agentRoutes.state,
    answer: agentStateSchema,
    timeoutMs: READ_TIMEOUT_MS,
  });
}

export function toWireLease({ owner, fence, ttlMs }: NodeLease): WireLease {
  return { owner, fence: fence.toString(), ttlMs };
}

function toWire({ email, vlessId, expiresAt }: DesiredCredential): WireCredential {
  return { email, vlessId, expiresAtMs: expiresAt.getTime() };
}
