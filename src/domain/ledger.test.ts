import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CauseFacts, findLineFault, lineOfCause } from './ledger.ts';
import { kopecks } from './money.ts';

const charge: CauseFacts = {
  kind: 'charge',
  provider: 'cryptobot',
  customerId: 'c',
  amountKopecks: kopecks(14900n),
};
const purchase: CauseFacts = {
  kind: 'invoice',
  customerId: 'c',
  amountKopecks: kopecks(14900n),
  purpose: 'purchase',
  status: 'paid',
};

describe('a line of the ledger', () => {
  it('takes a charge from the provider to the wallet', () => {
    const line = lineOfCause(charge);
    assert.equal(`${line?.debitAccount} → ${line?.creditAccount}`, 'provider:cryptobot → wallet:c');
  });
  it('takes a charge that is nobody’s into suspense', () => {
    assert.equal(lineOfCause({ ...charge, customerId: null })?.creditAccount, 'suspense');
  });
  it('takes a paid purchase from the wallet to revenue', () => {
    const line = lineOfCause(purchase);
    assert.equal(`${line?.debitAccount} → ${line?.creditAccount}`, 'wallet:c → revenue');
  });
  it('does not exist for an unpaid purchase, a top-up, or nothing', () => {
    assert.equal(lineOfCause({ ...purchase, status: 'open' }), null);
    assert.equal(lineOfCause({ ...purchase, purpose: 'top-up' }), null);
    assert.equal(lineOfCause({ ...charge, amountKopecks: kopecks(0n) }), null);
  });

  const right = lineOfCause(charge);
  assert.ok(right);
  it('is right when it is what its cause allows', () => assert.equal(findLineFault(right, charge), null));
  const wrong: [name: string, line: typeof right, facts: CauseFacts, fault: RegExp][] = [
    ['another amount', { ...right, amountKopecks: kopecks(14901n) }, charge, /amount is 14901/],
    [
      'the other direction',
      { ...right, debitAccount: right.creditAccount, creditAccount: right.debitAccount },
      charge,
      /debitAccount is wallet:c/,
    ],
    [
      'another customer’s wallet',
      { ...right, creditAccount: 'wallet:d' },
      charge,
      /creditAccount is wallet:d/,
    ],
    ['a cause of another kind', right, purchase, /kind is charge-received/],
    ['a cause that allows none', right, { ...purchase, status: 'open' }, /allows no transfer/],
  ];
  for (const [name, line, facts, fault] of wrong) {
    it(`is found out with ${name}`, () => assert.match(findLineFault(line, facts) ?? '', fault));
  }
});
