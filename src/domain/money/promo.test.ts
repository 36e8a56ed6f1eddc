import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PromoState, parseNewPromoCode, promoState } from './promo.ts';

const now = new Date('2026-05-01T12:00:00Z');
const fresh = { isActive: true, expiresAt: null, maxUses: null, usedCount: 0 };

describe('a promo code', () => {
  const cases: [name: string, change: Partial<Parameters<typeof promoState>[0]>, state: PromoState][] = [
    ['without end or limit works', { usedCount: 1_000 }, 'active'],
    ['works up to its last moment', { expiresAt: new Date(now.getTime() + 1) }, 'active'],
    ['has expired at its end', { expiresAt: now }, 'expired'],
    ['with one place left works', { maxUses: 5, usedCount: 4 }, 'active'],
    ['is spent with its last place', { maxUses: 5, usedCount: 5 }, 'spent'],
    ['that was switched off is just that', { isActive: false, expiresAt: now, maxUses: 1 }, 'deactivated'],
  ];
  for (const [name, change, state] of cases)
    it(name, () => assert.equal(promoState({ ...fresh, ...change }, now), state));

  it('is named by 3 to 32 letters and digits', () => {
    for (const [typed, code] of [
      [' winter26 ', 'WINTER26'],
      ['ab', null],
      ['with space', null],
      ['ЗИМА26', null],
      ['A'.repeat(33), null],
    ] as const)
      assert.equal(parseNewPromoCode(typed), code, typed);
  });
});
