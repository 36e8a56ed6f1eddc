import { Gauge, type Registry } from 'prom-client';

/** What the database says of the promises at the moment of a scrape; every process shows the same. */
export type PromiseGauges = {
  databaseUp: Gauge;
  systemState: Gauge;
  paidNotActiveSeconds: Gauge;
  paidNotActive: Gauge;
  inboxPending: Gauge;
  inboxOldestSeconds: Gauge;
  inboxParked: Gauge;
  jobsDue: Gauge;
  jobsRetrying: Gauge;
  jobsOldestSeconds: Gauge;
  nodesHealthy: Gauge;
  nodeHealthy: Gauge<'node'>;
  nodeDriftSeconds: Gauge<'node'>;
  booksOk: Gauge;
  suspenseKopecks: Gauge;
  openTasks: Gauge<'kind'>;
  unsealedRows: Gauge;
  unsealedSeconds: Gauge;
  /** This process's own connections: `used`, `idle`, and callers `waiting` for one. */
  poolConnections: Gauge<'state'>;
};

export function createPromiseGauges(registry: Registry): PromiseGauges {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const byNode = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['node'], registers: [registry] });
  return {
    databaseUp: gauge('atlas_database_up', '1 when the database answered this scrape, else 0.'),
    systemState: gauge(
      'atlas_system_state_status',
      '0 when all that the shop needs is well, 1 degraded, 2 unavailable.',
    ),
    paidNotActiveSeconds: gauge(
      'atlas_paid_not_active_seconds',
      'How long the oldest entitlement that no node has confirmed has waited.',
    ),
    paidNotActive: gauge('atlas_paid_not_active', 'Entitlements that no node has confirmed.'),
    inboxPending: gauge('atlas_inbox_pending', 'Updates waiting to be worked.'),
    inboxOldestSeconds: gauge('atlas_inbox_oldest_seconds', 'How long the oldest of them has waited.'),
    inboxParked: gauge('atlas_inbox_parked', 'Updates given up after retries, of the last hour.'),
    jobsDue: gauge('atlas_jobs_due', 'Background work that is due and not begun, counted up to 10,000.'),
    jobsRetrying: gauge('atlas_jobs_retrying', 'Background work that failed and waits for another try.'),
    jobsOldestSeconds: gauge('atlas_jobs_oldest_seconds', 'How long the oldest work that is due has waited.'),
    nodesHealthy: gauge('atlas_nodes_healthy', 'Nodes whose last check passed.'),
    nodeHealthy: byNode('atlas_node_healthy', '1 while the node counts as healthy, else 0.'),
    nodeDriftSeconds: byNode(
      'atlas_node_drift_seconds',
      'Since when no look has found the node equal to what it should run.',
    ),
    booksOk: gauge('atlas_books_ok', '1 while no proof of ledger or chain has failed, else 0.'),
    suspenseKopecks: gauge('atlas_suspense_kopecks', 'Money received that is nobody’s yet.'),
    openTasks: createTaskGauge(registry),
    unsealedRows: gauge(
      'atlas_unsealed_rows',
      'Transfers and audit entries that wait for their place in the chain.',
    ),
    unsealedSeconds: gauge('atlas_unsealed_oldest_seconds', 'How long the oldest of them has waited.'),
    poolConnections: createPoolGauge(registry),
  };
}

function createTaskGauge(registry: Registry): Gauge<'kind'> {
  return new Gauge({
    name: 'atlas_operator_tasks_open',
    help: 'Matters that wait for an operator, suspended money among them.',
    labelNames: ['kind'],
    registers: [registry],
  });
}

function createPoolGauge(registry: Registry): Gauge<'state'> {
  const pool = new Gauge({
    name: 'atlas_database_pool',
    help: 'Connections of this process that are used or idle, and callers that wait for one.',
    labelNames: ['state'],
    registers: [registry],
  });
  for (const state of ['used', 'idle', 'waiting']) pool.set({ state }, 0);
  return pool;
}
