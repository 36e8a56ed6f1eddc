import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { InvoicePurpose, InvoiceStatus } from '../../domain/money/settlement.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, noRow, statement } from '../postgres/statement.ts';

/** One demand for an amount. `opening` until the provider has answered. */
export type Invoice = {
  invoiceId: string;
  customerId: string;
  purpose: InvoicePurpose;
  quoteId: string | null;
  method: string;
  amountKopecks: Kopecks;
  providerAmount: string | null;
  providerCurrency: string | null;
  providerInvoiceId: string | null;
  payUrl: string | null;
  status: InvoiceStatus;
  createdAt: Date;
  expiresAt: Date;
};

const invoiceRow = z.object({
  invoiceId: z.string(),
  customerId: z.string(),
  purpose: z.enum(['purchase', 'top-up']),
  quoteId: z.string().nullable(),
  method: z.string(),
  amountKopecks: money,
  providerAmount: z.string().nullable(),
  providerCurrency: z.string().nullable(),
  providerInvoiceId: z.string().nullable(),
  payUrl: z.string().nullable(),
  status: z.enum(['opening', 'open', 'paid', 'expired', 'cancelled', 'superseded']),
  createdAt: moment,
  expiresAt: moment,
});
const COLUMNS = `i.invoice_id as "invoiceId", i.customer_id as "customerId", i.purpose, i.quote_id as "quoteId",
  i.method, i.amount_kopecks as "amountKopecks", i.provider_amount as "providerAmount",
  i.provider_currency as "providerCurrency", i.provider_invoice_id as "providerInvoiceId",
  i.pay_url as "payUrl", i.status, i.created_at as "createdAt", i.expires_at as "expiresAt"`;

/** `sourceKey` names the tap or event that asked for it: the same one never makes two. */
export type NewInvoice = Pick<
  Invoice,
  'invoiceId' | 'customerId' | 'purpose' | 'quoteId' | 'method' | 'amountKopecks' | 'createdAt' | 'expiresAt'
> & { status: 'opening' | 'paid'; sourceKey: string; paidAt: Date | null; nextPollAt: Date | null };

