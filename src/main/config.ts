import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { FeatureDefaults } from '../domain/operations/features.ts';
import { createEnvReader, type Env, type EnvFault, type EnvReader, isLoopback } from '../lib/env-reader.ts';
import { isFailpointMisnamed } from '../lib/failpoint.ts';
import { parseSecretKeys } from '../lib/secrets/secret-box.ts';
import { type ProviderConfig, readProviders } from './provider-config.ts';

/** How Telegram's updates reach us: half-set modes cannot be expressed. */
export type TelegramConfig =
  | { mode: 'polling'; pollTimeoutSeconds: number }
  | { mode: 'webhook'; url: string; secret: string };

export type DatabaseConfig =
  | { kind: 'embedded' }
  /** `adminUrl` null: `url` belongs to the owner and serves both. */
  | { kind: 'server'; url: string; adminUrl: string | null };

export type LiveConfig = ProviderConfig & {
  kind: 'live';
  botToken: string;
  apiRoot: string;
  adminTelegramIds: bigint[];
  /** Where customers reach this server; null: they cannot, and get no subscription links. */
  publicBaseUrl: string | null;
  telegram: TelegramConfig;
  database: DatabaseConfig;
  /** Null: to be generated into DATA_DIR, which only an embedded database allows. */
  secretKeys: Buffer[] | null;
};

/** Nothing is configured: everything outside is emulated on this machine. */
export type SandboxConfig = { kind: 'sandbox' };

export type ProcessConfig = {
  dataDir: string;
  host: string;
  port: number;
  logLevel: string;
  metricsToken: string | null;
  /** Where traces are sent; null: none are kept. */
  otlpEndpoint: string | null;
  /** Addresses and CIDRs whose word about a peer's address is believed; empty: the peer's own. */
  trustedProxies: string[];
  maxConcurrentUpdates: number;
  pool: { minSize: number; maxSize: number; acquireTimeoutMs: number; commandTimeoutMs: number };
  telegramLivenessTimeoutMs: number;
  /** What is switched on, unless the owner has decided otherwise. */
  features: FeatureDefaults;
  lifeCycle: {
    renewalMs: number;
    activationMs: number;
    cleanupMs: number;
    /** So long before its end an entitlement is renewed from the wallet. */
    renewalWindowMs: number;
    maxActivationAttempts: number;
  };
};

export type Config = { process: ProcessConfig; installation: LiveConfig | SandboxConfig };

export type ParsedConfig = { ok: true; config: Config } | { ok: false; faults: EnvFault[] };

/** Read with the prefix of APP_ENV. Source: contract.md, groups core and providers. */
const PREFIXED = [
  'BOT_TOKEN',
  'ADMIN_TELEGRAM_ID',
  'DATABASE_URL',
  'PUBLIC_BASE_URL',
  'WEBHOOK_SECRET',
  'DATABASE_ADMIN_URL',
  'SECRETS_KEY',
  'TG_PROVIDER_TOKEN',
  'STARS_ENABLED',
  'CRYPTOBOT_TOKEN',
  'CRYPTOBOT_API_URL',
  'CRYPTOBOT_ASSETS',
  'YOOKASSA_SHOP_ID',
  'YOOKASSA_SECRET_KEY',
  'YOOKASSA_API_URL',
  'YOOKASSA_RECEIPT_EMAIL',
] as const;

/** A bare one of these beside APP_ENV would be the wrong environment's. */
const NEVER_BARE = ['BOT_TOKEN', 'DATABASE_URL', 'ADMIN_TELEGRAM_ID', 'TG_PROVIDER_TOKEN'];

/** Any of these says that this is no sandbox. Source: decisions.md §1. */
const LIVE_SIGNS = [
  'DATABASE_URL',
  'PUBLIC_BASE_URL',
  'TG_PROVIDER_TOKEN',
  'CRYPTOBOT_TOKEN',
  'YOOKASSA_SHOP_ID',
  'YOOKASSA_SECRET_KEY',
] as const;

const APP_ENVS = ['prod', 'stage', 'local'];
const TOKEN = /^\d{3,20}:[A-Za-z0-9_-]{3,}$/;

/** Reads the whole configuration once. Every fault in it is returned, by name; values of secrets never. */
export function parseConfig(env: Env): ParsedConfig {
  const appEnv = env.APP_ENV?.trim() || null;
  const prefix = appEnv === null ? '' : `${appEnv.toUpperCase()}_`;
  const reader = createEnvReader(env, prefix, new Set(PREFIXED));
  if (appEnv !== null) checkIsolation(reader, env, appEnv);
  const processConfig = readProcess(reader);
  const installation = readInstallation(reader, processConfig, appEnv);
  checkFailpoint(reader, env, { installation, appEnv });
  if (reader.faults.length > 0) return { ok: false, faults: reader.faults };
  return { ok: true, config: { process: processConfig, installation } };
}

