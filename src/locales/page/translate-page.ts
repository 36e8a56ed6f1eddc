import { openCatalogues } from '../catalogues.ts';
import type { PageKey } from '../generated/page-keys.ts';
import { directionOf } from '../languages.ts';

/** Languages of the subscription page, in the order its switch shows them. The first is canonical. */
export const PAGE_LOCALES = ['ru', 'en', 'de', 'kk', 'ar', 'uz', 'tg'] as const;
export type PageLocale = (typeof PAGE_LOCALES)[number];

/** Words of the subscription page in one language: plain text, which whoever puts it into HTML escapes. */
export type PageTranslator = {
  locale: PageLocale;
  direction: 'ltr' | 'rtl';
  text(key: PageKey, args?: Record<string, string | number>): string;
};

const findText = openCatalogues(new URL('./', import.meta.url), PAGE_LOCALES);

export function pageTranslatorFor(locale: PageLocale): PageTranslator {
  return {
    locale,
    direction: directionOf(locale),
    text: (key, args = {}) => findText(locale, key, args),
  };
}

/** What is known of the language a visitor reads. */
export type LanguageWishes = {
  /** By the page's own switch. */
  asked: string | null;
  /** In the bot. */
  chosen: string | null;
  /** The browser's Accept-Language. */
  acceptLanguage: string;
};

/** The language of a page: the one asked for, else the customer's, else the browser's, else Russian. */
export function pickPageLocale({ asked, chosen, acceptLanguage }: LanguageWishes): PageLocale {
  const wishes = [asked, chosen, ...byPreference(acceptLanguage)];
  const known = (wish: string | null) => PAGE_LOCALES.find((locale) => locale === wish);
  return wishes.map(known).find((locale) => locale !== undefined) ?? PAGE_LOCALES[0];
}

/** `ar-EG;q=0.5, en` → en, ar: what a browser asks for, most wanted first. Source: RFC 9110 §12.5.4. */
function byPreference(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=(\d(?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.split('-')[0] ?? '', weight: Number(quality ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ language }) => language);
}
