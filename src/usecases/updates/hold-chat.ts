import { Fault } from '../../lib/fault.ts';
import { holdLease } from '../../store/inbox.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Tap } from '../shop.ts';

/**
 * The fence of a tap's transaction: a process that was taken for dead meanwhile may not commit, because
 * another one is already acting for the chat.
 * Throws: Fault `lease-lost` (not retryable here: the other process does the work).
 */
export async function holdChat(tx: Transaction, tap: Tap): Promise<void> {
  if (await holdLease(tx, tap.lease)) return;
  throw new Fault('lease-lost', 'another process works on this chat now', { isRetryable: false });
}