function checkIsolation(reader: EnvReader, env: Env, appEnv: string): void {
  if (!APP_ENVS.includes(appEnv)) reader.fault('APP_ENV', `must be one of ${APP_ENVS.join(', ')}`);
  for (const name of NEVER_BARE) {
    if (!env[name]) continue;
    reader.faults.push({
      name,
      message: `must not be set without a prefix when APP_ENV=${appEnv}: use ${reader.nameOf(name)}`,
    });
  }
}

function readProcess(reader: EnvReader): ProcessConfig {
  const minSize = reader.integer('DB_POOL_MIN_SIZE', { fallback: 2, min: 0, max: 100 });
  const maxSize = reader.integer('DB_POOL_MAX_SIZE', { fallback: 20, min: 4, max: 200 });
  if (minSize > maxSize) reader.fault('DB_POOL_MIN_SIZE', 'must not be above DB_POOL_MAX_SIZE');
  const seconds = (name: string, fallback: number) =>
    reader.integer(name, { fallback, min: 1, max: 3600 }) * 1000;
  return {
    dataDir: resolve(reader.text('DATA_DIR') ?? './.data'),
    host: reader.text('HOST') ?? '127.0.0.1',
    port: reader.integer('PORT', { fallback: 8080, min: 0, max: 65535 }),
    logLevel: reader.choice(
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'info',
    ),
    metricsToken: reader.text('METRICS_TOKEN') ?? null,
    otlpEndpoint: reader.webAddress('OTEL_EXPORTER_OTLP_ENDPOINT') ?? null,
    trustedProxies: readTrustedProxies(reader),
    maxConcurrentUpdates: reader.integer('MAX_CONCURRENT_UPDATES', { fallback: 20, min: 1, max: 500 }),
    pool: {
      minSize,
      maxSize,
      acquireTimeoutMs: seconds('DB_POOL_ACQUIRE_TIMEOUT', 10),
      commandTimeoutMs: seconds('DB_POOL_COMMAND_TIMEOUT', 30),
    },
    telegramLivenessTimeoutMs: seconds('TELEGRAM_LIVENESS_TIMEOUT', 180),
    features: readFeatures(reader),
    lifeCycle: readLifeCycle(reader),
  };
}

/** Source: product.md §7.1. */
function readFeatures(reader: EnvReader): FeatureDefaults {
  return {
    payments: reader.flag('FEATURE_PAYMENTS_ENABLED', true),
    'vpn-provisioning': reader.flag('FEATURE_VPN_PROVISIONING_ENABLED', true),
    'auto-renewal': reader.flag('FEATURE_AUTO_RENEWAL_ENABLED', true),
    'background-workers': reader.flag('FEATURE_BACKGROUND_WORKERS_ENABLED', true),
    'admin-actions': reader.flag('FEATURE_ADMIN_ACTIONS_ENABLED', true),
  };
}

/** Source of the bounds: product.md §5, §7.8. */
function readLifeCycle(reader: EnvReader): ProcessConfig['lifeCycle'] {
  const ms = (name: string, bounds: { fallback: number; min: number; max: number }) =>
    reader.integer(name, bounds) * 1000;
  return {
    renewalMs: ms('AUTO_RENEWAL_INTERVAL_SECONDS', { fallback: 600, min: 300, max: 900 }),
    activationMs: ms('ACTIVATION_INTERVAL_SECONDS', { fallback: 300, min: 60, max: 1800 }),
    cleanupMs: ms('CLEANUP_INTERVAL_SECONDS', { fallback: 60, min: 60, max: 300 }),
    renewalWindowMs: reader.integer('RENEWAL_WINDOW_HOURS', { fallback: 6, min: 1, max: 72 }) * 3_600_000,
    maxActivationAttempts: reader.integer('MAX_ACTIVATION_ATTEMPTS', { fallback: 5, min: 1, max: 20 }),
  };
}

function readTrustedProxies(reader: EnvReader): string[] {
  const parts = (reader.text('TRUSTED_PROXIES') ?? '').split(',').map((part) => part.trim());
  const ranges = parts.filter((part) => part !== '');
  if (ranges.every(isAddressRange)) return ranges;
  reader.fault('TRUSTED_PROXIES', 'must be addresses or CIDRs, comma separated, such as 10.0.0.0/8');
  return [];
}

