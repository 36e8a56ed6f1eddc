import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isDataDirLocked, lockDataDir } from '../../src/lib/data-dir.ts';
import { isFault } from '../../src/lib/fault.ts';

const base = mkdtempSync(join(tmpdir(), 'atlas-data-dir-'));
after(() => rmSync(base, { recursive: true, force: true }));

test('a lock is taken once, given back once, and leaves one empty file', () => {
  const dir = join(base, 'deep/down');
  assert.equal(isDataDirLocked(dir), false);
  const lock = lockDataDir(dir);
  assert.equal(statSync(dir).mode & 0o777, 0o700);
  assert.equal(isDataDirLocked(dir), true);
  assert.throws(
    () => lockDataDir(dir),
    (error) => isFault(error, 'data-dir-locked'),
  );
  assert.equal(isDataDirLocked(dir), true, 'a refused attempt does not loosen it');
  lock.release();
  lock.release();
  assert.equal(isDataDirLocked(dir), false);
  lockDataDir(dir).release();
  assert.deepEqual(readdirSync(dir), ['server.lock']);
  assert.equal(statSync(join(dir, 'server.lock')).size, 0);
});

test('two directories do not hinder one another', () => {
  const locks = ['a', 'b'].map((name) => lockDataDir(join(base, name)));
  for (const lock of locks) lock.release();
});
