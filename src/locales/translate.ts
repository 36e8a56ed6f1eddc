import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
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

const bundles = new Map(LOCALES.map((locale) => [locale, loadBundle(locale)]));

/** A translator for a language. A key without words there falls back to Russian; check proves there is none. */
export function translatorFor(locale: Locale): Translator {
  return {
    locale,
    text(key, args = {}) {
      const escaped = Object.fromEntries(
        Object.entries(args).map(([name, value]) => [name, escapeHtml(value)]),
      );
      return format(locale, key, escaped) ?? format(LOCALES[0], key, escaped) ?? key;
    },
  };
}

function format(locale: Locale, key: string, args: Record<string, FluentVariable>): string | null {
  const bundle = bundles.get(locale);
  const pattern = bundle?.getMessage(key)?.value;
  return bundle && pattern ? bundle.formatPattern(pattern, args) : null;
}

function loadBundle(locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const source = readFileSync(new URL(`./${locale}.ftl`, import.meta.url), 'utf8');
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length > 0) throw new Error(`${locale}.ftl: ${errors[0]?.message}`);
  return bundle;
}

function escapeHtml(value: string | number): string | number {
  if (typeof value === 'number') return value;
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
