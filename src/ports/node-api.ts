/** What we need from a node: a lease, a desired set, and the truth about what its core runs. */

/** Where a node's agent listens and the key it expects in `X-API-Key`. */
export type NodeTarget = { nodeId: string; url: string; apiKey: string };

/**
 * Our right to change a node. `fence` only ever grows; an agent refuses a lower one, so a process that lost
 * its lease cannot act late.
 */
export type NodeLease = { owner: string; fence: bigint; ttlMs: number };

/** One customer's id on the fleet. `email` is unique, lower-case ASCII; `vlessId` is a canonical UUID. */
export type DesiredCredential = { email: string; vlessId: string; expiresAt: Date };

/** A listener that customers connect to, as the agent derived it from its core's configuration. */
export type NodeInbound = {
  tag: string;
  host: string;
  port: number;
  network: 'tcp' | 'ws' | 'grpc' | 'xhttp';
  security: 'none' | 'tls' | 'reality';
  flow: '' | 'xtls-rprx-vision';
  sni?: string;
  fingerprint?: string;
  publicKey?: string;
  shortId?: string;
  alpn?: string[];
  path?: string;
  hostHeader?: string;
  serviceName?: string;
  authority?: string;
  mode?: string;
};

/** What the node really runs. */
export type NodeReport = {
  agentVersion: string;
  core: { kind: 'xray' | 'v2ray' | 'simulated'; version: string; pid: number | null; isRunning: boolean };
  inbounds: NodeInbound[];
  /** Credentials that every inbound of its core has confirmed. */
  credentialCount: number;
  /** Why the configuration on the node's disk is not the one that runs; null when it is. */
  configProblem: string | null;
  capabilities: { sessionCut: boolean };
  /** Who the agent obeys at present. */
  lease: { owner: string; fence: bigint; expiresAt: Date } | null;
};

/** What an older bot has put on a node. `telegramId`: whose it is, where that is known. */
export type LegacyCredential = DesiredCredential & { telegramId: bigint | null };

/** What a node should hold for one entitlement; nothing when `credentials` is empty. */
export type DesiredEntitlement = { entitlementId: string; credentials: DesiredCredential[] };

/** What one node should run, as it is kept. */
export type DesiredSource = {
  /**
   * What has changed since a cursor, or everything (`isWhole`) for null or a cursor that is not known any more.
   * `cursor`: to go on from, once all pages have been read. A change may be told twice; none is left out.
   */
  read(since: string | null): Promise<DesiredReading>;
  now(): Date;
};
export type DesiredReading = {
  cursor: string;
  isWhole: boolean;
  pages: AsyncIterable<DesiredEntitlement[]>;
};

/** What one credential has carried on a node. A larger `counter` is a count that began anew at zero. */
export type NodeTrafficEntry = {
  email: string;
  counter: bigint;
  uplinkBytes: bigint;
  downlinkBytes: bigint;
};

/**
 * One page of totals that have changed since the cursor it was asked with. A new `epoch`: the node lost its
 * counters. `onlineEmails` comes with the last page; null where the core cannot tell.
 */
export type NodeTraffic = {
  epoch: string;
  cursor: string;
  entries: NodeTrafficEntry[];
  hasMore: boolean;
  onlineEmails: string[] | null;
};

/**
 * The agent of one node.
 *
 * Throws: `Fault` with code `node-unreachable` (retryable), `node-refused` (not retryable: wrong key, bad
 * request), `node-lease-held` (another owner or a higher fence holds it), `node-core-down` (retryable).
 */
export interface NodeApi {
  inspect(target: NodeTarget): Promise<NodeReport>;
  /** Everything an older bot has put there. Only while nobody has ever had the node's lease: see `NodeReport.lease`. */
  readLegacy(target: NodeTarget): Promise<LegacyCredential[]>;
  lease(target: NodeTarget, lease: NodeLease): Promise<void>;
  /** Adds or replaces `upsert`, removes `removeEmails`; returns after the core confirmed. Safe to repeat. */
  change(
    target: NodeTarget,
    lease: NodeLease,
    change: { upsert: DesiredCredential[]; removeEmails: string[] },
  ): Promise<void>;
  /**
   * Makes the node run exactly what the source says. A node where nothing has changed costs one short answer.
   * `changed`: something had to be repaired; `isInStep`: the last look found nothing to do.
   */
  converge(
    target: NodeTarget,
    lease: NodeLease,
    source: DesiredSource,
  ): Promise<{ changed: boolean; isInStep: boolean; report: NodeReport }>;
  /**
   * What has changed since `since`, or everything. Changes nothing and may be repeated; asking with a cursor says
   * that everything up to it is safe here.
   */
  readTraffic(target: NodeTarget, since: string | null): Promise<NodeTraffic>;
}
