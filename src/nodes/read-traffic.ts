import type { NodeTraffic } from '../ports/node-api.ts';
import type { NodeClient } from './node-client.ts';
import { trafficPageSchema, trafficRoute } from './protocol/traffic-contract.ts';

/** One reading of the core comes before the answer: 100,000 counters take about a second. */
const TRAFFIC_TIMEOUT_MS = 15_000;
/** 5,000 entries and 50,000 e-mails of who is online, with the longest e-mails. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/** One page of what a node has counted. */
export async function readTraffic(client: NodeClient, since: string | null): Promise<NodeTraffic> {
  const page = await client.call({
    method: 'GET',
    path: since === null ? trafficRoute : `${trafficRoute}?since=${encodeURIComponent(since)}`,
    answer: trafficPageSchema,
    timeoutMs: TRAFFIC_TIMEOUT_MS,
    maxAnswerBytes: MAX_PAGE_BYTES,
  });
  return {
    epoch: page.epoch,
    cursor: page.cursor,
    entries: page.entries.map(({ email, counter, uplinkBytes, downlinkBytes }) => ({
      email,
      counter: BigInt(counter),
      uplinkBytes: BigInt(uplinkBytes),
      downlinkBytes: BigInt(downlinkBytes),
    })),
    hasMore: page.more,
    onlineEmails: page.online,
  };
}
