import { readdirSync, readFileSync } from 'node:fs';

/** A process beyond reuse of its id: the boot and the kernel tick at which it started ('' where unknown). */
export type ProcessIdentity = { pid: number; startedAt: string };

/** Null when no such process lives; a zombie does not. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  if (process.platform !== 'linux') return isAlive(pid) ? { pid, startedAt: '' } : null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold anything; state and start tick are fields
    // 3 and 22. Source: proc_pid_stat(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return { pid, startedAt: `${bootId()}:${fields[19]}` };
  } catch {
    return null;
  }
}

/** True while exactly this process lives, not a later one with the same id. */
export function isSameProcess(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** Processes whose command line holds `argument` as a whole word. Empty where /proc is absent. */
export function findProcessesWithArgument(argument: string): ProcessIdentity[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLineOf(name).includes(argument))
    .map((name) => identifyProcess(Number(name)))
    .filter((identity) => identity !== null);
}

function commandLineOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
