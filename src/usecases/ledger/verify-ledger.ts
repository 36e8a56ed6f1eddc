import { CAUSE_KINDS, type CauseKind, findLineFault, findMissingLine } from '../../domain/money/ledger.ts';
import {
  type CauseWithLines,
  findUncovered,
  findWalletFault,
  listCausesWithLines,
} from '../../store/money/ledger.ts';
import type { Shop } from '../shop.ts';

/** `row` names what is wrong: a transfer, its cause, or whose account. */
export type LedgerProof =
  | { ok: true; transfers: number; debitedKopecks: bigint }
  | { ok: false; row: string; problem: string };

const PAGE = 1_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Recomputes the whole ledger from its causes and names the first discrepancy, in this order: a line that
 * differs from what its cause asks or that its cause lacks, money without what goes with it (a grant, a
 * commission, a counter), an account of a customer that is not the sum of its lines. Changes nothing.
 */
export async function verifyLedger(shop: Shop): Promise<LedgerProof> {
  const look: Look = { transfers: 0, debitedKopecks: 0n, missing: null };
  for (const kind of CAUSE_KINDS) {
    const fault = await verifyCauses(shop, kind, look);
    if (fault) return fault;
  }
  const fault = look.missing ?? (await findOtherFault(shop));
  return fault ?? { ok: true, transfers: look.transfers, debitedKopecks: look.debitedKopecks };
}

type Fault = Extract<LedgerProof, { ok: false }>;
/** `missing`: the first cause that lacks a line; a line that hangs on a wrong cause says more. */
type Look = { transfers: number; debitedKopecks: bigint; missing: Fault | null };

async function verifyCauses(shop: Shop, kind: CauseKind, look: Look): Promise<Fault | null> {
  let afterId = BEFORE_ALL;
  for (;;) {
    const page = await listCausesWithLines(shop.db, { kind, afterId, limit: PAGE });
    for (const cause of page) {
      const fault = findWrongLine(cause);
      if (fault) return fault;
      look.missing ??= findLackingLine(cause);
      for (const line of cause.lines) {
        look.transfers += 1;
        look.debitedKopecks += line.amountKopecks;
      }
      afterId = cause.causeId;
    }
    if (page.length < PAGE) return null;
  }
}

function findWrongLine(cause: CauseWithLines): Fault | null {
  for (const line of cause.lines) {
    const problem = findLineFault(line, cause);
    if (problem !== null) return { ok: false, row: `transfer ${line.transferId}`, problem };
  }
  return null;
}

function findLackingLine(cause: CauseWithLines): Fault | null {
  const missing = findMissingLine(cause.lines, cause.facts);
  if (missing === null) return null;
  return { ok: false, row: `${cause.facts.kind} ${cause.causeId}`, problem: `it has no transfer ${missing}` };
}

async function findOtherFault(shop: Shop): Promise<Fault | null> {
  const uncovered = await findUncovered(shop.db);
  if (uncovered) return { ok: false, row: uncovered.id, problem: uncovered.problem };
  const wallet = await findWalletFault(shop.db);
  return wallet && { ok: false, row: `customer ${wallet.id}`, problem: wallet.problem };
}
