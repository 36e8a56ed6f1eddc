import type { Querier } from './postgres/database.ts';
import { noRow, statement } from './postgres/statement.ts';

/** Who did what, and why. `details` holds ids and redacted facts, never personal data or secrets. */
export type AuditEntry = {
  entryId: string;
  actor: string;
  action: string;
  customerId: string | null;
  details: Record<string, string | number | null>;
  recordedAt: Date;
};

const insertEntryStatement = statement(
  'insert-audit-entry',
  noRow,
  `insert into audit_entries (entry_id, actor, action, customer_id, details, recorded_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

export async function insertAuditEntry(tx: Querier, entry: AuditEntry): Promise<void> {
  await tx.query(insertEntryStatement, [
    entry.entryId,
    entry.actor,
    entry.action,
    entry.customerId,
    JSON.stringify(entry.details),
    entry.recordedAt,
  ]);
}
