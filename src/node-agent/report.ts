import { createHash } from 'node:crypto';
import {
  type AgentBuckets,
  type AgentCheck,
  type AgentEntries,
  type AgentLegacy,
  type AgentState,
  maxCredentialsPerRequest,
} from '../nodes/protocol/contract.ts';
import { bucketOf, bucketSums, entrySum, type NodeDigests, rootDigest } from '../nodes/protocol/digest.ts';
import type { CoreBase } from './core/base-config.ts';
import type { CoreStatus } from './core/driver.ts';
import type { LiveSet } from './live-set.ts';
import type { DesiredStore, StoredCredential } from './state/desired-store.ts';

/** What the agent knows at one moment: its disk, what the core has confirmed, and how it is configured. */
export type NodeFacts = {
  version: string;
  base: CoreBase;
  configProblem: string | null;
  core: CoreStatus;
  store: DesiredStore;
  live: LiveSet;
  /** Everything that ended by this instant is gone. */
  sweptAtMs: number;
  leaseExpiresAtMs: number;
};

/** Looks at this many e-mails between two turns of the event loop: two hashes each, about 5 ms. */
const SLICE_ENTRIES = 2_000;

export function reportState(facts: NodeFacts): AgentState {
  const { store, base } = facts;
  return {
    ...aboutNode(facts),
    baseConfigHash: base.hash,
    nodeHash: nodeHash(facts),
    credentialCount: facts.live.count,
    asOfMs: facts.sweptAtMs,
    digest: rootDigest(digestsOf(facts)),
    lease: store.lease && { ...store.lease, expiresAtMs: facts.leaseExpiresAtMs },
  };
}

export function reportCheck(facts: NodeFacts): AgentCheck {
  return {
    digest: rootDigest(digestsOf(facts)),
    asOfMs: facts.sweptAtMs,
    isCoreRunning: facts.core.isRunning,
    nodeHash: nodeHash(facts),
  };
}

export function reportBuckets(facts: NodeFacts): AgentBuckets {
  const digests = digestsOf(facts);
  return {
    digest: rootDigest(digests),
    asOfMs: facts.sweptAtMs,
    credentialCount: facts.live.count,
    sums: bucketSums(digests).toString('base64'),
  };
}

/** What the core holds or should hold in these buckets, found by looking at every e-mail once. */
export async function reportEntries(facts: NodeFacts, buckets: readonly number[]): Promise<AgentEntries> {
  const { store, live } = facts;
  const asked = new Set(buckets);
  const entries: [string, string][] = [];
  let looked = 0;
  for (const email of live.emails().union(new Set(store.credentials.keys()))) {
    looked += 1;
    if (looked % SLICE_ENTRIES === 0) await new Promise((resolve) => setImmediate(resolve));
    if (!asked.has(bucketOf(email))) continue;
    const expiresAtMs = store.credentials.get(email)?.expiresAtMs ?? null;
    entries.push([email, entrySum(email, expiresAtMs, live.held(email))]);
  }
  return { asOfMs: facts.sweptAtMs, entries };
}

/** One page in the order of e-mails. */
export function reportLegacy(stored: readonly StoredCredential[], after: string | undefined): AgentLegacy {
  const left = stored.filter(({ email }) => after === undefined || email > after);
  const page = left.sort((a, b) => (a.email < b.email ? -1 : 1)).slice(0, maxCredentialsPerRequest);
  const next = page.length < left.length ? (page.at(-1)?.email ?? null) : null;
  const credentials = page.map(({ email, vlessId, expiresAtMs, telegramId = null }) => {
    return { email, vlessId, expiresAtMs, telegramId };
  });
  return { credentials, next };
}

function digestsOf({ base, live, store }: NodeFacts): NodeDigests {
  return { baseConfigHash: base.hash, inbounds: live.digests(), expiries: store.expiries };
}

function aboutNode({ version, store, core, base, configProblem }: NodeFacts) {
  return {
    agentVersion: version,
    mode: store.lease ? ('managed' as const) : ('legacy' as const),
    core,
    inbounds: base.inbounds,
    configProblem,
    capabilities: { sessionCut: false },
  };
}

function nodeHash(facts: NodeFacts): string {
  const about = JSON.stringify([aboutNode(facts), facts.base.hash]);
  return createHash('sha256').update(about).digest('base64url').slice(0, 22);
}
