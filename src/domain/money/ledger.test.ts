import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CauseFacts,
  findLineFault,
  findMissingLine,
  linesOfCause,
  sumForCustomer,
  type TransferLine,
  transferKeyOf,
} from './ledger.ts';
import { kopecks } from './money.ts';

const amountKopecks = kopecks(14900n);
const ofCustomer = { customerId: 'c', amountKopecks };
const clawedBack = { walletKopecks: kopecks(9900n), receivableKopecks: kopecks(5000n) };
const charge: CauseFacts = { kind: 'charge', provider: 'cryptobot', ...ofCustomer };

describe('the lines of a cause', () => {
  // Source: decisions.md §5.
  const table: [name: string, facts: CauseFacts, lines: string[]][] = [
    ['a charge', charge, ['charge-received provider:cryptobot → wallet:c 14900']],
    [
      'a charge that is nobody’s',
      { ...charge, customerId: null },
      ['charge-received provider:cryptobot → suspense 14900'],
    ],
    ['a charge without a rouble value', { ...charge, amountKopecks: kopecks(0n) }, []],
    [
      'a paid purchase',
      { kind: 'invoice', ...ofCustomer, purpose: 'purchase', status: 'paid' },
      ['purchase wallet:c → revenue 14900'],
    ],
    ['an open purchase', { kind: 'invoice', ...ofCustomer, purpose: 'purchase', status: 'open' }, []],
    ['a paid top-up', { kind: 'invoice', ...ofCustomer, purpose: 'top-up', status: 'paid' }, []],
    [
      'a refund that was given',
      { kind: 'refund', provider: 'stars', ...ofCustomer, status: 'done', ...clawedBack },
      [
        'refund-paid refunds → provider:stars 14900',
        'refund-clawed wallet:c → refunds 9900',
        'refund-receivable receivable:c → refunds 5000',
      ],
    ],
    [
      'a refund that was only asked for',
      { kind: 'refund', provider: 'stars', ...ofCustomer, status: 'requested', ...clawedBack },
      [],
    ],
    [
      'a refund of suspended money',
      {
        kind: 'refund',
        provider: 'stars',
        customerId: null,
        amountKopecks,
        status: 'done',
        walletKopecks: kopecks(0n),
        receivableKopecks: kopecks(0n),
      },
      ['refund-paid suspense → provider:stars 14900'],
    ],
    [
      'a commission that is owed',
      { kind: 'commission', ...ofCustomer, status: 'owed' },
      ['commission-owed commissions-expense → commissions-payable 14900'],
    ],
    [
      'a commission that was paid',
      { kind: 'commission', ...ofCustomer, status: 'paid' },
      [
        'commission-owed commissions-expense → commissions-payable 14900',
        'commission-paid commissions-payable → wallet:c 14900',
      ],
    ],
    [
      'a reversal',
      { kind: 'reversal', ...ofCustomer, ...clawedBack },
      [
        'commission-clawed wallet:c → commissions-payable 9900',
        'commission-receivable receivable:c → commissions-payable 5000',
        'commission-reversed commissions-payable → commissions-expense 14900',
      ],
    ],
    [
      'a withdrawal that waits',
      { kind: 'withdrawal', ...ofCustomer, status: 'pending' },
      ['withdrawal-held wallet:c → held:c 14900'],
    ],
    [
      'a withdrawal that was approved',
      { kind: 'withdrawal', ...ofCustomer, status: 'approved' },
      ['withdrawal-held wallet:c → held:c 14900', 'withdrawal-paid held:c → payouts 14900'],
    ],
    [
      'a withdrawal that was rejected',
      { kind: 'withdrawal', ...ofCustomer, status: 'rejected' },
      ['withdrawal-held wallet:c → held:c 14900', 'withdrawal-returned held:c → wallet:c 14900'],
    ],
    [
      'an adjustment upwards',
      { kind: 'adjustment', ...ofCustomer, counterAccount: 'adjustments' },
      ['adjustment adjustments → wallet:c 14900'],
    ],
    [
      'an adjustment downwards',
      {
        kind: 'adjustment',
        customerId: 'c',
        amountKopecks: kopecks(-14900n),
        counterAccount: 'adjustments',
      },
      ['adjustment wallet:c → adjustments 14900'],
    ],
    [
      'suspended money that found its customer',
      { kind: 'adjustment', ...ofCustomer, counterAccount: 'suspense' },
      ['adjustment suspense → wallet:c 14900'],
    ],
    [
      'a collection',
      { kind: 'collection', ...ofCustomer },
      ['receivable-collected wallet:c → receivable:c 14900'],
    ],
  ];
  for (const [name, facts, expected] of table) {
    it(`of ${name}`, () => {
      const lines = linesOfCause(facts).map(
        (line) => `${line.kind} ${line.debitAccount} → ${line.creditAccount} ${line.amountKopecks}`,
      );
      assert.deepEqual(lines, expected);
      assert.ok(linesOfCause(facts).every((line) => line.customerId === facts.customerId));
    });
  }
});

describe('a stored line', () => {
  const [line] = linesOfCause(charge);
  assert.ok(line);
  const right = { ...line, idempotencyKey: transferKeyOf(line.kind, 'i') };
  const cause = { causeId: 'i', facts: charge };

  it('is right when it is what its cause asks', () => assert.equal(findLineFault(right, cause), null));
  const wrong: [name: string, change: Partial<TransferLine & { idempotencyKey: string }>, fault: RegExp][] = [
    ['another amount', { amountKopecks: kopecks(14901n) }, /amount is 14901/],
    [
      'the other direction',
      { debitAccount: right.creditAccount, creditAccount: right.debitAccount },
      /debitAccount is wallet:c/,
    ],
    ['another customer’s wallet', { creditAccount: 'wallet:d' }, /creditAccount is wallet:d/],
    ['another customer', { customerId: 'd' }, /customerId is d/],
    ['a kind its cause does not allow', { kind: 'purchase' }, /kind is purchase/],
    ['the key of another cause', { idempotencyKey: 'charge:j' }, /key is charge:j/],
  ];
  for (const [name, change, fault] of wrong) {
    it(`is found out with ${name}`, () =>
      assert.match(findLineFault({ ...right, ...change }, cause) ?? '', fault));
  }
  it('is missed when it is not there', () => {
    assert.equal(findMissingLine([], charge), 'charge-received');
    assert.equal(findMissingLine([right], charge), null);
  });
});

describe('what lines do to a customer', () => {
  it('counts what they have and hold by credits, what they owe by debits', () => {
    const lines = [
      ...linesOfCause(charge),
      ...linesOfCause({
        kind: 'withdrawal',
        customerId: 'c',
        amountKopecks: kopecks(4900n),
        status: 'pending',
      }),
      ...linesOfCause({ kind: 'reversal', ...ofCustomer, ...clawedBack }),
    ];
    assert.deepEqual(sumForCustomer(lines, 'c'), {
      balanceKopecks: 100n,
      heldKopecks: 4900n,
      receivableKopecks: 5000n,
    });
    assert.equal(sumForCustomer(lines, 'd').balanceKopecks, 0n);
  });
});
