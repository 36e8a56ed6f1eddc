import { daysToMs, type Entitlement } from '../../domain/entitlements.ts';
import type { Kopecks } from '../../domain/money/money.ts';
import type { AccessChange, MoneyChanges } from '../../store/money/commit-money.ts';
import { planAccess } from '../access/plan-access.ts';
import { makeTransfers } from '../ledger/make-transfers.ts';
import type { Shop } from '../shop.ts';

/** An invoice whose money is in the wallet, the quote it stands on, and what the customer has now. */
export type Purchase = {
  invoice: { invoiceId: string; customerId: string; amountKopecks: Kopecks };
  quote: { quoteId: string; plan: string; periodDays: number; promoId: string | null };
  entitlement: Entitlement | null;
};

/** The second half of every purchase: wallet → revenue, the term that was quoted, and the code that was used. */
export function planPurchase(
  shop: Shop,
  { invoice, quote, entitlement }: Purchase,
): Pick<MoneyChanges, 'transfers' | 'redemption' | 'jobs'> & { access: AccessChange } {
  const { invoiceId, customerId } = invoice;
  const access = planAccess(shop, entitlement, {
    customerId,
    plan: quote.plan,
    durationMs: daysToMs(quote.periodDays),
    reason: { source: 'purchase', invoiceId },
  });
  const facts = { ...invoice, kind: 'invoice', purpose: 'purchase', status: 'paid' } as const;
  const { quoteId, promoId } = quote;
  return {
    transfers: makeTransfers(shop, { causeId: invoiceId, facts }),
    access,
    redemption: promoId === null ? undefined : { useId: shop.ids.rowId(), promoId, quoteId, invoiceId },
    jobs: [{ name: 'push-access', payload: { entitlementId: access.entitlement.entitlementId } }],
  };
}
