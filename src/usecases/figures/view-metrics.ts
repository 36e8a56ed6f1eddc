import { averageActivationWaitMs, sumReducedDays, sumTerms } from '../../store/figures/customer-figures.ts';
import { countInvoices } from '../../store/figures/money-figures.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** What there is nothing of yet is null. */
export type ShopMetrics = {
  /** Of the last thirty days. */
  activationWaitMs: number | null;
  /** Of the last thirty days, of those that are decided. */
  invoicesPaidPercent: number | null;
  lifetimeDays: number | null;
  renewalsPerCustomer: number | null;
};

const RECENT_MS = 30 * 86_400_000;

/** How well it goes; that it was looked at is audited. */
export async function viewMetrics(shop: Shop, actor: string): Promise<ShopMetrics> {
  await recordView(shop, { actor, action: 'metrics-viewed' });
  // What is written in this very moment is in it.
  const until = new Date(shop.clock.now().getTime() + 1);
  const recent = { since: new Date(until.getTime() - RECENT_MS), until };
  const ever = { since: new Date(0), until };
  const { paid, unpaid } = await countInvoices(shop.db, recent);
  const { grants, customers, days } = await sumTerms(shop.db, ever);
  const heldDays = days - (await sumReducedDays(shop.db, ever));
  return {
    activationWaitMs: await averageActivationWaitMs(shop.db, recent),
    invoicesPaidPercent: paid + unpaid === 0 ? null : (paid * 100) / (paid + unpaid),
    lifetimeDays: customers === 0 ? null : heldDays / customers,
    renewalsPerCustomer: customers === 0 ? null : (grants - customers) / customers,
  };
}
