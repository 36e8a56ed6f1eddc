import { createHash } from 'node:crypto';
import { insertOperatorTask } from '../../store/operator-tasks.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import type { Shop } from '../shop.ts';
import { verifyChain } from './verify-chain.ts';

/**
 * Proves ledger and chain as the operator's commands do. The first fault of each becomes an operator's task,
 * once however often it is found; metrics and health show that there is one.
 */
export async function verifyBooks(shop: Shop): Promise<void> {
  const faults = [await verifyLedger(shop), await verifyChain(shop)].flatMap((proof) =>
    proof.ok ? [] : [`${proof.row}: ${proof.problem}`],
  );
  for (const finding of faults) await report(shop, finding);
}

async function report(shop: Shop, finding: string): Promise<void> {
  const subject = createHash('sha256').update(finding).digest('hex').slice(0, 32);
  await shop.db.transaction('report-books', (tx) =>
    insertOperatorTask(tx, {
      taskId: shop.ids.rowId(),
      kind: 'ledger',
      subject,
      customerId: null,
      details: { finding },
      createdAt: shop.clock.now(),
    }),
  );
}
