import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../lib/fault.ts';
import { parseSecretKeys } from '../lib/secrets/secret-box.ts';

/**
 * A small file that is written once and read ever after, for its owner only. `make` supplies the content of
 * a new one. Throws: Fault `data-dir-unwritable`.
 */
export function keepFile(dir: string, name: string, make: () => string): string {
  const path = join(dir, name);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (!existsSync(path)) writeWhole(path, make());
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? cause.code : cause;
    throw new Fault('data-dir-unwritable', `DATA_DIR: ${dir} cannot be written (${reason})`, {
      isRetryable: false,
      cause,
    });
  }
}

/** Complete and on disk before it has its name; whoever is first wins, and a crash leaves no half of it. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}

/** The keys that encrypt secrets in an embedded database, generated beside it at the first start. */
export function keepSecretKeys(dir: string): Buffer[] {
  const text = keepFile(dir, 'secrets.key', () => randomBytes(32).toString('base64'));
  const keys = parseSecretKeys(text);
  if (keys) return keys;
  throw new Fault('secrets-key-damaged', `${join(dir, 'secrets.key')} is damaged: restore it from a backup`, {
    isRetryable: false,
  });
}
