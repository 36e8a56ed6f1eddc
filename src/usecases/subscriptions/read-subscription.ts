import type { Connection } from '../../domain/connections/formats.ts';
import type { SubscriptionTokens } from '../../lib/subscription-tokens.ts';
import { listNodesOf, type Node } from '../../store/fleet/nodes.ts';
import { findSubscriber } from '../../store/subscription-links.ts';
import type { Shop } from '../shop.ts';

/** The location of a node whose operator did not say where it is. */
const NOWHERE = 'XX';

/** What is behind a subscription link now. Without connections once it has ended, and while it is suspended. */
export type Subscription = {
  entitlementId: string;
  locale: string | null;
  plan: string;
  endsAt: Date;
  isActive: boolean;
  /** What the customer has passed through all servers, and how much they may; null: as much as they like. */
  usedBytes: bigint;
  limitBytes: bigint | null;
  /** Not ended, but nothing passes because the traffic is used up. */
  isSuspended: boolean;
  /** Countries of the servers below, each once. */
  locations: string[];
  connections: Connection[];
};

/**
 * What a token opens: every connection that is alive, and none after the end. Null for an unknown token, which
 * costs as much to find out as a known one.
 */
export async function readSubscription(
  shop: Shop,
  tokens: SubscriptionTokens,
  token: string,
): Promise<Subscription | null> {
  const hash = tokens.hash(token);
  const subscriber = hash && (await findSubscriber(shop.db, hash));
  if (!subscriber) return null;
  const { entitlementId, locale, plan, endsAt, vlessId, usedBytes, limitBytes } = subscriber;
  const isActive = endsAt > shop.clock.now();
  const isSuspended = isActive && subscriber.suspendedAt !== null;
  const nodes = isActive && !isSuspended ? reachableOf(await listNodesOf(shop.db, entitlementId)) : [];
  return {
    entitlementId,
    locale,
    plan,
    endsAt,
    isActive,
    usedBytes,
    limitBytes,
    isSuspended,
    locations: locationsOf(nodes),
    connections: connectionsOf(nodes, vlessId),
  };
}

/**
 * The customer's nodes that are healthy and stay; else those that are healthy; when none is, all of them: a client
 * may reach what we cannot.
 */
function reachableOf(nodes: Node[]): Node[] {
  const healthy = nodes.filter((node) => node.isHealthy);
  const staying = healthy.filter((node) => node.status === 'active');
  return [staying, healthy, nodes].find((some) => some.length > 0) ?? [];
}

function locationsOf(nodes: Node[]): string[] {
  const known = nodes.filter(({ location, inbounds }) => location !== NOWHERE && inbounds.length > 0);
  return [...new Set(known.map(({ location }) => location))].sort();
}

function connectionsOf(nodes: Node[], vlessId: string): Connection[] {
  return nodes.flatMap((node) =>
    node.inbounds.map((inbound, index) => ({ name: nameOf(node, index), inbound, vlessId })),
  );
}

function nameOf(node: Node, index: number): string {
  const place = node.location === NOWHERE ? 'Atlas' : `Atlas ${node.location}`;
  return index === 0 ? `${place} ${node.name}` : `${place} ${node.name} ${index + 1}`;
}
