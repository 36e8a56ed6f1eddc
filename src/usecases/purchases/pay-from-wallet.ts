import { daysToMs } from '../../domain/entitlements.ts';
import type { Kopecks } from '../../domain/money/money.ts';
import type { Quote } from '../../domain/money/pricing.ts';
import { failpoint } from '../../lib/failpoint.ts';
import { findEntitlementOf, isQuoteGranted } from '../../store/entitlements.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { findPaidInvoiceOfQuote, insertInvoice } from '../../store/money/invoices.ts';
import { lockWallet, type Wallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { planAccess } from '../access/plan-access.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';
import { planPurchase } from './plan-purchase.ts';
import { findStandingQuote, type QuoteRefusal } from './standing-quote.ts';
import { supersede } from './supersede.ts';

export type WalletPurchase =
  | { ok: true; endsAt: Date; balanceKopecks: Kopecks; isRepeat: boolean }
  | { ok: false; refusal: 'payments-off' }
  | QuoteRefusal
  | { ok: false; refusal: 'money-short'; priceKopecks: Kopecks; balanceKopecks: Kopecks };

type Claim = { customerId: string; quoteId: string };

/**
 * Buys a quoted plan with the money in the wallet: invoice, transfer, entitlement and the promise to tell the
 * nodes are one transaction. A quote pays once: a second tap, or a repeat after a crash, sees the first
 * result. A price of zero (a code that takes all of it) needs neither money nor an invoice.
 * Refuses, in this order: `payments-off`, `quote-unknown`, `just-renewed`, `quote-stale`, `money-short`.
 */
export async function payFromWallet(shop: Shop, tap: Tap, claim: Claim): Promise<WalletPurchase> {
  const result = await shop.db.transaction('pay-from-wallet', async (tx): Promise<WalletPurchase> => {
    await holdChat(tx, tap);
    const wallet = await lockWallet(tx, claim.customerId);
    const repeated = await findRepeat(tx, claim, wallet);
    if (repeated) return repeated;
    if (!(await isFeatureOn(shop, 'payments', tx))) return { ok: false, refusal: 'payments-off' };
    const standing = await findStandingQuote(tx, { ...claim, now: shop.clock.now() });
    if (!standing.ok) return standing;
    const { quote } = standing;
    if (quote.priceKopecks === 0n) return grantFree(shop, tx, { quote, wallet });
    return payQuote(shop, tx, { quote, wallet, sourceKey: tap.key });
  });
  failpoint('settle:after-commit');
  return result;
}

async function findRepeat(tx: Transaction, claim: Claim, wallet: Wallet): Promise<WalletPurchase | null> {
  const isBought =
    (await findPaidInvoiceOfQuote(tx, { ...claim, method: 'wallet' })) !== null ||
    (await isQuoteGranted(tx, claim.quoteId));
  if (!isBought) return null;
  const entitlement = await findEntitlementOf(tx, claim.customerId);
  if (!entitlement) throw new Error('a paid purchase has no entitlement');
  return { ok: true, endsAt: entitlement.endsAt, balanceKopecks: wallet.balanceKopecks, isRepeat: true };
}

async function payQuote(
  shop: Shop,
  tx: Transaction,
  facts: { quote: Quote; wallet: Wallet; sourceKey: string },
): Promise<WalletPurchase> {
  const { priceKopecks } = facts.quote;
  const { balanceKopecks } = facts.wallet;
  if (balanceKopecks < priceKopecks)
    return { ok: false, refusal: 'money-short', priceKopecks, balanceKopecks };
  await supersede(tx, facts.quote.customerId, 'purchase');
  const bought = await buyFromWallet(shop, tx, facts);
  return { ok: true, endsAt: bought.endsAt, balanceKopecks: bought.balanceKopecks, isRepeat: false };
}

/**
 * Invoice, transfer and term of a quote that the wallet, which is locked, can pay. `sourceKey`: what asked for it,
 * unique, so that it cannot be bought twice.
 */
export async function buyFromWallet(
  shop: Shop,
  tx: Transaction,
  { quote, wallet, sourceKey }: { quote: Quote; wallet: Wallet; sourceKey: string },
): Promise<{ invoiceId: string; endsAt: Date; balanceKopecks: Kopecks }> {
  const { customerId, quoteId, priceKopecks } = quote;
  const now = shop.clock.now();
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
  const entitlement = await findEntitlementOf(tx, customerId);
  const purchase = planPurchase(shop, { invoice, quote, entitlement });
  const balanceKopecks = await commitMoney(tx, { customerId, version: wallet.version, at: now, ...purchase });
  failpoint('settle:before-commit');
  return { invoiceId: invoice.invoiceId, endsAt: purchase.access.entitlement.endsAt, balanceKopecks };
}

/** The code's use and the term it gives, without money. */
async function grantFree(
  shop: Shop,
  tx: Transaction,
  facts: { quote: Quote; wallet: Wallet },
): Promise<WalletPurchase> {
  const { quote, wallet } = facts;
  const { customerId, quoteId, promoId, plan } = quote;
  if (promoId === null) throw new Error('only a promo code makes a price of zero');
  await supersede(tx, customerId, 'purchase');
  const access = planAccess(shop, await findEntitlementOf(tx, customerId), {
    customerId,
    plan,
    durationMs: daysToMs(quote.periodDays),
    reason: { source: 'promo', quoteId },
  });
  const balanceKopecks = await commitMoney(tx, {
    customerId,
    version: wallet.version,
    at: shop.clock.now(),
    transfers: [],
    access,
    redemption: { useId: shop.ids.rowId(), promoId, quoteId, invoiceId: null },
    jobs: [{ name: 'push-access', payload: { entitlementId: access.entitlement.entitlementId } }],
  });
  failpoint('settle:before-commit');
  return { ok: true, endsAt: access.entitlement.endsAt, balanceKopecks, isRepeat: false };
}
