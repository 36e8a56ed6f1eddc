import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { createSecretBox, parseSecretKeys } from './secret-box.ts';

describe('a secret box', () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];
  it('opens what it sealed, for the same row only', () => {
    const box = createSecretBox([first]);
    const sealed = box.seal('ключ 🔑', 'nodes.key:1');
    assert.equal(box.open(sealed, 'nodes.key:1'), 'ключ 🔑');
    assert.throws(() => box.open(sealed, 'nodes.key:2'), /SECRETS_KEY/);
  });
  it('opens old secrets after a new key was put first', () => {
    const sealed = createSecretBox([first]).seal('x', 'c');
    assert.equal(createSecretBox([second, first]).open(sealed, 'c'), 'x');
    assert.throws(() => createSecretBox([second]).open(sealed, 'c'));
  });
  it('takes keys of 32 bytes only', () => {
    const keys = `${first.toString('base64')}, ${second.toString('base64')}`;
    assert.deepEqual(parseSecretKeys(keys), [first, second]);
    assert.equal(parseSecretKeys('c2hvcnQ='), null);
  });
});
