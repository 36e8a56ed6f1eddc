import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formatAgo, formatDateTime, formatGigabytes, formatRoubles } from './format-values.ts';
import { LOCALES, type Locale, pickLocale, translatorFor } from './translate.ts';

/** As a person sees it: spaces that do not break look like any other. */
const seen = (text: string) => text.replace(/\s/g, ' ');

/** 1,399.50 in every language, those whose words are still to come included. */
const MONEY: Record<string, string> = {
  ru: '1 399,50 ₽',
  en: '1,399.50 ₽',
  de: '1.399,50 ₽',
  kk: '1 399,50 ₽',
  ar: '1,399.50 ₽',
  uz: '1 399,50 ₽',
  tg: '1 399,50 ₽',
};
/** An hour, three, a day and five days. */
const AGO: Record<string, string[]> = {
  ru: ['1 час назад', '3 часа назад', 'вчера', '5 дней назад'],
  en: ['1 hour ago', '3 hours ago', 'yesterday', '5 days ago'],
  de: ['vor 1 Stunde', 'vor 3 Stunden', 'gestern', 'vor 5 Tagen'],
  kk: ['1 сағат бұрын', '3 сағат бұрын', 'кеше', '5 күн бұрын'],
  ar: ['قبل ساعة واحدة', 'قبل 3 ساعات', 'أمس', 'قبل 5 أيام'],
  uz: ['1 soat oldin', '3 soat oldin', 'kecha', '5 kun oldin'],
  tg: ['1 соат пеш', '3 соат пеш', 'дирӯз', '5 рӯз пеш'],
};

describe('words', () => {
  it('follow the plural rules of their language', () => {
    const months = (locale: Locale, ...counts: number[]) =>
      counts.map((count) => translatorFor(locale).text('period-months', { months: count }));
    assert.deepEqual(months('ru', 1, 3, 6, 12, 21), [
      '1 месяц',
      '3 месяца',
      '6 месяцев',
      '12 месяцев',
      '21 месяц',
    ]);
    assert.deepEqual(months('en', 1, 3), ['1 month', '3 months']);
    assert.deepEqual(months('de', 1, 3), ['1 Monat', '3 Monate']);
    assert.deepEqual(months('kk', 1, 3), ['1 ай', '3 ай'], 'Kazakh has no plural after a number');
  });
  it('cannot be broken by a name', () => {
    for (const locale of LOCALES) {
      const text = translatorFor(locale).text('menu-welcome', { name: '<b>&' });
      assert.match(text, /&lt;b&gt;&amp;/, locale);
    }
  });
  it('bring what is there to be copied as it is, in every language', () => {
    const link = 'https://t.me/atlas_bot?start=ref_1';
    const counts = { percent: 10, level: 'Gold', invited: '2', paying: '1', earned: '5' };
    for (const locale of LOCALES) {
      const text = translatorFor(locale).text('referral-title', { link, ...counts });
      assert.ok(text.includes(`<code>${link}</code>`), locale);
    }
  });
  it('are in the chosen language, else the app’s, else Russian', () => {
    assert.equal(pickLocale('en', 'ru'), 'en');
    assert.equal(pickLocale(null, 'en-GB'), 'en');
    assert.equal(pickLocale(null, 'de_AT'), 'de');
    assert.equal(pickLocale('xx', 'KK'), 'kk');
    assert.equal(pickLocale(null, 'de,en;q=0.5'), 'de');
    assert.equal(pickLocale(null, 'pt'), 'ru');
    assert.equal(pickLocale(null, 'kkj'), 'ru', 'another language whose name begins alike');
  });
  it('hold no prices: whatever is sold has its price from the calculator', () => {
    for (const file of globSync('*.ftl', { cwd: import.meta.dirname })) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8');
      assert.deepEqual(text.match(/\d\s*(₽|руб|RUB|roubles|Rubel|روبل)/gi), null, file);
    }
  });
});

describe('values', () => {
  it('show money and moments as people write them', () => {
    assert.equal(formatRoubles(14900n, 'ru'), '149 ₽');
    assert.equal(formatDateTime(new Date('2026-02-03T04:05:06Z')), '03.02.2026 04:05');
    for (const locale of LOCALES) assert.equal(seen(formatRoubles(139950n, locale)), MONEY[locale], locale);
    assert.equal(seen(formatGigabytes(1_234_560_000_000n, 'kk')), '1 234,56');
  });
  it('say how long ago in the words of each language', () => {
    const now = new Date('2026-02-03T12:00:00Z');
    const ago = (hours: number, locale: Locale) =>
      formatAgo(new Date(now.getTime() - hours * 3_600_000), now, locale);
    for (const locale of LOCALES) {
      const said = [1, 3, 25, 24 * 5].map((hours) => ago(hours, locale));
      assert.deepEqual(said, AGO[locale], locale);
      assert.equal(ago(0.9, locale), null);
    }
  });
});
