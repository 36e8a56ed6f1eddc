import { type Kopecks, parseDecimalKopecks } from './money.ts';

/** Money that a provider says it has taken, after verification. */
export type VerifiedCharge = {
  provider: string;
  providerChargeId: string;
  /** Our invoice id as the provider returned it; null when it named none that we could read. */
  invoiceId: string | null;
  /** Exact decimal text in `providerCurrency`. */
  providerAmount: string;
  providerCurrency: string;
  chargedAt: Date;
};

export type InvoiceStatus = 'opening' | 'open' | 'paid' | 'expired' | 'cancelled' | 'superseded';
export type InvoicePurpose = 'purchase' | 'top-up';

export type InvoiceFacts = {
  customerId: string;
  purpose: InvoicePurpose;
  amountKopecks: Kopecks;
  providerAmount: string | null;
  providerCurrency: string | null;
  status: InvoiceStatus;
};

/**
 * What a verified charge does. `buy`: wallet is credited, then pays the invoice. `wallet`: credited only;
 * `paysInvoice` tells whether that fulfils the invoice (a top-up). `suspense`: nobody's until an operator
 * decides.
 */
export type Settlement =
  | { disposition: 'buy'; reason: 'paid' | 'paid-late' | 'overpaid'; creditKopecks: Kopecks }
  | {
      disposition: 'wallet';
      reason: 'topped-up' | 'already-paid' | 'underpaid';
      creditKopecks: Kopecks;
      paysInvoice: boolean;
    }
  | { disposition: 'suspense'; reason: 'unknown-invoice' | 'other-currency'; creditKopecks: Kopecks };

/**
 * Decides by the rules of decisions.md §5, in their order: unknown invoice → suspense; other currency →
 * suspense; already paid → wallet; below the invoice → wallet, it stays open; at or above → honoured at the
 * stored quote whatever our own state says (late beats expired), the excess stays in the wallet.
 * Amounts are compared exactly, as decimals in the provider's currency. Never refuses: verified money is
 * never dropped.
 */
export function decideSettlement(charge: VerifiedCharge, invoice: InvoiceFacts | null): Settlement {
  const amount = charge.providerCurrency === 'RUB' ? parseDecimalKopecks(charge.providerAmount) : null;
  const inKopecks = (amount ?? 0n) as Kopecks;
  if (!invoice) return { disposition: 'suspense', reason: 'unknown-invoice', creditKopecks: inKopecks };
  if (amount === null || charge.providerCurrency !== (invoice.providerCurrency ?? 'RUB')) {
    return { disposition: 'suspense', reason: 'other-currency', creditKopecks: inKopecks };
  }
  if (invoice.status === 'paid') {
    return { disposition: 'wallet', reason: 'already-paid', creditKopecks: amount, paysInvoice: false };
  }
  if (amount < invoice.amountKopecks) {
    return { disposition: 'wallet', reason: 'underpaid', creditKopecks: amount, paysInvoice: false };
  }
  if (invoice.purpose === 'top-up') {
    return { disposition: 'wallet', reason: 'topped-up', creditKopecks: amount, paysInvoice: true };
  }
  const isLive = invoice.status === 'open' || invoice.status === 'opening';
  const reason = amount > invoice.amountKopecks ? 'overpaid' : isLive ? 'paid' : 'paid-late';
  return { disposition: 'buy', reason, creditKopecks: amount };
}
