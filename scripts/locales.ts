/**
 * Checks the catalogues of the bot and of the subscription page by the rules in catalogues/catalogue-rules.ts and
 * keeps src/locales/generated, the type of every key, in step. `--check` changes nothing and fails where it would.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PAGE_LOCALES } from '../src/locales/page/translate-page.ts';
import { LOCALES } from '../src/locales/translate.ts';
import { inspectCatalogue, type Medium } from './catalogues/catalogue-rules.ts';
import { readCatalogue } from './catalogues/read-catalogue.ts';

type Catalogues = {
  folder: string;
  locales: readonly string[];
  medium: Medium;
  target: string;
  keyType: string;
};

const ROOT = new URL('../src/locales/', import.meta.url);
const ALL: Catalogues[] = [
  { folder: './', locales: LOCALES, medium: 'telegram', target: 'message-keys.ts', keyType: 'MessageKey' },
  { folder: 'page/', locales: PAGE_LOCALES, medium: 'page', target: 'page-keys.ts', keyType: 'PageKey' },
];

function renderKeys(keys: Iterable<string>, keyType: string): string {
  const lines = [...keys].sort().map((key) => `  | '${key}'`);
  return `/** Every key of the catalogues. Written by scripts/locales.ts. */\nexport type ${keyType} =\n${lines.join('\n')};\n`;
}

/** Inspects one set of catalogues and brings its key type into step; what is wrong with it. */
function inspect({ folder, locales, medium, target, keyType }: Catalogues): string[] {
  const catalogues = locales.map((locale) =>
    readCatalogue(locale, readFileSync(new URL(`${folder}${locale}.ftl`, ROOT), 'utf8')),
  );
  const [canonical] = catalogues;
  if (!canonical) return [`${folder} has no languages`];
  const problems = catalogues.flatMap((one) =>
    inspectCatalogue(one, canonical, medium).map((problem) => `${folder}${one.locale}.ftl: ${problem}`),
  );
  const generated = renderKeys(canonical.texts.keys(), keyType);
  const path = new URL(`generated/${target}`, ROOT);
  if (!process.argv.includes('--check')) writeFileSync(path, generated);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== generated)
    problems.push(`${target} is out of date: run node scripts/locales.ts`);
  return problems;
}

const problems = ALL.flatMap(inspect);
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
