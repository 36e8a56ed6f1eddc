import { kopecks, toDecimalText } from '../domain/money/money.ts';
import { verifyLedger } from '../usecases/ledger/verify-ledger.ts';
import { type CliDeps, type CommandResult, failed } from './command.ts';

/** `atlas ledger verify`: exit 0 when the ledger proves, 1 naming the first row that does not. */
export async function verifyLedgerCommand(deps: CliDeps): Promise<CommandResult> {
  const proof = await deps.withShop(verifyLedger);
  if (!proof.ok) return failed('ledger-broken', `${proof.row}: ${proof.problem}`);
  const moved = toDecimalText(kopecks(proof.debitedKopecks));
  return {
    ok: true,
    data: { transfers: proof.transfers, movedKopecks: String(proof.debitedKopecks) },
    lines: [
      `the ledger proves: ${proof.transfers} transfers, ${moved} ₽ moved, every wallet is the sum of its own`,
    ],
  };
}
