import { BEFORE_ALL_IDS } from '../../lib/ids.ts';
import type { DesiredEntitlement, DesiredReading, DesiredSource } from '../../ports/node-api.ts';
import {
  type DesiredRow,
  listDesiredOfNode,
  listRevisedOfNode,
  readRevisionHorizon,
} from '../../store/fleet/desired-credentials.ts';
import type { Node } from '../../store/fleet/nodes.ts';
import type { Shop } from '../shop.ts';

/** Rows per question: a few milliseconds of the database, half a megabyte of memory. */
const PAGE = 5_000;
/** Where a node stands that should hold nothing. */
const NOTHING = 'nothing';

/**
 * What a node should run. A cursor is the horizon of the snapshot before a reading: whatever commits later has that
 * revision or a later one, so reading on from it leaves nothing out. One from the future is of a database that was
 * restored since.
 */
export function desiredSourceOf(shop: Shop, node: Pick<Node, 'nodeId' | 'status'>): DesiredSource {
  return {
    now: () => shop.clock.now(),
    read: async (since) => {
      if (node.status === 'disabled' || node.status === 'removed') return nothing();
      const cursor = await readRevisionHorizon(shop.db);
      const isWhole = since === null || since === NOTHING || BigInt(since) > BigInt(cursor);
      const pages = isWhole ? readWhole(shop, node.nodeId) : readSince(shop, node.nodeId, since);
      return { cursor, isWhole, pages };
    },
  };
}

function nothing(): DesiredReading {
  return { cursor: NOTHING, isWhole: true, pages: noPages() };
}

async function* noPages(): AsyncGenerator<DesiredEntitlement[]> {}

async function* readWhole(shop: Shop, nodeId: string): AsyncGenerator<DesiredEntitlement[]> {
  let after = BEFORE_ALL_IDS;
  for (;;) {
    const rows = await listDesiredOfNode(shop.db, { nodeId, after, limit: PAGE });
    yield rows.map(toDesired);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.entitlementId;
  }
}

async function* readSince(shop: Shop, nodeId: string, horizon: string): AsyncGenerator<DesiredEntitlement[]> {
  let [revision, after] = [horizon, BEFORE_ALL_IDS];
  for (;;) {
    const rows = await listRevisedOfNode(shop.db, { nodeId, revision, after, limit: PAGE });
    yield rows.map(toDesired);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    ({ revision, entitlementId: after } = last);
  }
}

function toDesired({ entitlementId, credentials, endsAt }: DesiredRow): DesiredEntitlement {
  return { entitlementId, credentials: credentials.map((one) => ({ ...one, expiresAt: endsAt })) };
}
