import type { JobPayloads } from '../../ports/jobs.ts';
import type { Notifier } from '../../ports/notifier.ts';
import { tellAll } from '../operations/tell-operators.ts';

/**
 * Tells the operators what is not well, or that everything is again.
 * Throws: Fault `telegram-unreachable`, `telegram-limited` (retryable) when not even one could be told.
 */
export async function tellSystem(
  deps: { notifier: Notifier; operators: bigint[] },
  { troubles }: JobPayloads['tell-system'],
): Promise<void> {
  const told = troubles.map(({ sinceMs, ...trouble }) => ({ ...trouble, since: new Date(sinceMs) }));
  await tellAll(deps.notifier, deps.operators, async () => ({ kind: 'system', troubles: told }));
}
