import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { CliDeps } from '../cli/command.ts';
import { runCli } from '../cli/program.ts';
import { createBotApi } from '../lib/bot-api/create-bot-api.ts';
import { Fault } from '../lib/fault.ts';
import { createLogger, type Logger } from '../lib/logger.ts';
import { createNodeApi } from '../nodes/create-node-api.ts';
import { findInstallation } from '../store/installation.ts';
import type { Database } from '../store/postgres/database.ts';
import type { Shop } from '../usecases/shop.ts';
import { type Config, type LiveConfig, parseConfig } from './config.ts';
import { explainFailure, UsageFault } from './exit-codes.ts';
import { installationDir, openPostgres, openSecrets, openShop } from './open-shop.ts';
import { createProviders } from './providers.ts';
import { describeSandbox } from './sandbox-world.ts';

/** The environment, with what `.env` adds to it. */
function readEnvironment(): Record<string, string | undefined> {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env };
  } catch {
    return process.env;
  }
}

function readConfig(): Config {
  const parsed = parseConfig(readEnvironment());
  if (parsed.ok) return parsed.config;
  throw new UsageFault(parsed.faults.map((fault) => `${fault.name} ${fault.message}`));
}

function loggerOf(config: Config): Logger {
  return createLogger({ name: 'atlas', level: config.process.logLevel });
}

/** A command must not act on another bot's shop because of a wrong setting. */
async function refuseForeignDatabase(config: Config, shop: Shop): Promise<void> {
  const { installation } = config;
  const stored = await findInstallation(shop.db);
  if (!stored) return;
  const isOwn =
    installation.kind === 'sandbox' || BigInt(installation.botToken.split(':')[0] ?? 0) === stored.botId;
  if (stored.mode === installation.kind && isOwn) return;
  throw new Fault(
    'other-installation',
    `this database belongs to a ${stored.mode} installation of bot ${stored.botId}`,
    {
      isRetryable: false,
    },
  );
}

/** What is outside: the configured world, or the sandbox's emulators. */
async function liveOf(config: Config): Promise<LiveConfig> {
  const { installation } = config;
  return installation.kind === 'live' ? installation : describeSandbox(installationDir(config));
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

const deps: CliDeps = {
  say,
  terminal() {
    const interrupted = new AbortController();
    // Not once: `atlas` passes on a Ctrl-C that the terminal has sent to both.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());
    const note = (line: string) => void process.stderr.write(`${line}\n`);
    return { note, stdout: process.stdout, interrupted: interrupted.signal };
  },
  readFile: (path) => readFileSync(path, 'utf8'),
  // What only one verb needs is loaded by it: the others answer sooner.
  node: async () => (await import('./node-agent.ts')).runNodeAgent(readEnvironment()),
  async start() {
    const config = readConfig();
    const { runStart } = await import('./start.ts');
    return runStart(config, loggerOf(config), say);
  },
  async migrate() {
    const config = readConfig();
    const logger = loggerOf(config);
    const postgres = await openPostgres(config, logger, true);
    const appUser =
      postgres.url === postgres.ownerUrl ? null : decodeURIComponent(new URL(postgres.url).username);
    const { migrate } = await import('../store/postgres/migrate.ts');
    const { forgetAudit } = await import('../store/postgres/forget-audit.ts');
    try {
      const ran = await migrate(postgres.ownerUrl, appUser, logger);
      await forgetAudit(postgres.ownerUrl, new Date());
      return ran;
    } finally {
      await postgres.stop();
    }
  },
  doctor: async () => (await import('./doctor.ts')).runDoctor(readEnvironment()),
  async withProviders(work) {
    const live = await liveOf(readConfig());
    const botApi = createBotApi({ token: live.botToken, apiRoot: live.apiRoot });
    const providers = createProviders(live, { api: botApi.api, returnUrl: 'https://t.me/' });
    try {
      return await deps.withShop((shop) => work(shop, providers.byName));
    } finally {
      await Promise.all([providers.close(), botApi.close()]);
    }
  },
  async withShop(work) {
    const config = readConfig();
    const logger = createLogger({ name: 'atlas', level: 'warn' });
    const postgres = await openPostgres(config, logger, true);
    const nodeApi = createNodeApi();
    let db: Database | undefined;
    try {
      const opened = await openShop(config, postgres, { logger });
      const { shop } = opened;
      db = opened.db;
      await refuseForeignDatabase(config, shop);
      const openFleet = async () => {
        const installation = await findInstallation(shop.db);
        const fleetId = installation?.fleetId ?? 'unknown';
        return { api: nodeApi, secrets: openSecrets(config), fleetId, workerId: 'operator' };
      };
      return await work(shop, openFleet);
    } finally {
      await db?.close();
      await nodeApi.close();
      await postgres.stop();
    }
  },
};

const outcome = await runCli(process.argv.slice(2), deps, {
  output: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
  explain: explainFailure,
});
process.exit(outcome.exitCode);
