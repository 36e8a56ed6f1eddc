/** What a catalogue has to keep to, so that every language says what the canonical one says, and says it well. */
import { intlTagsOf } from '../../src/locales/languages.ts';
import { ANSWERS, isButton, lengthLimitOf, widthOf } from './places.ts';
import type { Catalogue, Text } from './read-catalogue.ts';

/** Telegram's HTML, or plain text that the subscription page escapes. */
export type Medium = 'telegram' | 'page';

/** Which text it is. */
type Place = { locale: string; key: string; medium: Medium; catalogue: Catalogue; isCanonical: boolean };

/** What is wrong with a text, compared with the canonical one. */
type Rule = (text: Text, canonical: Text, place: Place) => string[];

/** Written in Cyrillic; in any other language a Cyrillic letter is a leftover. */
const CYRILLIC: ReadonlySet<string> = new Set(['ru', 'kk', 'tg']);
/** A noun after a number is the same for every number: 1 ай, 5 ай. */
const WITHOUT_FORMS: ReadonlySet<string> = new Set(['kk', 'uz', 'tg']);
/** Names and loans are alike in many languages; this many letters are a sentence that was not translated. */
const ALIKE_FROM = 12;
const TAGS: ReadonlySet<string> = new Set(['b', 'i', 'u', 's', 'code']);
/** Up to here every form of the languages that we speak has come up. */
const COUNTED_TO = 200;

export const RULES = {
  arguments: checkArguments,
  forms: checkForms,
  length: checkLength,
  markup: checkMarkup,
  paragraphs: (text, canonical) =>
    paragraphsOf(text) === paragraphsOf(canonical)
      ? []
      : [`has ${paragraphsOf(text)} paragraphs, not ${paragraphsOf(canonical)}`],
  untranslated: checkTranslated,
  digits: (text) =>
    text.shapes.some(({ words }) => /[\u0660-\u0669\u06f0-\u06f9]/.test(words))
      ? ['has digits that other apps do not take']
      : [],
} satisfies Record<string, Rule>;

/** Every problem of a catalogue, as lines for who has to mend it. */
export function inspectCatalogue(catalogue: Catalogue, canonical: Catalogue, medium: Medium): string[] {
  const { locale, texts } = catalogue;
  const isCanonical = locale === canonical.locale;
  const missing = [...canonical.texts.keys()].filter((key) => !texts.has(key));
  const extra = [...texts.keys()].filter((key) => !canonical.texts.has(key));
  const rules: [string, Rule][] = Object.entries(RULES);
  const broken = [...texts].flatMap(([key, text]) => {
    const same = canonical.texts.get(key);
    if (!same) return [];
    return rules.flatMap(([name, rule]) =>
      rule(text, same, { locale, key, medium, catalogue, isCanonical }).map(
        (problem) => `${key} ${problem} (${name})`,
      ),
    );
  });
  return [
    ...catalogue.problems,
    ...missing.map((key) => `${key} is missing`),
    ...extra.map((key) => `${key} is not in ${canonical.locale}`),
    ...new Set(broken),
  ];
}

/** A form that is for one number alone may say it in words, `يومان`; every other one names its number. */
function checkArguments(text: Text, canonical: Text, { locale }: Place): string[] {
  const wanted = argumentsOf(canonical);
  const known = argumentsOf(text);
  const numbers = integersByForm(locale);
  const unknown = [...known].filter((name) => !wanted.has(name));
  const lost = text.shapes.flatMap(({ words, picks }) =>
    [...wanted].filter((name) => {
      const pick = picks.find(({ argument }) => argument === name);
      const isSaid = pick !== undefined && (numbers.get(pick.form) ?? 1) === 1;
      return !words.includes(`{$${name}}`) && !isSaid;
    }),
  );
  return [
    ...unknown.map((name) => `has { $${name} }, which it is not given`),
    ...[...new Set(lost)].map((name) => `has lost { $${name} }`),
  ];
}

function argumentsOf({ shapes, selections }: Text): Set<string> {
  const written = shapes.flatMap(({ words }) => [...words.matchAll(/\{\$(.+?)\}/g)].map(([, name]) => name));
  const names = [...written, ...selections.map(({ argument }) => argument)];
  return new Set(names.filter((name) => name !== undefined));
}

/** Where something is counted there is a form for every whole number, and none that the language does not have. */
function checkForms({ selections }: Text, canonical: Text, { locale }: Place): string[] {
  const needed = [...integersByForm(locale).keys()];
  const known = new Intl.PluralRules(intlTagsOf(locale)).resolvedOptions().pluralCategories;
  const wrong = selections.flatMap(({ argument, forms }) => [
    ...needed
      .filter((form) => !forms.includes(form))
      .map((form) => `has no [${form}] form for { $${argument} }`),
    ...forms
      .filter((form) => !/^\d+$/.test(form) && !known.some((one) => one === form))
      .map((form) => `has a [${form}] form, which ${locale} does not know`),
  ]);
  if (WITHOUT_FORMS.has(locale)) return wrong;
  const uncounted = canonical.selections.filter(
    ({ argument }) => !selections.some((selection) => selection.argument === argument),
  );
  return [...wrong, ...uncounted.map(({ argument }) => `has one form for every { $${argument} }`)];
}

/** Which forms whole numbers take, and how many of them each: Russian has `other` for fractions alone. */
function integersByForm(locale: string): Map<string, number> {
  const rules = new Intl.PluralRules(intlTagsOf(locale));
  const counts = new Map<string, number>();
  for (let number = 0; number <= COUNTED_TO; number += 1) {
    const form = rules.select(number);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

function checkLength(text: Text, _: Text, { key, medium, catalogue }: Place): string[] {
  const limit = medium === 'telegram' ? lengthLimitOf(key) : null;
  if (limit === null) return [];
  const longest = Math.max(...text.shapes.map(({ words }) => widthOf(words, catalogue)));
  return longest > limit ? [`takes ${longest} characters of ${limit}`] : [];
}

function checkMarkup(text: Text, canonical: Text, { key, medium }: Place): string[] {
  const isPlain = medium === 'page' || isButton(key) || ANSWERS.has(key);
  const wanted = openedTags(canonical.shapes[0]?.words ?? '');
  return text.shapes.flatMap(({ words }) => {
    if (isPlain) return /[<>]/.test(words) ? ['has markup where it is shown as it is written'] : [];
    if (!isBalanced(words)) return ['has markup that Telegram refuses'];
    return openedTags(words) === wanted
      ? []
      : [`has markup ${openedTags(words) || 'not at all'}, not ${wanted}`];
  });
}

function openedTags(words: string): string {
  return [...words.matchAll(/<(\w+)>/g)]
    .map(([tag]) => tag)
    .sort()
    .join('');
}

function isBalanced(words: string): boolean {
  const open: string[] = [];
  for (const [whole, slash, name = ''] of words.matchAll(/<(\/?)(\w+)>|[<>]/g)) {
    if (!TAGS.has(name) || whole.length === 1) return false;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

function paragraphsOf({ shapes }: Text): number {
  return (shapes[0]?.words ?? '').split(/\n\n+/).length;
}

function checkTranslated(text: Text, canonical: Text, { locale, isCanonical }: Place): string[] {
  const said = text.shapes.map(({ words }) => words).join('\n');
  if (!CYRILLIC.has(locale)) return /\p{Script=Cyrillic}/u.test(said) ? ['has words in Cyrillic'] : [];
  const letters = said.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const isCopied = said === canonical.shapes.map(({ words }) => words).join('\n');
  return isCopied && !isCanonical && letters >= ALIKE_FROM ? ['is not translated'] : [];
}
