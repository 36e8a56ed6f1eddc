import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTopUpAmount, parseTopUpAmount, TOP_UP_PRESETS } from './top-ups.ts';

describe('a top-up amount', () => {
  const readable: [text: string, amount: bigint][] = [
    ['100', 10000n],
    ['100000', 10000000n],
    ['1 000', 100000n],
    ['500 ₽', 50000n],
    ['500руб.', 50000n],
  ];
  for (const [text, amount] of readable) {
    it(`is read from ${text}`, () => assert.equal(parseTopUpAmount(text), amount));
  }
  for (const text of ['99', '100001', '0', '-100', '100.5', '100,5', '1e3', 'сто', '', '٣٠٠', '99999999']) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(parseTopUpAmount(text), null));
  }
  it('is allowed for every preset', () => assert.ok(TOP_UP_PRESETS.every(isTopUpAmount)));
});
