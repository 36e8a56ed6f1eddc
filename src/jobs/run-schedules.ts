import { describeError } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import type { Metrics } from '../lib/metrics.ts';
import { repeat } from '../lib/pauses.ts';
import { correlate } from '../lib/telemetry/correlation.ts';
import { SLOT_PREFIX } from '../lib/telemetry/log-facts.ts';
import type { JobName, JobOptions, JobPayloads } from '../ports/jobs.ts';
import { viewNodes } from '../usecases/nodes/list-nodes.ts';
import { promiseScheduled, type Schedule } from '../usecases/operations/promise-scheduled.ts';
import type { Shop } from '../usecases/shop.ts';

/** Finer than the shortest interval, so that a slot is taken soon after it is due. */
const LOOK_EVERY_MS = 1_000;
const POLL_INVOICES_MS = 10_000;
/** Source: payments.md §7: recent every 10 minutes, the closed day once. */
const RECONCILE_RECENT_MS = 600_000;
const DAY_MS = 86_400_000;
/** After midnight, so that what was paid just before it is in every provider's books. */
const RECONCILE_DAY_AFTER_MS = 15 * 60_000;
/** Reads every row of the ledger; often enough that a fault is a story of today. */
const VERIFY_BOOKS_MS = 600_000;
/** 09:00 UTC, when an owner reads messages. */
const CHAIN_HEAD_AT_MS = 9 * 3_600_000;
/** As often as nodes are checked, on whose health it looks. */
const CHECK_SYSTEM_MS = 10_000;
/** Source: decisions.md §6. */
const CONVERGE_NODE_MS = 10_000;
/** A customer may go past a limit by what a minute carries. */
const INGEST_TRAFFIC_MS = 60_000;
const RESET_TRAFFIC_MS = 60_000;
/** A safety net only: what changes on the fleet asks for it at once. */
const SPREAD_PLACEMENTS_MS = 3_600_000;

/** Messages are right to half a minute. */
const PLAN_MESSAGES_MS = 30_000;
/** Source: product.md §5.4: at most once per hour. */
const REPORT_STUCK_MS = 3_600_000;
/** 03:30 UTC, when few are awake. */
const FORGET_OLD_AT_MS = 3.5 * 3_600_000;

/** How often what happens without a tap is looked at. */
export type Intervals = { renewalMs: number; activationMs: number; cleanupMs: number };

/** Jobs that are told their slot. */
type SlotJob = {
  [Name in JobName]: JobPayloads[Name] extends { slot: string } ? Name : never;
}[JobName];

export type ScheduleSettings = {
  shop: Shop;
  intervals: Intervals;
  logger: Logger;
  metrics: Metrics;
};

/** Promises every due schedule's job, once across all processes, until `signal` aborts. */
export async function runSchedules(settings: ScheduleSettings, signal: AbortSignal): Promise<void> {
  const taken = new Map<string, number>();
  await repeat(LOOK_EVERY_MS, signal, async () => {
    await look(settings, taken).catch((error: unknown) => {
      settings.logger.warn(
        { component: 'jobs', operation: 'schedules', outcome: 'failed', error: describeError(error) },
        'schedules could not be looked at',
      );
    });
  });
}

/** `taken`: the last slot of each schedule that is known to be taken, so that it is not asked for again. */
async function look(settings: ScheduleSettings, taken: Map<string, number>): Promise<void> {
  const { shop, intervals, metrics } = settings;
  for (const schedule of await listSchedules(shop, intervals)) {
    const last = taken.get(schedule.name);
    if (last !== undefined && shop.clock.now().getTime() < last + schedule.intervalMs) continue;
    const id = `${SLOT_PREFIX}${shop.ids.rowId()}`;
    const slotAt = (await correlate(id, () => promiseScheduled(shop, schedule))).getTime();
    taken.set(schedule.name, slotAt);
    metrics.scheduleSlots.inc({ outcome: 'taken' });
    const skipped = last === undefined ? 0 : Math.round((slotAt - last) / schedule.intervalMs) - 1;
    metrics.scheduleSlots.inc({ outcome: 'skipped' }, Math.max(0, skipped));
  }
}

