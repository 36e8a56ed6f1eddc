import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess, isSameProcess, type ProcessIdentity } from '../process-identity.ts';
import { StartRefusal } from '../start-refusal.ts';

/**
 * Takes the state directory for this process; a second agent on it would fight over the core. The lock names
 * its holder by process id and start time, so one left by a killed agent, or by an earlier container with the
 * same process id, is taken over. Returns the release.
 *
 * Two agents that find the same dead holder: (1) both read it; (2) one moves it away and links its own;
 * (3) the other moves that one away, sees that it is not the dead holder's, puts it back and is refused.
 *
 * Throws: StartRefusal (exit 2) naming NODE_STATE_DIR while another agent lives there.
 */
export function lockStateDirectory(stateDir: string): () => void {
  const path = join(stateDir, 'agent.lock');
  const own = identifyProcess(process.pid);
  const content = JSON.stringify(own);
  const candidate = `${path}.${process.pid}`;
  writeFileSync(candidate, content, { mode: 0o600 });
  try {
    if (!tryLink(candidate, path)) {
      const held = readFileSync(path, 'utf8');
      if (isHeld(held)) refuse(held);
      removeDeadLock({ path, held, aside: `${candidate}.dead` });
      if (!tryLink(candidate, path)) refuse(readFileSync(path, 'utf8'));
    }
  } finally {
    rmSync(candidate, { force: true });
  }
  return () => {
    if (existsSync(path) && readFileSync(path, 'utf8') === content) rmSync(path);
  };
}

function removeDeadLock(lock: { path: string; held: string; aside: string }): void {
  renameSync(lock.path, lock.aside);
  const moved = readFileSync(lock.aside, 'utf8');
  if (moved !== lock.held) tryLink(lock.aside, lock.path);
  rmSync(lock.aside, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(content: string): boolean {
  const holder = parseIdentity(content);
  return holder !== null && holder.pid !== process.pid && isSameProcess(holder);
}

function refuse(content: string): never {
  const holder = parseIdentity(content);
  throw new StartRefusal([
    { name: 'NODE_STATE_DIR', problem: `is in use by another agent (process ${holder?.pid ?? 'unknown'})` },
  ]);
}

function parseIdentity(content: string): ProcessIdentity | null {
  try {
    const value: unknown = JSON.parse(content);
    const pid: unknown = Reflect.get(Object(value), 'pid');
    return typeof pid === 'number'
      ? { pid, startedAt: String(Reflect.get(Object(value), 'startedAt')) }
      : null;
  } catch {
    return null;
  }
}
