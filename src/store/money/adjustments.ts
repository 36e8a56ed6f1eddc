import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { money, statement } from '../postgres/statement.ts';

const findBySourceStatement = statement(
  'find-adjustment-by-source',
  z.object({ customerId: z.string(), amountKopecks: money }),
  `select customer_id as "customerId", amount_kopecks as "amountKopecks" from adjustments where source_key = $1`,
);

/** What was done for a wish before. */
export async function findAdjustmentBySource(
  db: Querier,
  sourceKey: string,
): Promise<{ customerId: string; amountKopecks: Kopecks } | null> {
  return (await db.query(findBySourceStatement, [sourceKey]))[0] ?? null;
}

const insertAdjustmentStatement = statement(
  'insert-adjustment',
  z.object({ adjustmentId: z.string() }),
  `insert into adjustments (adjustment_id, customer_id, amount_kopecks, counter_account, actor, reason,
     source_key, recorded_at) values ($1, $2, $3, 'adjustments', $4, $5, $6, $7)
   on conflict (source_key) do nothing returning adjustment_id as "adjustmentId"`,
);

/** Records an operator's correction; false when its key was taken at this moment. */
export async function insertAdjustment(
  tx: Querier,
  adjustment: {
    adjustmentId: string;
    customerId: string;
    amountKopecks: Kopecks;
    actor: string;
    reason: string;
    sourceKey: string;
    recordedAt: Date;
  },
): Promise<boolean> {
  const rows = await tx.query(insertAdjustmentStatement, [
    adjustment.adjustmentId,
    adjustment.customerId,
    adjustment.amountKopecks,
    adjustment.actor,
    adjustment.reason,
    adjustment.sourceKey,
    adjustment.recordedAt,
  ]);
  return rows.length > 0;
}
