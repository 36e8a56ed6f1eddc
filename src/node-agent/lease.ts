import type { StoredLease } from './state/desired-store.ts';

/**
 * Whose word counts. The same owner: its fence only grows, an equal one renews, a lower one is late and refused,
 * however long ago the lease ran out. Another owner is refused for as long as the lease lives.
 */
export function decideLease(
  held: StoredLease | null,
  asked: StoredLease,
  isAlive: boolean,
): 'taken' | 'renewed' | 'refused' {
  if (!held) return 'taken';
  if (asked.owner !== held.owner) return isAlive ? 'refused' : 'taken';
  if (BigInt(asked.fence) === BigInt(held.fence)) return 'renewed';
  return BigInt(asked.fence) > BigInt(held.fence) ? 'taken' : 'refused';
}
