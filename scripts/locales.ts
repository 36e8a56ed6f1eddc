/**
 * Checks the catalogues of the bot and of the subscription page against their canonical one (same keys, same
 * arguments, no syntax errors) and keeps src/locales/generated, the type of every key, in step. `--check` changes
 * nothing and fails where it would.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Message, parse, type Resource, Visitor } from '@fluent/syntax';
import { PAGE_LOCALES } from '../src/locales/page/translate-page.ts';
import { LOCALES } from '../src/locales/translate.ts';

type Catalogues = { folder: string; locales: readonly string[]; target: string; keyType: string };

const ROOT = new URL('../src/locales/', import.meta.url);
const ALL: Catalogues[] = [
  { folder: './', locales: LOCALES, target: 'message-keys.ts', keyType: 'MessageKey' },
  { folder: 'page/', locales: PAGE_LOCALES, target: 'page-keys.ts', keyType: 'PageKey' },
];

class ArgumentCollector extends Visitor {
  readonly names = new Set<string>();
  override visitVariableReference(node: { id: { name: string } }): void {
    this.names.add(node.id.name);
  }
}

type Catalogue = { name: string; messages: Map<string, string>; problems: string[] };

function readCatalogue(folder: string, locale: string): Catalogue {
  const name = folder === './' ? locale : `${folder}${locale}`;
  const resource: Resource = parse(readFileSync(new URL(`${folder}${locale}.ftl`, ROOT), 'utf8'), {});
  const problems: string[] = [];
  const messages = new Map<string, string>();
  for (const entry of resource.body) {
    if (entry.type === 'Junk') problems.push(`${name}: cannot be parsed: ${entry.content.split('\n')[0]}`);
    if (entry.type !== 'Message') continue;
    const { id } = entry as Message;
    if (messages.has(id.name)) problems.push(`${name}: ${id.name} stands twice`);
    const collector = new ArgumentCollector();
    collector.visit(entry);
    messages.set(id.name, [...collector.names].sort().join(','));
  }
  return { name, messages, problems };
}

function compare({ name, messages }: Catalogue, canonical: Catalogue): string[] {
  const missing = [...canonical.messages.keys()].filter((key) => !messages.has(key));
  const extra = [...messages.keys()].filter((key) => !canonical.messages.has(key));
  const differing = [...messages].filter(
    ([key, args]) => canonical.messages.has(key) && canonical.messages.get(key) !== args,
  );
  return [
    ...missing.map((key) => `${name}: ${key} is missing`),
    ...extra.map((key) => `${name}: ${key} is not in ${canonical.name}`),
    ...differing.map(([key]) => `${name}: ${key} has other arguments than in ${canonical.name}`),
  ];
}

function renderKeys(keys: Iterable<string>, keyType: string): string {
  const lines = [...keys].sort().map((key) => `  | '${key}'`);
  return `/** Every key of the catalogues. Written by scripts/locales.ts. */\nexport type ${keyType} =\n${lines.join('\n')};\n`;
}

/** Compares one set of catalogues and brings its key type into step; what is wrong with it. */
function inspect({ folder, locales, target, keyType }: Catalogues): string[] {
  const catalogues = locales.map((locale) => readCatalogue(folder, locale));
  const [canonical] = catalogues;
  if (!canonical) return [`${folder} has no languages`];
  const problems = catalogues.flatMap((one) => [...one.problems, ...compare(one, canonical)]);
  const generated = renderKeys(canonical.messages.keys(), keyType);
  const path = new URL(`generated/${target}`, ROOT);
  if (!process.argv.includes('--check')) writeFileSync(path, generated);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== generated)
    problems.push(`${target} is out of date: run node scripts/locales.ts`);
  return problems;
}

const problems = ALL.flatMap(inspect);
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
