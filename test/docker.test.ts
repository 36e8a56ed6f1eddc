/** No container engine runs in the tests, so the recipes are linted, and held against what they rely on. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');

describe('container recipes', () => {
  it('Dockerfile has no syntax error and no deprecated instruction', () => {
    assert.deepEqual(
      validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`),
      [],
    );
  });

  it('compose.yaml follows the schema and the linter of the format', () => {
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
    const results = linter.lintFiles([join(root, 'compose.yaml')], false);
    assert.equal(results.length, 1);
    assert.deepEqual(results[0]?.messages, []);
  });

  it('everything that is copied exists and is let through by .dockerignore', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    assert.ok(sources.length > 5, 'no COPY was found');
    for (const source of sources) {
      assert.ok(existsSync(join(root, source)), source);
      assert.ok(allowed.includes(`!${source}`), `${source} is ignored`);
    }
  });

  it('the image runs the core that the tests run', () => {
    const tested = /module: '(v[^']+)'/.exec(read('scripts/install-core.ts'))?.[1];
    assert.equal(/XRAY_MODULE=(\S+)/.exec(dockerfile)?.[1], tested);
  });

  it('every target runs as an ordinary user, under an init, with a health check', () => {
    for (const name of ['node-agent', 'server']) {
      const stage = dockerfile.split(/^FROM /m).find((part) => part.split('\n')[0]?.endsWith(` AS ${name}`));
      for (const needed of ['USER node', 'HEALTHCHECK', '"/usr/bin/tini"']) {
        assert.ok(stage?.includes(needed), `${name}: ${needed}`);
      }
      assert.match(compose, new RegExp(`target: ${name}\n`));
    }
  });

  it('no password stands in compose.yaml', () => {
    const secrets = compose.matchAll(/^ +\w*(?:PASSWORD|KEY|TOKEN)\w*: *(.*)$/gm);
    for (const [line, value = ''] of secrets) assert.match(value, /^(\$\{\w+:\?|$)/, line);
  });
});
