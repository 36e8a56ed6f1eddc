import { type Kopecks, roubles } from '../../domain/money/money.ts';
import type { Quote } from '../../domain/money/pricing.ts';
import { isFault } from '../../lib/fault.ts';
import { formatDate, formatRoubles } from '../../locales/format-values.ts';
import { viewProfile } from '../../usecases/access/view-profile.ts';
import { cancelOpenInvoice, checkInvoice } from '../../usecases/purchases/check-invoice.ts';
import { type InvoiceWish, openInvoice } from '../../usecases/purchases/open-invoice.ts';
import { payFromWallet } from '../../usecases/purchases/pay-from-wallet.ts';
import { viewQuote } from '../../usecases/purchases/quote-plan.ts';
import type { PayMethod } from '../buttons/customer-buttons.ts';
import type { ButtonAction } from '../callback-data.ts';
import { periodName, planName, renderPurchaseDone, renderWalletShort } from '../screens/buy-screens.ts';
import { renderMessage } from '../screens/menu-screens.ts';
import { renderInvoice, renderProviderAway } from '../screens/pay-screens.ts';
import { showScreen, type Visit } from '../visit.ts';
import { refreshMethods, showPlans } from './choose-flow.ts';

export async function pay(visit: Visit, choice: { method: PayMethod; quoteId: string }): Promise<void> {
  if (choice.method === 'wallet') return payByWallet(visit, choice.quoteId);
  const { shop, customer, t } = visit;
  const { customerId } = customer;
  const quote = await viewQuote(shop, { quoteId: choice.quoteId, customerId });
  if (!quote) return refuseUnknown(visit);
  const names = { plan: planName(t, quote.plan), period: periodName(t, quote.periodDays) };
  return payByInvoice(visit, {
    method: choice.method,
    amountKopecks: quote.priceKopecks,
    wish: {
      purpose: 'purchase',
      customerId,
      telegramId: customer.telegramId,
      quoteId: quote.quoteId,
      description: t.text('invoice-description-purchase', names),
    },
    what: t.text('invoice-what-purchase', names),
    again: { to: 'pay', ...choice },
  });
}

export async function payTopUp(visit: Visit, choice: { method: PayMethod; roubles: number }): Promise<void> {
  const { customer, t } = visit;
  const amountKopecks = roubles(choice.roubles);
  return payByInvoice(visit, {
    method: choice.method,
    amountKopecks,
    wish: {
      purpose: 'top-up',
      customerId: customer.customerId,
      telegramId: customer.telegramId,
      amountKopecks,
      description: t.text('invoice-description-top-up'),
    },
    what: t.text('invoice-what-top-up'),
    again: { to: 'top-up-pay', ...choice },
  });
}

async function payByWallet(visit: Visit, quoteId: string): Promise<void> {
  const { shop, customer, t } = visit;
  const { customerId } = customer;
  const result = await payFromWallet(shop, visit.tap, { customerId, quoteId });
  if (result.ok) {
    const { access } = await viewProfile(shop, customerId);
    const isKeyComing = access.kind === 'preparing';
    const isFree = (await viewQuote(shop, { quoteId, customerId }))?.priceKopecks === 0n;
    return showScreen(visit, renderPurchaseDone(t, { ...result, isFree, isKeyComing }));
  }
  switch (result.refusal) {
    case 'payments-off':
      return refuseWhileOff(visit);
    case 'money-short':
      return showScreen(visit, renderWalletShort(t, result));
    case 'quote-stale':
      return refreshQuote(visit, result.quote);
    case 'just-renewed':
      return refuseRenewed(visit, result.endsAt);
    case 'quote-unknown':
      return refuseUnknown(visit);
  }
}

/** `again`: the button that tries once more when the provider does not answer. */
type InvoicePayment = {
  method: PayMethod;
  amountKopecks: Kopecks;
  wish: InvoiceWish;
  what: string;
  again: ButtonAction;
};

