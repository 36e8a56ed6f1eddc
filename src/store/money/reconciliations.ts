import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

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

const lastRow = z.object({
  provider: z.string(),
  since: moment,
  until: moment,
  listed: z.number(),
  settled: z.number(),
  findings: z.number(),
  checkedAt: moment,
});
/** How the last look at a provider's books went. */
export type LastReconciliation = z.infer<typeof lastRow>;

const listLastStatement = statement(
  'list-last-reconciliations',
  lastRow,
  `select r.provider, r.since, r.until, r.listed, r.settled, r.findings, r.checked_at as "checkedAt"
   from unnest($1::text[]) wanted (provider) cross join lateral (
     select * from reconciliations o where o.provider = wanted.provider order by checked_at desc limit 1) r`,
);

/** The last look at the books of each of some providers; one that was never looked at is left out. */
export async function listLastReconciliations(
  db: Querier,
  providers: string[],
): Promise<LastReconciliation[]> {
  return db.query(listLastStatement, [providers]);
}