const insertInvoiceStatement = statement(
  'insert-invoice',
  noRow,
  `insert into invoices (invoice_id, customer_id, purpose, quote_id, method, amount_kopecks, status,
     source_key, created_at, expires_at, paid_at, next_poll_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export async function insertInvoice(tx: Querier, invoice: NewInvoice): Promise<void> {
  await tx.query(insertInvoiceStatement, [
    invoice.invoiceId,
    invoice.customerId,
    invoice.purpose,
    invoice.quoteId,
    invoice.method,
    invoice.amountKopecks,
    invoice.status,
    invoice.sourceKey,
    invoice.createdAt,
    invoice.expiresAt,
    invoice.paidAt,
    invoice.nextPollAt,
  ]);
}

const findInvoiceStatement = statement(
  'find-invoice',
  invoiceRow,
  `select ${COLUMNS} from invoices i where i.invoice_id = $1`,
);

export async function findInvoice(db: Querier, invoiceId: string): Promise<Invoice | null> {
  return (await db.query(findInvoiceStatement, [invoiceId]))[0] ?? null;
}

const findBySourceStatement = statement(
  'find-invoice-by-source',
  invoiceRow,
  `select ${COLUMNS} from invoices i where i.source_key = $1`,
);

export async function findInvoiceBySource(db: Querier, sourceKey: string): Promise<Invoice | null> {
  return (await db.query(findBySourceStatement, [sourceKey]))[0] ?? null;
}

const supersedeStatement = statement(
  'supersede-invoices',
  z.object({ invoiceId: z.string() }),
  `update invoices set status = 'superseded'
   where customer_id = $1 and purpose = $2 and status in ('opening', 'open')
   returning invoice_id as "invoiceId"`,
);

/** Ends the live invoice of a customer and purpose; returns the ids of what was live. */
export async function supersedeInvoices(
  tx: Querier,
  customerId: string,
  purpose: InvoicePurpose,
): Promise<string[]> {
  const rows = await tx.query(supersedeStatement, [customerId, purpose]);
  return rows.map((row) => row.invoiceId);
}

const markOpenStatement = statement(
  'mark-invoice-open',
  noRow,
  `update invoices set provider_invoice_id = $2, pay_url = $3, provider_amount = $4, provider_currency = $5,
     status = case when status = 'opening' then 'open' else status end
   where invoice_id = $1 and provider_invoice_id is null`,
);

/** Stores the provider's answer; a status that moved on meanwhile (superseded, paid) stays. */
export async function markInvoiceOpen(
  db: Querier,
  invoice: {
    invoiceId: string;
    providerInvoiceId: string;
    payUrl: string | null;
    providerAmount: string;
    providerCurrency: string;
  },
): Promise<void> {
  await db.query(markOpenStatement, [
    invoice.invoiceId,
    invoice.providerInvoiceId,
    invoice.payUrl,
    invoice.providerAmount,
    invoice.providerCurrency,
  ]);
}

const cancelStatement = statement(
  'cancel-invoice',
  z.object({ invoiceId: z.string() }),
  `update invoices set status = 'cancelled'
   where invoice_id = $1 and customer_id = $2 and status in ('opening', 'open')
   returning invoice_id as "invoiceId"`,
);

/** True when it was live, and is no more. */
export async function cancelInvoice(db: Querier, invoiceId: string, customerId: string): Promise<boolean> {
  return (await db.query(cancelStatement, [invoiceId, customerId])).length > 0;
}

const expireStatement = statement(
  'expire-invoices',
  noRow,
  `update invoices set status = 'expired' where invoice_id in (
     select invoice_id from invoices
     where status in ('opening', 'open') and next_poll_at is not null and expires_at <= $1
     order by expires_at limit $2 for update skip locked)`,
);

/** Overdue invoices expire; the poll goes on, for a payment may still come. */
export async function expireInvoices(db: Querier, now: Date, limit: number): Promise<void> {
  await db.query(expireStatement, [now, limit]);
}

const takeDueStatement = statement(
  'take-due-invoices',
  invoiceRow,
  `update invoices i set next_poll_at = $2 where i.invoice_id = any (array(
     select invoice_id from invoices where method = $4 and next_poll_at <= $1
     order by next_poll_at limit $3 for update skip locked))
   returning ${COLUMNS}`,
);

/** Takes invoices whose poll is due, oldest first, moving their next poll to `until` so that nobody else does. */
export async function takeInvoicesDueForPoll(
  db: Querier,
  take: { method: string; now: Date; until: Date; limit: number },
): Promise<Invoice[]> {
  return db.query(takeDueStatement, [take.now, take.until, take.limit, take.method]);
}

const schedulePollStatement = statement(
  'schedule-invoice-poll',
  noRow,
  `update invoices set next_poll_at = $2 where invoice_id = $1 and status <> 'paid'`,
);

export async function scheduleInvoicePoll(db: Querier, invoiceId: string, at: Date | null): Promise<void> {
  await db.query(schedulePollStatement, [invoiceId, at]);
}

const findPaidOfQuoteStatement = statement(
  'find-paid-invoice-of-quote',
  invoiceRow,
  `select ${COLUMNS} from invoices i
   where i.quote_id = $1 and i.customer_id = $2 and i.method = $3 and i.status = 'paid' limit 1`,
);

/** The invoice by which a quote was already bought with this method. */
export async function findPaidInvoiceOfQuote(
  db: Querier,
  claim: { quoteId: string; customerId: string; method: string },
): Promise<Invoice | null> {
  const rows = await db.query(findPaidOfQuoteStatement, [claim.quoteId, claim.customerId, claim.method]);
  return rows[0] ?? null;
}

const findLiveStatement = statement(
  'find-live-invoice',
  invoiceRow,
  `select ${COLUMNS} from invoices i
   where i.customer_id = $1 and i.purpose = $2 and i.status in ('opening', 'open')`,
);

/** The one live invoice of a customer and purpose. */
export async function findLiveInvoice(
  db: Querier,
  customerId: string,
  purpose: InvoicePurpose,
): Promise<Invoice | null> {
  return (await db.query(findLiveStatement, [customerId, purpose]))[0] ?? null;
}

/** What a payer's question before the payment is decided on. */
export type CheckoutFacts = {
  customerTelegramId: bigint;
  status: InvoiceStatus;
  providerAmount: string | null;
  providerCurrency: string | null;
  expiresAt: Date;
};

const findCheckoutStatement = statement(
  'find-checkout-facts',
  z.object({
    customerTelegramId: z.bigint(),
    status: invoiceRow.shape.status,
    providerAmount: z.string().nullable(),
    providerCurrency: z.string().nullable(),
    expiresAt: moment,
  }),
  `select c.telegram_id as "customerTelegramId", i.status, i.provider_amount as "providerAmount",
     i.provider_currency as "providerCurrency", i.expires_at as "expiresAt"
   from invoices i join customers c using (customer_id) where i.invoice_id = $1`,
);

export async function findCheckoutFacts(db: Querier, invoiceId: string): Promise<CheckoutFacts | null> {
  return (await db.query(findCheckoutStatement, [invoiceId]))[0] ?? null;
}
