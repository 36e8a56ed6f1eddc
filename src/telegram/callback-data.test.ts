import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PERIODS_DAYS, PLANS } from '../domain/plans.ts';
import { LOCALES } from '../locales/translate.ts';
import {
  type ButtonAction,
  encodeAction,
  KEEPS,
  METHODS,
  parseAction,
  REJECT_REASONS,
} from './callback-data.ts';

const plan = fc.constantFrom(...PLANS);
const method = fc.constantFrom(...METHODS);
const roubles = fc.integer({ min: 1, max: 9_999_999 });
const action: fc.Arbitrary<ButtonAction> = fc.oneof(
  fc.record({
    to: fc.constantFrom(
      'menu' as const,
      'plans' as const,
      'top-up-custom' as const,
      'admin' as const,
      'admin-system' as const,
    ),
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
  fc.record({ to: fc.constant('withdraw-send' as const), draftId: fc.uuid() }),
  fc.record({ to: fc.constant('device-remove' as const), deviceId: fc.uuid() }),
  fc.record({
    to: fc.constantFrom('admin-withdrawals' as const, 'admin-tasks' as const),
    page: fc.integer({ min: 0, max: 999 }),
  }),
  fc.record({
    to: fc.constantFrom('admin-card' as const, 'admin-details' as const, 'admin-reject-ask' as const),
    withdrawalId: fc.uuid(),
  }),
  fc.record({
    to: fc.constantFrom('admin-feature' as const, 'admin-feature-ask' as const),
    feature: fc.constantFrom('payments' as const, 'background-workers' as const),
    isOn: fc.boolean(),
  }),
  fc.record({
    to: fc.constant('admin-reject' as const),
    withdrawalId: fc.uuid(),
    reason: fc.constantFrom(...REJECT_REASONS),
  }),
);

describe('the data of a button', () => {
  it('comes back as it was sent, in at most 64 bytes', () => {
    fc.assert(
      fc.property(action, (sent) => {
        const data = encodeAction(sent);
        assert.ok(Buffer.byteLength(`${KEEPS}${data}`) <= 64, data);
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
      'withdraw-send:1',
      'device-remove:1',
      'devices-clear:1',
      'admin-withdrawals:-1',
      'admin-reject:because:00000000-0000-7000-8000-000000000000',
    ]) {
      assert.equal(parseAction(data), null, data);
    }
  });
});
