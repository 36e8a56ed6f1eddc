import type { StoredLease } from './state/desired-store.ts';

/**
 * The fence only grows: a higher one takes the lease at once (the server's database granted it), an equal one
 * of the same owner renews it, anything else is late and refused, however long ago the lease ran out.
 */
export function decideLease(held: StoredLease | null, asked: StoredLease): 'taken' | 'renewed' | 'refused' {
  if (!held || BigInt(asked.fence) > BigInt(held.fence)) return 'taken';
  return BigInt(asked.fence) === BigInt(held.fence) && asked.owner === held.owner ? 'renewed' : 'refused';
}
