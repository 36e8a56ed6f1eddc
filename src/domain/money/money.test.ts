import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  compareDecimals,
  kopecks,
  parseDecimalKopecks,
  roubles,
  shareOf,
  toDecimalText,
  toSafeInteger,
} from './money.ts';

describe('money', () => {
  it('goes to decimal text and back without losing a kopeck', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (amount) => {
        assert.equal(parseDecimalKopecks(toDecimalText(kopecks(amount))), amount);
      }),
    );
  });

  const readable: [text: string, amount: bigint][] = [
    ['149', 14900n],
    ['149.0', 14900n],
    ['149.00', 14900n],
    ['0.01', 1n],
    ['104.30', 10430n],
    ['299.000000', 29900n],
  ];
  for (const [text, amount] of readable) {
    it(`reads ${text}`, () => assert.equal(parseDecimalKopecks(text), amount));
  }
  for (const text of ['', '.5', '149.005', '1e3', '-1', '+1', ' 1', '1,00', '0x10', 'NaN', '٣']) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseDecimalKopecks(text), null));
  }
  it('takes whole roubles only', () => assert.throws(() => roubles(1.5)));

  it('writes two digits, whatever the amount', () => {
    const written: [bigint, string][] = [
      [0n, '0.00'],
      [5n, '0.05'],
      [10n, '0.10'],
      [14_900n, '149.00'],
      [-1n, '-0.01'],
      [10n ** 18n + 1n, '10000000000000000.01'],
    ];
    for (const [amount, text] of written) assert.equal(toDecimalText(kopecks(amount)), text);
  });

  const compared: [a: string, b: string, result: number | null][] = [
    ['149', '149.00', 0],
    ['0.10', '0.1', 0],
    ['0.1', '0.100000000000000001', -1],
    ['9007199254740993', '9007199254740992', 1],
    ['2', '10', -1],
    ['1e2', '100', null],
    ['', '0', null],
  ];
  for (const [a, b, result] of compared) {
    it(`compares ${a || 'nothing'} with ${b}`, () => assert.equal(compareDecimals(a, b), result));
  }

  const shares: [amount: bigint, part: string, whole: string, share: bigint | null][] = [
    [14_900n, '125', '125', 14_900n],
    [14_900n, '124', '125', 14_780n],
    [100n, '1', '3', 33n],
    [100n, '2', '3', 66n],
    [10n ** 15n + 1n, '1.000000000000000000', '1', 10n ** 15n + 1n],
    [10n ** 17n + 3n, '3', '3', 10n ** 17n + 3n],
    [100n, '1', '0', null],
    [100n, 'x', '1', null],
  ];
  for (const [amount, part, whole, share] of shares) {
    it(`shares ${amount} by ${part} of ${whole}`, () =>
      assert.equal(shareOf(kopecks(amount), part, whole), share));
  }

  it('goes into JSON only while a number holds it exactly', () => {
    assert.equal(toSafeInteger(2n ** 53n - 1n), Number.MAX_SAFE_INTEGER);
    assert.throws(() => toSafeInteger(2n ** 53n));
  });
});
