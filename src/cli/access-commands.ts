import { PLANS, parsePlan } from '../domain/plans.ts';
import { formatDateTime } from '../locales/format-values.ts';
import { grantAccess, revokeAccess } from '../usecases/access/grant-access.ts';
import { type CliDeps, type CommandResult, failed, usage } from './command.ts';

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** Ten years: longer is a slip of the hand. */
const MAX_GRANT_MS = 3_660 * UNIT_MS.d;

/** `atlas grant <telegramId> --plan <plan> --for <N>(m|h|d)` */
export async function grantCommand(
  deps: CliDeps,
  telegramIdText: string,
  options: { plan: string; for: string },
): Promise<CommandResult> {
  const telegramId = parseTelegramId(telegramIdText);
  if (telegramId === null) return usage('telegramId', 'must be a positive whole number');
  const plan = parsePlan(options.plan);
  if (plan === null) return usage('--plan', `must be one of ${PLANS.join(', ')}`);
  const durationMs = parseDuration(options.for);
  if (durationMs === null)
    return usage('--for', 'must be a number of minutes, hours or days, such as 30m, 12h or 7d');
  const actor = 'operator:cli';
  const granted = await deps.withShop((shop) => grantAccess(shop, { actor, telegramId, plan, durationMs }));
  return {
    ok: true,
    data: { telegramId: String(telegramId), plan, endsAt: granted.endsAt.toISOString() },
    lines: [`granted ${plan} to ${telegramId} until ${formatDateTime(granted.endsAt)} UTC`],
  };
}

/** `atlas revoke <telegramId>` */
export async function revokeCommand(deps: CliDeps, telegramIdText: string): Promise<CommandResult> {
  const telegramId = parseTelegramId(telegramIdText);
  if (telegramId === null) return usage('telegramId', 'must be a positive whole number');
  const actor = 'operator:cli';
  const result = await deps.withShop((shop) => revokeAccess(shop, { actor, telegramId }));
  if (result.ok) {
    return {
      ok: true,
      data: { telegramId: String(telegramId) },
      lines: [`revoked the access of ${telegramId}`],
    };
  }
  const text = {
    'customer-unknown': `there is no customer ${telegramId}`,
    'no-access': `${telegramId} has no access`,
  };
  return failed(result.refusal, text[result.refusal]);
}

function parseTelegramId(text: string): bigint | null {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null;
}

function parseDuration(text: string): number | null {
  const match = /^([1-9]\d{0,6})([mhd])$/.exec(text);
  if (!match) return null;
  const durationMs = Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
  return durationMs <= MAX_GRANT_MS ? durationMs : null;
}
