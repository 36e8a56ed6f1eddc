import { parseDecimalKopecks, toDecimalText } from '../domain/money/money.ts';
import { isRowId } from '../lib/ids.ts';
import { requestRefund } from '../usecases/refunds/request-refund.ts';
import { CLI_ACTOR } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage } from './command.ts';

/** `atlas refund <chargeId> [--amount <roubles>] --reason <text> [--key <text>]` */
export async function refundCommand(
  deps: CliDeps,
  chargeId: string,
  options: { amount?: string; reason: string; key?: string },
): Promise<CommandResult> {
  if (!isRowId(chargeId)) return usage('chargeId', 'must be the id of a charge');
  const amountKopecks = options.amount === undefined ? null : parseDecimalKopecks(options.amount);
  if (amountKopecks === 0n || (options.amount !== undefined && amountKopecks === null)) {
    return usage('--amount', 'must be roubles above zero, such as 149 or 149.50');
  }
  const { reason, key } = options;
  if (reason.trim() === '') return usage('--reason', 'must say why');
  const result = await deps.withProviders((shop, providers) =>
    requestRefund(shop, providers, {
      actor: CLI_ACTOR,
      sourceKey: `operator:${key ?? shop.ids.rowId()}`,
      chargeId,
      amountKopecks,
      reason,
    }),
  );
  if (!result.ok) return failed(result.refusal, REFUSAL_TEXT[result.refusal]);
  const amount = toDecimalText(result.amountKopecks);
  const { refundId, isRepeat } = result;
  return {
    ok: true,
    data: { refundId, chargeId, amountKopecks: String(result.amountKopecks), isRepeat },
    lines: [
      isRepeat
        ? `refund ${refundId} of ${amount} ₽ was asked for before`
        : `refund ${refundId} of ${amount} ₽ is asked for; its provider is told by a running server`,
    ],
  };
}

const REFUSAL_TEXT = {
  'charge-unknown': 'there is no such charge',
  'provider-cannot-refund': 'its provider cannot refund, or is not configured',
  'already-refunded': 'nothing is left of this charge to give back',
  'more-than-charged': 'that is more than is left of this charge',
  'partial-not-possible': 'this charge can only be given back whole',
  'reason-missing': 'the reason is missing',
};
