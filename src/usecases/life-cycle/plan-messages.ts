import { decideLifeMessage, type LifeMessage } from '../../domain/life-cycle.ts';
import type { JobPayloads } from '../../ports/jobs.ts';
import { addJobs } from '../../store/jobs.ts';
import {
  type DueEntitlement,
  type LifeNoticeKey,
  lockDueMessages,
  saveNextMessages,
  skipNotices,
} from '../../store/life-cycle/messages.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';
import { subjectOf } from './compose-life-notice.ts';

/** Entitlements per transaction. Source: product.md §5.1. */
const PAGE = 100;

/**
 * Promises whatever is to be said about entitlements now: what will soon end, and what has ended. A message is
 * promised in the transaction that notes when to look again, and sent at most once for one end.
 */
export async function planMessages(shop: Shop): Promise<number> {
  let planned = 0;
  for (;;) {
    const page = await shop.db.transaction('plan-messages', async (tx) => {
      const due = await lockDueMessages(tx, shop.clock.now(), PAGE);
      if (due.length > 0) await planPage(shop, tx, due);
      return due.length;
    });
    planned += page;
    if (page < PAGE) return planned;
  }
}

async function planPage(shop: Shop, tx: Transaction, due: DueEntitlement[]): Promise<void> {
  const now = shop.clock.now();
  const skipped: LifeNoticeKey[] = [];
  const promised: LifeNoticeKey[] = [];
  const next: { entitlementId: string; nextAt: Date | null }[] = [];
  for (const entitlement of due) {
    const { entitlementId, customerId, isReachable, period } = entitlement;
    const decision = decideLifeMessage(period, now);
    const noticeOf = (kind: LifeMessage) => ({
      noticeKey: subjectOf({ message: kind, entitlementId, endsAt: period.endsAt }),
      customerId,
      kind,
    });
    skipped.push(...decision.skipped.map(noticeOf));
    next.push({ entitlementId, nextAt: decision.nextAt });
    if (decision.message === null) continue;
    (isReachable ? promised : skipped).push(noticeOf(decision.message));
  }
  await addJobs(tx, 'send-notice', promised.map(toJob));
  if (skipped.length > 0) await skipNotices(tx, skipped, now);
  await saveNextMessages(tx, next);
}

function toJob({ noticeKey, customerId }: LifeNoticeKey): JobPayloads['send-notice'] {
  return { noticeKey, customerId, about: 'life', id: noticeKey };
}
