import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  monthsOf,
  PERIODS_DAYS,
  type PeriodDays,
  PLANS,
  type Plan,
  parsePeriodDays,
  parsePlan,
} from '../plans.ts';
import { kopecks } from './money.ts';
import { type Discounts, NO_DISCOUNTS, percentOf, quotePrice } from './pricing.ts';

const VIP: Discounts = { ...NO_DISCOUNTS, isVip: true };

describe('prices', () => {
  // Source: product.md §1.1 and §1.3.
  const table: [plan: Plan, periodDays: PeriodDays, listed: bigint, vip: bigint][] = [
    ['basic', 30, 14900n, 10430n],
    ['basic', 90, 39900n, 27930n],
    ['basic', 180, 74900n, 52430n],
    ['basic', 365, 139900n, 97930n],
    ['plus', 30, 29900n, 20930n],
    ['plus', 90, 69900n, 48930n],
    ['plus', 180, 119900n, 83930n],
    ['plus', 365, 229900n, 160930n],
  ];
  for (const [plan, periodDays, listed, vip] of table) {
    it(`${plan} for ${periodDays} days is ${listed} kopecks, ${vip} for a VIP`, () => {
      const price = quotePrice(plan, periodDays, NO_DISCOUNTS);
      assert.equal(price.priceKopecks, listed);
      assert.equal(price.discountKind, 'none');
      assert.equal(quotePrice(plan, periodDays, VIP).priceKopecks, vip);
    });
  }

  const promo = (percent: number) => ({ promoId: 'p', percent });
  // Source: product.md §1.5 (the codes of the first day) and §1.3 (order, rounding).
  const discounted: [name: string, discounts: Discounts, expected: string][] = [
    ['ELVIRA064', { ...NO_DISCOUNTS, promo: promo(64) }, 'promo 64 9536 5364'],
    ['YABX30', { ...NO_DISCOUNTS, promo: promo(30) }, 'promo 30 4470 10430'],
    ['FAM50', { ...NO_DISCOUNTS, promo: promo(50) }, 'promo 50 7450 7450'],
    ['the whole price', { ...NO_DISCOUNTS, promo: promo(100) }, 'promo 100 14900 0'],
    ['nothing at all', { ...NO_DISCOUNTS, promo: promo(0) }, 'promo 0 0 14900'],
    ['a percent beyond the whole', { ...NO_DISCOUNTS, promo: promo(130) }, 'promo 100 14900 0'],
    [
      'a code smaller than what the customer has anyway',
      { promo: promo(5), isVip: true, personalPercent: 25 },
      'promo 5 745 14155',
    ],
    ['VIP before personal', { ...VIP, personalPercent: 99 }, 'vip 30 4470 10430'],
    ['personal 1 %', { ...NO_DISCOUNTS, personalPercent: 1 }, 'personal 1 149 14751'],
    ['personal 33 %, rounded down', { ...NO_DISCOUNTS, personalPercent: 33 }, 'personal 33 4917 9983'],
  ];
  for (const [name, discounts, expected] of discounted) {
    it(`are reduced by ${name}`, () => {
      const price = quotePrice('basic', 30, discounts);
      assert.equal(
        `${price.discountKind} ${price.discountPercent} ${price.discountKopecks} ${price.priceKopecks}`,
        expected,
      );
      assert.equal(price.promoId, price.discountKind === 'promo' ? 'p' : null);
    });
  }

  it('never fall below zero, never rise above the list, and lose less than a kopeck to rounding', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const discounts = fc.record({
      promo: fc.option(percent.map(promo)),
      isVip: fc.boolean(),
      personalPercent: fc.option(fc.integer({ min: 1, max: 99 })),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...PLANS),
        fc.constantFrom(...PERIODS_DAYS),
        discounts,
        (plan, period, given) => {
          const price = quotePrice(plan, period, given);
          const { listPriceKopecks, discountKopecks, priceKopecks, discountPercent } = price;
          assert.equal(discountKopecks + priceKopecks, listPriceKopecks);
          assert.ok(priceKopecks >= 0n && priceKopecks <= listPriceKopecks);
          const lost = listPriceKopecks * BigInt(discountPercent) - discountKopecks * 100n;
          assert.ok(lost >= 0n && lost < 100n);
        },
      ),
    );
  });

  const percents: [amount: bigint, percent: number, share: bigint][] = [
    [100n, 29, 29n],
    [100n, 57, 57n],
    [14_900n, 30, 4_470n],
    [14_901n, 30, 4_470n],
    [99n, 1, 0n],
    [10n ** 17n + 1n, 100, 10n ** 17n + 1n],
  ];
  for (const [amount, percent, share] of percents) {
    it(`take exactly ${percent} % of ${amount} kopecks, rounded down`, () =>
      assert.equal(percentOf(kopecks(amount), percent), share));
  }
  it('names periods in months', () => assert.deepEqual([30, 90, 180, 365].map(monthsOf), [1, 3, 6, 12]));
  it('knows no other plan or period', () => {
    assert.equal(parsePlan('corporate'), null);
    assert.equal(parsePeriodDays('31'), null);
    assert.equal(parsePeriodDays('30'), 30);
  });
});
