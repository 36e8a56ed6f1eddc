import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatBytes, formatCountry, formatDay } from './page-values.ts';
import { pickPageLocale } from './translate-page.ts';

describe('the language of a page', () => {
  const pick = (asked: string | null, chosen: string | null, acceptLanguage: string) =>
    pickPageLocale({ asked, chosen, acceptLanguage });
  it('is the one asked for, else the customer’s, else the browser’s, else Russian', () => {
    assert.equal(pick('ar', 'en', 'ru'), 'ar');
    assert.equal(pick(null, 'en', 'ar'), 'en');
    assert.equal(pick(null, null, 'ar-EG,ar;q=0.9'), 'ar');
    assert.equal(pick(null, null, ''), 'ru');
    assert.equal(pick(null, null, 'fr,pt-BR;q=0.7'), 'ru');
  });
  it('goes on to the next wish where there are no words', () => {
    assert.equal(pick('xx', 'fr', 'pt,en;q=0.5'), 'en');
    assert.equal(pick('../en', null, 'ar'), 'ar');
  });
  it('is what the browser wants most, not what it names first', () => {
    assert.equal(pick(null, null, 'ru;q=0.2, EN-gb;q=0.8, ar;q=0'), 'en');
    assert.equal(pick(null, null, 'ar;q=0'), 'ru');
    assert.equal(pick(null, null, ';;q=,,,*;q=x'), 'ru');
  });
});

describe('values on a page', () => {
  it('are written as readers of each language write them', () => {
    const day = new Date('2026-12-05T23:59:00Z');
    assert.equal(formatDay(day, 'en'), '5 December 2026');
    assert.match(formatDay(day, 'ru'), /^5 декабря 2026/);
    assert.equal(formatDay(day, 'ar'), '5 ديسمبر 2026');
    assert.equal(formatDay(day, 'de'), '5. Dezember 2026');
    assert.equal(formatDay(day, 'kk'), '2026 ж. 5 желтоқсан');
    assert.equal(formatCountry('NL', 'ru'), 'Нидерланды');
    assert.equal(formatCountry('NL', 'ar'), 'هولندا');
    assert.equal(formatCountry('<b>', 'en'), '<b>');
    assert.equal(formatBytes(12_340_000_000n, 'ru').replace(/\s/g, ' '), '12,3 ГБ');
  });
  it('grow into the unit that fits', () => {
    const shown = [0n, 1n, 999_000n, 1_000_000n, 1_000_000_000n, 123_400_000_000n, 10n ** 15n, 10n ** 16n];
    assert.deepEqual(
      shown.map((bytes) => formatBytes(bytes, 'en')),
      ['0 GB', '0 kB', '999 kB', '1 MB', '1 GB', '123 GB', '1,000 TB', '10,000 TB'],
    );
  });
});
