import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDataDirLocked } from '../data-dir.ts';

/** What a running launcher leaves in the data directory for other processes of the same user. */
export type RuntimeInfo = {
  /** Connection URL of the owner's role, password included; null until it accepts connections. */
  ownerUrl: string | null;
  /** The process that runs the launcher. */
  launcherPid: number;
  /** The programs' private copy, to be removed by the next start if this one dies; null when there is none. */
  copyDir: string | null;
};

const RUNTIME_FILE = 'postgres.json';

/**
 * The owner's connection URL of the embedded PostgreSQL that another process runs in `dir`, or null when
 * nobody runs one or it is still starting. Command line verbs ask this before they start their own.
 * Throws: Fault `data-dir-unwritable` when the lock file cannot be opened.
 */
export function readRunningEmbedded(dir: string): string | null {
  if (!isDataDirLocked(dir)) return null;
  return readRuntime(dir)?.ownerUrl ?? null;
}

/** What the last start left, whether or not it is still alive; null when nothing or unreadable. */
export function readRuntime(dir: string): RuntimeInfo | null {
  try {
    const info: Partial<Record<keyof RuntimeInfo, unknown>> = JSON.parse(
      readFileSync(join(dir, RUNTIME_FILE), 'utf8'),
    );
    const { ownerUrl, launcherPid, copyDir } = info;
    if (typeof launcherPid !== 'number') return null;
    return { ownerUrl: textOrNull(ownerUrl), launcherPid, copyDir: textOrNull(copyDir) };
  } catch {
    return null;
  }
}

/** Writes the file whole (0600), so that a reader never sees half of it. */
export function writeRuntime(dir: string, info: RuntimeInfo): void {
  const file = join(dir, RUNTIME_FILE);
  writeFileSync(`${file}.new`, JSON.stringify(info), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Removes the file, after a stop. */
export function removeRuntime(dir: string): void {
  rmSync(join(dir, RUNTIME_FILE), { force: true });
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
