import { existsSync, mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeError, Fault } from './fault.ts';

/** The right to be the only server on a data directory. */
export type DataDirLock = {
  /** Gives the directory up; a second call does nothing. */
  release(): void;
};

const LOCK_FILE = 'server.lock';
/** A probe by `isDataDirLocked` holds the lock for well under a millisecond; this outlasts many of them. */
const LOCK_WAIT_MS = 200;
const SQLITE_BUSY = 5;

/** Locks held by this process. A handle that nobody refers to would be collected, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes `dir` for this process until `release()` or the death of the process, however it dies; creates the
 * directory (0700) when absent.
 *
 * The lock is SQLite's exclusive lock on an empty file: fcntl on Unix, LockFileEx on Windows. The kernel
 * owns it and drops it with the process, so a crash leaves nothing stale, a reused process id means nothing,
 * and containers that share the directory but not their process ids see each other. Never open the lock
 * file by other means in this process: closing any descriptor of it would drop the lock.
 *
 * Throws: Fault `data-dir-locked` when another server (or another part of this process) holds it,
 * `data-dir-unwritable` when the directory cannot be created or written. Retrying is safe.
 */
export function lockDataDir(dir: string): DataDirLock {
  ensureWritable(dir);
  const database = tryLock(dir, LOCK_WAIT_MS);
  if (database === null) {
    throw new Fault('data-dir-locked', `another server uses ${dir}; give this one its own DATABASE_URL`, {
      isRetryable: true,
    });
  }
  held.add(database);
  return {
    release() {
      if (held.delete(database)) database.close();
    },
  };
}

/**
 * Whether some process holds the lock of `dir` now. False when the directory or its lock file is absent.
 * Throws: Fault `data-dir-unwritable` when the lock file cannot be opened.
 */
export function isDataDirLocked(dir: string): boolean {
  if (!existsSync(join(dir, LOCK_FILE))) return false;
  const probe = tryLock(dir, 0);
  probe?.close();
  return probe === null;
}

/** The open handle that holds the lock, or null when somebody else does after `waitMs`. */
function tryLock(dir: string, waitMs: number): DatabaseSync | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(join(dir, LOCK_FILE), { timeout: waitMs });
    // A journal in memory: the lock file stays the only file, and stays empty.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw unwritable(dir, error);
  }
}

function ensureWritable(dir: string): void {
  const probe = join(dir, `.write-probe-${process.pid}`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    unlinkSync(probe);
  } catch (error) {
    throw unwritable(dir, error);
  }
}

function unwritable(dir: string, cause: unknown): Fault {
  return new Fault(
    'data-dir-unwritable',
    `cannot write to the data directory ${dir}: ${describeError(cause)}`,
    {
      isRetryable: false,
      cause,
    },
  );
}
