import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { describeError, Fault } from '../../lib/fault.ts';

/**
 * What outlives the process: values by (kind, key). Writers mutate their objects and call `put`; the value
 * is serialised when its batch is written, so ten changes of one object in a batch cost one row.
 */
export type Journal = {
  /** Every stored value of a kind, in key order. Read once, at start. */
  load<T>(kind: string): { key: string; value: T }[];
  put(kind: string, key: string | number, value: unknown): void;
  remove(kind: string, key: string | number): void;
  /** Resolves when everything put so far survives `kill -9`. An answer that confirms a fact waits for it. */
  durable(): Promise<void>;
  /** Writes the rest and closes. */
  close(): void;
};

/**
 * A journal in one SQLite file. Every event loop turn with changes ends in one transaction, so requests that
 * arrive together share a commit, and nothing is answered before it is written. `synchronous=NORMAL` in WAL
 * mode: a killed process loses nothing; a power cut may lose the last moments, which a sandbox can bear.
 *
 * Throws: Fault `sandbox-state` for a directory that cannot be written or a damaged file.
 */
export function openJournal(directory: string): Journal {
  try {
    return open(directory);
  } catch (error) {
    throw new Fault('sandbox-state', `SANDBOX_STATE_DIR cannot be used: ${describeError(error)}`, {
      isRetryable: false,
      cause: error,
    });
  }
}

function open(directory: string): Journal {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(directory, 'sandbox.sqlite'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=2000;');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entry (kind TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID',
  );
  const statements = {
    select: database.prepare('SELECT key, value FROM entry WHERE kind = ? ORDER BY length(key), key'),
    upsert: database.prepare('INSERT OR REPLACE INTO entry (kind, key, value) VALUES (?, ?, ?)'),
    remove: database.prepare('DELETE FROM entry WHERE kind = ? AND key = ?'),
  };
  return batchingJournal(database, statements);
}

type Statements = { select: StatementSync; upsert: StatementSync; remove: StatementSync };
type Change = { kind: string; key: string; value: unknown };

function batchingJournal(database: DatabaseSync, statements: Statements): Journal {
  let dirty = new Map<string, Change>();
  let flushing: Promise<void> | undefined;
  const change = (kind: string, key: string, value: unknown): void => {
    dirty.set(`${kind}/${key}`, { kind, key, value });
    flushing ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        flushing = undefined;
        try {
          flush();
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
    // A failed write must reach whoever waits in durable(), and must not end the process when nobody does.
    flushing.catch(() => undefined);
  };
  const flush = (): void => {
    if (dirty.size === 0) return;
    database.exec('BEGIN');
    try {
      for (const { kind, key, value } of dirty.values()) {
        if (value === undefined) statements.remove.run(kind, key);
        else statements.upsert.run(kind, key, JSON.stringify(value));
      }
      database.exec('COMMIT');
      dirty = new Map();
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    load: <T>(kind: string) =>
      statements.select
        .all(kind)
        .map((row) => ({ key: String(row.key), value: JSON.parse(String(row.value)) as T })),
    put: (kind, key, value) => change(kind, String(key), value),
    remove: (kind, key) => change(kind, String(key), undefined),
    durable: () => flushing ?? Promise.resolve(),
    close() {
      flush();
      database.close();
    },
  };
}

/** A journal that forgets: for benches, which measure the server and not this disk. */
export function memoryJournal(): Journal {
  return {
    load: () => [],
    put: () => undefined,
    remove: () => undefined,
    durable: () => Promise.resolve(),
    close: () => undefined,
  };
}
