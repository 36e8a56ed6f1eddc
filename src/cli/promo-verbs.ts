import { formatDateTime } from '../locales/format-values.ts';
import { createPromo, endPromo, listPromos } from '../usecases/promo/manage-promo.ts';
import { CLI_ACTOR, DURATION, parseCount, parseDuration } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage, type VerbGroup } from './command.ts';

type CreateOptions = { percent: string; maxUses?: string; for?: string };

/** `atlas promo create | end | list`. */
export const addPromoVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  const promo = program.command('promo').description('make, end and list promo codes');
  verb(promo, 'create [code]', 'make a code; without a name, six random letters')
    .requiredOption('--percent <n>', 'what it takes off, 0 to 100')
    .option('--max-uses <n>', 'how often it can be used; without, as often as it is asked for')
    .option('--for <time>', 'how long it lives: <N>m, <N>h or <N>d; without, until it is ended')
    .action(async (code: string | undefined, options: CreateOptions) =>
      finish(await createCommand(deps, code ?? null, options)),
    );
  verb(promo, 'end <code>', 'nobody new may use it; what is held for a customer is honoured').action(
    async (code: string) => finish(await endCommand(deps, code)),
  );
  verb(promo, 'list', 'show the newest codes and their uses').action(async () =>
    finish(await listCommand(deps)),
  );
};

async function createCommand(
  deps: CliDeps,
  code: string | null,
  options: CreateOptions,
): Promise<CommandResult> {
  const percent = parseCount(options.percent);
  if (percent === null) return usage('--percent', 'must be a whole number from 0 to 100');
  const maxUses = options.maxUses === undefined ? null : parseCount(options.maxUses);
  if (options.maxUses !== undefined && maxUses === null) return usage('--max-uses', 'must be a whole number');
  const lifeMs = options.for === undefined ? null : parseDuration(options.for);
  if (options.for !== undefined && lifeMs === null) return usage('--for', DURATION);
  const made = await deps.withShop((shop) => {
    const expiresAt = lifeMs === null ? null : new Date(shop.clock.now().getTime() + lifeMs);
    return createPromo(shop, { actor: CLI_ACTOR, code, percent, maxUses, expiresAt });
  });
  if (made.ok) return { ok: true, data: { code: made.code }, lines: [`${made.code} takes ${percent} % off`] };
  const { refusal } = made;
  const flag = {
    'bad-code': 'code',
    'bad-percent': '--percent',
    'bad-uses': '--max-uses',
    'bad-end': '--for',
  };
  if (refusal === 'code-taken') return failed(refusal, `a code of that name can be used now: end it first`);
  return usage(flag[refusal], REFUSALS[refusal]);
}

const REFUSALS = {
  'bad-code': 'must be 3 to 32 letters and digits',
  'bad-percent': 'must be a whole number from 0 to 100',
  'bad-uses': 'must be at least 1',
  'bad-end': 'must end in the future',
};

async function endCommand(deps: CliDeps, code: string): Promise<CommandResult> {
  const isEnded = await deps.withShop((shop) => endPromo(shop, { actor: CLI_ACTOR, code }));
  if (!isEnded) return failed('promo-unknown', 'there is no such code that can be used');
  return { ok: true, data: { code: code.trim().toUpperCase() }, lines: ['nobody new may use it'] };
}

async function listCommand(deps: CliDeps): Promise<CommandResult> {
  const codes = await deps.withShop(listPromos);
  const lines = codes.map((one) =>
    [
      one.code.padEnd(16),
      `${one.discountPercent} %`.padStart(5),
      (one.isActive ? 'active' : 'ended').padEnd(6),
      `used ${one.usedCount} of ${one.maxUses ?? 'any'}, held ${one.reservedCount}, over the limit ${one.overLimit}`,
      one.expiresAt ? `until ${formatDateTime(one.expiresAt)}` : '',
    ].join('  '),
  );
  const data = codes.map((one) => ({ ...one, overLimit: Number(one.overLimit) }));
  return { ok: true, data, lines: lines.length > 0 ? lines : ['no codes yet: atlas promo create --help'] };
}
