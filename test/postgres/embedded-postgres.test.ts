import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { choosePort } from '../../src/lib/embedded-postgres/choose-port.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/lib/embedded-postgres/embedded-postgres.ts';
import { preparePostgresBinaries } from '../../src/lib/embedded-postgres/postgres-binaries.ts';
import { type Postmaster, startPostmaster } from '../../src/lib/embedded-postgres/postmaster.ts';
import { chooseRunAs } from '../../src/lib/embedded-postgres/run-as.ts';
import { readRunningEmbedded } from '../../src/lib/embedded-postgres/runtime-file.ts';
import { isFault } from '../../src/lib/fault.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { endLauncher, query, serverOf, spawnLauncher, waitUntil } from './launched.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const root = mkdtempSync(join(tmpdir(), 'atlas-embedded-'));
/** A cluster with one row, stopped; each test works on a copy. */
const original = join(root, 'original');
const running = new Set<EmbeddedPostgres>();

async function start(dir: string, durability: 'durable' | 'fast' = 'fast'): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dir, durability, logger });
  running.add(server);
  return server;
}

function copyOfOriginal(name: string): string {
  const dir = join(root, name);
  cpSync(original, dir, { recursive: true });
  return dir;
}

/** A server without lock and supervisor, as a launcher that was killed with its watcher leaves it. */
function startUnsupervised(dir: string, port: number): Promise<Postmaster> {
  const clusterDir = join(dir, 'postgres');
  const runAs = chooseRunAs(clusterDir);
  return startPostmaster({
    program: preparePostgresBinaries(runAs).postgres,
    cluster: { dir: clusterDir, password: '', runAs },
    port,
    durability: 'fast',
    logger,
  });
}

async function assertHasData(server: { ownerUrl: string }): Promise<void> {
  const { rows } = await query(server.ownerUrl, 'SELECT word FROM kept');
  assert.deepEqual(rows, [{ word: 'kept' }]);
}

before(async () => {
  const server = await start(original, 'durable');
  await query(server.ownerUrl, "CREATE TABLE kept AS SELECT 'kept' AS word");
  await server.stop();
});

after(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  rmSync(root, { recursive: true, force: true });
});