async function payByInvoice(visit: Visit, payment: InvoicePayment): Promise<void> {
  const { shop, t } = visit;
  const provider = visit.providers.get(payment.method);
  if (!provider) return refuseUnknown(visit);
  const { minimumKopecks } = provider;
  if (minimumKopecks !== null && payment.amountKopecks < minimumKopecks) {
    return refuseSmall(visit, minimumKopecks);
  }
  await visit.answer();
  const result = await openInvoice(shop, provider, { tap: visit.tap, wish: payment.wish }).catch(
    (error: unknown) => {
      if (isFault(error, 'provider-unreachable') || isFault(error, 'provider-refused')) return null;
      throw error;
    },
  );
  if (result === null) return showScreen(visit, renderProviderAway(t, payment.again));
  if (!result.ok) return refuseInvoice(visit, result);
  const { invoice } = result;
  if (invoice.status === 'paid') return showScreen(visit, renderMessage(t, t.text('invoice-already-paid')));
  const leftMs = invoice.expiresAt.getTime() - shop.clock.now().getTime();
  const minutesLeft = Math.max(1, Math.round(leftMs / 60_000));
  await showScreen(visit, renderInvoice(t, { ...invoice, what: payment.what, minutesLeft }));
}

type InvoiceRefusal = Exclude<Awaited<ReturnType<typeof openInvoice>>, { ok: true }>;

async function refuseInvoice(visit: Visit, refusal: InvoiceRefusal): Promise<void> {
  switch (refusal.refusal) {
    case 'payments-off':
      return refuseWhileOff(visit);
    case 'quote-stale':
      return refreshQuote(visit, refusal.quote);
    case 'just-renewed':
      return refuseRenewed(visit, refusal.endsAt);
    case 'below-minimum':
      return refuseSmall(visit, refusal.minimumKopecks);
    case 'quote-unknown':
    case 'amount-not-allowed':
      return refuseUnknown(visit);
  }
}

/** Payments are switched off for a while. An invoice's tap has been answered already, so it is said on the screen. */
async function refuseWhileOff(visit: Visit): Promise<void> {
  await showScreen(visit, renderMessage(visit.t, visit.t.text('payments-off')));
}

/** The methods stay on the screen: another of them takes the amount. */
async function refuseSmall(visit: Visit, minimumKopecks: Kopecks): Promise<void> {
  const { t } = visit;
  await visit.answer(t.text('below-minimum', { minimum: formatRoubles(minimumKopecks, t.locale) }), 'alert');
}

async function refreshQuote(visit: Visit, quote: Quote): Promise<void> {
  await visit.answer(visit.t.text('quote-refreshed'));
  await refreshMethods(visit, quote);
}

/** What they wanted has happened by itself a moment ago: nobody pays twice by mistake. */
async function refuseRenewed(visit: Visit, endsAt: Date): Promise<void> {
  await visit.answer();
  const text = visit.t.text('just-renewed', { until: formatDate(endsAt) });
  await showScreen(visit, renderMessage(visit.t, text));
}

async function refuseUnknown(visit: Visit): Promise<void> {
  await visit.answer(visit.t.text('error-stale'));
  await showPlans(visit);
}

/** The customer is impatient: ask the provider now instead of waiting for its notice. */
export async function check(visit: Visit, invoiceId: string): Promise<void> {
  const { shop, customer, t } = visit;
  const state = await checkInvoice(shop, visit.providers, { invoiceId, customerId: customer.customerId });
  switch (state) {
    case 'paid':
      await visit.answer(t.text('invoice-already-paid'));
      return showScreen(visit, renderMessage(t, t.text('invoice-already-paid')));
    case 'waiting':
      return visit.answer(t.text('invoice-not-paid-yet'));
    case 'closed':
      await visit.answer(t.text('invoice-gone'));
      return showPlans(visit);
  }
}

export async function cancel(visit: Visit, invoiceId: string): Promise<void> {
  const { shop, customer, t } = visit;
  const claim = { invoiceId, customerId: customer.customerId };
  if (!(await cancelOpenInvoice(shop, claim))) return check(visit, invoiceId);
  await showScreen(visit, renderMessage(t, t.text('invoice-cancelled')));
}
