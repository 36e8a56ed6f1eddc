import { describeError, isFault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { NodeTarget } from '../../ports/node-api.ts';
import { findNode } from '../../store/fleet/nodes.ts';
import { findTrafficCursor } from '../../store/traffic/node-traffic.ts';
import { type Fleet, targetOf } from '../access/node-target.ts';
import type { Shop } from '../shop.ts';
import { ingestPage } from './ingest-page.ts';

/** A million credentials in one go, ten times the largest node planned; the rest follows a minute later. */
const MAX_PAGES = 200;

/** What was added to customers' use, and where bytes may be missing. */
export type IngestResult = { outcome: 'ingested' | 'away'; bytes: bigint; gaps: number };

/**
 * Takes in what a node has counted since it was last asked. Reading takes no lease: were two processes to ask, each
 * page would still count once. `away`: the node cannot be read now; it goes on counting by itself.
 */
export async function ingestTraffic(
  deps: { shop: Shop; fleet: Fleet; logger: Logger },
  nodeId: string,
): Promise<IngestResult> {
  const { shop, fleet, logger } = deps;
  const node = await findNode(shop.db, nodeId);
  const total: IngestResult = { outcome: 'away', bytes: 0n, gaps: 0 };
  if (!node || node.status === 'removed') return total;
  try {
    await ingestPages(deps, targetOf(fleet, node), total);
    total.outcome = 'ingested';
  } catch (error) {
    if (!isFault(error) || !error.code.startsWith('node-')) throw error;
    logger.warn(
      {
        component: 'nodes',
        operation: 'ingest-traffic',
        node: node.name,
        outcome: 'failed',
        error: describeError(error),
      },
      "a node's traffic could not be read",
    );
  }
  return total;
}

async function ingestPages(
  { shop, fleet }: { shop: Shop; fleet: Fleet },
  target: NodeTarget,
  total: IngestResult,
): Promise<void> {
  const { nodeId } = target;
  let since = await findTrafficCursor(shop.db, nodeId);
  for (let pages = 1; pages <= MAX_PAGES; pages += 1) {
    const page = await fleet.api.readTraffic(target, since);
    const { isCounted, bytes, gaps } = await ingestPage(shop, { nodeId, since, page });
    total.bytes += bytes;
    total.gaps += gaps;
    if (!isCounted || !page.hasMore) return;
    since = page.cursor;
  }
}
