import { insertAuditEntry } from '../../store/audit.ts';
import { declineRefund, type Refund } from '../../store/money/refunds.ts';
import { insertOperatorTask } from '../../store/operator-tasks.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** A refund that will not happen: the charge is free again, and an operator is told. Does nothing when it is decided. */
export async function closeDeclined(
  shop: Shop,
  tx: Transaction,
  declined: { refund: Refund; reason: string },
): Promise<void> {
  const { refund, reason } = declined;
  const { refundId, chargeId, customerId, provider } = refund;
  const now = shop.clock.now();
  if (!(await declineRefund(tx, refundId, now))) return;
  const amount = `${refund.providerAmount} ${refund.providerCurrency}`;
  await insertOperatorTask(tx, {
    taskId: shop.ids.rowId(),
    kind: 'refund-declined',
    subject: refundId,
    customerId,
    details: { provider, chargeId, amount, reason },
    createdAt: now,
  });
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor: `provider:${provider}`,
    action: 'refund-declined',
    customerId,
    details: { refundId, chargeId, amount, reason },
    recordedAt: now,
  });
}
