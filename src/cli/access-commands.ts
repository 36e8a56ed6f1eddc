import { PLANS, parsePlan } from '../domain/plans.ts';
import { formatDateTime } from '../locales/format-values.ts';
import { grantAccess } from '../usecases/access/grant-access.ts';
import { reissueCredentialOf } from '../usecases/access/reissue-credential.ts';
import { revokeAccess } from '../usecases/access/revoke-access.ts';
import { CLI_ACTOR, DURATION, parseDuration, parseTelegramId, TELEGRAM_ID } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage } from './command.ts';

/** `atlas grant <telegramId> --plan <plan> --for <N>(m|h|d)` */
export async function grantCommand(
  deps: CliDeps,
  telegramIdText: string,
  options: { plan: string; for: string },
): Promise<CommandResult> {
  const telegramId = parseTelegramId(telegramIdText);
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  const plan = parsePlan(options.plan);
  if (plan === null) return usage('--plan', `must be one of ${PLANS.join(', ')}`);
  const durationMs = parseDuration(options.for);
  if (durationMs === null) return usage('--for', DURATION);
  const actor = CLI_ACTOR;
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
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  const actor = CLI_ACTOR;
  const result = await deps.withShop((shop) => revokeAccess(shop, { actor, telegramId }));
  if (result.ok) {
    return {
      ok: true,
      data: { telegramId: String(telegramId) },
      lines: [`revoked the access of ${telegramId}`],
    };
  }
  return failed(result.refusal, REFUSALS[result.refusal](telegramId));
}

/** `atlas reissue <telegramId>` */
export async function reissueCommand(deps: CliDeps, telegramIdText: string): Promise<CommandResult> {
  const telegramId = parseTelegramId(telegramIdText);
  if (telegramId === null) return usage('telegramId', TELEGRAM_ID);
  const actor = CLI_ACTOR;
  const result = await deps.withShop((shop) => reissueCredentialOf(shop, { actor, telegramId }));
  if (!result.ok) return failed(result.refusal, REFUSALS[result.refusal](telegramId));
  return {
    ok: true,
    data: { telegramId: String(telegramId) },
    lines: [`${telegramId} gets a new key; the old one ends once every node has the new one`],
  };
}

const REFUSALS = {
  'customer-unknown': (telegramId: bigint) => `there is no customer ${telegramId}`,
  'no-access': (telegramId: bigint) => `${telegramId} has no access`,
  'too-often': (telegramId: bigint) => `${telegramId} got three new keys in a day`,
};
