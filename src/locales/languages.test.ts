import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directionOf, intlTagsOf } from './languages.ts';

/** Every language the shop is to speak, whether its catalogue is there or not. */
const LANGUAGES = ['ru', 'en', 'de', 'kk', 'ar', 'uz', 'tg'];

/** As a person sees it: spaces that do not break look like any other. */
const seen = (text: string) => text.replace(/\s/g, ' ');

describe('what this Node knows of languages', () => {
  it('is how each of them writes numbers, in digits that every field takes', () => {
    const written = LANGUAGES.map((language) =>
      seen(new Intl.NumberFormat(intlTagsOf(language), { minimumFractionDigits: 2 }).format(1_234_567.5)),
    );
    assert.deepEqual(written, [
      '1 234 567,50',
      '1,234,567.50',
      '1.234.567,50',
      '1 234 567,50',
      '1,234,567.50',
      '1 234 567,50',
      '1 234 567,50',
    ]);
  });
  it('is how each of them says that something was hours or days ago', () => {
    const ago = (count: number, unit: 'hour' | 'day') =>
      LANGUAGES.map((language) =>
        new Intl.RelativeTimeFormat(intlTagsOf(language), { numeric: 'auto' }).format(-count, unit),
      );
    assert.deepEqual(ago(3, 'hour').slice(4), ['قبل 3 ساعات', '3 soat oldin', '3 соат пеш']);
    assert.deepEqual(ago(1, 'day').slice(4), ['أمس', 'kecha', 'дирӯз']);
    assert.equal(new Set(ago(5, 'day')).size, LANGUAGES.length, 'none speaks the words of another');
  });
  it('is which forms a word takes after a number, and never those of the machine’s own language', () => {
    const forms = (language: string) =>
      [0, 1, 2, 3, 11, 100].map((count) => new Intl.PluralRules(intlTagsOf(language)).select(count));
    assert.deepEqual(forms('ar'), ['zero', 'one', 'two', 'few', 'many', 'other']);
    assert.deepEqual(forms('tg'), ['other', 'one', 'other', 'other', 'other', 'other']);
    for (const language of LANGUAGES) {
      const { locale } = new Intl.PluralRules(intlTagsOf(language)).resolvedOptions();
      assert.ok(
        intlTagsOf(language).some((tag) => tag.startsWith(locale)),
        `${language} is ${locale}`,
      );
    }
  });
  it('is which of them run from right to left', () => {
    assert.deepEqual(
      LANGUAGES.filter((language) => directionOf(language) === 'rtl'),
      ['ar'],
    );
  });
});
