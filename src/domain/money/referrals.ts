import type { Kopecks } from './money.ts';
import { percentOf } from './pricing.ts';

/** Levels by distinct paying referrals, the present buyer included. Source: product.md §1.6. */
export const REFERRAL_LEVELS = [
  { name: 'platinum', from: 50, percent: 45 },
  { name: 'gold', from: 25, percent: 25 },
  { name: 'silver', from: 0, percent: 10 },
] as const;
export type ReferralLevel = (typeof REFERRAL_LEVELS)[number]['name'];

export type Standing = {
  level: ReferralLevel;
  percent: number;
  payingReferrals: number;
  /** Paying referrals still missing to the next level; null at the highest. */
  toNextLevel: number | null;
};

/** A referrer's level: the same number is shown and paid. `payingReferrals` ≥ 0. */
export function standingOf(payingReferrals: number): Standing {
  const index = REFERRAL_LEVELS.findIndex((level) => payingReferrals >= level.from);
  const level = REFERRAL_LEVELS[index];
  if (!level) throw new Error('the number of paying referrals is below zero');
  const next = REFERRAL_LEVELS[index - 1];
  return {
    level: level.name,
    percent: level.percent,
    payingReferrals,
    toNextLevel: next ? next.from - payingReferrals : null,
  };
}

/** What a charge of real money owes to the buyer's referrer, rounded down to a kopeck; may be zero. */
export function commissionOn(
  amount: Kopecks,
  payingReferrals: number,
): { percent: number; amountKopecks: Kopecks } {
  const { percent } = standingOf(payingReferrals);
  return { percent, amountKopecks: percentOf(amount, percent) };
}

/** By what referrers are put in order. */
export const REFERRER_ORDERS = ['revenue', 'invited', 'cashback'] as const;
export type ReferrerOrder = (typeof REFERRER_ORDERS)[number];

/** The payload of a referral link: `ref_<telegramId>`. Null for anything else. */
export function parseReferralPayload(payload: string): bigint | null {
  const digits = /^ref_(\d{1,19})$/.exec(payload)?.[1];
  return digits === undefined ? null : BigInt(digits);
}
