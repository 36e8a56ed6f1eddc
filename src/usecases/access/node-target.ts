import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import type { NodeApi, NodeLease, NodeTarget } from '../../ports/node-api.ts';
import type { Node } from '../../store/fleet/nodes.ts';

/** What use cases over nodes need besides the shop. `fleetId` names this installation to its nodes. */
export type Fleet = { api: NodeApi; secrets: SecretBox; fleetId: string; workerId: string };

/** Others may take a node over after this long without a word from its holder. Source: decisions.md §6. */
export const NODE_LEASE_MS = 30_000;

export function targetOf(fleet: Fleet, node: Node): NodeTarget {
  const apiKey = fleet.secrets.open(node.keyCiphertext, nodeKeyContext(node.nodeId));
  return { nodeId: node.nodeId, url: node.url, apiKey };
}

export function leaseOf(fleet: Fleet, fence: bigint): NodeLease {
  return { owner: fleet.fleetId, fence, ttlMs: NODE_LEASE_MS };
}

/** What the secret box binds a node's key to. */
export function nodeKeyContext(nodeId: string): string {
  return `nodes.key:${nodeId}`;
}
