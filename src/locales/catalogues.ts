import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { intlTagsOf } from './languages.ts';

/** The words of a key in a language; the key itself where no catalogue has it, and check proves there is none. */
export type FindText<Locale extends string> = (
  locale: Locale,
  key: string,
  args: Record<string, FluentVariable>,
) => string;

/** Opens `<locale>.ftl` of a folder for every language; the first one stands in for words that another lacks. */
export function openCatalogues<Locale extends string>(
  folder: URL,
  locales: readonly [Locale, ...Locale[]],
): FindText<Locale> {
  const bundles = new Map(locales.map((locale) => [locale, loadBundle(folder, locale)]));
  const format = (locale: Locale, key: string, args: Record<string, FluentVariable>) => {
    const bundle = bundles.get(locale);
    const pattern = bundle?.getMessage(key)?.value;
    return bundle && pattern ? bundle.formatPattern(pattern, args) : null;
  };
  return (locale, key, args) => format(locale, key, args) ?? format(locales[0], key, args) ?? key;
}

function loadBundle(folder: URL, locale: string): FluentBundle {
  const bundle = new FluentBundle(intlTagsOf(locale), { useIsolating: false });
  const errors = bundle.addResource(
    new FluentResource(readFileSync(new URL(`${locale}.ftl`, folder), 'utf8')),
  );
  if (errors.length > 0) throw new Error(`${locale}.ftl: ${errors[0]?.message}`);
  return bundle;
}
