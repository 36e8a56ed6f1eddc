import type { Connection } from '../../domain/subscription/formats.ts';
import type { SubscriptionTokens } from '../../lib/subscription-tokens.ts';
import { listNodes, type Node } from '../../store/nodes.ts';
import { findSubscriber } from '../../store/subscription-links.ts';
import type { Shop } from '../shop.ts';

/** What is behind a subscription link now. Without connections once it has ended. */
export type Subscription = {
  locale: string | null;
  plan: string;
  endsAt: Date;
  isActive: boolean;
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
  const { locale, plan, endsAt, vlessId } = subscriber;
  const isActive = endsAt > shop.clock.now();
  const connections = isActive ? connectionsOf(await listNodes(shop.db), vlessId) : [];
  return { locale, plan, endsAt, isActive, connections };
}

/** Nodes that answered their last check; when none did, all of them: a client may reach what we cannot. */
function connectionsOf(nodes: Node[], vlessId: string): Connection[] {
  const serving = nodes.filter((node) => node.status === 'active');
  const healthy = serving.filter((node) => node.isHealthy);
  return (healthy.length > 0 ? healthy : serving).flatMap((node) =>
    node.inbounds.map((inbound, index) => ({ name: nameOf(node, index), inbound, vlessId })),
  );
}

function nameOf(node: Node, index: number): string {
  const place = node.location === 'XX' ? 'Atlas' : `Atlas ${node.location}`;
  return index === 0 ? `${place} ${node.name}` : `${place} ${node.name} ${index + 1}`;
}
