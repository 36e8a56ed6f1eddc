/** The rules of `scripts/catalogues` hold for every catalogue here, and each of them notices what it is there for. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inspectCatalogue, type Medium, RULES } from '../../scripts/catalogues/catalogue-rules.ts';
import { ANSWERS, isButton, lengthLimitOf } from '../../scripts/catalogues/places.ts';
import { readCatalogue } from '../../scripts/catalogues/read-catalogue.ts';

const root = join(import.meta.dirname, '../..');

type Violation = {
  rule: keyof typeof RULES | 'keys';
  locale: string;
  /** The canonical text, in Russian, and what stands for it. */
  ru: string;
  said: string;
  problem: RegExp | null;
  medium?: Medium;
};

const DAYS = 'left = { $days ->\n [one] { $days } день\n [few] { $days } дня\n *[many] { $days } дней\n }\n';
const SENTENCE = 'Подписка закончилась сегодня';
/** `null`: what looks alike and is right. */
const CASES: Record<string, Violation> = {
  'a text that is missing': {
    rule: 'keys',
    locale: 'de',
    ru: 'a = А\nb = Б',
    said: 'a = A',
    problem: /^b is missing$/,
  },
  'a text that nobody asked for': {
    rule: 'keys',
    locale: 'de',
    ru: 'a = А',
    said: 'a = A\nb = B',
    problem: /^b is not in ru$/,
  },
  'a text that stands twice': {
    rule: 'keys',
    locale: 'de',
    ru: 'a = А',
    said: 'a = A\na = B',
    problem: /^a stands twice$/,
  },
  'what is no Fluent': {
    rule: 'keys',
    locale: 'de',
    ru: 'a = А',
    said: 'a = A\nb = { $x',
    problem: /^cannot be parsed: b = /,
  },
  'a value that was lost': {
    rule: 'arguments',
    locale: 'de',
    ru: 'a = До { $until }',
    said: 'a = Bis',
    problem: /lost \{ \$until \}/,
  },
  'a value that nobody gives': {
    rule: 'arguments',
    locale: 'de',
    ru: 'a = До',
    said: 'a = Bis { $until }',
    problem: /has \{ \$until \}, which it is not given/,
  },
  'a number that is lost in a form for many numbers': {
    rule: 'arguments',
    locale: 'ar',
    ru: DAYS,
    said: 'left = { $days ->\n [zero] صفر\n [one] يوم\n [two] يومان\n [few] أيام\n [many] { $days } يومًا\n *[other] { $days } يوم\n }',
    problem: /lost \{ \$days \}/,
  },
  'a number that its form says in words': {
    rule: 'arguments',
    locale: 'ar',
    ru: DAYS,
    said: 'left = { $days ->\n [zero] صفر\n [one] يوم\n [two] يومان\n [few] { $days } أيام\n [many] { $days } يومًا\n *[other] { $days } يوم\n }',
    problem: null,
  },
  'a one that also stands for twenty-one, in words': {
    rule: 'arguments',
    locale: 'ru',
    ru: 'left = { $days ->\n [one] день\n [few] { $days } дня\n *[many] { $days } дней\n }',
    said: 'left = { $days ->\n [one] день\n [few] { $days } дня\n *[many] { $days } дней\n }',
    problem: /lost \{ \$days \}/,
  },
  'a form that is missing': {
    rule: 'forms',
    locale: 'ar',
    ru: DAYS,
    said: 'left = { $days ->\n [zero] { $days } يوم\n [one] { $days } يوم\n [few] { $days } أيام\n [many] { $days } يومًا\n *[other] { $days } يوم\n }',
    problem: /no \[two\] form for \{ \$days \}/,
  },
  'a form that another one stands in for': {
    rule: 'forms',
    locale: 'ru',
    ru: DAYS,
    said: DAYS.replace('many', 'other'),
    problem: /no \[many\] form/,
  },
  'a form of another language': {
    rule: 'forms',
    locale: 'de',
    ru: DAYS,
    said: 'left = { $days ->\n [one] { $days } Tag\n [few] { $days } Tage\n *[other] { $days } Tage\n }',
    problem: /\[few\] form, which de does not know/,
  },
  'one form for every number': {
    rule: 'forms',
    locale: 'de',
    ru: DAYS,
    said: 'left = { $days } Tage',
    problem: /one form for every \{ \$days \}/,
  },
  'one form where the language has no other': {
    rule: 'forms',
    locale: 'kk',
    ru: DAYS,
    said: 'left = { $days } күн',
    problem: null,
  },
  'a button that is too long': {
    rule: 'length',
    locale: 'de',
    ru: 'button-pay = Оплатить { $price }',
    said: 'button-pay = { $price } jetzt ganz in Ruhe bezahlen!!',
    problem: /takes 41 characters of 40/,
  },
  'a button of forty characters with a flag': {
    rule: 'length',
    locale: 'de',
    ru: 'button-a = 🇩🇪',
    said: `button-a = 🇩🇪${'x'.repeat(39)}`,
    problem: null,
  },
  'an answer that Telegram refuses': {
    rule: 'length',
    locale: 'de',
    ru: 'key-none = Нет',
    said: `key-none = ${'x'.repeat(201)}`,
    problem: /takes 201 characters of 200/,
  },
  'a tag that stays open': {
    rule: 'markup',
    locale: 'de',
    ru: 'a = <b>А</b>',
    said: 'a = <b>A',
    problem: /markup that Telegram refuses/,
  },
  'tags that close in the wrong order': {
    rule: 'markup',
    locale: 'de',
    ru: 'a = <b><s>А</s></b>',
    said: 'a = <b><s>A</b></s>',
    problem: /markup that Telegram refuses/,
  },
  'a tag that Telegram does not know': {
    rule: 'markup',
    locale: 'de',
    ru: 'a = А',
    said: 'a = <big>A</big>',
    problem: /markup that Telegram refuses/,
  },
  'a bare sign of markup': {
    rule: 'markup',
    locale: 'de',
    ru: 'a = А',
    said: 'a = A < B',
    problem: /markup that Telegram refuses/,
  },
  'markup that was lost': {
    rule: 'markup',
    locale: 'de',
    ru: 'a = <code>А</code>',
    said: 'a = A',
    problem: /markup not at all, not <code>/,
  },
  'markup in an answer': {
    rule: 'markup',
    locale: 'de',
    ru: 'key-none = Нет',
    said: 'key-none = <b>Nein</b>',
    problem: /markup where it is shown as it is written/,
  },
  'markup on the page': {
    rule: 'markup',
    locale: 'de',
    ru: 'a = А',
    said: 'a = <b>A</b>',
    problem: /markup where it is shown as it is written/,
    medium: 'page',
  },
  'a paragraph that was lost': {
    rule: 'paragraphs',
    locale: 'de',
    ru: 'a =\n    А\n\n    Б',
    said: 'a = A. B',
    problem: /has 1 paragraphs, not 2/,
  },
  'a sentence that was copied': {
    rule: 'untranslated',
    locale: 'kk',
    ru: `a = ${SENTENCE}`,
    said: `a = ${SENTENCE}`,
    problem: /is not translated/,
  },
  'a word that is alike': {
    rule: 'untranslated',
    locale: 'kk',
    ru: 'a = Промокод',
    said: 'a = Промокод',
    problem: null,
  },
  'Russian in another script': {
    rule: 'untranslated',
    locale: 'uz',
    ru: 'a = Оплата',
    said: 'a = Oплата',
    problem: /words in Cyrillic/,
  },
  'digits that no bank takes': {
    rule: 'digits',
    locale: 'ar',
    ru: 'a = 5 устройств',
    said: 'a = ٥ أجهزة',
    problem: /digits that other apps do not take/,
  },
};

