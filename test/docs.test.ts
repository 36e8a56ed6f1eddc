/** What the documents say of the tree can be looked up, so it is. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })];

describe('the documents', () => {
  it('link to files that exist', () => {
    for (const document of documents) {
      for (const [, target = ''] of read(document).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
        assert.ok(existsSync(join(root, dirname(document), target)), `${document}: ${target}`);
      }
    }
  });

  it('name source files that exist', () => {
    const files = globSync('{src,web,test,scripts}/**/*.{ts,cjs}', { cwd: root }).map((file) => `/${file}`);
    for (const document of documents) {
      for (const [, name = ''] of read(document).matchAll(/`([\w./-]+\.ts)`/g)) {
        const isKnown = files.some((file) => file.endsWith(`/${name}`));
        assert.ok(isKnown, `${document}: ${name}`);
      }
    }
  });

  it('take at most eight files for one step of a purchase', () => {
    const steps = read('docs/ARCHITECTURE.md')
      .split(/\n\*\*\d+\. /)
      .slice(1);
    assert.ok(steps.length >= 8, 'no steps were found');
    for (const step of steps) {
      const text = step.split('\n## ')[0] ?? '';
      const named = new Set([...text.matchAll(/`[\w/-]+\/([\w-]+\.ts)`/g)].map(([, name]) => name));
      assert.ok(named.size <= 8, `${text.split('.')[0]}: ${[...named].join(', ')}`);
    }
  });

  it('keep each decision on one page', () => {
    for (const file of globSync('docs/adr/*.md', { cwd: root })) {
      assert.ok(read(file).split('\n').length <= 60, file);
    }
  });
});

describe('the configuration tables', () => {
  /** Between processes of ours. */
  const UNDOCUMENTED = ['ATLAS_FAILPOINT', 'ATLAS_PARENT_PIPE'];
  const sources = ['main/config.ts', 'main/provider-config.ts', 'node-agent/config.ts']
    .map((file) => read(`src/${file}`))
    .join('');
  const known = new Set([...sources.matchAll(/'([A-Z][A-Z0-9]*_[A-Z0-9_]+|PORT|HOST)'/g)].map(([, n]) => n));
  const tables = read('README.md').split('\n## Configuration')[1]?.split('\n## ')[0] ?? '';

  it('have every variable that the code reads', () => {
    const missing = [...known].filter((name) => !tables.includes(`\`${name}\``));
    assert.deepEqual(missing.sort(), [...UNDOCUMENTED].sort());
  });

  it('have no other', () => {
    const named = tables.split('\n').flatMap((row) => {
      const first = /^\| (`[^|]+) \|/.exec(row)?.[1] ?? '';
      return [...first.matchAll(/`([A-Z_0-9]+)`/g)].map(([, name]) => name);
    });
    assert.ok(named.length > 30, `only ${named.length} rows were found`);
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });
});
