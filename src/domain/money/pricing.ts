import { listPriceOf, type PeriodDays, type Plan } from '../plans.ts';
import { type Kopecks, kopecks } from './money.ts';

export const DISCOUNT_KINDS = ['none', 'promo', 'vip', 'personal'] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** What may reduce a customer's price now. Each percent is whole; null: the customer has none. */
export type Discounts = {
  promo: { promoId: string; percent: number } | null;
  isVip: boolean;
  personalPercent: number | null;
};

export const NO_DISCOUNTS: Discounts = { promo: null, isVip: false, personalPercent: null };

/** What VIP takes off. Source: product.md §1.3. */
export const VIP_PERCENT = 30;

/** What VIP costs with whoever sells it; the bot never charges for it. Source: product.md §1.3. */
export const VIP_OFFER = { monthKopecks: 199_000n, halfYearKopecks: 999_000n } as const;

export type Price = {
  listPriceKopecks: Kopecks;
  discountKind: DiscountKind;
  discountPercent: number;
  discountKopecks: Kopecks;
  priceKopecks: Kopecks;
  promoId: string | null;
};

/** The price fixed for one customer and moment. Immutable once stored; a charge is measured against it. */
export type Quote = Price & {
  quoteId: string;
  customerId: string;
  /** What was sold under this name then; it may have left the price list since. */
  plan: string;
  periodDays: number;
  createdAt: Date;
  expiresAt: Date;
};

/** How long a shown price, and the promo code in it, waits in the conversation. Source: decisions.md §5. */
export const QUOTE_LIFETIME_MS = 300_000;

/**
 * The one calculator of prices: shown, charged and renewed with the same result. One discount at most, in
 * this order: promo code, VIP, personal. A code wins even when it is smaller. The discount is rounded down
 * to a kopeck. Source: product.md §1.3.
 */
export function quotePrice(plan: Plan, periodDays: PeriodDays, discounts: Discounts): Price {
  const listPriceKopecks = listPriceOf(plan, periodDays);
  const { kind, percent } = pickDiscount(discounts);
  const discountKopecks = percentOf(listPriceKopecks, percent);
  return {
    listPriceKopecks,
    discountKind: kind,
    discountPercent: percent,
    discountKopecks,
    priceKopecks: kopecks(listPriceKopecks - discountKopecks),
    promoId: kind === 'promo' ? (discounts.promo?.promoId ?? null) : null,
  };
}

/** What the customer has without a code. */
export function ownPercent({ isVip, personalPercent }: Pick<Discounts, 'isVip' | 'personalPercent'>): number {
  return isVip ? VIP_PERCENT : (personalPercent ?? 0);
}

function pickDiscount(discounts: Discounts): { kind: DiscountKind; percent: number } {
  if (discounts.promo) return { kind: 'promo', percent: Math.min(discounts.promo.percent, 100) };
  if (discounts.isVip) return { kind: 'vip', percent: VIP_PERCENT };
  if (discounts.personalPercent !== null) return { kind: 'personal', percent: discounts.personalPercent };
  return { kind: 'none', percent: 0 };
}

/** `percent` of an amount, rounded down to a kopeck. */
export function percentOf(amount: Kopecks, percent: number): Kopecks {
  return kopecks((amount * BigInt(percent)) / 100n);
}
