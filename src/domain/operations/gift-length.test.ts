import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatGiftLength, GIFT_PRESETS, giftMs, parseGiftLength } from './gift-length.ts';

describe('the length of a gift', () => {
  it('is a whole number of minutes, hours or days', () => {
    assert.equal(giftMs({ count: 10, unit: 'm' }), 600_000);
    assert.equal(giftMs({ count: 36, unit: 'h' }), 129_600_000);
    assert.equal(giftMs({ count: 1, unit: 'd' }), 86_400_000);
    for (const preset of GIFT_PRESETS) assert.deepEqual(parseGiftLength(formatGiftLength(preset)), preset);
  });
  it('is nothing else, and no longer than ten years', () => {
    assert.deepEqual(parseGiftLength('3650d'), { count: 3650, unit: 'd' });
    for (const text of ['', '0d', '01d', '-1d', '1.5h', '1w', '3651d', '9999999h', '10', 'd'])
      assert.equal(parseGiftLength(text), null, text);
  });
});
