import type { Kopecks } from '../../domain/money.ts';
import { failpoint } from '../../lib/failpoint.ts';
import { lockCustomer } from '../../store/customers.ts';
import { findEntitlementOf } from '../../store/entitlements.ts';
import { findPaidInvoiceOfQuote, insertInvoice, supersedeInvoices } from '../../store/invoices.ts';
import { getWalletBalance } from '../../store/ledger.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';
import { buyForInvoice } from './buy-for-invoice.ts';
import { findStandingQuote, type QuoteRefusal } from './standing-quote.ts';

export type WalletPurchase =
  | { ok: true; endsAt: Date; balanceKopecks: Kopecks; isRepeat: boolean }
  | QuoteRefusal
  | { ok: false; refusal: 'money-short'; priceKopecks: Kopecks; balanceKopecks: Kopecks };

/**
 * Buys a quoted plan with the money in the wallet: invoice, transfer, entitlement and the promise to tell the
 * nodes are one transaction. A quote pays once: a second tap, or a repeat after a crash, sees the first
 * result.
 * Refuses, in this order: `quote-unknown`, `quote-stale`, `money-short`.
 */
export async function payFromWallet(
  shop: Shop,
  tap: Tap,
  claim: { customerId: string; quoteId: string },
): Promise<WalletPurchase> {
  const result = await shop.db.transaction('pay-from-wallet', async (tx) => {
    await holdChat(tx, tap);
    await lockCustomer(tx, claim.customerId);
    const repeated = await findRepeat(tx, claim);
    if (repeated) return repeated;
    return buyFromWallet(shop, tx, { ...claim, sourceKey: tap.key });
  });
  failpoint('settle:after-commit');
  return result;
}

async function findRepeat(
  tx: Transaction,
  claim: { customerId: string; quoteId: string },
): Promise<WalletPurchase | null> {
  const paid = await findPaidInvoiceOfQuote(tx, { ...claim, method: 'wallet' });
  if (!paid) return null;
  const entitlement = await findEntitlementOf(tx, claim.customerId);
  if (!entitlement) throw new Error('a paid purchase has no entitlement');
  const balanceKopecks = await getWalletBalance(tx, claim.customerId);
  return { ok: true, endsAt: entitlement.endsAt, balanceKopecks, isRepeat: true };
}

async function buyFromWallet(
  shop: Shop,
  tx: Transaction,
  claim: { customerId: string; quoteId: string; sourceKey: string },
): Promise<WalletPurchase> {
  const { customerId, sourceKey } = claim;
  const now = shop.clock.now();
  const standing = await findStandingQuote(tx, { ...claim, now });
  if (!standing.ok) return standing;
  const { quoteId, priceKopecks } = standing.quote;
  const balanceKopecks = await getWalletBalance(tx, customerId);
  if (balanceKopecks < priceKopecks)
    return { ok: false, refusal: 'money-short', priceKopecks, balanceKopecks };
  await supersedeInvoices(tx, customerId, 'purchase');
  const invoice = {
    invoiceId: shop.ids.rowId(),
    customerId,
    purpose: 'purchase' as const,
    quoteId,
    method: 'wallet',
    amountKopecks: priceKopecks,
    createdAt: now,
    expiresAt: now,
  };
  await insertInvoice(tx, { ...invoice, status: 'paid', sourceKey, paidAt: now, nextPollAt: null });
  const bought = await buyForInvoice(shop, tx, invoice);
  if (!bought) throw new Error('a locked wallet lost its money');
  failpoint('settle:before-commit');
  return {
    ok: true,
    endsAt: bought.endsAt,
    balanceKopecks: await getWalletBalance(tx, customerId),
    isRepeat: false,
  };
}
