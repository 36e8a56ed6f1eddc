/** The languages of the shop's catalogue, each by its own name. */
export const languages: readonly (readonly [code: string, name: string])[] = [
  ['ru', 'Русский'],
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['kk', 'Қазақша'],
  ['ar', 'العربية'],
  ['uz', 'Oʻzbekcha'],
  ['tg', 'Тоҷикӣ'],
];

const englishNames = ['Anna', 'Boris', 'Clara', 'Daniel', 'Emma', 'Felix', 'Grace', 'Henry', 'Iris', 'Jonas'];
const russianNames = ['Анна', 'Борис', 'Вера', 'Глеб', 'Дарья', 'Егор', 'Жанна', 'Захар', 'Ирина', 'Кирилл'];

/** A name that nobody on the page has yet. */
export function suggestName(locale: string, taken: ReadonlySet<string>): string {
  const names = locale === 'ru' ? russianNames : englishNames;
  return names.find((name) => !taken.has(name)) ?? `${names[0]} ${taken.size + 1}`;
}

/** The catalogue's language for a browser's language tag; English when the shop does not speak it. */
export function languageOf(browserLanguage: string): string {
  const base = browserLanguage.toLowerCase().split('-')[0] ?? '';
  return languages.some(([code]) => code === base) ? base : 'en';
}
