import { openCatalogues } from './catalogues.ts';
import type { MessageKey } from './generated/message-keys.ts';

/** Languages with a complete catalogue, in the order the picker shows them. The first is canonical. */
export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Words in one language. Text is HTML for Telegram: arguments that are strings are escaped here. */
export type Translator = {
  locale: Locale;
  text(key: MessageKey, args?: Record<string, string | number>): string;
};

/** The language of a customer: the chosen one, else the one their app speaks, else Russian. */
export function pickLocale(chosen: string | null, appLanguage?: string): Locale {
  const known = (wanted: string | null | undefined) => LOCALES.find((locale) => locale === wanted);
  return known(chosen) ?? known(appLanguage?.slice(0, 2)) ?? LOCALES[0];
}

const findText = openCatalogues(new URL('./', import.meta.url), LOCALES);

/** A translator for a language. */
export function translatorFor(locale: Locale): Translator {
  return {
    locale,
    text(key, args = {}) {
      const escaped = Object.fromEntries(
        Object.entries(args).map(([name, value]) => [name, escapeHtml(value)]),
      );
      return findText(locale, key, escaped);
    },
  };
}

function escapeHtml(value: string | number): string | number {
  if (typeof value === 'number') return value;
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
