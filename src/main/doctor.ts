import type { DoctorLine } from '../cli/command.ts';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { createBotApi } from '../lib/bot-api/create-bot-api.ts';
import { describeError } from '../lib/fault.ts';
import { createLogger } from '../lib/logger.ts';
import { viewNodes } from '../usecases/nodes/list-nodes.ts';
import { type Config, type LiveConfig, parseConfig } from './config.ts';
import { openPostgres, openShop } from './open-shop.ts';

/** Looks at everything a start would need, one line each. Changes nothing but the schema's version. */
export async function runDoctor(env: Record<string, string | undefined>): Promise<DoctorLine[]> {
  const parsed = parseConfig(env);
  if (!parsed.ok) {
    return parsed.faults.map(({ name, message }) => ({
      name: 'configuration',
      status: 'failed',
      detail: `${name} ${message}`,
    }));
  }
  const { config } = parsed;
  const { installation } = config;
  const lines: DoctorLine[] = [{ name: 'configuration', status: 'ok', detail: installation.kind }];
  lines.push(...(await checkDatabase(config)));
  if (installation.kind === 'live')
    lines.push(await checkTelegram(installation), checkProviders(installation));
  return lines;
}

async function checkDatabase(config: Config): Promise<DoctorLine[]> {
  const logger = createLogger({ name: 'doctor', level: 'silent' });
  try {
    const postgres = await openPostgres(config, logger, true);
    const { shop, db } = await openShop(config, postgres, { logger });
    const nodes = await viewNodes(shop);
    await db.close();
    await postgres.stop();
    const isShared = postgres.url === postgres.ownerUrl && config.installation.kind === 'live';
    const database: DoctorLine = isShared
      ? {
          name: 'database',
          status: 'warning',
          detail: 'answers; DATABASE_ADMIN_URL would separate the owner',
        }
      : { name: 'database', status: 'ok', detail: 'answers, schema up to date' };
    return [database, ...describeNodes(nodes)];
  } catch (error) {
    return [{ name: 'database', status: 'failed', detail: describeError(error) }];
  }
}

function describeNodes(nodes: Awaited<ReturnType<typeof viewNodes>>): DoctorLine[] {
  if (nodes.length === 0) return [{ name: 'nodes', status: 'warning', detail: 'none yet: atlas node add' }];
  return nodes.map((node) => ({
    name: `node ${node.name}`,
    status: node.isHealthy ? 'ok' : 'warning',
    detail: node.isHealthy ? (node.core ?? '') : 'its last check failed, or it was never checked',
  }));
}

async function checkTelegram(live: LiveConfig): Promise<DoctorLine> {
  const botApi = createBotApi({ token: live.botToken, apiRoot: live.apiRoot });
  try {
    const me = await botApi.api.getMe();
    return { name: 'telegram', status: 'ok', detail: `@${me.username}, ${live.telegram.mode}` };
  } catch (error) {
    const isToken = classifyBotApiError(error)?.kind === 'unauthorized';
    const detail = isToken ? 'Telegram does not know this BOT_TOKEN' : describeError(error);
    return { name: 'telegram', status: 'failed', detail };
  } finally {
    await botApi.close();
  }
}

function checkProviders(live: LiveConfig): DoctorLine {
  return live.cryptoPay
    ? { name: 'providers', status: 'ok', detail: 'Crypto Pay' }
    : {
        name: 'providers',
        status: 'warning',
        detail: 'none configured: customers can pay from the wallet only',
      };
}