function isAddressRange(range: string): boolean {
  const [address = '', bits, ...rest] = range.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function readInstallation(
  reader: EnvReader,
  own: ProcessConfig,
  appEnv: string | null,
): LiveConfig | SandboxConfig {
  const signs = LIVE_SIGNS.filter((name) => reader.text(name) !== undefined);
  if (reader.text('BOT_TOKEN') !== undefined || signs.length > 0 || appEnv !== null) {
    return readLive(reader, signs.map(reader.nameOf));
  }
  if (!isLoopback(own.host)) {
    reader.fault('HOST', 'must be a loopback address in the sandbox (set BOT_TOKEN for the real thing)');
  }
  return { kind: 'sandbox' };
}

function readLive(reader: EnvReader, signs: string[]): LiveConfig {
  const because = signs.length > 0 ? ` (${signs.join(', ')} is set, so this is not the sandbox)` : '';
  const botToken = reader.required('BOT_TOKEN', `the token from @BotFather${because}`);
  if (botToken !== '' && !TOKEN.test(botToken)) reader.fault('BOT_TOKEN', 'is not a bot token');
  return {
    kind: 'live',
    botToken,
    apiRoot: reader.webAddress('TELEGRAM_API_ROOT') ?? 'https://api.telegram.org',
    adminTelegramIds: readAdmins(reader),
    publicBaseUrl: reader.webAddress('PUBLIC_BASE_URL') ?? null,
    telegram: readTelegram(reader),
    database: readDatabase(reader),
    ...readProviders(reader),
    secretKeys: readSecretKeys(reader),
  };
}

function readAdmins(reader: EnvReader): bigint[] {
  const text = reader.required('ADMIN_TELEGRAM_ID', 'Telegram ids of the admins, comma separated');
  const parts = text.split(',').map((part) => part.trim());
  if (text !== '' && !parts.every((part) => /^\d{1,19}$/.test(part))) {
    reader.fault('ADMIN_TELEGRAM_ID', 'must be numbers, comma separated');
    return [];
  }
  return text === '' ? [] : parts.map(BigInt);
}

function readTelegram(reader: EnvReader): TelegramConfig {
  const baseUrl = reader.webAddress('PUBLIC_BASE_URL');
  const fallback = baseUrl?.startsWith('https:') ? 'webhook' : 'polling';
  const pollTimeoutSeconds = reader.integer('POLLING_REQUEST_TIMEOUT', { fallback: 30, min: 1, max: 50 });
  if (reader.choice('TELEGRAM_MODE', ['polling', 'webhook'], fallback) === 'polling') {
    return { mode: 'polling', pollTimeoutSeconds };
  }
  const secret = reader.required('WEBHOOK_SECRET', 'TELEGRAM_MODE is webhook');
  if (secret !== '' && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    reader.fault('WEBHOOK_SECRET', 'must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -');
  }
  if (baseUrl === undefined && reader.text('PUBLIC_BASE_URL') === undefined) {
    reader.fault('PUBLIC_BASE_URL', 'is required: TELEGRAM_MODE is webhook');
  }
  return { mode: 'webhook', url: `${baseUrl ?? ''}/telegram/webhook`, secret };
}

function readDatabase(reader: EnvReader): DatabaseConfig {
  const url = readDatabaseUrl(reader, 'DATABASE_URL');
  const adminUrl = readDatabaseUrl(reader, 'DATABASE_ADMIN_URL');
  if (url !== null) return { kind: 'server', url, adminUrl };
  if (adminUrl !== null) reader.fault('DATABASE_ADMIN_URL', 'needs DATABASE_URL beside it');
  return { kind: 'embedded' };
}

function readDatabaseUrl(reader: EnvReader, name: string): string | null {
  const value = reader.text(name);
  if (value === undefined) return null;
  if (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)) return value;
  reader.fault(name, 'must be a postgresql:// address');
  return null;
}

function readSecretKeys(reader: EnvReader): Buffer[] | null {
  const text = reader.text('SECRETS_KEY');
  if (text === undefined) {
    if (reader.text('DATABASE_URL') !== undefined) {
      reader.fault(
        'SECRETS_KEY',
        'is required with DATABASE_URL: 32 random bytes in base64 (openssl rand -base64 32)',
      );
    }
    return null;
  }
  const keys = parseSecretKeys(text);
  if (keys === null) reader.fault('SECRETS_KEY', 'must be 32 bytes in base64, or several, comma separated');
  return keys;
}

function checkFailpoint(
  reader: EnvReader,
  env: Env,
  where: { installation: LiveConfig | SandboxConfig; appEnv: string | null },
): void {
  if (!env.ATLAS_FAILPOINT) return;
  if (isFailpointMisnamed()) reader.fault('ATLAS_FAILPOINT', 'must be <name>[:n] with a known name');
  const { installation, appEnv } = where;
  const isFarAway = installation.kind === 'live' && !isLoopback(new URL(installation.apiRoot).hostname);
  if (appEnv === 'prod' || isFarAway) {
    reader.fault('ATLAS_FAILPOINT', 'kills this process on purpose; it is for tests against loopback only');
  }
}
