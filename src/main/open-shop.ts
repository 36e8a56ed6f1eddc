import { join } from 'node:path';
import { systemClock } from '../lib/clock.ts';
import { startEmbeddedPostgres } from '../lib/embedded-postgres/embedded-postgres.ts';
import { readRunningEmbedded } from '../lib/embedded-postgres/runtime-file.ts';
import { randomIds } from '../lib/ids.ts';
import type { Logger } from '../lib/logger.ts';
import { createSecretBox, type SecretBox } from '../lib/secrets/secret-box.ts';
import { type Database, openDatabase } from '../store/postgres/database.ts';
import { migrate } from '../store/postgres/migrate.ts';
import type { Shop } from '../usecases/shop.ts';
import type { Config } from './config.ts';
import { keepSecretKeys } from './data-files.ts';

/** Where the database is, and how to give it back. */
export type Postgres = {
  url: string;
  ownerUrl: string;
  /** Resolves when an embedded server is gone for good; never for one that is not ours. */
  readonly gone: Promise<Error>;
  stop(): Promise<void>;
};

const NEVER = new Promise<Error>(() => undefined);

/** The directory of this installation's own data. */
export function installationDir(config: Config): string {
  return join(config.process.dataDir, config.installation.kind);
}

/**
 * The configured server, or an embedded one started for this process. `canShare`: an operator's command may
 * use the one that a running server has started.
 */
export async function openPostgres(config: Config, logger: Logger, canShare: boolean): Promise<Postgres> {
  const { installation } = config;
  if (installation.kind === 'live' && installation.database.kind === 'server') {
    const { url, adminUrl } = installation.database;
    return { url, ownerUrl: adminUrl ?? url, gone: NEVER, stop: async () => undefined };
  }
  const dir = installationDir(config);
  const running = canShare ? readRunningEmbedded(dir) : null;
  if (running !== null) return { url: running, ownerUrl: running, gone: NEVER, stop: async () => undefined };
  const embedded = await startEmbeddedPostgres({ dir, durability: 'durable', logger });
  return {
    url: embedded.ownerUrl,
    ownerUrl: embedded.ownerUrl,
    gone: new Promise((resolve) => embedded.events.once('gone', resolve)),
    stop: () => embedded.stop(),
  };
}

export type OpenedShop = { shop: Shop; db: Database; migrations: string[] };

/** Migrates with the owner's role, then opens the pool that acts as the application's. */
export async function openShop(
  config: Config,
  postgres: Postgres,
  parts: { logger: Logger; onStatement?: (durationMs: number) => void },
): Promise<OpenedShop> {
  const { logger, ...told } = parts;
  const appUser =
    postgres.url === postgres.ownerUrl ? null : decodeURIComponent(new URL(postgres.url).username);
  const migrations = await migrate(postgres.ownerUrl, appUser, logger);
  const db = openDatabase({ url: postgres.url, ...config.process.pool, ...told }, logger);
  const { features } = config.process;
  return { shop: { db, clock: systemClock, ids: randomIds, features }, db, migrations };
}

export function openSecrets(config: Config): SecretBox {
  return createSecretBox(secretKeysOf(config));
}

/** SECRETS_KEY, or what was generated in its place. */
export function secretKeysOf(config: Config): Buffer[] {
  const { installation } = config;
  const configured = installation.kind === 'live' ? installation.secretKeys : null;
  return configured ?? keepSecretKeys(installationDir(config));
}
