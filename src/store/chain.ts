import { z } from 'zod';
import { SEALED_KINDS, type SealedKind } from '../domain/chain.ts';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

const lockStatement = statement(
  'lock-sealing',
  z.object({ isLocked: z.boolean() }),
  `select pg_try_advisory_xact_lock(hashtext('atlas chain')) as "isLocked"`,
);

/** True when this transaction is the one sealer; it is until the transaction ends. */
export async function tryLockSealing(tx: Querier): Promise<boolean> {
  return (await tx.query(lockStatement, []))[0]?.isLocked ?? false;
}

/** Columns as they are sealed. Money as text, moments in UTC, so that no setting of a session shows in a hash. */
const TRANSFER_CONTENT = `jsonb_build_object('transferId', t.transfer_id, 'idempotencyKey', t.idempotency_key,
  'kind', t.kind, 'debitAccount', t.debit_account, 'creditAccount', t.credit_account,
  'amountKopecks', t.amount_kopecks::text, 'customerId', t.customer_id, 'chargeId', t.charge_id,
  'invoiceId', t.invoice_id, 'refundId', t.refund_id, 'commissionId', t.commission_id,
  'reversalId', t.reversal_id, 'withdrawalId', t.withdrawal_id, 'adjustmentId', t.adjustment_id,
  'collectionId', t.collection_id,
  'recordedAt', to_char(t.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))`;
const AUDIT_CONTENT = `jsonb_build_object('entryId', a.entry_id, 'actor', a.actor, 'action', a.action,
  'customerId', a.customer_id, 'details', a.details::text,
  'recordedAt', to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))`;

const headRow = z.object({ sequence: z.bigint(), hash: z.string() });

const findHeadStatement = statement(
  'find-chain-head',
  headRow,
  `select sequence, encode(hash, 'hex') as hash from chain_links order by sequence desc limit 1`,
);

export async function findChainHead(db: Querier): Promise<{ sequence: bigint; hash: string } | null> {
  return (await db.query(findHeadStatement, []))[0] ?? null;
}

const sealedRow = z.object({ kind: z.enum(SEALED_KINDS), rowId: z.string(), content: z.unknown() });

const listUnsealedStatement = statement(
  'list-unsealed-rows',
  sealedRow,
  `select u.row_kind as kind, u.row_id as "rowId",
     case u.row_kind
       when 'transfer' then (select ${TRANSFER_CONTENT} from transfers t where t.transfer_id = u.row_id)
       else (select ${AUDIT_CONTENT} from audit_entries a where a.entry_id = u.row_id) end as content
   from (select * from unsealed_rows order by recorded_at, row_kind desc, row_id limit $1) u
   order by u.recorded_at, u.row_kind desc, u.row_id`,
);

/** The rows that wait to be sealed, the oldest first. */
export async function listUnsealedRows(
  tx: Querier,
  limit: number,
): Promise<{ kind: SealedKind; rowId: string; content?: unknown }[]> {
  return tx.query(listUnsealedStatement, [limit]);
}

const insertLinksStatement = statement(
  'insert-chain-links',
  noRow,
  `with links as (
     select * from jsonb_to_recordset($1::jsonb) l (sequence bigint, kind text, "rowId" uuid, hash text)
   ), sealed as (
     delete from unsealed_rows u using links l where u.row_kind = l.kind and u.row_id = l."rowId"
   )
   insert into chain_links (sequence, row_kind, row_id, hash, sealed_at)
   select sequence, kind, "rowId", decode(hash, 'hex'), $2 from links`,
);

/** A row's place in the chain. */
export type NewLink = { sequence: bigint; kind: SealedKind; rowId: string; hash: string };

/** Gives rows their places; they no longer wait. */
export async function insertChainLinks(tx: Querier, links: NewLink[], sealedAt: Date): Promise<void> {
  const rows = links.map((link) => ({ ...link, sequence: String(link.sequence) }));
  await tx.query(insertLinksStatement, [JSON.stringify(rows), sealedAt]);
}

const listLinksStatement = statement(
  'list-chain-links',
  z.object({
    sequence: z.bigint(),
    kind: z.enum(SEALED_KINDS),
    rowId: z.string(),
    hash: z.string(),
    isThere: z.boolean(),
    content: z.unknown(),
  }),
  `select l.sequence, l.row_kind as kind, l.row_id as "rowId", encode(l.hash, 'hex') as hash,
     coalesce(t.transfer_id, a.entry_id) is not null as "isThere",
     case l.row_kind when 'transfer' then ${TRANSFER_CONTENT} else ${AUDIT_CONTENT} end as content
   from chain_links l
   left join transfers t on l.row_kind = 'transfer' and t.transfer_id = l.row_id
   left join audit_entries a on l.row_kind = 'audit' and a.entry_id = l.row_id
   where l.sequence > $1 order by l.sequence limit $2`,
);

/** A link beside the row it seals, as that row is now. */
export type LinkWithRow = NewLink & { isThere: boolean; content?: unknown };

export async function listChainLinks(db: Querier, after: bigint, limit: number): Promise<LinkWithRow[]> {
  return db.query(listLinksStatement, [after, limit]);
}

const findCheckpointStatement = statement(
  'find-audit-checkpoint',
  headRow,
  `select sequence, encode(hash, 'hex') as hash from audit_checkpoints order by sequence desc limit 1`,
);

/** Up to which link audit entries may have been forgotten; null: none was. */
export async function findAuditCheckpoint(db: Querier): Promise<{ sequence: bigint; hash: string } | null> {
  return (await db.query(findCheckpointStatement, []))[0] ?? null;
}

const findUnchainedStatement = statement(
  'find-unchained-row',
  z.object({ kind: z.enum(SEALED_KINDS), rowId: z.string() }),
  `select kind, "rowId" from (
     select 'transfer' as kind, t.transfer_id as "rowId" from transfers t
     where not exists (select from chain_links l where l.row_kind = 'transfer' and l.row_id = t.transfer_id)
       and not exists (select from unsealed_rows u where u.row_kind = 'transfer' and u.row_id = t.transfer_id)
     union all
     select 'audit', a.entry_id from audit_entries a
     where not exists (select from chain_links l where l.row_kind = 'audit' and l.row_id = a.entry_id)
       and not exists (select from unsealed_rows u where u.row_kind = 'audit' and u.row_id = a.entry_id)
   ) unchained order by 1, 2 limit 1`,
);

/** The first row that is neither sealed nor waiting to be. */
export async function findUnchainedRow(db: Querier): Promise<{ kind: SealedKind; rowId: string } | null> {
  return (await db.query(findUnchainedStatement, []))[0] ?? null;
}

const countUnsealedStatement = statement(
  'count-unsealed-rows',
  z.object({ rows: z.bigint(), oldestAt: moment.nullable() }),
  'select count(*) as rows, min(recorded_at) as "oldestAt" from unsealed_rows',
);

/** The rows that wait, and since when the oldest does. */
export async function countUnsealedRows(db: Querier): Promise<{ rows: number; oldestAt: Date | null }> {
  const [row] = await db.query(countUnsealedStatement, []);
  return { rows: Number(row?.rows ?? 0n), oldestAt: row?.oldestAt ?? null };
}
