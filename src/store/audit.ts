import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

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

const entryRow = z.object({
  entryId: z.string(),
  actor: z.string(),
  action: z.string(),
  customerId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  recordedAt: moment,
});
const COLUMNS = `entry_id as "entryId", actor, action, customer_id as "customerId", details,
  recorded_at as "recordedAt"`;
/** An entry as it is read: older versions may have written other details. */
export type StoredAuditEntry = z.infer<typeof entryRow>;

/** Where a page of the audit begins: next to this entry. */
export type AuditPlace = Pick<AuditEntry, 'entryId' | 'recordedAt'>;

const findPlaceStatement = statement(
  'find-audit-place',
  z.object({ entryId: z.string(), recordedAt: moment }),
  'select entry_id as "entryId", recorded_at as "recordedAt" from audit_entries where entry_id = $1',
);

/** Null: there is no such entry, or none any more. */
export async function findAuditPlace(db: Querier, entryId: string): Promise<AuditPlace | null> {
  return (await db.query(findPlaceStatement, [entryId]))[0] ?? null;
}

const ORDERS = {
  older: { comes: '<', order: 'recorded_at desc, entry_id desc' },
  newer: { comes: '>', order: 'recorded_at, entry_id' },
} as const;
export type AuditSide = keyof typeof ORDERS;

function listStatement(side: AuditSide) {
  const { comes, order } = ORDERS[side];
  return statement(
    `list-audit-${side}`,
    entryRow,
    `select ${COLUMNS} from audit_entries where (recorded_at, entry_id) ${comes} ($1, $2) order by ${order} limit $3`,
  );
}

function listOfActorsStatement(side: AuditSide) {
  const { comes, order } = ORDERS[side];
  return statement(
    `list-audit-of-actors-${side}`,
    entryRow,
    `select e.* from unnest($4::text[]) wanted (actor) cross join lateral (
       select ${COLUMNS} from audit_entries a
       where a.actor = wanted.actor and (recorded_at, entry_id) ${comes} ($1, $2) order by ${order} limit $3) e
     order by ${order.replaceAll('recorded_at', 'e."recordedAt"').replaceAll('entry_id', 'e."entryId"')} limit $3`,
  );
}

const listStatements = { older: listStatement('older'), newer: listStatement('newer') };
const listOfActorsStatements = {
  older: listOfActorsStatement('older'),
  newer: listOfActorsStatement('newer'),
};

/** Entries next to a place, the nearest first; of everybody, or only of some actors. */
export async function listAuditEntries(
  db: Querier,
  page: { side: AuditSide; place: AuditPlace; actors: string[] | null; limit: number },
): Promise<StoredAuditEntry[]> {
  const { side, place, actors, limit } = page;
  const values = [place.recordedAt, place.entryId, limit];
  return actors === null
    ? db.query(listStatements[side], values)
    : db.query(listOfActorsStatements[side], [...values, actors]);
}

const troubleRow = z.object({ component: z.string(), reason: z.string(), at: moment });
/** The last time that a part of the shop did not work at all. */
export type LastTrouble = z.infer<typeof troubleRow>;

const findTroubleStatement = statement(
  'find-last-trouble',
  troubleRow,
  `select details ->> 'component' as component, coalesce(details ->> 'reason', '') as reason, recorded_at as at
   from audit_entries where action = 'system_degradation' and details ->> 'status' = 'unavailable'
   order by recorded_at desc limit 1`,
);

export async function findLastTrouble(db: Querier): Promise<LastTrouble | null> {
  return (await db.query(findTroubleStatement, []))[0] ?? null;
}
