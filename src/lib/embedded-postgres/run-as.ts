import { chmodSync, lchownSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../fault.ts';

/** The user PostgreSQL runs as when this process is root, which PostgreSQL refuses to be. */
export type RunAs = { uid: number; gid: number };

/** `nobody`: exists on every Linux distribution and image, owns nothing. */
const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/**
 * Who PostgreSQL must run as: null is this process's own user. As root it is the owner of the existing
 * cluster, so that a directory made by an ordinary user stays that user's, else `nobody`.
 *
 * Throws: Fault `embedded-postgres-unavailable` for root on a system other than Linux.
 */
export function chooseRunAs(clusterDir: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  if (process.platform !== 'linux') {
    const message = `no embedded PostgreSQL for root on ${process.platform}; be another user or set DATABASE_URL`;
    throw new Fault('embedded-postgres-unavailable', message, { isRetryable: false });
  }
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? NOBODY : { uid: owner.uid, gid: owner.gid };
}

/** Gives a whole tree to `runAs`; symbolic links themselves, not what they point to. Costs one call per file. */
export function giveTree(path: string, runAs: RunAs): void {
  lchownSync(path, runAs.uid, runAs.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTree(join(path, name), runAs);
}

/** Makes a directory private to its owner, as PostgreSQL demands of its data. */
export function makePrivate(dir: string): void {
  if ((statSync(dir).mode & 0o777) !== 0o700) chmodSync(dir, 0o700);
}

/**
 * Whether `runAs` may read `path` and enter every directory above it, by mode bits alone (owner or others;
 * group membership and access lists are not consulted, so a "no" can be too careful, never a "yes").
 */
export function isReachable(path: string, runAs: RunAs): boolean {
  const real = realpathSync(path);
  const allows = (target: string, bit: number) => {
    const { uid, mode } = statSync(target);
    return (mode & (uid === runAs.uid ? bit << 6 : bit)) !== 0;
  };
  if (!allows(real, 4)) return false;
  for (let dir = dirname(real); ; dir = dirname(dir)) {
    if (!allows(dir, 1)) return false;
    if (dir === dirname(dir)) return true;
  }
}
