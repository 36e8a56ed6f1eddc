import { daysToMs } from '../../domain/entitlements.ts';
import { transferKeyOf, walletOf } from '../../domain/ledger.ts';
import type { Kopecks } from '../../domain/money.ts';
import { debitWallet, insertTransfer } from '../../store/ledger.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { findQuote } from '../../store/quotes.ts';
import { type ExtendedEntitlement, extendEntitlement } from '../access/extend-entitlement.ts';
import type { Shop } from '../shop.ts';

/** An invoice of a purchase whose money is in the wallet. */
export type PayableInvoice = {
  invoiceId: string;
  customerId: string;
  quoteId: string | null;
  amountKopecks: Kopecks;
};

/**
 * The second half of every purchase: wallet → revenue, and the term that was quoted. Runs inside the
 * caller's transaction, customer locked. Null when the wallet does not hold the amount; nothing is done then.
 */
export async function buyForInvoice(
  shop: Shop,
  tx: Transaction,
  invoice: PayableInvoice,
): Promise<ExtendedEntitlement | null> {
  const quote = invoice.quoteId === null ? null : await findQuote(tx, invoice.quoteId);
  if (!quote) throw new Error(`invoice ${invoice.invoiceId} of a purchase has no quote`);
  const balance = await debitWallet(tx, invoice.customerId, invoice.amountKopecks);
  if (balance === null) return null;
  const cause = { kind: 'invoice', invoiceId: invoice.invoiceId } as const;
  await insertTransfer(tx, {
    transferId: shop.ids.rowId(),
    idempotencyKey: transferKeyOf(cause),
    kind: 'purchase',
    debitAccount: walletOf(invoice.customerId),
    creditAccount: 'revenue',
    amountKopecks: invoice.amountKopecks,
    customerId: invoice.customerId,
    cause,
    recordedAt: shop.clock.now(),
  });
  return extendEntitlement(shop, tx, {
    customerId: invoice.customerId,
    plan: quote.plan,
    durationMs: daysToMs(quote.periodDays),
    reason: { source: 'purchase', invoiceId: invoice.invoiceId },
  });
}
