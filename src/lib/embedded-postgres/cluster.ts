import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describeError, Fault } from '../fault.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { giveTree, isReachable, makePrivate, type RunAs } from './run-as.ts';

/** `durable` survives a power cut; `fast` does not, and is for data that a test throws away. */
export type Durability = 'durable' | 'fast';

/** One initialised cluster and how to reach it. */
export type Cluster = {
  dir: string;
  password: string;
  /** Who runs its server: null is this process's own user. */
  runAs: RunAs | null;
};

/** The major version of the pinned package; data of another one needs a dump, not a start. */
const POSTGRES_MAJOR = '18';
const OWNER = 'postgres';
/** Inside the cluster, so that the two are made, moved and lost together. */
const PASSWORD_FILE = 'atlas-password';
const UNFINISHED_PREFIX = 'postgres-unfinished-';
/** initdb takes about 0.5 s on an idle machine; this is for a very slow disk. */
const INITDB_TIMEOUT_MS = 120_000;
/** An initdb without its launcher ends within its own half second. */
const REMOVE_TIMEOUT_MS = 5_000;
const REMOVE_POLL_MS = 20;
/** Hashing rounds protect guessable passwords; this one has 192 random bits, and every connection pays. */
const SCRAM_ITERATIONS = 64;
/** What every cluster has; one of them missing means a damaged one. */
const ESSENTIALS = ['PG_VERSION', 'postgresql.conf', 'pg_hba.conf', 'global/pg_control', 'base', 'pg_wal'];

/** The environment of every PostgreSQL program: none of this process's secrets, and English messages. */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * What to pass as `-D` and as working directory, so that the server's user reaches `dir` even below a
 * directory that it may not enter (a checkout in /root): the working directory is entered before the change
 * of user, and Linux resolves /proc/self/cwd without asking the directories above.
 */
export function dataArgument(dir: string, runAs: RunAs | null): { cwd: string; argument: string } {
  const isBlocked = runAs !== null && !isReachable(dir, runAs);
  return { cwd: dir, argument: isBlocked ? '/proc/self/cwd' : dir };
}

/**
 * The cluster in `dir`, made by initdb when `dir` is absent or empty. initdb works in a directory beside it
 * that is renamed when complete: a start that died half-way leaves only rubbish, which the next one removes.
 * The caller holds the lock of the data directory.
 *
 * Throws: Fault `embedded-postgres-corrupt` when `dir` holds something that is not a whole cluster of our
 * version (nothing is changed), `embedded-postgres-failed` when initdb fails (retryable).
 */
export async function prepareCluster(options: {
  dir: string;
  binaries: PostgresBinaries;
  runAs: RunAs | null;
  durability: Durability;
}): Promise<Cluster> {
  const { dir, runAs } = options;
  await removeUnfinished(dirname(dir));
  if (isAbsentOrEmpty(dir)) return { dir, runAs, password: await createCluster(options) };
  const password = inspectCluster(dir);
  if (runAs !== null && statSync(dir).uid !== runAs.uid) giveTree(dir, runAs);
  makePrivate(dir);
  return { dir, runAs, password };
}

/** One line that says what is wrong with the directory and what to do about it. */
export function corruptCluster(dir: string, what: string): Fault {
  const advice = 'nothing was changed: restore it from a backup, or move it away to start empty';
  return new Fault('embedded-postgres-corrupt', `damaged PostgreSQL data in ${dir}: ${what}; ${advice}`, {
    isRetryable: false,
  });
}

async function removeUnfinished(parent: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    if (name.startsWith(UNFINISHED_PREFIX)) await removeTree(join(parent, name));
  }
}

function isAbsentOrEmpty(dir: string): boolean {
  const entry = statSync(dir, { throwIfNoEntry: false });
  if (entry === undefined) return true;
  if (!entry.isDirectory()) throw corruptCluster(dir, 'it is not a directory');
  return list(dir).length === 0;
}

function list(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    throw new Fault('data-dir-unwritable', `cannot read ${dir}: ${describeError(error)}`, {
      isRetryable: false,
      cause: error,
    });
  }
}

/** Checks the outside of a cluster and returns its password. */
function inspectCluster(dir: string): string {
  for (const name of ESSENTIALS) {
    if (!existsSync(join(dir, name))) throw corruptCluster(dir, `${name} is missing`);
  }
  const version = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim().slice(0, 20);
  if (version !== POSTGRES_MAJOR) {
    throw corruptCluster(
      dir,
      `it is of version ${JSON.stringify(version)}, this server is ${POSTGRES_MAJOR}`,
    );
  }
  const passwordFile = join(dir, PASSWORD_FILE);
  const password = existsSync(passwordFile) ? readFileSync(passwordFile, 'utf8').trim() : '';
  if (password === '') throw corruptCluster(dir, `${PASSWORD_FILE} is missing or empty`);
  return password;
}

async function createCluster(options: {
  dir: string;
  binaries: PostgresBinaries;
  runAs: RunAs | null;
  durability: Durability;
}): Promise<string> {
  const { dir, runAs } = options;
  const unfinished = mkdtempSync(join(dirname(dir), UNFINISHED_PREFIX));
  const data = join(unfinished, 'data');
  const password = randomBytes(24).toString('base64url');
  try {
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(join(unfinished, 'password'), `${password}\n`, { mode: 0o600 });
    if (runAs !== null) giveTree(unfinished, runAs);
    await runInitdb(data, options);
    renameSync(join(unfinished, 'password'), join(data, PASSWORD_FILE));
    renameSync(data, dir);
    return password;
  } finally {
    await removeTree(unfinished);
  }
}

/**
 * Tries until it is gone: an initdb whose launcher was killed goes on writing there, and ends at the first
 * file that it misses. What cannot be removed is left to the next start; it is in nobody's way.
 */
async function removeTree(path: string): Promise<void> {
  const until = Date.now() + REMOVE_TIMEOUT_MS;
  while (existsSync(path) && Date.now() < until) {
    await rm(path, { recursive: true, force: true }).catch(() => delay(REMOVE_POLL_MS));
  }
}

async function runInitdb(
  data: string,
  options: { binaries: PostgresBinaries; runAs: RunAs | null; durability: Durability },
): Promise<void> {
  const { cwd, argument } = dataArgument(data, options.runAs);
  const parameters = [
    '-D',
    argument,
    '-U',
    OWNER,
    '--pwfile=../password',
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
  ];
  parameters.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  parameters.push('-c', `scram_iterations=${SCRAM_ITERATIONS}`);
  if (options.durability === 'fast') parameters.push('--no-sync');
  try {
    await promisify(execFile)(options.binaries.initdb, parameters, {
      cwd,
      env: POSTGRES_ENV,
      timeout: INITDB_TIMEOUT_MS,
      ...options.runAs,
    });
  } catch (error) {
    const reason = reasonOf(error);
    throw new Fault('embedded-postgres-failed', `initdb could not create ${data}: ${reason}`, {
      isRetryable: true,
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const line = stderr.split('\n').find((text) => /error|fatal|could not|cannot/i.test(text));
  if (line === undefined) return describeError(error);
  if (!line.includes('effective user ID')) return line.trim();
  return `${line.trim()} (the user that runs this server needs an entry in /etc/passwd, or set DATABASE_URL)`;
}