describe('the rules of catalogues', () => {
  for (const [name, { rule, locale, ru, said, problem, medium = 'telegram' }] of Object.entries(CASES)) {
    it(`${problem ? 'notice' : 'allow'} ${name}`, () => {
      const problems = inspectCatalogue(readCatalogue(locale, said), readCatalogue('ru', ru), medium);
      if (problem === null) return assert.deepEqual(problems, []);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
      assert.equal(problems[0]?.endsWith(`(${rule})`), rule !== 'keys');
    });
  }
  it('are all tried above', () => {
    const tried = new Set(Object.values(CASES).flatMap(({ rule, problem }) => (problem ? [rule] : [])));
    assert.deepEqual([...tried].sort(), ['keys', ...Object.keys(RULES)].sort());
  });
  it('hold for every catalogue, of a language that is spoken yet or not', () => {
    for (const [folder, medium] of [
      ['src/locales', 'telegram'],
      ['src/locales/page', 'page'],
    ] as const) {
      const read = (file: string) =>
        readCatalogue(file.replace('.ftl', ''), readFileSync(join(root, folder, file), 'utf8'));
      const canonical = read('ru.ftl');
      const files = globSync('*.ftl', { cwd: join(root, folder) });
      assert.ok(files.length > 1);
      for (const file of files) assert.deepEqual(inspectCatalogue(read(file), canonical, medium), [], file);
    }
  });
});

describe('the places that limit a text', () => {
  const catalogue = readCatalogue('ru', readFileSync(join(root, 'src/locales/ru.ftl'), 'utf8'));
  const sources = globSync('src/telegram/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, file), 'utf8'));
  const keysIn = (source: string) =>
    [...source.matchAll(/'([a-z][\w-]*)'/g)]
      .map(([, key = '']) => key)
      .filter((key) => catalogue.texts.has(key));

  it('are there for texts that exist', () => {
    for (const key of ANSWERS) assert.ok(catalogue.texts.has(key), key);
  });
  it('know every text that answers a tap', () => {
    const answered = sources.flatMap((source) =>
      [...source.matchAll(/\banswer\(([^;]*)\);/g)].flatMap(([, inner = '']) => keysIn(inner)),
    );
    assert.ok(answered.length > 20, `only ${answered.length} were found`);
    assert.deepEqual(
      answered.filter((key) => !ANSWERS.has(key)),
      [],
    );
  });
  it('know every text that is a button’s', () => {
    const labelled = sources.flatMap((source) =>
      [...source.matchAll(/\btext: t\.text\(([^{}]*?)\), (?:action|url)\b/g)].flatMap(([, inner = '']) =>
        keysIn(inner),
      ),
    );
    assert.ok(labelled.length > 30, `only ${labelled.length} were found`);
    assert.deepEqual(
      labelled.filter((key) => !isButton(key)),
      [],
    );
    assert.equal(lengthLimitOf('menu-welcome'), null);
  });
});
