/** Style that a machine can judge. Each rule is a function over one file, and is itself tested below. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
type Rule = (file: string, text: string) => string[];

const MAX_LINES = 400;
const MAX_TEST_LINES = 600;
const MAX_FUNCTION_LINES = 70;

const longFile: Rule = (file, text) => {
  const lines = text.split('\n').length;
  const limit = file.startsWith('test/') || file.endsWith('.test.ts') ? MAX_TEST_LINES : MAX_LINES;
  return lines > limit ? [`has ${lines} lines, ${limit} is the limit`] : [];
};

/** Counts from a function's first line to the brace that closes it at the same indentation. */
const longFunction: Rule = (file, text) => {
  if (file.startsWith('test/') || file.endsWith('.test.ts')) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const indent = /^(\s*)(?:export )?(?:async )?function\b/.exec(line)?.[1];
    if (indent === undefined) return [];
    const length = lines.slice(start).indexOf(`${indent}}`) + 1;
    return length > MAX_FUNCTION_LINES ? [`line ${start + 1}: a function of ${length} lines`] : [];
  });
};

const FORBIDDEN: [pattern: RegExp, why: string][] = [
  [/@ts-ignore|@ts-expect-error|biome-ignore/, 'silences a check'],
  [/\b(TODO|FIXME)\b/, 'leaves work for later'],
  [/\.(skip|todo|only)\(/, 'skips a test without a named reason'],
  [/\bNumber\([^)]*kopecks\)(?! \/ 100)/i, 'turns money into a float'],
];
const forbiddenWord: Rule = (file, text) =>
  file === 'test/house/tidy.test.ts'
    ? []
    : text
        .split('\n')
        .flatMap((line, index) =>
          FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(([, why]) => `line ${index + 1}: ${why}`),
        );

const UTILITY = /(^|\/)(utils?|helpers?|common|services?|misc)(\/|\.ts$)/;
const vagueName: Rule = (file) => (UTILITY.test(file) ? ['is named after nothing'] : []);

/** A house of rooms: what a folder may hold before it is split by noun. `web/` has its own page. */
const MAX_FILES = 20;

const files = globSync('{src,web,test,scripts}/**/*.ts', { cwd: root }).filter(
  (file) => !file.includes('/generated/'),
);

function complaints(rule: Rule): string[] {
  return files.flatMap((file) =>
    rule(file, readFileSync(join(root, file), 'utf8')).map((complaint) => `${file} ${complaint}`),
  );
}

describe('tidiness', () => {
  it('looks at the whole tree', () => assert.ok(files.length > 200));
  it('no file is too long', () => assert.deepEqual(complaints(longFile), []));
  it('no function is too long', () => assert.deepEqual(complaints(longFunction), []));
  it('nothing is silenced, postponed or turned into a float', () =>
    assert.deepEqual(complaints(forbiddenWord), []));
  it('no file is named after nothing', () => assert.deepEqual(complaints(vagueName), []));
  it('no folder is a heap', () => {
    const counts = Map.groupBy(files, (file) => file.split('/').slice(0, -1).join('/'));
    const heaps = [...counts].filter(([, held]) => held.length > MAX_FILES).map(([folder]) => folder);
    assert.deepEqual(heaps, []);
  });
});

describe('the tidier itself', () => {
  const cases: [rule: Rule, file: string, text: string][] = [
    [longFile, 'src/a.ts', '\n'.repeat(MAX_LINES + 1)],
    [longFunction, 'src/a.ts', `function a() {\n${'  a();\n'.repeat(MAX_FUNCTION_LINES)}}\n`],
    [forbiddenWord, 'src/a.ts', '// @ts-ignore'],
    [forbiddenWord, 'src/a.ts', 'Number(priceKopecks)'],
    [forbiddenWord, 'test/a.test.ts', 'it.only("x")'],
    [vagueName, 'src/utils/a.ts', ''],
    [vagueName, 'src/helper.ts', ''],
  ];
  for (const [rule, file, text] of cases) {
    it(`catches ${JSON.stringify(text.slice(0, 20))} in ${file}`, () =>
      assert.equal(rule(file, text).length, 1));
  }
});
