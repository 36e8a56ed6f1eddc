import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PERIODS_DAYS, PLANS } from '../domain/plans.ts';
import { LOCALES } from '../locales/translate.ts';
import { type ButtonAction, encodeAction, parseAction } from './callback-data.ts';

const plan = fc.constantFrom(...PLANS);
const method = fc.constantFrom('wallet' as const, 'cryptobot' as const);
const roubles = fc.integer({ min: 1, max: 9_999_999 });
const action: fc.Arbitrary<ButtonAction> = fc.oneof(
  fc.record({
    to: fc.constantFrom('menu' as const, 'plans' as const, 'top-up-custom' as const, 'qr' as const),
  }),
  fc.record({ to: fc.constant('locale' as const), locale: fc.constantFrom(...LOCALES) }),
  fc.record({ to: fc.constant('plan' as const), plan }),
  fc.record({ to: fc.constant('period' as const), plan, periodDays: fc.constantFrom(...PERIODS_DAYS) }),
  fc.record({ to: fc.constant('pay' as const), method, quoteId: fc.uuid() }),
  fc.record({ to: fc.constant('top-up-amount' as const), roubles }),
  fc.record({ to: fc.constant('top-up-pay' as const), method, roubles }),
  fc.record({
    to: fc.constantFrom('check-invoice' as const, 'cancel-invoice' as const),
    invoiceId: fc.uuid(),
  }),
);

describe('the data of a button', () => {
  it('comes back as it was sent, in at most 64 bytes', () => {
    fc.assert(
      fc.property(action, (sent) => {
        const data = encodeAction(sent);
        assert.ok(Buffer.byteLength(data) <= 64, data);
        assert.deepEqual(parseAction(data), { ...sent });
      }),
    );
  });
  it('is nothing when it is anything else', () => {
    fc.assert(
      fc.property(fc.string(), (data) => {
        const parsed = parseAction(data);
        if (parsed !== null) assert.equal(encodeAction(parsed), data);
      }),
    );
    for (const data of [
      '',
      'pay:wallet:1',
      'period:basic:31',
      'plan:gold',
      'menu:1',
      'top-up-pay:card:250',
      'pay:wallet:0:0',
    ]) {
      assert.equal(parseAction(data), null, data);
    }
  });
});
