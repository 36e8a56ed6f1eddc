import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formatDateTime, formatRoubles } from './format-values.ts';
import { pickLocale, translatorFor } from './translate.ts';

describe('words', () => {
  it('follow the plural rules of their language', () => {
    const ru = translatorFor('ru');
    assert.deepEqual(
      [1, 3, 6, 12].map((months) => ru.text('period-months', { months })),
      ['1 месяц', '3 месяца', '6 месяцев', '12 месяцев'],
    );
    assert.equal(translatorFor('en').text('period-months', { months: 1 }), '1 month');
  });
  it('cannot be broken by a name', () => {
    const text = translatorFor('en').text('menu-welcome', { name: '<b>&' });
    assert.match(text, /&lt;b&gt;&amp;/);
  });
  it('are in the chosen language, else the app’s, else Russian', () => {
    assert.equal(pickLocale('en', 'ru'), 'en');
    assert.equal(pickLocale(null, 'en-GB'), 'en');
    assert.equal(pickLocale(null, 'pt'), 'ru');
  });
  it('hold no prices: whatever is sold has its price from the calculator', () => {
    for (const file of globSync('*.ftl', { cwd: import.meta.dirname })) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8');
      assert.deepEqual(text.match(/\d\s*(₽|руб|RUB|roubles)/gi), null, file);
    }
  });
  it('show money and moments as people write them', () => {
    assert.equal(formatRoubles(14900n, 'ru'), '149 ₽');
    assert.equal(formatRoubles(139950n, 'en'), '1,399.50 ₽');
    assert.equal(formatDateTime(new Date('2026-02-03T04:05:06Z')), '03.02.2026 04:05');
  });
});
