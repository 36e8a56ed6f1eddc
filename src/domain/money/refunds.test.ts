import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kopecks } from './money.ts';
import {
  decideRefund,
  decideRefundRequest,
  decideReversal,
  type RefundKind,
  type RefundWish,
  type RequestableCharge,
  refundedKopecksOf,
} from './refunds.ts';

const DAY_MS = 86_400_000;
const now = new Date('2026-11-24T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);
const MONTH = { priceKopecks: kopecks(14_900n), durationMs: 30 * DAY_MS };

describe('what money back takes from the customer', () => {
  type Case = {
    name: string;
    charge: bigint;
    before?: bigint;
    isPurchase?: boolean;
    kind?: RefundKind;
    amount: bigint;
    balance?: bigint;
    daysLeft?: number;
    /** wallet, receivable, days revoked. */
    takes: [wallet: bigint, receivable: bigint, days: number];
  };
  const table: Case[] = [
    {
      name: 'a top-up, from the wallet',
      charge: 25_000n,
      amount: 25_000n,
      balance: 30_000n,
      takes: [25_000n, 0n, 0],
    },
    {
      name: 'a top-up that was spent: the rest is owed',
      charge: 25_000n,
      amount: 25_000n,
      balance: 10_000n,
      takes: [10_000n, 15_000n, 0],
    },
    {
      name: 'a purchase: its whole term',
      charge: 14_900n,
      isPurchase: true,
      amount: 14_900n,
      daysLeft: 30,
      takes: [0n, 0n, 30],
    },
    {
      name: 'a purchase with another behind it: its own term only',
      charge: 14_900n,
      isPurchase: true,
      amount: 14_900n,
      daysLeft: 60,
      takes: [0n, 0n, 30],
    },
    {
      name: 'a third of a purchase: a third of the term',
      charge: 14_900n,
      isPurchase: true,
      amount: 4_967n,
      daysLeft: 30,
      takes: [0n, 0n, 10.0006711409396],
    },
    {
      name: 'a used purchase by our decision: used time is a gift',
      charge: 14_900n,
      isPurchase: true,
      amount: 14_900n,
      daysLeft: 10,
      balance: 99_999n,
      takes: [0n, 0n, 10],
    },
    {
      name: 'a used purchase charged back: used time is due',
      charge: 14_900n,
      isPurchase: true,
      kind: 'chargeback',
      amount: 14_900n,
      daysLeft: 10,
      balance: 5_000n,
      takes: [5_000n, 4_933n, 10],
    },
    {
      name: 'an expired purchase charged back: all of it is due',
      charge: 14_900n,
      isPurchase: true,
      kind: 'chargeback',
      amount: 14_900n,
      daysLeft: -3,
      takes: [0n, 14_900n, 0],
    },
    {
      name: 'an overpaid purchase: the term, then the excess',
      charge: 20_000n,
      isPurchase: true,
      amount: 20_000n,
      daysLeft: 30,
      balance: 5_100n,
      takes: [5_100n, 0n, 30],
    },
    {
      name: 'the excess alone, after the purchase’s part',
      charge: 20_000n,
      before: 14_900n,
      isPurchase: true,
      amount: 5_100n,
      daysLeft: 30,
      balance: 100n,
      takes: [100n, 5_000n, 0],
    },
  ];
  for (const one of table) {
    it(one.name, () => {
      const { daysLeft = 0, balance = 0n, before = 0n } = one;
      const endsAt = one.isPurchase ? inDays(daysLeft) : null;
      const terms = decideRefund(
        {
          amountKopecks: kopecks(one.charge),
          refundedKopecks: kopecks(before),
          purchase: one.isPurchase ? MONTH : null,
        },
        { kind: one.kind ?? 'refund', amountKopecks: kopecks(one.amount) },
        { balanceKopecks: kopecks(balance), endsAt, now },
      );
      const [wallet, receivable, days] = one.takes;
      assert.deepEqual([terms.walletKopecks, terms.receivableKopecks], [wallet, receivable]);
      assert.equal(terms.revokedMs, Math.floor(days * DAY_MS));
      const expectedEnd = days > 0 && endsAt ? endsAt.getTime() - terms.revokedMs : undefined;
      assert.equal(terms.endsAt?.getTime(), expectedEnd);
    });
  }

  it('in any parts takes exactly the term once, never before now, and never more money than was given', () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 6_000n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.boolean(), fc.integer({ min: 0, max: 40 }), (amounts, isChargeback, daysLeft) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0n);
        const charge = kopecks(total);
        const purchase = { priceKopecks: charge, durationMs: 30 * DAY_MS };
        let [refunded, revoked, taken] = [0n, 0, 0n];
        let endsAt = inDays(daysLeft);
        for (const amount of amounts) {
          const terms = decideRefund(
            { amountKopecks: charge, refundedKopecks: kopecks(refunded), purchase },
            { kind: isChargeback ? 'chargeback' : 'refund', amountKopecks: kopecks(amount) },
            { balanceKopecks: kopecks(1_000n), endsAt, now },
          );
          assert.ok(terms.walletKopecks + terms.receivableKopecks <= amount);
          refunded += amount;
          revoked += terms.revokedMs;
          taken += terms.walletKopecks + terms.receivableKopecks;
          endsAt = terms.endsAt ?? endsAt;
        }
        assert.equal(revoked, Math.min(30, daysLeft) * DAY_MS);
        assert.ok(endsAt >= now);
        if (!isChargeback || daysLeft >= 30) assert.equal(taken, 0n);
      }),
    );
  });
});

