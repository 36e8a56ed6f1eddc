import type { Kopecks } from '../../domain/money.ts';
import { isTopUpAmount } from '../../domain/top-ups.ts';
import { failpoint } from '../../lib/failpoint.ts';
import type { PaymentProvider } from '../../ports/payment-provider.ts';
import { lockCustomer } from '../../store/customers.ts';
import {
  findInvoice,
  findInvoiceBySource,
  findLiveInvoice,
  type Invoice,
  insertInvoice,
  markInvoiceOpen,
  supersedeInvoices,
} from '../../store/invoices.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';
import { findStandingQuote, type QuoteRefusal } from './standing-quote.ts';

/** What the customer wants to pay for; `description` is what the provider shows them. */
export type InvoiceWish = { customerId: string; description: string } & (
  | { purpose: 'purchase'; quoteId: string }
  | { purpose: 'top-up'; amountKopecks: Kopecks }
);

export type OpenedInvoiceResult =
  | { ok: true; invoice: Invoice }
  | QuoteRefusal
  | { ok: false; refusal: 'amount-not-allowed' };

/** How long a customer may take to pay. Source: product.md §3.5. */
const INVOICE_LIFETIME_MS = 30 * 60_000;
/** The first look at the provider's list, should its notice not come. */
const FIRST_POLL_MS = 10_000;

/**
 * Opens an invoice at a provider, or returns the live one for the same wish. Our row comes first, the
 * provider's call after its commit: a crash between leaves an invoice that the next try, or the poll,
 * completes under the same id.
 * Refuses, in this order: `quote-unknown`, `quote-stale`, `amount-not-allowed`.
 * Throws: Fault `provider-unreachable` (safe to repeat), `provider-refused`, `lease-lost`.
 */
export async function openInvoice(
  shop: Shop,
  provider: PaymentProvider,
  request: { tap: Tap; wish: InvoiceWish },
): Promise<OpenedInvoiceResult> {
  const prepared = await shop.db.transaction('open-invoice', (tx) =>
    prepareInvoice(shop, tx, { ...request, method: provider.name }),
  );
  if (!prepared.ok || prepared.invoice.payUrl !== null) return prepared;
  const { invoice } = prepared;
  failpoint('invoice:before-provider');
  const opened = await provider.create(
    {
      invoiceId: invoice.invoiceId,
      amountKopecks: invoice.amountKopecks,
      description: request.wish.description,
      expiresInSeconds: INVOICE_LIFETIME_MS / 1000,
    },
    prepared.isRepeat,
  );
  failpoint('invoice:after-provider');
  await markInvoiceOpen(shop.db, { invoiceId: invoice.invoiceId, ...opened });
  failpoint('invoice:after-store');
  const stored = await findInvoice(shop.db, invoice.invoiceId);
  if (!stored) throw new Error('an invoice vanished');
  return { ok: true, invoice: stored };
}

type Preparation = { tap: Tap; wish: InvoiceWish; method: string };
type Prepared =
  | { ok: true; invoice: Invoice; isRepeat: boolean }
  | Exclude<OpenedInvoiceResult, { ok: true }>;

async function prepareInvoice(shop: Shop, tx: Transaction, request: Preparation): Promise<Prepared> {
  const { tap, wish, method } = request;
  const now = shop.clock.now();
  await holdChat(tx, tap);
  await lockCustomer(tx, wish.customerId);
  const made = await findInvoiceBySource(tx, tap.key);
  if (made) return { ok: true, invoice: made, isRepeat: true };
  const terms = await decideTerms(tx, wish, now);
  if (!terms.ok) return terms;
  const live = await findLiveInvoice(tx, wish.customerId, wish.purpose);
  if (live && isSameWish(live, { ...terms, method }, now)) return { ok: true, invoice: live, isRepeat: true };
  await supersedeInvoices(tx, wish.customerId, wish.purpose);
  const invoiceId = shop.ids.rowId();
  await insertInvoice(tx, {
    invoiceId,
    customerId: wish.customerId,
    purpose: wish.purpose,
    quoteId: terms.quoteId,
    method,
    amountKopecks: terms.amountKopecks,
    status: 'opening',
    sourceKey: tap.key,
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVOICE_LIFETIME_MS),
    paidAt: null,
    nextPollAt: new Date(now.getTime() + FIRST_POLL_MS),
  });
  const invoice = await findInvoice(tx, invoiceId);
  if (!invoice) throw new Error('an invoice vanished');
  return { ok: true, invoice, isRepeat: false };
}

type Terms = { ok: true; quoteId: string | null; amountKopecks: Kopecks };

async function decideTerms(
  tx: Transaction,
  wish: InvoiceWish,
  now: Date,
): Promise<Terms | QuoteRefusal | { ok: false; refusal: 'amount-not-allowed' }> {
  if (wish.purpose === 'top-up') {
    if (!isTopUpAmount(wish.amountKopecks)) return { ok: false, refusal: 'amount-not-allowed' };
    return { ok: true, quoteId: null, amountKopecks: wish.amountKopecks };
  }
  const standing = await findStandingQuote(tx, { quoteId: wish.quoteId, customerId: wish.customerId, now });
  if (!standing.ok) return standing;
  return { ok: true, quoteId: standing.quote.quoteId, amountKopecks: standing.quote.priceKopecks };
}

function isSameWish(
  live: Invoice,
  terms: { quoteId: string | null; amountKopecks: Kopecks; method: string },
  now: Date,
): boolean {
  return (
    live.quoteId === terms.quoteId &&
    live.amountKopecks === terms.amountKopecks &&
    live.method === terms.method &&
    live.expiresAt > now
  );
}
