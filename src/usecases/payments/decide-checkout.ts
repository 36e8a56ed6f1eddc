import { parseDecimalKopecks } from '../../domain/money/money.ts';
import { isRowId } from '../../lib/ids.ts';
import { type CheckoutFacts, findCheckoutFacts } from '../../store/money/invoices.ts';
import type { Shop } from '../shop.ts';

/** What Telegram asks before it takes money. `totalAmount` is in the currency's smallest unit. */
export type Checkout = {
  payload: string;
  payerTelegramId: bigint;
  currency: string;
  totalAmount: bigint;
};

/**
 * `gone`: no such invoice, or it is over. `paid`: already. `stranger`: it is somebody else's. `changed`: not
 * what was asked. `try-again`: the invoice is still being opened.
 */
export type CheckoutRefusal = 'gone' | 'paid' | 'stranger' | 'changed' | 'try-again';

/**
 * Decides on stored facts alone whether Telegram may take the money: the invoice exists, is this payer's,
 * waits for payment, and asks for exactly this amount. Refuses in the order of CheckoutRefusal; returns null
 * when nothing speaks against it. Should money come for a declined one all the same, it is settled.
 */
export async function decideCheckout(shop: Shop, checkout: Checkout): Promise<CheckoutRefusal | null> {
  const invoiceId = isRowId(checkout.payload) ? checkout.payload : null;
  const facts = invoiceId === null ? null : await findCheckoutFacts(shop.db, invoiceId);
  if (!facts) return 'gone';
  if (facts.status === 'paid') return 'paid';
  if (facts.customerTelegramId !== checkout.payerTelegramId) return 'stranger';
  const isLive = facts.status === 'open' || facts.status === 'opening';
  if (!isLive || facts.expiresAt <= shop.clock.now()) return 'gone';
  if (facts.providerAmount === null) return 'try-again';
  return isWhatWasAsked(facts, checkout) ? null : 'changed';
}

function isWhatWasAsked(facts: CheckoutFacts, checkout: Checkout): boolean {
  const { providerAmount, providerCurrency } = facts;
  if (providerAmount === null || providerCurrency !== checkout.currency) return false;
  // Stars have no smaller unit; roubles come in kopecks.
  const asked = providerCurrency === 'XTR' ? BigInt(providerAmount) : parseDecimalKopecks(providerAmount);
  return asked === checkout.totalAmount;
}
