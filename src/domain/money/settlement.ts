import { type Kopecks, kopecks, parseDecimalKopecks, shareOf } from './money.ts';

/** Money that a provider says it has taken, after verification. */
export type VerifiedCharge = {
  provider: string;
  providerChargeId: string;
  /** Our invoice id as the provider returned it; null when it named none that we could read. */
  invoiceId: string | null;
  /** Exact decimal text in `providerCurrency`. */
  providerAmount: string;
  providerCurrency: string;
  /** Telegram's id of who paid, where the provider tells it. */
  payerTelegramId: bigint | null;
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
  if (!invoice) {
    return { disposition: 'suspense', reason: 'unknown-invoice', creditKopecks: roublesOf(charge) };
  }
  const creditKopecks = creditOf(charge, invoice);
  if (creditKopecks === null) {
    return { disposition: 'suspense', reason: 'other-currency', creditKopecks: roublesOf(charge) };
  }
  if (invoice.status === 'paid') {
    return { disposition: 'wallet', reason: 'already-paid', creditKopecks, paysInvoice: false };
  }
  if (creditKopecks < invoice.amountKopecks) {
    return { disposition: 'wallet', reason: 'underpaid', creditKopecks, paysInvoice: false };
  }
  if (invoice.purpose === 'top-up') {
    return { disposition: 'wallet', reason: 'topped-up', creditKopecks, paysInvoice: true };
  }
  const isLive = invoice.status === 'open' || invoice.status === 'opening';
  const reason = creditKopecks > invoice.amountKopecks ? 'overpaid' : isLive ? 'paid' : 'paid-late';
  return { disposition: 'buy', reason, creditKopecks };
}

/** The ledger is in roubles only: suspended money of another currency is a charge without a line. */
function roublesOf(charge: VerifiedCharge): Kopecks {
  const amount = charge.providerCurrency === 'RUB' ? parseDecimalKopecks(charge.providerAmount) : null;
  return amount ?? kopecks(0n);
}

/**
 * What a charge is worth in roubles: itself, or its share of the invoice it was asked by, so that exactly what
 * was asked is exactly what was owed. Null when it is in a currency that nobody asked for.
 */
function creditOf(charge: VerifiedCharge, invoice: InvoiceFacts): Kopecks | null {
  const asked = { amount: invoice.providerAmount, currency: invoice.providerCurrency ?? 'RUB' };
  if (charge.providerCurrency !== asked.currency) return null;
  if (charge.providerCurrency === 'RUB') return parseDecimalKopecks(charge.providerAmount);
  return asked.amount === null ? null : shareOf(invoice.amountKopecks, charge.providerAmount, asked.amount);
}
