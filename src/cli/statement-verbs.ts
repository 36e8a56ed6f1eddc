import { type Kopecks, toDecimalText } from '../domain/money/money.ts';
import { formatDateTime } from '../locales/format-values.ts';
import { type Statement, viewStatement } from '../usecases/statements/view-statement.ts';
import { parseTelegramId } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage, type VerbGroup } from './command.ts';

/** `atlas statement`. */
export const addStatementVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  verb(
    program,
    'statement <id>',
    "every kopeck of a customer: by Telegram id, or by the id of a charge (ours or the provider's), invoice, refund, withdrawal or line",
  ).action(async (id: string) => finish(await statementCommand(deps, id)));
};

/** The longest id of a provider, with room. */
const MAX_ID = 200;

async function statementCommand(deps: CliDeps, id: string): Promise<CommandResult> {
  if (id.trim() === '' || id.length > MAX_ID) return usage('id', 'must be a Telegram id or the id of money');
  const telegramId = parseTelegramId(id);
  const statement = await deps.withShop(
    async (shop) =>
      (telegramId !== null && (await viewStatement(shop, telegramId))) || viewStatement(shop, id),
  );
  if (!statement) return failed('nobody', 'no customer is known by this');
  return { ok: true, data: toJson(statement), lines: describe(statement) };
}

function describe({ customerId, telegramId, lines, grants, wallet }: Statement): string[] {
  const short = (account: string) => account.replace(`:${customerId}`, '');
  const money = (amount: Kopecks) => toDecimalText(amount).padStart(12);
  return [
    `customer ${telegramId} (${customerId})`,
    ...lines.map((line) =>
      [
        formatDateTime(line.recordedAt),
        line.kind.padEnd(20),
        `${short(line.debitAccount)} → ${short(line.creditAccount)}`.padEnd(44),
        money(line.amountKopecks),
        `wallet ${toDecimalText(line.walletKopecks)}`.padEnd(20),
        line.cause,
      ].join('  '),
    ),
    lines.length > 0 ? '' : 'no money has moved yet',
    ...grants.map(
      (grant) =>
        `given ${formatDateTime(grant.grantedAt)}: ${grant.plan} ${formatDateTime(grant.startsAt)} – ${formatDateTime(grant.endsAt)} for ${grant.because}`,
    ),
    `wallet ${toDecimalText(wallet.balanceKopecks)} ₽, held ${toDecimalText(wallet.heldKopecks)} ₽, owes ${toDecimalText(wallet.receivableKopecks)} ₽`,
  ];
}

/** Amounts as texts of kopecks, times as ISO. */
function toJson(statement: Statement): unknown {
  return JSON.parse(
    JSON.stringify(statement, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
  );
}
