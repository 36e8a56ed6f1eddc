import type { Kopecks } from '../../domain/money/money.ts';
import type { TaskKind } from '../../domain/operator-tasks.ts';
import { countUnsealedRows } from '../../store/chain.ts';
import { listNodes } from '../../store/fleet/nodes.ts';
import { countInbox } from '../../store/inbox.ts';
import { ping } from '../../store/installation.ts';
import { countDueJobs } from '../../store/jobs.ts';
import { countUnconfirmed } from '../../store/life-cycle/activations.ts';
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

/** `oldestAt`: since when the first in line has waited; null: nobody waits. */
export type Vitals = {
  readAt: Date;
  inbox: { pending: number; parked: number; oldestAt: Date | null };
  jobs: { due: number; retrying: number; oldestAt: Date | null };
  /** What was given and no node has confirmed. */
  unconfirmed: { count: number; oldestAt: Date | null };
  nodes: { name: string; isHealthy: boolean; inStepAt: Date }[];
  /** Tasks that wait for an operator, and the money that is nobody's until they are done. */
  openTasks: Record<TaskKind, number>;
  suspenseKopecks: Kopecks;
  unsealed: { rows: number; oldestAt: Date | null };
};

/** An update given up this recently makes the service look degraded. */
const PARKED_ALARM_MS = 3_600_000;

/** Figures for operators; each is a cheap count that reads no table through. */
export async function readVitals(shop: Shop): Promise<Vitals> {
  const readAt = shop.clock.now();
  const inbox = await countInbox(shop.db, new Date(readAt.getTime() - PARKED_ALARM_MS));
  const tasks = await countOpenTasks(shop.db);
  return {
    readAt,
    inbox: { ...inbox, pending: Number(inbox.pending), parked: Number(inbox.parked) },
    jobs: await countDueJobs(shop.db, readAt),
    unconfirmed: await countUnconfirmed(shop.db, readAt),
    nodes: await listNodes(shop.db),
    openTasks: tasks.byKind,
    suspenseKopecks: tasks.suspenseKopecks,
    unsealed: await countUnsealedRows(shop.db),
  };
}

/** How the parts that customers notice are. */
export type ServiceState = {
  status: 'ok' | 'degraded';
  inbox: 'ok' | 'degraded';
  nodes: 'ok' | 'degraded' | 'none';
};

/** An update older than this means that the inbox is not keeping up. */
const LATE_UPDATE_MS = 30_000;

export function decideServiceState({ readAt, inbox, nodes }: Vitals): ServiceState {
  const ageMs = inbox.oldestAt ? readAt.getTime() - inbox.oldestAt.getTime() : 0;
  const inboxState = ageMs > LATE_UPDATE_MS || inbox.parked > 0 ? 'degraded' : 'ok';
  const areHealthy = nodes.every((node) => node.isHealthy);
  const nodesState = nodes.length === 0 ? 'none' : areHealthy ? 'ok' : 'degraded';
  const isWell = inboxState === 'ok' && nodesState === 'ok';
  return { status: isWell ? 'ok' : 'degraded', inbox: inboxState, nodes: nodesState };
}