/** What runs whatever nodes there are. One attempt where the next slot does the same work. */
const FIXED: { name: SlotJob; intervalMs: number; offsetMs: number; options?: JobOptions }[] = [
  { name: 'poll-invoices', intervalMs: POLL_INVOICES_MS, offsetMs: 0, options: alone('poll-invoices', 1) },
  {
    name: 'spread-placements',
    intervalMs: SPREAD_PLACEMENTS_MS,
    offsetMs: 60_000,
    options: alone('spread-placements', 1),
  },
  {
    name: 'reset-traffic',
    intervalMs: RESET_TRAFFIC_MS,
    offsetMs: 5_000,
    options: alone('reset-traffic', 1),
  },
  {
    name: 'reconcile-recent',
    intervalMs: RECONCILE_RECENT_MS,
    offsetMs: 30_000,
    options: alone('reconcile', 3),
  },
  {
    name: 'reconcile-day',
    intervalMs: DAY_MS,
    offsetMs: RECONCILE_DAY_AFTER_MS,
    options: { queue: 'reconcile' },
  },
  { name: 'verify-books', intervalMs: VERIFY_BOOKS_MS, offsetMs: 120_000, options: alone('verify-books', 1) },
  { name: 'check-system', intervalMs: CHECK_SYSTEM_MS, offsetMs: 4_000, options: alone('check-system', 1) },
  { name: 'post-chain-head', intervalMs: DAY_MS, offsetMs: CHAIN_HEAD_AT_MS },
  {
    name: 'plan-messages',
    intervalMs: PLAN_MESSAGES_MS,
    offsetMs: 7_000,
    options: alone('plan-messages', 1),
  },
  { name: 'report-stuck', intervalMs: REPORT_STUCK_MS, offsetMs: 240_000, options: alone('report-stuck', 3) },
  { name: 'forget-old', intervalMs: DAY_MS, offsetMs: FORGET_OLD_AT_MS, options: alone('forget-old', 1) },
];

function adjustable(intervals: Intervals): typeof FIXED {
  const every = (name: SlotJob, intervalMs: number, offsetMs: number) => {
    return { name, intervalMs, offsetMs, options: alone(name, 1) };
  };
  return [
    every('close-overdue', intervals.cleanupMs, 2_000),
    every('renew-due', intervals.renewalMs, 17_000),
    every('retry-activations', intervals.activationMs, 23_000),
  ];
}

async function listSchedules(shop: Shop, intervals: Intervals): Promise<Schedule[]> {
  const fixed = [...FIXED, ...adjustable(intervals)].map(({ name, ...when }) =>
    schedule({ ...when, name, job: name, payload: (slotAt) => ({ slot: slotAt.toISOString() }) }),
  );
  const nodes = await viewNodes(shop);
  return [...fixed, ...nodes.flatMap(({ nodeId }) => [convergeSchedule(nodeId), ingestSchedule(nodeId)])];
}

function ingestSchedule(nodeId: string): Schedule {
  return schedule({
    name: `ingest-traffic:${nodeId}`,
    intervalMs: INGEST_TRAFFIC_MS,
    offsetMs: Number.parseInt(nodeId.slice(-4), 16) % INGEST_TRAFFIC_MS,
    job: 'ingest-traffic',
    payload: () => ({ nodeId }),
    options: { queue: `traffic:${nodeId}`, maxAttempts: 1 },
  });
}

function alone(queue: string, maxAttempts: number): { queue: string; maxAttempts: number } {
  return { queue, maxAttempts };
}

function convergeSchedule(nodeId: string): Schedule {
  return schedule({
    name: `converge-node:${nodeId}`,
    intervalMs: CONVERGE_NODE_MS,
    offsetMs: Number.parseInt(nodeId.slice(-4), 16) % CONVERGE_NODE_MS,
    job: 'converge-node',
    payload: () => ({ nodeId }),
    options: { queue: `node:${nodeId}`, maxAttempts: 1 },
  });
}

function schedule<Name extends JobName>(one: Schedule<Name>): Schedule {
  return one as unknown as Schedule;
}
