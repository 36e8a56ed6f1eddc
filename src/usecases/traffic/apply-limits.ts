import { addJob } from '../../store/jobs.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { suspendEntitlements } from '../../store/traffic/entitlement-traffic.ts';

/**
 * Suspends the entitlements whose traffic is used up, takes back those whose is not, and promises that nodes and
 * customers are told. Call with their traffic locked, in the transaction that changed use or limit.
 *
 * A customer is told once in a period of each limit.
 */
export async function applyLimits(tx: Transaction, entitlementIds: string[], now: Date): Promise<void> {
  for (const changed of await suspendEntitlements(tx, entitlementIds, now)) {
    const { entitlementId, customerId, limitBytes, periodStartedAt } = changed;
    await addJob(tx, 'push-access', { entitlementId });
    if (!changed.isSuspended) continue;
    const noticeKey = `traffic:${entitlementId}:${periodStartedAt.toISOString()}:${limitBytes}`;
    await addJob(tx, 'send-notice', { noticeKey, customerId, about: 'traffic', id: entitlementId });
  }
}
