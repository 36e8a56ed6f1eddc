import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { monthsOf, type PeriodDays, type Plan, parsePeriodDays, parsePlan } from './plans.ts';
import { quotePrice } from './pricing.ts';

describe('prices', () => {
  // Source: product.md §1.1.
  const table: [plan: Plan, periodDays: PeriodDays, amountKopecks: bigint][] = [
    ['basic', 30, 14900n],
    ['basic', 90, 39900n],
    ['basic', 180, 74900n],
    ['basic', 365, 139900n],
    ['plus', 30, 29900n],
    ['plus', 90, 69900n],
    ['plus', 180, 119900n],
    ['plus', 365, 229900n],
  ];
  for (const [plan, periodDays, amount] of table) {
    it(`${plan} for ${periodDays} days is ${amount} kopecks`, () => {
      const quote = quotePrice(plan, periodDays);
      assert.equal(quote.priceKopecks, amount);
      assert.equal(quote.listPriceKopecks - quote.discountKopecks, quote.priceKopecks);
    });
  }
  it('names periods in months', () => assert.deepEqual([30, 90, 180, 365].map(monthsOf), [1, 3, 6, 12]));
  it('knows no other plan or period', () => {
    assert.equal(parsePlan('corporate'), null);
    assert.equal(parsePeriodDays('31'), null);
    assert.equal(parsePeriodDays('30'), 30);
  });
});
