import { countUnsealedRows } from '../../store/chain.ts';
import { listNodes } from '../../store/fleet/nodes.ts';
import { countInbox } from '../../store/inbox.ts';
import { ping } from '../../store/installation.ts';
import { countOpenTasks } from '../../store/operator-tasks.ts';
import type { Shop } from '../shop.ts';

/** True when the database answers a real question. */
export async function isDatabaseReady(shop: Shop): Promise<boolean> {
  try {
    await ping(shop.db);
    return true;
  } catch {
    return false;
  }
}

export type Vitals = {
  inboxPending: number;
  inboxParked: number;
  oldestUpdateAt: Date | null;
  nodes: number;
  nodesHealthy: number;
  /** Tasks that wait for an operator, and those of them that say a proof of the books has failed. */
  openTasks: number;
  brokenBooks: number;
  unsealedRows: number;
  oldestUnsealedAt: Date | null;
};

/** An update given up this recently makes the service look degraded. */
const PARKED_ALARM_MS = 3_600_000;

/** Figures for operators; each is a cheap count. */
export async function readVitals(shop: Shop): Promise<Vitals> {
  const parkedSince = new Date(shop.clock.now().getTime() - PARKED_ALARM_MS);
  const inbox = await countInbox(shop.db, parkedSince);
  const nodes = await listNodes(shop.db);
  const tasks = await countOpenTasks(shop.db);
  const unsealed = await countUnsealedRows(shop.db);
  return {
    inboxPending: Number(inbox.pending),
    inboxParked: Number(inbox.parked),
    oldestUpdateAt: inbox.oldestAt,
    nodes: nodes.length,
    nodesHealthy: nodes.filter((node) => node.isHealthy).length,
    openTasks: tasks.open,
    brokenBooks: tasks.ledger,
    unsealedRows: unsealed.rows,
    oldestUnsealedAt: unsealed.oldestAt,
  };
}
