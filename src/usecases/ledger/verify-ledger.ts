import { findLineFault, transferKeyOf } from '../../domain/ledger.ts';
import {
  findUncoveredCause,
  findWalletFault,
  listTransfersWithCause,
  type TransferWithCause,
} from '../../store/ledger.ts';
import type { Shop } from '../shop.ts';

/** `row` names what is wrong: a transfer, a charge, an invoice or a wallet. */
export type LedgerProof =
  | { ok: true; transfers: number; debitedKopecks: bigint }
  | { ok: false; row: string; problem: string };

const PAGE = 1_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Recomputes the whole ledger from its causes and names the first discrepancy, in this order: a line that
 * differs from what its cause allows, a cause without its line or its grant, a wallet that is not the sum of
 * its lines. Changes nothing.
 */
export async function verifyLedger(shop: Shop): Promise<LedgerProof> {
  let transfers = 0;
  let debitedKopecks = 0n;
  let after = BEFORE_ALL;
  for (;;) {
    const page = await listTransfersWithCause(shop.db, after, PAGE);
    for (const transfer of page) {
      const problem = findLineFault(transfer, transfer.facts) ?? findKeyFault(transfer);
      if (problem !== null) return { ok: false, row: `transfer ${transfer.transferId}`, problem };
      transfers += 1;
      debitedKopecks += transfer.amountKopecks;
      after = transfer.transferId;
    }
    if (page.length < PAGE) break;
  }
  return (await findCauseFault(shop)) ?? { ok: true, transfers, debitedKopecks };
}

/** Two causes of one customer may allow the same line; the key tells which of them made it. */
function findKeyFault({ idempotencyKey, cause }: TransferWithCause): string | null {
  const expected = transferKeyOf(cause);
  return idempotencyKey === expected ? null : `its key is ${idempotencyKey}, its cause asks ${expected}`;
}

async function findCauseFault(shop: Shop): Promise<LedgerProof | null> {
  const uncovered = await findUncoveredCause(shop.db);
  if (uncovered) return { ok: false, row: uncovered.id, problem: uncovered.problem };
  const wallet = await findWalletFault(shop.db);
  if (!wallet) return null;
  const problem = `balance is ${wallet.balanceKopecks}, its transfers sum to ${wallet.sumKopecks} kopecks`;
  return { ok: false, row: `wallet of customer ${wallet.customerId}`, problem };
}
