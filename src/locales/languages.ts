/** What Intl is asked for where a language's own name would not do: it takes the first one that it knows. */
const INTL_TAGS: Record<string, string[]> = {
  // Days come before months, as wherever these customers are.
  en: ['en-GB'],
  // The digits that are copied into other apps.
  ar: ['ar-u-nu-latn'],
  // ICU has numbers of Tajik and no plural rules: the machine's own language would stand in for those.
  tg: ['tg', 'en-GB'],
};

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);

/** By what name, or names, Intl and Fluent format a language. */
export function intlTagsOf(locale: string): string[] {
  return INTL_TAGS[locale] ?? [locale];
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr';
}
