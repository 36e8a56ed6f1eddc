/**
 * Checks the catalogues against the canonical one (same keys, same arguments, no syntax errors) and keeps
 * src/locales/generated/message-keys.ts, the type of every key, in step. `--check` changes nothing and fails
 * where it would.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Message, parse, type Resource, Visitor } from '@fluent/syntax';
import { LOCALES } from '../src/locales/translate.ts';

const TARGET = new URL('../src/locales/generated/message-keys.ts', import.meta.url);

class ArgumentCollector extends Visitor {
  readonly names = new Set<string>();
  override visitVariableReference(node: { id: { name: string } }): void {
    this.names.add(node.id.name);
  }
}

function readCatalogue(locale: string): { messages: Map<string, string>; problems: string[] } {
  const source = readFileSync(new URL(`../src/locales/${locale}.ftl`, import.meta.url), 'utf8');
  const resource: Resource = parse(source, {});
  const problems: string[] = [];
  const messages = new Map<string, string>();
  for (const entry of resource.body) {
    if (entry.type === 'Junk') problems.push(`${locale}: cannot be parsed: ${entry.content.split('\n')[0]}`);
    if (entry.type !== 'Message') continue;
    const { id } = entry as Message;
    if (messages.has(id.name)) problems.push(`${locale}: ${id.name} stands twice`);
    const collector = new ArgumentCollector();
    collector.visit(entry);
    messages.set(id.name, [...collector.names].sort().join(','));
  }
  return { messages, problems };
}

function compare(locale: string, messages: Map<string, string>, canonical: Map<string, string>): string[] {
  const missing = [...canonical.keys()].filter((key) => !messages.has(key));
  const extra = [...messages.keys()].filter((key) => !canonical.has(key));
  const differing = [...messages].filter(([key, args]) => canonical.has(key) && canonical.get(key) !== args);
  return [
    ...missing.map((key) => `${locale}: ${key} is missing`),
    ...extra.map((key) => `${locale}: ${key} is not in ${LOCALES[0]}`),
    ...differing.map(([key]) => `${locale}: ${key} has other arguments than in ${LOCALES[0]}`),
  ];
}

function renderKeys(keys: Iterable<string>): string {
  const lines = [...keys].sort().map((key) => `  | '${key}'`);
  return `/** Every key of the catalogues. Written by scripts/locales.ts. */\nexport type MessageKey =\n${lines.join('\n')};\n`;
}

const canonical = readCatalogue(LOCALES[0]);
const problems = LOCALES.flatMap((locale) => {
  const { messages, problems: own } = readCatalogue(locale);
  return [...own, ...compare(locale, messages, canonical.messages)];
});
const generated = renderKeys(canonical.messages.keys());
if (!process.argv.includes('--check')) writeFileSync(TARGET, generated);
else if (readFileSync(TARGET, 'utf8') !== generated)
  problems.push('message-keys.ts is out of date: run node scripts/locales.ts');

for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