test('a first start makes a cluster with the promised settings, and a password guards it', async () => {
  const server = await start(join(root, 'first'), 'durable');
  const { rows } = await query(
    server.ownerUrl,
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'max_connections', 'listen_addresses',
     'unix_socket_directories', 'server_encoding', 'data_checksums') ORDER BY name`,
  );
  assert.deepEqual(Object.fromEntries(rows.map((row) => [row.name, row.setting])), {
    data_checksums: 'on',
    fsync: 'on',
    listen_addresses: '127.0.0.1',
    max_connections: '200',
    server_encoding: 'UTF8',
    unix_socket_directories: '',
  });
  const wrong = new URL(server.ownerUrl);
  wrong.password = 'guess';
  await assert.rejects(query(wrong.href, 'SELECT 1'), /password authentication failed/);
  for (const name of ['postgres.json', 'postgres/atlas-password']) {
    assert.equal(statSync(join(root, 'first', name)).mode & 0o077, 0, `${name} is private`);
  }
  await server.stop();
  assert.deepEqual(readdirSync(join(root, 'first')).sort(), ['postgres', 'server.lock']);
});

test('a stopped server starts again with its data, and a second stop is harmless', async () => {
  const dir = copyOfOriginal('again');
  for (const durability of ['durable', 'fast'] as const) {
    const server = await start(dir, durability);
    await assertHasData(server);
    await Promise.all([server.stop(), server.stop()]);
  }
});

test('kill -9 of the server: it comes back on the same port with what was committed', async () => {
  const server = await start(copyOfOriginal('killed-server'), 'durable');
  const crashes: unknown[] = [];
  server.events.on('crashed', (exit) => crashes.push(exit));
  for (const word of ['one', 'two']) {
    await query(server.ownerUrl, `CREATE TABLE ${word} ()`);
    const before = server.pid;
    const restarted = once(server.events, 'restarted', { signal: AbortSignal.timeout(15_000) });
    process.kill(server.pid, 'SIGKILL');
    assert.deepEqual(await restarted, [server.pid]);
    assert.notEqual(server.pid, before);
    await query(server.ownerUrl, `SELECT * FROM ${word}`);
  }
  await assertHasData(server);
  assert.deepEqual(crashes, [
    { code: null, signal: 'SIGKILL' },
    { code: null, signal: 'SIGKILL' },
  ]);
});

test('a stop during a restart wins', async () => {
  const server = await start(copyOfOriginal('stop-in-restart'));
  const crashed = once(server.events, 'crashed', { signal: AbortSignal.timeout(15_000) });
  process.kill(server.pid, 'SIGKILL');
  await crashed;
  await server.stop();
  const again = await start(join(root, 'stop-in-restart'));
  await assertHasData(again);
});

test('kill -9 of the launching process: the server goes with it, the next start finds the data', async () => {
  const dir = copyOfOriginal('killed-launcher');
  const launcher = spawnLauncher(dir);
  const orphan = await serverOf(launcher);
  await query(orphan.ownerUrl, 'CREATE TABLE late ()');
  await endLauncher(launcher, 'SIGKILL');
  const server = await start(dir);
  assert.notEqual(server.pid, orphan.pid);
  await query(server.ownerUrl, 'SELECT * FROM late');
  await server.stop();

  const second = spawnLauncher(dir);
  await serverOf(second);
  await endLauncher(second, 'SIGKILL');
  await waitUntil('the server is gone', () => !existsSync(join(dir, 'postgres/postmaster.pid')));
  assert.equal(readRunningEmbedded(dir), null, 'what a dead launcher left is not taken for a running one');
});

test('a server that outlived its launcher is stopped, never joined by a second one', async () => {
  const dir = copyOfOriginal('orphan');
  await (await start(dir)).stop();
  const orphan = await startUnsupervised(dir, await choosePort());
  const server = await start(dir);
  assert.deepEqual(await orphan.exited, { code: 0, signal: null });
  await assertHasData(server);
});

test('a port taken meanwhile is told apart from every other trouble', async () => {
  const dir = copyOfOriginal('port');
  const server = await start(dir);
  const other = copyOfOriginal('port-other');
  await (await start(other)).stop();
  await assert.rejects(startUnsupervised(other, server.port), (error) =>
    isFault(error, 'embedded-postgres-port-taken'),
  );
});

test('a postmaster.pid that names an unrelated process is no obstacle, and that process is left alone', async () => {
  const dir = copyOfOriginal('stale-pid');
  const bystander = spawnLauncher(join(root, 'bystander'));
  await serverOf(bystander);
  writeFileSync(
    join(dir, 'postgres/postmaster.pid'),
    `${bystander.pid}\n${dir}/postgres\n0\n1\n\n127.0.0.1\n`,
  );
  await assertHasData(await start(dir));
  assert.equal(bystander.exitCode ?? bystander.signalCode, null);
  await endLauncher(bystander, 'end of input');
});

test('a first start killed half-way is done again from the beginning', async () => {
  const dir = join(root, 'half-way');
  const launcher = spawnLauncher(dir);
  const isUnderWay = () =>
    existsSync(dir) &&
    readdirSync(dir).some((name) => existsSync(join(dir, name, 'data/PG_VERSION'))) &&
    !existsSync(join(dir, 'postgres'));
  await waitUntil('initdb is under way', isUnderWay);
  await endLauncher(launcher, 'SIGKILL');
  const server = await start(dir);
  await query(server.ownerUrl, 'SELECT 1');
  assert.deepEqual(readdirSync(dir).sort(), ['postgres', 'postgres.json', 'server.lock']);
});

const damages: [string, (clusterDir: string) => void, RegExp][] = [
  ['no PG_VERSION', (dir) => rmSync(join(dir, 'PG_VERSION')), /PG_VERSION is missing/],
  ['another major version', (dir) => writeFileSync(join(dir, 'PG_VERSION'), '17\n'), /version "17".* 18/],
  ['no password', (dir) => rmSync(join(dir, 'atlas-password')), /atlas-password is missing/],
  ['no write-ahead log', (dir) => rmSync(join(dir, 'pg_wal'), { recursive: true }), /pg_wal is missing/],
  [
    'rubbish in pg_control',
    (dir) => writeFileSync(join(dir, 'global/pg_control'), 'x'.repeat(8192)),
    /control/,
  ],
  [
    'rubbish in postgresql.conf',
    (dir) => writeFileSync(join(dir, 'postgresql.conf'), '!?'),
    /configuration file/,
  ],
  ['an unknown file alone', keepOnlyRubbish, /PG_VERSION is missing/],
  ['a file in its place', replaceByFile, /not a directory/],
];

/** A copy without its bulk, which no refusal reads. */
function outlineOfOriginal(name: string): string {
  const dir = join(root, name);
  const isBulk = (path: string) => /\/base\/\d+$|\/pg_wal\/[0-9A-F]{24}$/.test(path);
  cpSync(original, dir, { recursive: true, filter: (source) => !isBulk(source) });
  return dir;
}

function keepOnlyRubbish(clusterDir: string): void {
  rmSync(clusterDir, { recursive: true });
  mkdirSync(clusterDir);
  writeFileSync(join(clusterDir, 'rubbish'), 'rubbish');
}

function replaceByFile(clusterDir: string): void {
  rmSync(clusterDir, { recursive: true });
  writeFileSync(clusterDir, 'rubbish');
}

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
}

for (const [what, damage, reason] of damages) {
  test(`a damaged cluster (${what}) is refused in one line and kept as it is`, async () => {
    const dir = outlineOfOriginal(`damaged ${what}`);
    damage(join(dir, 'postgres'));
    const files = filesOf(dir);
    await assert.rejects(start(dir), (error) => {
      assert.ok(isFault(error, 'embedded-postgres-corrupt'), String(error));
      assert.match(error.message, reason);
      assert.ok(error.message.includes(join(dir, 'postgres')));
      assert.ok(!error.message.includes('\n'));
      return true;
    });
    assert.deepEqual(filesOf(dir), files);
  });
}

test('a data directory that cannot be made is refused by name', async () => {
  const file = join(root, 'a-file');
  writeFileSync(file, '');
  await assert.rejects(start(join(file, 'data')), (error) => {
    assert.ok(isFault(error, 'data-dir-unwritable'), String(error));
    assert.ok(error.message.includes(join(file, 'data')));
    return true;
  });
});

test('one directory, one server: a second start is refused, and can find the running one', async () => {
  const dir = copyOfOriginal('shared');
  assert.equal(readRunningEmbedded(dir), null);
  const launcher = spawnLauncher(dir);
  const owner = await serverOf(launcher);
  await assert.rejects(start(dir), (error) => {
    assert.ok(isFault(error, 'data-dir-locked'), String(error));
    assert.match(error.message, /another server uses .*shared; give this one its own DATABASE_URL/);
    return true;
  });
  assert.equal(readRunningEmbedded(dir), owner.ownerUrl);
  await assertHasData(owner);
  await endLauncher(launcher, 'end of input');
  assert.equal(readRunningEmbedded(dir), null);
  await assertHasData(await start(dir));
});
