import { openCatalogues } from './catalogues.ts';
import type { MessageKey } from './generated/message-keys.ts';
import { directionOf } from './languages.ts';
import { isolate, runRightToLeft } from './right-to-left.ts';

/** Languages with a complete catalogue, in the order the picker shows them. The first is canonical. */
export const LOCALES = ['ru', 'en', 'de', 'kk', 'ar', 'uz', 'tg'] as const;
export type Locale = (typeof LOCALES)[number];

/** Words in one language. Text is HTML for Telegram: arguments that are strings are escaped here. */
export type Translator = {
  locale: Locale;
  text(key: MessageKey, args?: Record<string, string | number>): string;
};

/** The language of a customer: the chosen one, else the one their app speaks (`de-AT`), else Russian. */
export function pickLocale(chosen: string | null, appLanguage?: string): Locale {
  const known = (wanted: string | null | undefined) => LOCALES.find((locale) => locale === wanted);
  return known(chosen) ?? known(appLanguage?.toLowerCase().split(/[^a-z]/)[0]) ?? LOCALES[0];
}

const findText = openCatalogues(new URL('./', import.meta.url), LOCALES);

/** A translator for a language. */
export function translatorFor(locale: Locale): Translator {
  const isRightToLeft = directionOf(locale) === 'rtl';
  const prepare = (value: string | number) => {
    if (typeof value === 'number') return value;
    return isRightToLeft ? isolate(escapeHtml(value)) : escapeHtml(value);
  };
  return {
    locale,
    text(key, args = {}) {
      const prepared = Object.fromEntries(
        Object.entries(args).map(([name, value]) => [name, prepare(value)]),
      );
      const text = findText(locale, key, prepared);
      return isRightToLeft ? runRightToLeft(text) : text;
    },
  };
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
