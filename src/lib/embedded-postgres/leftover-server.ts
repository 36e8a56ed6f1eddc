import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import { clusterMark } from './postmaster.ts';

/** A fast shutdown writes one checkpoint; an immediate one writes nothing. */
const FAST_STOP_MS = 10_000;
const IMMEDIATE_STOP_MS = 5_000;
/** No event tells when somebody else's child ends. */
const POLL_MS = 20;

/**
 * Ends the server that an earlier launcher left on the cluster in `dir`, if there is one, and removes a
 * postmaster.pid that no such server stands behind (PostgreSQL would refuse to start when its process id now
 * belongs to something else). The caller holds the lock of the data directory, so whatever runs here is an
 * orphan: killed launcher and killed watcher, or a shutdown not finished yet.
 *
 * A server is ours only when its command line bears the cluster's mark; nothing else is ever signalled.
 * Throws: Fault `embedded-postgres-busy` (retryable) when the orphan does not end.
 */
export async function clearLeftoverServer(dir: string): Promise<void> {
  const pidFile = join(dir, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === null) return;
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ];
  for (const [signal, waitMs] of steps) {
    if (!isServerOf(pid, dir)) break;
    trySignal(pid, signal);
    const until = Date.now() + waitMs;
    while (isServerOf(pid, dir) && Date.now() < until) await delay(POLL_MS);
  }
  if (isServerOf(pid, dir)) {
    throw new Fault('embedded-postgres-busy', `PostgreSQL ${pid} still uses ${dir} and does not stop`, {
      isRetryable: true,
    });
  }
  rmSync(pidFile, { force: true });
}

function readPid(pidFile: string): number | null {
  try {
    // A single-user server writes its id negated.
    const pid = Math.abs(Number.parseInt(readFileSync(pidFile, 'utf8'), 10));
    return pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** A dead or half-dead (zombie) process has no command line. */
function isServerOf(pid: number, dir: string): boolean {
  return commandLineOf(pid).includes(clusterMark(dir));
}

function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended meanwhile.
  }
}
