import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import type { MoneyChanges } from '../../store/money/commit-money.ts';
import type { Shop } from '../shop.ts';
import { makeTransfers } from './make-transfers.ts';

/** A wallet that gets `creditKopecks`, and what its customer owes. */
type Credit = { customerId: string; receivableKopecks: Kopecks; creditKopecks: bigint };

/** What stays in a wallet goes first to what the customer owes. Null when nothing is owed, or nothing stays. */
export function planCollection(
  shop: Shop,
  { customerId, receivableKopecks, creditKopecks }: Credit,
): Required<Pick<MoneyChanges, 'collection' | 'transfers'>> | null {
  const amountKopecks = kopecks(creditKopecks < receivableKopecks ? creditKopecks : receivableKopecks);
  if (amountKopecks <= 0n) return null;
  const collectionId = shop.ids.rowId();
  const facts = { kind: 'collection', customerId, amountKopecks } as const;
  return {
    collection: { collectionId, amountKopecks },
    transfers: makeTransfers(shop, { causeId: collectionId, facts }),
  };
}
