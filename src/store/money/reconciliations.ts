import type { Querier } from '../postgres/database.ts';
import { noRow, statement } from '../postgres/statement.ts';

/** One look at a provider's books. `settled`: what we did not have and now do; `findings`: what disagrees. */
export type Reconciliation = {
  reconciliationId: string;
  provider: string;
  since: Date;
  until: Date;
  listed: number;
  settled: number;
  findings: number;
  checkedAt: Date;
};

const insertReconciliationStatement = statement(
  'insert-reconciliation',
  noRow,
  `insert into reconciliations (reconciliation_id, provider, since, until, listed, settled, findings, checked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function insertReconciliation(db: Querier, look: Reconciliation): Promise<void> {
  await db.query(insertReconciliationStatement, [
    look.reconciliationId,
    look.provider,
    look.since,
    look.until,
    look.listed,
    look.settled,
    look.findings,
    look.checkedAt,
  ]);
}
