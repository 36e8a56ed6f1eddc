import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kopecks, parseDecimalKopecks, roubles, toDecimalText } from './money.ts';

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
});
