import { z } from 'zod';
import {
  type Account,
  CAUSE_KINDS,
  type CauseFacts,
  type CauseKind,
  TRANSFER_KINDS,
  type Transfer,
} from '../../domain/money/ledger.ts';
import { kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { money, noRow, type Statement, statement } from '../postgres/statement.ts';

const insertTransfersStatement = statement(
  'insert-transfers',
  noRow,
  `insert into transfers (transfer_id, idempotency_key, kind, debit_account, credit_account, amount_kopecks,
     customer_id, charge_id, refund_id, recorded_at)
   select t."transferId", t."idempotencyKey", t.kind, t."debitAccount", t."creditAccount", t."amountKopecks",
     null, t.charge, t.refund, t."recordedAt"
   from jsonb_to_recordset($1::jsonb) t ("transferId" uuid, "idempotencyKey" text, kind text, "debitAccount" text,
     "creditAccount" text, "amountKopecks" bigint, charge uuid, refund uuid, "recordedAt" timestamptz)`,
);

/** Adds lines that touch no customer: money in suspense. All others are written by `commitMoney`. */
export async function insertTransfers(tx: Querier, transfers: Transfer[]): Promise<void> {
  const rows = transfers.map((transfer) => ({
    ...transfer,
    amountKopecks: String(transfer.amountKopecks),
    [transfer.cause.kind]: transfer.cause.causeId,
  }));
  await tx.query(insertTransfersStatement, [JSON.stringify(rows)]);
}

const account = z.string().transform((name) => name as Account);
const lineRow = z.object({
  transferId: z.string(),
  idempotencyKey: z.string(),
  kind: z.enum(TRANSFER_KINDS),
  debitAccount: account,
  creditAccount: account,
  amountKopecks: z.coerce.bigint().transform(kopecks),
  customerId: z.string().nullable(),
});

/** A cause as it is stored, with every line that names it. */
export type CauseWithLines = {
  causeId: string;
  facts: CauseFacts;
  lines: z.infer<typeof lineRow>[];
};

const causeRow = z.object({
  causeId: z.string(),
  customerId: z.string().nullable(),
  provider: z.string().nullable(),
  amountKopecks: money,
  walletKopecks: money,
  receivableKopecks: money,
  status: z.string(),
  purpose: z.string(),
  lines: z.array(lineRow),
});

/** Where causes of a kind are, and which of their columns say what they cause. */
const CAUSE_TABLES: Record<CauseKind, { table: string; id: string; columns: Partial<CauseColumns> }> = {
  charge: { table: 'charges', id: 'charge_id', columns: { provider: 'c.provider' } },
  invoice: { table: 'invoices', id: 'invoice_id', columns: { status: 'c.status', purpose: 'c.purpose' } },
  refund: {
    table: 'refunds',
    id: 'refund_id',
    columns: { provider: 'c.provider', status: 'c.status', ...clawedBack('c') },
  },
  commission: {
    table: 'commissions',
    id: 'commission_id',
    columns: { customerId: 'c.referrer_id', status: 'c.status' },
  },
  reversal: {
    table: 'commission_reversals',
    id: 'reversal_id',
    columns: { customerId: 'c.referrer_id', ...clawedBack('c') },
  },
  withdrawal: { table: 'withdrawals', id: 'withdrawal_id', columns: { status: 'c.status' } },
  adjustment: { table: 'adjustments', id: 'adjustment_id', columns: { purpose: 'c.counter_account' } },
  collection: { table: 'collections', id: 'collection_id', columns: {} },
};

type CauseColumns = {
  customerId: string;
  provider: string;
  walletKopecks: string;
  receivableKopecks: string;
  status: string;
  purpose: string;
};

function clawedBack(alias: string): Pick<CauseColumns, 'walletKopecks' | 'receivableKopecks'> {
  return { walletKopecks: `${alias}.wallet_kopecks`, receivableKopecks: `${alias}.receivable_kopecks` };
}

const listCausesStatements = Object.fromEntries(
  CAUSE_KINDS.map((kind) => [kind, statement(`list-${kind}-causes`, causeRow, causesText(kind))]),
) as Record<CauseKind, Statement<z.infer<typeof causeRow>>>;

function causesText(kind: CauseKind): string {
  const { table, id, columns } = CAUSE_TABLES[kind];
  const from = { customerId: 'c.customer_id', provider: 'null', walletKopecks: '0::bigint', ...columns };
  return `select c.${id}::text as "causeId", (${from.customerId})::text as "customerId",
      ${from.provider} as provider, c.amount_kopecks as "amountKopecks", ${from.walletKopecks} as "walletKopecks",
      ${from.receivableKopecks ?? '0::bigint'} as "receivableKopecks", ${from.status ?? "''"} as status,
      ${from.purpose ?? "''"} as purpose, l.lines
    from (select * from ${table} where ${id} > $1 order by ${id} limit $2) c
    cross join lateral (select lines_of(array(select t from transfers t where t.${id} = c.${id})) as lines) l
    order by c.${id}`;
}

/** A page of causes of one kind after `afterId`, in the order of their ids. */
export async function listCausesWithLines(
  db: Querier,
  page: { kind: CauseKind; afterId: string; limit: number },
): Promise<CauseWithLines[]> {
  const rows = await db.query(listCausesStatements[page.kind], [page.afterId, page.limit]);
  return rows.map((row) => ({ causeId: row.causeId, lines: row.lines, facts: factsOf(page.kind, row) }));
}

function factsOf(kind: CauseKind, row: z.infer<typeof causeRow>): CauseFacts {
  const { amountKopecks, status, purpose } = row;
  const customerId = row.customerId ?? '';
  const provider = row.provider ?? '';
  const clawedBack = { walletKopecks: row.walletKopecks, receivableKopecks: row.receivableKopecks };
  switch (kind) {
    case 'charge':
      return { kind, provider, customerId: row.customerId, amountKopecks };
    case 'invoice':
      return { kind, customerId, amountKopecks, purpose, status };
    case 'refund':
      return { kind, provider, customerId: row.customerId, amountKopecks, status, ...clawedBack };
    case 'reversal':
      return { kind, customerId, amountKopecks, ...clawedBack };
    case 'commission':
    case 'withdrawal':
      return { kind, customerId, amountKopecks, status };
    case 'adjustment':
      return {
        kind,
        customerId,
        amountKopecks,
        counterAccount: purpose === 'suspense' ? purpose : 'adjustments',
      };
    case 'collection':
      return { kind, customerId, amountKopecks };
  }
}

const findingRow = z.object({ id: z.string(), problem: z.string() });

const findUncoveredStatement = statement(
  'find-uncovered',
  findingRow,
  `select id::text, problem from ledger_faults order by rank, id limit 1`,
);

/** The first thing that has to go with money and does not: a grant, a quote, a charge, a counter. */
export async function findUncovered(db: Querier): Promise<{ id: string; problem: string } | null> {
  return (await db.query(findUncoveredStatement, []))[0] ?? null;
}

const findWalletFaultStatement = statement(
  'find-wallet-fault',
  findingRow,
  `with moves as (
     select credit_account as account, amount_kopecks from transfers
     union all select debit_account, -amount_kopecks from transfers
   ), sums as (
     select split_part(account, ':', 1) as kind, split_part(account, ':', 2) as customer_id,
       sum(amount_kopecks)::bigint as total
     from moves where account like 'wallet:%' or account like 'held:%' or account like 'receivable:%'
     group by 1, 2
   ), kept as (
     select customer_id::text, 'wallet' as kind, balance_kopecks as total from wallets
     union all select customer_id::text, 'held', held_kopecks from wallets
     union all select customer_id::text, 'receivable', -receivable_kopecks from wallets
   )
   select coalesce(k.customer_id, s.customer_id) as id,
     coalesce(k.kind, s.kind) || ' is ' || coalesce(k.total, 0) || ', its transfers sum to '
       || coalesce(s.total, 0) || ' kopecks' as problem
   from kept k full join sums s using (customer_id, kind)
   where coalesce(k.total, 0) <> coalesce(s.total, 0) order by 1, 2 limit 1`,
);

/** The first customer's account that is not the sum of its transfers. */
export async function findWalletFault(db: Querier): Promise<{ id: string; problem: string } | null> {
  return (await db.query(findWalletFaultStatement, []))[0] ?? null;
}
