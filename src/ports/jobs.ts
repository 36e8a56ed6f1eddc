/** Background work, by name, with its payload. "Run this now": due moments live in columns, not here. */
export type JobPayloads = {
  /** A verified provider event waits to be settled. */
  'settle-event': { eventId: string };
  /** Some open invoices are due to be asked about at their provider. */
  'poll-invoices': { slot: string };
  /** An entitlement has changed: push its credential to every node. */
  'push-access': { entitlementId: string };
  /** Compare a node with what it should run and repair it. */
  'converge-node': { nodeId: string };
  /** Entitlements whose time has come are closed, overdue invoices expire. */
  'close-overdue': { slot: string };
  /** The customer's credential, sent at least once. */
  'deliver-access': { entitlementId: string };
  /** A money notice, sent at most once. */
  'send-notice': { noticeKey: string; customerId: string; chargeId: string };
};

export type JobName = keyof JobPayloads;

/**
 * `queue`: jobs of one queue run one after another across all processes; only for few, fixed names.
 * `maxAttempts`: 1 for what a timetable will promise again anyway.
 */
export type JobOptions = { queue?: string; maxAttempts?: number };
