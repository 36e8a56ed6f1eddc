import {
  type CauseFacts,
  linesOfCause,
  type Transfer,
  type TransferKind,
  transferKeyOf,
} from '../../domain/money/ledger.ts';
import type { Shop } from '../shop.ts';

/** The lines that a cause asks for, ready to be written. `only`: those that its newest state has added. */
export function makeTransfers(
  shop: Shop,
  cause: { causeId: string; facts: CauseFacts },
  only?: TransferKind[],
): Transfer[] {
  const recordedAt = shop.clock.now();
  return linesOfCause(cause.facts)
    .filter((line) => only === undefined || only.includes(line.kind))
    .map((line) => ({
      ...line,
      transferId: shop.ids.rowId(),
      idempotencyKey: transferKeyOf(line.kind, cause.causeId),
      cause: { kind: cause.facts.kind, causeId: cause.causeId },
      recordedAt,
    }));
}
