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
};

/** What the node really runs. `digest` covers every credential that its core confirmed, with expiries. */
export type NodeReport = {
  agentVersion: string;
  core: { kind: 'xray' | 'v2ray' | 'simulated'; version: string; pid: number | null; isRunning: boolean };
  inbounds: NodeInbound[];
  credentialCount: number;
  digest: string;
  capabilities: { sessionCut: boolean };
  /** Who the agent obeys at present. */
  lease: { owner: string; fence: bigint } | null;
};

/**
 * The agent of one node.
 *
 * Throws: `Fault` with code `node-unreachable` (retryable), `node-refused` (not retryable: wrong key, bad
 * request), `node-lease-held` (another owner or a higher fence holds it), `node-core-down` (retryable).
 */
export interface NodeApi {
  inspect(target: NodeTarget): Promise<NodeReport>;
  lease(target: NodeTarget, lease: NodeLease): Promise<void>;
  /** Adds or replaces `upsert`, removes `removeEmails`; returns after the core confirmed. Safe to repeat. */
  change(
    target: NodeTarget,
    lease: NodeLease,
    change: { upsert: DesiredCredential[]; removeEmails: string[] },
  ): Promise<NodeReport>;
  /**
   * Makes the node run exactly `credentials`. Compares digests first: an equal node costs one small answer.
   * `changed` tells whether anything had to be repaired.
   */
  converge(
    target: NodeTarget,
    lease: NodeLease,
    credentials: DesiredCredential[],
  ): Promise<{ changed: boolean; report: NodeReport }>;
}
