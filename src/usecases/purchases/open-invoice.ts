import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import { isTopUpAmount } from '../../domain/money/top-ups.ts';
import { failpoint } from '../../lib/failpoint.ts';
import type { PaymentProvider } from '../../ports/payment-provider.ts';
import {
  findInvoice,
  findInvoiceBySource,
  findLiveInvoice,
  type Invoice,
  insertInvoice,
  markInvoiceOpen,
} from '../../store/money/invoices.ts';
import { extendPromoPlace } from '../../store/money/promo-codes.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';
import { findStandingQuote, type QuoteRefusal } from './standing-quote.ts';
import { supersede } from './supersede.ts';

/** What the customer wants to pay for; `description` is what the provider shows them. */
export type InvoiceWish = { customerId: string; telegramId: bigint; description: string } & (
  | { purpose: 'purchase'; quoteId: string }
  | { purpose: 'top-up'; amountKopecks: Kopecks }
);

export type OpenedInvoiceResult =
  | { ok: true; invoice: Invoice }
  | { ok: false; refusal: 'payments-off' }
  | QuoteRefusal
  | { ok: false; refusal: 'amount-not-allowed' }
  | { ok: false; refusal: 'below-minimum'; minimumKopecks: Kopecks };

/** How long a customer may take to pay. Source: product.md §3.5. */
const INVOICE_LIFETIME_MS = 30 * 60_000;
/** The first look at the provider's list, should its notice not come. */
const FIRST_POLL_MS = 10_000;

/**
 * Opens an invoice at a provider, or returns the live one for the same wish. Our row comes first, the
 * provider's call after its commit: a crash between leaves an invoice that the next try, or the poll,
 * completes under the same id.
 * Refuses, in this order: `payments-off`, `quote-unknown`, `just-renewed`, `quote-stale`, `amount-not-allowed`, `below-minimum`.
 * Throws: Fault `provider-unreachable` (safe to repeat), `provider-refused`, `lease-lost`.
 */
export async function openInvoice(
  shop: Shop,
  provider: PaymentProvider,
  request: { tap: Tap; wish: InvoiceWish },
): Promise<OpenedInvoiceResult> {
  const prepared = await shop.db.transaction('open-invoice', (tx) =>
    prepareInvoice(shop, tx, { ...request, provider }),
  );
  if (!prepared.ok || prepared.invoice.payUrl !== null || prepared.invoice.status === 'paid') return prepared;
  const { invoice } = prepared;
  failpoint('invoice:before-provider');
  const opened = await provider.create(
    {
      invoiceId: invoice.invoiceId,
      amountKopecks: invoice.amountKopecks,
      description: request.wish.description,
      expiresInSeconds: INVOICE_LIFETIME_MS / 1000,
      payerTelegramId: request.wish.telegramId,
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

type Preparation = { tap: Tap; wish: InvoiceWish; provider: PaymentProvider };
type Prepared =
  | { ok: true; invoice: Invoice; isRepeat: boolean }
  | Exclude<OpenedInvoiceResult, { ok: true }>;

async function prepareInvoice(shop: Shop, tx: Transaction, request: Preparation): Promise<Prepared> {
  const { tap, wish, provider } = request;
  const method = provider.name;
  const now = shop.clock.now();
  await holdChat(tx, tap);
  await lockWallet(tx, wish.customerId);
  const made = await findInvoiceBySource(tx, tap.key);
  if (made) return { ok: true, invoice: made, isRepeat: true };
  if (!(await isFeatureOn(shop, 'payments', tx))) return { ok: false, refusal: 'payments-off' };
  const terms = await decideTerms(tx, { wish, provider, now });
  if (!terms.ok) return terms;
  const live = await findLiveInvoice(tx, wish.customerId, wish.purpose);
  if (live && isSameWish(live, { ...terms, method }, now)) return { ok: true, invoice: live, isRepeat: true };
  await supersede(tx, wish.customerId, wish.purpose);
  const invoiceId = shop.ids.rowId();
  const expiresAt = new Date(now.getTime() + INVOICE_LIFETIME_MS);
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
    expiresAt,
    paidAt: null,
    nextPollAt: new Date(now.getTime() + FIRST_POLL_MS),
  });
  if (terms.promoId !== null) {
    await extendPromoPlace(tx, { promoId: terms.promoId, customerId: wish.customerId, until: expiresAt });
  }
  const invoice = await findInvoice(tx, invoiceId);
  if (!invoice) throw new Error('an invoice vanished');
  return { ok: true, invoice, isRepeat: false };
}

type Terms = { ok: true; quoteId: string | null; promoId: string | null; amountKopecks: Kopecks };

async function decideTerms(
  tx: Transaction,
  request: { wish: InvoiceWish; provider: PaymentProvider; now: Date },
): Promise<Terms | Exclude<OpenedInvoiceResult, { ok: true }>> {
  const { wish, now } = request;
  const { minimumKopecks } = request.provider;
  const terms = wish.purpose === 'top-up' ? topUpTerms(wish) : await purchaseTerms(tx, wish, now);
  if (!terms.ok) return terms;
  // A price of zero has no invoice: the wallet's button gives it away.
  const least = minimumKopecks ?? kopecks(1n);
  return terms.amountKopecks < least ? { ok: false, refusal: 'below-minimum', minimumKopecks: least } : terms;
}

function topUpTerms({ amountKopecks }: { amountKopecks: Kopecks }) {
  if (!isTopUpAmount(amountKopecks)) return { ok: false, refusal: 'amount-not-allowed' } as const;
  return { ok: true, quoteId: null, promoId: null, amountKopecks } as const;
}

async function purchaseTerms(
  tx: Transaction,
  wish: { customerId: string; quoteId: string },
  now: Date,
): Promise<Terms | QuoteRefusal> {
  const standing = await findStandingQuote(tx, { ...wish, now });
  if (!standing.ok) return standing;
  const { quoteId, promoId, priceKopecks } = standing.quote;
  return { ok: true, quoteId, promoId, amountKopecks: priceKopecks };
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