describe('a wish to give money back', () => {
  const charge: RequestableCharge = {
    amountKopecks: kopecks(14_900n),
    claimedKopecks: kopecks(0n),
    refunds: 0,
    providerAmount: '149',
    providerCurrency: 'RUB',
    isSuspended: false,
  };
  const wish: RefundWish = { amountKopecks: null, reason: 'asked for', canBeRefunded: true };
  const part = { amountKopecks: kopecks(4_900n) };
  const table: [name: string, charge: Partial<RequestableCharge>, wish: Partial<RefundWish>, says: string][] =
    [
      ['whole, in the words of the charge', {}, {}, '14900 149'],
      ['a part', {}, part, '4900 49.00'],
      ['all that is left', { claimedKopecks: kopecks(4_900n), refunds: 1 }, {}, '10000 100.00'],
      [
        'without a way back',
        { claimedKopecks: kopecks(14_900n), refunds: 1 },
        { canBeRefunded: false },
        'provider-cannot-refund',
      ],
      [
        'with nothing left',
        { claimedKopecks: kopecks(14_900n), refunds: 1 },
        { amountKopecks: kopecks(1n) },
        'already-refunded',
      ],
      [
        'for more than there is',
        { providerCurrency: 'XTR' },
        { amountKopecks: kopecks(14_901n), reason: '' },
        'more-than-charged',
      ],
      ['for a part of Stars', { providerCurrency: 'XTR' }, { ...part, reason: '' }, 'partial-not-possible'],
      ['for a part of suspended money', { isSuspended: true }, part, 'partial-not-possible'],
      ['without a reason', {}, { reason: ' ' }, 'reason-missing'],
      [
        'for suspended money without a value in roubles',
        { amountKopecks: kopecks(0n), providerAmount: '1.5', providerCurrency: 'TON', isSuspended: true },
        {},
        '0 1.5',
      ],
      [
        'for it again',
        { amountKopecks: kopecks(0n), refunds: 1, providerCurrency: 'TON', isSuspended: true },
        {},
        'already-refunded',
      ],
    ];
  for (const [name, chargeChange, wishChange, says] of table) {
    it(name, () => {
      const decided = decideRefundRequest({ ...charge, ...chargeChange }, { ...wish, ...wishChange });
      assert.equal(decided.ok ? `${decided.amountKopecks} ${decided.providerAmount}` : decided.refusal, says);
    });
  }
});

describe('what a provider’s refund takes of a charge', () => {
  const stars = { amountKopecks: kopecks(14_900n), providerAmount: '72', providerCurrency: 'XTR' };
  const bank = { amountKopecks: kopecks(14_900n), providerAmount: '149.00', providerCurrency: 'RUB' };
  for (const [charge, amount, currency, takes] of [
    [bank, '149.00', 'RUB', 14_900n],
    [bank, '0.01', 'RUB', 1n],
    [bank, '1.005', 'RUB', null],
    [bank, '1.00', 'USD', null],
    [stars, '72', 'XTR', 14_900n],
    [stars, '36', 'XTR', 7_450n],
    [stars, '149.00', 'RUB', null],
  ] as const) {
    it(`${amount} ${currency} of ${charge.providerAmount} ${charge.providerCurrency}`, () =>
      assert.equal(refundedKopecksOf(charge, { providerAmount: amount, providerCurrency: currency }), takes));
  }
});

describe('a commission whose charge is given back', () => {
  it('in any parts goes back exactly, and never more than the share that was given back', () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 9_999n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 100 }), (amounts, percent) => {
        const chargeKopecks = kopecks(amounts.reduce((sum, amount) => sum + amount, 0n));
        const amountKopecks = kopecks((chargeKopecks * BigInt(percent)) / 100n);
        let [refunded, reversed] = [0n, 0n];
        for (const amount of amounts) {
          refunded += amount;
          const due = decideReversal(
            { amountKopecks, chargeKopecks, reversedKopecks: kopecks(reversed) },
            kopecks(refunded),
          );
          assert.ok(due >= 0n);
          reversed += due;
          assert.ok(reversed * chargeKopecks <= amountKopecks * refunded);
        }
        assert.equal(reversed, amountKopecks);
      }),
    );
  });
});
