import { Counter, Histogram, type Registry } from 'prom-client';

/** What this process has done since it started. */
export type EventCounters = {
  updates: Counter<'status'>;
  webhooks: Counter<'provider' | 'result'>;
  renewals: Counter<'outcome'>;
  /** Runs of background work; `job` names each. */
  jobs: Counter<'job' | 'outcome'>;
  jobSeconds: Histogram<'job'>;
  /** Slots of timetables that passed: `taken` in time, or `skipped` because nobody looked. */
  scheduleSlots: Counter<'outcome'>;
  /** Time that this process has seen the service in each state. */
  serviceSeconds: Counter<'state'>;
  trafficBytes: Counter;
  trafficGaps: Counter;
};

/** From a message that is sent to a pass over everything. */
const JOB_BUCKETS = [0.01, 0.05, 0.25, 1, 5, 15, 60];

export function createEventCounters(registry: Registry): EventCounters {
  return {
    updates: counter(registry, 'atlas_updates_total', {
      help: 'Telegram updates worked by this process, by how they ended.',
      series: { status: ['done', 'postponed', 'parked'] },
    }),
    webhooks: counter(registry, 'atlas_provider_webhooks_total', {
      help: 'Notices from payment providers, by result.',
      labels: ['provider', 'result'],
    }),
    renewals: counter(registry, 'atlas_renewals_total', {
      help: 'Renewals from wallets that this process tried, by outcome.',
      series: { outcome: ['renewed', 'money-short', 'paying', 'settled', 'off', 'failed'] },
    }),
    jobs: counter(registry, 'atlas_jobs_total', {
      help: 'Background work run by this process, by job and how it ended.',
      labels: ['job', 'outcome'],
    }),
    jobSeconds: new Histogram({
      name: 'atlas_job_seconds',
      help: 'How long background work took.',
      labelNames: ['job'],
      buckets: JOB_BUCKETS,
      registers: [registry],
    }),
    scheduleSlots: counter(registry, 'atlas_schedule_slots_total', {
      help: 'Slots of timetables that passed while this process looked: taken, or skipped.',
      series: { outcome: ['taken', 'skipped'] },
    }),
    serviceSeconds: counter(registry, 'atlas_service_seconds_total', {
      help: 'Seconds that this process has seen the service in each state.',
      series: { state: ['ok', 'degraded', 'unavailable'] },
    }),
    trafficBytes: counter(registry, 'atlas_traffic_bytes_total', {
      help: 'Bytes of customers that this process has taken in from nodes.',
    }),
    trafficGaps: counter(registry, 'atlas_traffic_gaps_total', {
      help: 'Places where bytes may be missing, as noticed by this process.',
    }),
  };
}

/** `series`: the values that a label can have, each of which begins with zero; `labels`: those learnt later. */
function counter<Label extends string = never>(
  registry: Registry,
  name: string,
  kind: { help: string; series?: Record<Label, string[]>; labels?: Label[] },
): Counter<Label> {
  const series = Object.entries(kind.series ?? {}) as [Label, string[]][];
  const labelNames = [...series.map(([label]) => label), ...(kind.labels ?? [])];
  const made = new Counter({ name, help: kind.help, labelNames, registers: [registry] });
  for (const [label, values] of series) {
    for (const value of values) made.inc({ [label]: value } as Record<Label, string>, 0);
  }
  return made;
}
