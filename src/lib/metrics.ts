import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Every metric of a server process, registered once at start. */
export type Metrics = {
  registry: Registry;
  updates: Counter<'status'>;
  webhooks: Counter<'provider' | 'result'>;
  inboxPending: Gauge;
  inboxParked: Gauge;
  nodesHealthy: Gauge;
  booksOk: Gauge;
  openTasks: Gauge;
  unsealedRows: Gauge;
  unsealedSeconds: Gauge;
  systemState: Gauge;
  trafficBytes: Counter;
  trafficGaps: Counter;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    updates: new Counter({
      name: 'atlas_updates_total',
      help: 'Telegram updates worked by this process, by how they ended.',
      labelNames: ['status'],
      registers,
    }),
    webhooks: new Counter({
      name: 'atlas_provider_webhooks_total',
      help: 'Notices from payment providers, by result.',
      labelNames: ['provider', 'result'],
      registers,
    }),
    inboxPending: new Gauge({
      name: 'atlas_inbox_pending',
      help: 'Updates waiting to be worked.',
      registers,
    }),
    inboxParked: new Gauge({
      name: 'atlas_inbox_parked',
      help: 'Updates given up after retries.',
      registers,
    }),
    systemState: new Gauge({
      name: 'atlas_system_state_status',
      help: '0 when all that the shop needs is well, 1 degraded, 2 unavailable.',
      registers,
    }),
    nodesHealthy: new Gauge({
      name: 'atlas_nodes_healthy',
      help: 'Nodes whose last check passed.',
      registers,
    }),
    booksOk: new Gauge({
      name: 'atlas_books_ok',
      help: '1 while no proof of ledger or chain has failed, else 0.',
      registers,
    }),
    openTasks: new Gauge({
      name: 'atlas_operator_tasks_open',
      help: 'Matters that wait for an operator, suspended money among them.',
      registers,
    }),
    unsealedRows: new Gauge({
      name: 'atlas_unsealed_rows',
      help: 'Transfers and audit entries that wait for their place in the chain.',
      registers,
    }),
    unsealedSeconds: new Gauge({
      name: 'atlas_unsealed_oldest_seconds',
      help: 'How long the oldest of them has waited.',
      registers,
    }),
    trafficBytes: new Counter({
      name: 'atlas_traffic_bytes_total',
      help: 'Bytes of customers that this process has taken in from nodes.',
      registers,
    }),
    trafficGaps: new Counter({
      name: 'atlas_traffic_gaps_total',
      help: 'Places where bytes may be missing, as noticed by this process.',
      registers,
    }),
  };
}
