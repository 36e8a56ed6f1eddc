import { BYTES_PER_GB, type ResetRule } from '../domain/traffic.ts';
import { formatDateTime } from '../locales/format-values.ts';
import { setTrafficLimit } from '../usecases/traffic/set-traffic-limit.ts';
import { type TrafficView, viewTrafficGaps, viewTrafficOf } from '../usecases/traffic/view-traffic.ts';
import { CLI_ACTOR, parseTelegramId, TELEGRAM_ID } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage, type VerbGroup } from './command.ts';

type LimitOptions = { gb: string; reset?: string };

/** `atlas traffic show | limit | gaps`. */
export const addTrafficVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  const traffic = program.command('traffic').description('what customers carry, and limits on it');
  verb(
    traffic,
    'show <telegramId>',
    'what a customer has used, of which limit, and whether they are online',
  ).action(async (telegramId: string) => finish(await showCommand(deps, telegramId)));
  verb(traffic, 'limit <telegramId>', 'limit what a customer may use; what is used already counts')
    .requiredOption('--gb <n>', 'gigabytes of 1,000,000,000 bytes, or unlimited')
    .option('--reset <rule>', 'when use begins at zero again: monthly or never; without, as it is')
    .action(async (telegramId: string, options: LimitOptions) =>
      finish(await limitCommand(deps, telegramId, options)),
    );
  verb(traffic, 'gaps', 'where bytes may be missing from what customers used, newest first').action(
    async () => finish(await gapsCommand(deps)),
  );
};

/** A petabyte: more is a slip of the hand. */
const MAX_GB = 1_000_000;

function parseGigabytes(text: string): bigint | 'unlimited' | null {
  if (text === 'unlimited') return text;
  const isCount = /^[1-9]\d{0,6}$/.test(text) && Number(text) <= MAX_GB;
  return isCount ? BigInt(text) * BYTES_PER_GB : null;
}

function parseResetRule(text: string): ResetRule | null {
  return text === 'monthly' || text === 'never' ? text : null;
}

function refusalText(refusal: 'customer-unknown' | 'no-access', telegramId: bigint): string {
  return refusal === 'customer-unknown'
    ? `there is no customer ${telegramId}`
    : `${telegramId} has never had access`;
}

async function showCommand(deps: CliDeps, telegramIdText: string): Promise<CommandResult> {
  const telegramId = parseTelegramId(telegramIdText);
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  const shown = await deps.withShop((shop) => viewTrafficOf(shop, telegramId));
  if (!shown.ok) return failed(shown.refusal, refusalText(shown.refusal, telegramId));
  const { usedBytes, limitBytes, resetsAt, ...facts } = shown.traffic;
  const data = {
    telegramId: String(telegramId),
    usedBytes: String(usedBytes),
    limitBytes: limitBytes === null ? null : String(limitBytes),
    resetsAt: resetsAt?.toISOString() ?? null,
    ...facts,
  };
  return { ok: true, data, lines: describe(shown.traffic) };
}

function describe(traffic: TrafficView): string[] {
  const { usedBytes, limitBytes, resetsAt, isSuspended, isOnline } = traffic;
  const online = isOnline === null ? 'no node can tell' : isOnline ? 'yes' : 'no';
  const limit = limitBytes === null ? 'unlimited' : gigabytes(limitBytes);
  return [
    `used    ${gigabytes(usedBytes)}`,
    `limit   ${limit}${isSuspended ? ': used up, nodes refuse' : ''}`,
    `reset   ${resetsAt ? `${formatDateTime(resetsAt)} UTC, then monthly` : 'never'}`,
    `online  ${online}`,
  ];
}

async function limitCommand(
  deps: CliDeps,
  telegramIdText: string,
  options: LimitOptions,
): Promise<CommandResult> {
  const telegramId = parseTelegramId(telegramIdText);
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  const asked = parseGigabytes(options.gb);
  if (asked === null) return usage('--gb', `must be a whole number from 1 to ${MAX_GB}, or unlimited`);
  const resetRule = options.reset === undefined ? null : parseResetRule(options.reset);
  if (options.reset !== undefined && resetRule === null) return usage('--reset', 'must be monthly or never');
  const limitBytes = asked === 'unlimited' ? null : asked;
  const limit = { actor: CLI_ACTOR, telegramId, limitBytes, resetRule };
  const set = await deps.withShop((shop) => setTrafficLimit(shop, limit));
  if (!set.ok) return failed(set.refusal, refusalText(set.refusal, telegramId));
  const { isSuspended, resetsAt } = set;
  const until = resetsAt ? `, reset ${formatDateTime(resetsAt)} UTC` : '';
  const effect = isSuspended ? '; that much is used already: suspended' : '';
  return {
    ok: true,
    data: {
      telegramId: String(telegramId),
      limitBytes: limitBytes === null ? null : String(limitBytes),
      resetsAt: resetsAt?.toISOString() ?? null,
      isSuspended,
    },
    lines: [
      `${telegramId} may use ${limitBytes === null ? 'any amount' : gigabytes(limitBytes)}${until}${effect}`,
    ],
  };
}

async function gapsCommand(deps: CliDeps): Promise<CommandResult> {
  const gaps = await deps.withShop(viewTrafficGaps);
  const lines = gaps.map((gap) =>
    [
      formatDateTime(gap.noticedAt),
      gap.node.padEnd(20),
      gap.kind.padEnd(17),
      gap.uncountedBytes > 0n ? `${gap.uncountedBytes} bytes uncounted` : '',
      gap.email ?? '',
      Object.entries(gap.details)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ]
      .join('  ')
      .trimEnd(),
  );
  const data = gaps.map((gap) => ({ ...gap, uncountedBytes: String(gap.uncountedBytes) }));
  return { ok: true, data, lines: lines.length > 0 ? lines : ['no gaps: every byte told was counted'] };
}

/** 1234567890n → `1.23 GB`. */
function gigabytes(bytes: bigint): string {
  return `${(Number(bytes) / Number(BYTES_PER_GB)).toFixed(2)} GB`;
}
