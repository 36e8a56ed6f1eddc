import { type Kopecks, kopecks, parseDecimalKopecks, toDecimalText } from '../domain/money/money.ts';
import { VIP_PERCENT } from '../domain/money/pricing.ts';
import { changeDiscount } from '../usecases/discounts/manage-discounts.ts';
import { adjustWallet } from '../usecases/wallets/adjust-wallet.ts';
import { CLI_ACTOR, DURATION, parseCount, parseDuration, parseTelegramId, TELEGRAM_ID } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage, type VerbGroup } from './command.ts';

type AdjustOptions = { amount: string; reason: string; key?: string };
type DiscountOptions = { vip?: boolean; percent?: string; personal?: boolean; for?: string };

/** `atlas adjust`, `atlas discount grant | end`. */
export const addWalletVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  verb(program, 'adjust <telegramId>', "correct a customer's wallet by a line of the ledger with a reason")
    .requiredOption('--amount <roubles>', 'how much, below zero to take: 100, 99.50 or -100')
    .requiredOption('--reason <text>', 'why')
    .option('--key <text>', 'names the wish: the same one again acts once')
    .action(async (telegramId: string, options: AdjustOptions) =>
      finish(await adjustCommand(deps, telegramId, options)),
    );
  const discount = program.command('discount').description("a customer's standing discount");
  verb(discount, 'grant <telegramId>', 'give one; it takes the place of an earlier one of its kind')
    .option('--vip', `VIP: ${VIP_PERCENT} % for good`)
    .option('--percent <n>', 'a personal one, 1 to 99')
    .option('--for <time>', 'how long a personal one holds: <N>h or <N>d; without, for good')
    .action(async (telegramId: string, options: DiscountOptions) =>
      finish(await grantDiscountCommand(deps, telegramId, options)),
    );
  verb(discount, 'end <telegramId>', 'take one back')
    .option('--vip', 'the VIP one')
    .option('--personal', 'the personal one')
    .action(async (telegramId: string, options: DiscountOptions) =>
      finish(await endDiscountCommand(deps, telegramId, options)),
    );
};

async function adjustCommand(deps: CliDeps, id: string, options: AdjustOptions): Promise<CommandResult> {
  const telegramId = parseTelegramId(id);
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  const amountKopecks = parseSignedRoubles(options.amount);
  if (amountKopecks === null) return usage('--amount', 'must be roubles, such as 100, 99.50 or -100');
  const { reason } = options;
  if (reason.trim() === '') return usage('--reason', 'must say why');
  const adjusted = await deps.withShop((shop) => {
    const sourceKey = `${CLI_ACTOR}:${options.key ?? shop.ids.rowId()}`;
    return adjustWallet(shop, { actor: CLI_ACTOR, sourceKey, telegramId, amountKopecks, reason });
  });
  if (!adjusted.ok) return failed(adjusted.refusal, ADJUST_REFUSALS[adjusted.refusal]);
  const { balanceKopecks, isRepeat } = adjusted;
  const balance = toDecimalText(balanceKopecks);
  return {
    ok: true,
    data: {
      telegramId: id,
      amountKopecks: String(amountKopecks),
      balanceKopecks: String(balanceKopecks),
      isRepeat,
    },
    lines: [isRepeat ? `done before; the wallet holds ${balance} ₽` : `done; the wallet holds ${balance} ₽`],
  };
}

const ADJUST_REFUSALS = {
  'customer-unknown': 'there is no such customer',
  'amount-zero': 'the amount is zero',
  'reason-missing': 'the reason is missing',
  'key-taken': 'this key was used for another adjustment',
  'balance-changed': 'the wallet has changed meanwhile',
  'money-short': 'the wallet holds less than that',
};

function parseSignedRoubles(text: string): Kopecks | null {
  const isNegative = text.startsWith('-');
  const amount = parseDecimalKopecks(isNegative ? text.slice(1) : text);
  return amount === null || amount === 0n ? null : kopecks(isNegative ? -amount : amount);
}

async function grantDiscountCommand(
  deps: CliDeps,
  id: string,
  options: DiscountOptions,
): Promise<CommandResult> {
  if ((options.vip === true) === (options.percent !== undefined)) {
    return usage('--percent', 'or --vip: exactly one of them');
  }
  const percent = options.percent === undefined ? VIP_PERCENT : parseCount(options.percent);
  if (percent === null || percent < 1 || percent > 99) return usage('--percent', 'must be from 1 to 99');
  const lifeMs = options.for === undefined ? null : parseDuration(options.for);
  if (options.for !== undefined && lifeMs === null) return usage('--for', DURATION);
  if (options.vip && lifeMs !== null)
    return usage('--for', 'is for personal discounts: VIP holds until it is ended');
  return change(deps, id, { kind: options.vip ? 'vip' : 'personal', percent, lifeMs });
}

async function endDiscountCommand(
  deps: CliDeps,
  id: string,
  options: DiscountOptions,
): Promise<CommandResult> {
  if (options.vip === options.personal) return usage('--personal', 'or --vip: exactly one of them');
  return change(deps, id, { kind: options.vip ? 'vip' : 'personal', percent: null, lifeMs: null });
}

type Change = { kind: 'vip' | 'personal'; percent: number | null; lifeMs: number | null };

async function change(deps: CliDeps, id: string, wish: Change): Promise<CommandResult> {
  const telegramId = parseTelegramId(id);
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  const { kind, percent, lifeMs } = wish;
  const changed = await deps.withShop((shop) => {
    const expiresAt = lifeMs === null ? null : new Date(shop.clock.now().getTime() + lifeMs);
    return changeDiscount(shop, { actor: CLI_ACTOR, telegramId, kind, percent, expiresAt });
  });
  if (changed.ok) {
    const line = percent === null ? `the ${kind} discount is over` : `${telegramId} pays ${percent} % less`;
    return { ok: true, data: { telegramId: id, kind, percent }, lines: [line] };
  }
  const text = {
    'customer-unknown': 'there is no such customer',
    'bad-percent': 'the percent must be from 1 to 99',
    'bad-end': 'it must end in the future',
  };
  return failed(changed.refusal, text[changed.refusal]);
}
