import { type Kopecks, roubles } from './money/money.ts';

/** What is sold with a price list. Corporate access has no price and is not a plan here. */
export const PLANS = ['basic', 'plus'] as const;
export type Plan = (typeof PLANS)[number];

/** Lengths a plan is sold for, in days. */
export const PERIODS_DAYS = [30, 90, 180, 365] as const;
export type PeriodDays = (typeof PERIODS_DAYS)[number];

/** List prices. Source: product.md §1.1. */
const LIST_PRICES: Record<Plan, Record<PeriodDays, Kopecks>> = {
  basic: { 30: roubles(149), 90: roubles(399), 180: roubles(749), 365: roubles(1399) },
  plus: { 30: roubles(299), 90: roubles(699), 180: roubles(1199), 365: roubles(2299) },
};

export function listPriceOf(plan: Plan, periodDays: PeriodDays): Kopecks {
  return LIST_PRICES[plan][periodDays];
}

export function parsePlan(value: unknown): Plan | null {
  return PLANS.find((plan) => plan === value) ?? null;
}

export function parsePeriodDays(value: unknown): PeriodDays | null {
  return PERIODS_DAYS.find((days) => days === Number(value)) ?? null;
}

/** How a period is named to people: 30 → 1 month, 365 → 12 months. */
export function monthsOf(periodDays: number): number {
  return Math.floor(periodDays / 30);
}
