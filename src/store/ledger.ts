import { z } from 'zod';
import type { Account, CauseFacts, Transfer, TransferCause } from '../domain/ledger.ts';
import type { Kopecks } from '../domain/money.ts';
import type { Querier } from './postgres/database.ts';
import { moment, money, noRow, statement } from './postgres/statement.ts';

const insertTransferStatement = statement(
  'insert-transfer',
  noRow,
  `insert into transfers (transfer_id, idempotency_key, kind, debit_account, credit_account, amount_kopecks,
     customer_id, charge_id, invoice_id, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Adds a line. Its idempotency key and its cause are unique: a second one fails the transaction. */
export async function insertTransfer(tx: Querier, transfer: Transfer): Promise<void> {
  const { cause } = transfer;
  await tx.query(insertTransferStatement, [
    transfer.transferId,
    transfer.idempotencyKey,
    transfer.kind,
    transfer.debitAccount,
    transfer.creditAccount,
    transfer.amountKopecks,
    transfer.customerId,
    cause.kind === 'charge' ? cause.chargeId : null,
    cause.kind === 'invoice' ? cause.invoiceId : null,
    transfer.recordedAt,
  ]);
}

const balanceRow = z.object({ balanceKopecks: money });

const creditWalletStatement = statement(
  'credit-wallet',
  balanceRow,
  `update wallets set balance_kopecks = balance_kopecks + $2 where customer_id = $1
   returning balance_kopecks as "balanceKopecks"`,
);

export async function creditWallet(tx: Querier, customerId: string, amount: Kopecks): Promise<Kopecks> {
  const [row] = await tx.query(creditWalletStatement, [customerId, amount]);
  if (!row) throw new Error(`customer ${customerId} has no wallet`);
  return row.balanceKopecks;
}

const debitWalletStatement = statement(
  'debit-wallet',
  balanceRow,
  `update wallets set balance_kopecks = balance_kopecks - $2
   where customer_id = $1 and balance_kopecks >= $2 returning balance_kopecks as "balanceKopecks"`,
);

/** Takes money if it is there, in one guarded statement; null when it is not. */
export async function debitWallet(tx: Querier, customerId: string, amount: Kopecks): Promise<Kopecks | null> {
  return (await tx.query(debitWalletStatement, [customerId, amount]))[0]?.balanceKopecks ?? null;
}

const findBalanceStatement = statement(
  'find-wallet-balance',
  balanceRow,
  'select balance_kopecks as "balanceKopecks" from wallets where customer_id = $1',
);

export async function getWalletBalance(db: Querier, customerId: string): Promise<Kopecks> {
  const [row] = await db.query(findBalanceStatement, [customerId]);
  if (!row) throw new Error(`customer ${customerId} has no wallet`);
  return row.balanceKopecks;
}

/** A stored line with the facts behind it, for the proof. */
export type TransferWithCause = Transfer & { facts: CauseFacts };

const account = z.string().transform((name) => name as Account);
const transferRow = z.object({
  transferId: z.string(),
  idempotencyKey: z.string(),
  kind: z.enum(['charge-received', 'purchase']),
  debitAccount: account,
  creditAccount: account,
  amountKopecks: money,
  customerId: z.string().nullable(),
  recordedAt: moment,
  chargeId: z.string().nullable(),
  invoiceId: z.string().nullable(),
  provider: z.string().nullable(),
  causeCustomerId: z.string().nullable(),
  causeAmountKopecks: money,
  purpose: z.string().nullable(),
  status: z.string().nullable(),
});

const listTransfersStatement = statement(
  'list-transfers-with-cause',
  transferRow,
  `select t.transfer_id as "transferId", t.idempotency_key as "idempotencyKey", t.kind,
     t.debit_account as "debitAccount", t.credit_account as "creditAccount",
     t.amount_kopecks as "amountKopecks", t.customer_id as "customerId", t.recorded_at as "recordedAt",
     t.charge_id as "chargeId", t.invoice_id as "invoiceId",
     ch.provider, coalesce(ch.customer_id, i.customer_id) as "causeCustomerId",
     coalesce(ch.amount_kopecks, i.amount_kopecks) as "causeAmountKopecks",
     i.purpose, i.status
   from transfers t
   left join charges ch on ch.charge_id = t.charge_id
   left join invoices i on i.invoice_id = t.invoice_id
   where t.transfer_id > $1 order by t.transfer_id limit $2`,
);

/** A page of the ledger after `afterId`, in the order of its keys. */
export async function listTransfersWithCause(
  db: Querier,
  afterId: string,
  limit: number,
): Promise<TransferWithCause[]> {
  const rows = await db.query(listTransfersStatement, [afterId, limit]);
  return rows.map((row) => ({ ...row, cause: causeOf(row), facts: factsOf(row) }));
}

type TransferRow = z.infer<typeof transferRow>;

function causeOf(row: TransferRow): TransferCause {
  if (row.chargeId !== null) return { kind: 'charge', chargeId: row.chargeId };
  return { kind: 'invoice', invoiceId: row.invoiceId ?? '' };
}

function factsOf(row: TransferRow): CauseFacts {
  const amountKopecks = row.causeAmountKopecks;
  const customerId = row.causeCustomerId;
  if (row.chargeId !== null)
    return { kind: 'charge', provider: row.provider ?? '', customerId, amountKopecks };
  return {
    kind: 'invoice',
    customerId: customerId ?? '',
    amountKopecks,
    purpose: row.purpose ?? '',
    status: row.status ?? '',
  };
}

const findingRow = z.object({ id: z.string(), problem: z.string() });

const findUncoveredCauseStatement = statement(
  'find-uncovered-cause',
  findingRow,
  `select id::text, problem from (
     select ch.charge_id as id, 'charge has no transfer' as problem, 1 as rank from charges ch
     where ch.amount_kopecks > 0 and not exists (select from transfers t where t.charge_id = ch.charge_id)
     union all
     select i.invoice_id, 'paid invoice of a purchase has no transfer', 2 from invoices i
     where i.status = 'paid' and i.purpose = 'purchase'
       and not exists (select from transfers t where t.invoice_id = i.invoice_id)
     union all
     select i.invoice_id, 'paid invoice of a purchase granted nothing', 3 from invoices i
     where i.status = 'paid' and i.purpose = 'purchase'
       and not exists (select from entitlement_grants g where g.invoice_id = i.invoice_id)
     union all
     select g.invoice_id, 'grant stands on an invoice that is not paid', 4 from entitlement_grants g
     join invoices i on i.invoice_id = g.invoice_id where i.status <> 'paid'
     union all
     select i.invoice_id, 'paid invoice of a provider has no charge', 5 from invoices i
     where i.status = 'paid' and i.method <> 'wallet'
       and not exists (select from charges ch where ch.invoice_id = i.invoice_id)
     union all
     select i.invoice_id, 'amount of the invoice is not the price that was quoted', 6 from invoices i
     join quotes q on q.quote_id = i.quote_id where i.amount_kopecks <> q.price_kopecks
     union all
     select ch.charge_id, 'amount of the charge is not what its provider took', 7 from charges ch
     where ch.provider_currency = 'RUB' and ch.provider_amount ~ '^[0-9]{1,15}([.][0-9]{1,2}0*)?$'
       and ch.provider_amount::numeric * 100 <> ch.amount_kopecks
     union all
     select ch.charge_id, 'charge belongs to another customer than its invoice', 8 from charges ch
     join invoices i on i.invoice_id = ch.invoice_id
     where ch.customer_id is not null and ch.customer_id <> i.customer_id
   ) uncovered order by rank, id limit 1`,
);

/** The first cause without its transfer, or purchase without its grant. */
export async function findUncoveredCause(db: Querier): Promise<{ id: string; problem: string } | null> {
  return (await db.query(findUncoveredCauseStatement, []))[0] ?? null;
}

const findWalletFaultStatement = statement(
  'find-wallet-fault',
  z.object({ customerId: z.string(), balanceKopecks: money, sumKopecks: money }),
  `with moves as (
     select substr(credit_account, 8) as customer_id, amount_kopecks from transfers
     where credit_account like 'wallet:%'
     union all
     select substr(debit_account, 8), -amount_kopecks from transfers where debit_account like 'wallet:%'
   ), sums as (select customer_id, sum(amount_kopecks)::bigint as total from moves group by 1)
   select coalesce(w.customer_id::text, s.customer_id) as "customerId",
     coalesce(w.balance_kopecks, 0) as "balanceKopecks", coalesce(s.total, 0) as "sumKopecks"
   from wallets w full join sums s on s.customer_id = w.customer_id::text
   where coalesce(w.balance_kopecks, 0) <> coalesce(s.total, 0) order by 1 limit 1`,
);

/** The first wallet whose balance is not the sum of its transfers. */
export async function findWalletFault(
  db: Querier,
): Promise<{ customerId: string; balanceKopecks: Kopecks; sumKopecks: Kopecks } | null> {
  return (await db.query(findWalletFaultStatement, []))[0] ?? null;
}
