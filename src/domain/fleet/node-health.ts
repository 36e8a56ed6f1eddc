/** How a node's checks went of late. A node that was never checked is not healthy yet. */
export type NodeHealth = {
  isHealthy: boolean;
  /** Checks in a row that failed, or that were good, up to the last one. */
  failedChecks: number;
  goodChecks: number;
  downSince: Date | null;
  /** Since when it counts as lost, so that its customers get another one. */
  deadAt: Date | null;
};

/** With a check every 10 s a node is down after half a minute: a restart or a lost packet is not an outage. */
const FAILURES_TO_FALL = 3;
/** One good answer may be luck. */
const SUCCESSES_TO_RISE = 2;
/** Longer than a reboot or a provider's hiccup; customers then get another node besides. */
export const DEAD_AFTER_MS = 600_000;

/** What a node is after one more check. The first good check of a new node makes it healthy at once. */
export function nextHealth(before: NodeHealth, check: { isGood: boolean; at: Date }): NodeHealth {
  return check.isGood ? afterSuccess(before) : afterFailure(before, check.at);
}

function afterSuccess(before: NodeHealth): NodeHealth {
  const goodChecks = before.goodChecks + 1;
  const isNew = before.goodChecks === 0 && before.downSince === null;
  const isHealthy = before.isHealthy || isNew || goodChecks >= SUCCESSES_TO_RISE;
  const { downSince, deadAt } = isHealthy ? { downSince: null, deadAt: null } : before;
  return { isHealthy, failedChecks: 0, goodChecks, downSince, deadAt };
}

function afterFailure(before: NodeHealth, at: Date): NodeHealth {
  const failedChecks = before.failedChecks + 1;
  const isHealthy = before.isHealthy && failedChecks < FAILURES_TO_FALL;
  const downSince = isHealthy ? null : (before.downSince ?? at);
  const isLost = downSince !== null && at.getTime() - downSince.getTime() >= DEAD_AFTER_MS;
  return { isHealthy, failedChecks, goodChecks: 0, downSince, deadAt: before.deadAt ?? (isLost ? at : null) };
}
