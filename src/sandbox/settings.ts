import { resolve } from 'node:path';
import { coreSchema } from './chat/test-controls.ts';
import type { ChatState } from './contract/chat.ts';
import { type ChatLimits, DEFAULT_CHAT_LIMITS } from './telegram/send-limits.ts';
import { isLoopbackName } from './transport/guard.ts';

/** Everything the sandbox is told at start. */
export type SandboxSettings = {
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Undefined = state lives in memory and dies with the process. */
  stateDir: string | undefined;
  /** Where the bundled chat page is kept. */
  webDir: string;
  botToken: string;
  botUsername: string;
  /** Stands for the acquirer of bank cards. */
  providerToken: string;
  cryptoToken: string;
  cryptoWebhookUrl: string | undefined;
  yookassaShopId: string;
  yookassaSecretKey: string;
  yookassaWebhookUrl: string | undefined;
  nodeTargetUrl: string | undefined;
  /** Who runs the shop: the chat page keeps a pane for them. Undefined = nobody. */
  adminId: number | undefined;
  core: ChatState['core'];
  chatLimits: ChatLimits;
  openChats: boolean;
  logLevel: string;
};

type Environment = Record<string, string | undefined>;

/** Stand-ins with the shape of real secrets; they open nothing. */
export const DEFAULT_BOT_TOKEN = '6000000001:AAsandbox_bot_token_of_the_emulator';
export const DEFAULT_PROVIDER_TOKEN = '381764678:TEST:sandbox';
export const DEFAULT_CRYPTO_TOKEN = '70001:AAsandbox_crypto_pay_token';
export const DEFAULT_YOOKASSA_SHOP_ID = '800001';
export const DEFAULT_YOOKASSA_SECRET_KEY = 'test_sandbox_yookassa_secret_key';
const DEFAULT_USERNAME = 'atlas_secure_sandbox_bot';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the environment once. Names: SANDBOX_HOST (127.0.0.1), SANDBOX_PORT (0), SANDBOX_STATE_DIR
 * (DATA_DIR/sandbox), SANDBOX_STATE (`disk`, or `memory` for benches), SANDBOX_BOT_TOKEN, SANDBOX_BOT_USERNAME,
 * SANDBOX_PROVIDER_TOKEN, SANDBOX_CRYPTO_TOKEN, CRYPTOPAY_WEBHOOK_URL, SANDBOX_YOOKASSA_SHOP_ID, SANDBOX_YOOKASSA_SECRET_KEY,
 * YOOKASSA_WEBHOOK_URL, NODE_TARGET_URL, SANDBOX_ADMIN_ID, SANDBOX_CORE (JSON of ChatState.core),
 * SANDBOX_CHAT_BURST and SANDBOX_CHAT_PER_SECOND (429 limits), SANDBOX_OPEN_CHATS (`1`: every chat id exists),
 * DATA_DIR (./.data), LOG_LEVEL (info).
 *
 * Returns every fault at once, each starting with the name of its variable, never with its value.
 */
export function readSandboxSettings(
  environment: Environment,
): { settings: SandboxSettings } | { faults: string[] } {
  const faults: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (value: string) => T | undefined): T => {
    const value = environment[name];
    if (value === undefined || value === '') return fallback;
    const parsed = parse(value);
    if (parsed === undefined) faults.push(`${name} ${EXPECTED[name] ?? 'is invalid'}`);
    return parsed ?? fallback;
  };
  const dataDir = resolve(environment.DATA_DIR || './.data');
  const text = (value: string): string => value;
  const isInMemory = read('SANDBOX_STATE', 'disk', oneOf(['disk', 'memory'])) === 'memory';
  const stateDir = resolve(read('SANDBOX_STATE_DIR', `${dataDir}/sandbox`, text));
  const settings: SandboxSettings = {
    host: read('SANDBOX_HOST', '127.0.0.1', (value) => (isLoopbackName(value) ? value : undefined)),
    port: read('SANDBOX_PORT', 0, wholeNumber(0, 65_535)),
    stateDir: isInMemory ? undefined : stateDir,
    webDir: `${dataDir}/web`,
    botToken: read('SANDBOX_BOT_TOKEN', DEFAULT_BOT_TOKEN, matching(/^\d{1,15}:[\w-]{8,}$/)),
    botUsername: read('SANDBOX_BOT_USERNAME', DEFAULT_USERNAME, matching(/^\w{4,29}bot$/i)),
    providerToken: read(
      'SANDBOX_PROVIDER_TOKEN',
      DEFAULT_PROVIDER_TOKEN,
      matching(/^\d{1,15}:(TEST|LIVE):\S+$/),
    ),
    cryptoToken: read('SANDBOX_CRYPTO_TOKEN', DEFAULT_CRYPTO_TOKEN, matching(/^\d+:\S+$/)),
    cryptoWebhookUrl: read<string | undefined>('CRYPTOPAY_WEBHOOK_URL', undefined, loopbackUrl),
    yookassaShopId: read('SANDBOX_YOOKASSA_SHOP_ID', DEFAULT_YOOKASSA_SHOP_ID, matching(/^\d{1,15}$/)),
    yookassaSecretKey: read('SANDBOX_YOOKASSA_SECRET_KEY', DEFAULT_YOOKASSA_SECRET_KEY, matching(/^\S{8,}$/)),
    yookassaWebhookUrl: read<string | undefined>('YOOKASSA_WEBHOOK_URL', undefined, loopbackUrl),
    nodeTargetUrl: read<string | undefined>('NODE_TARGET_URL', undefined, loopbackUrl),
    adminId: read<number | undefined>('SANDBOX_ADMIN_ID', undefined, wholeNumber(1, 9_999_999_999)),
    core: read('SANDBOX_CORE', { kind: 'simulated', version: '' }, parseCore),
    chatLimits: {
      burst: read('SANDBOX_CHAT_BURST', DEFAULT_CHAT_LIMITS.burst, wholeNumber(1, 1_000_000_000)),
      perSecond: read('SANDBOX_CHAT_PER_SECOND', DEFAULT_CHAT_LIMITS.perSecond, wholeNumber(1, 1_000_000)),
    },
    openChats: read('SANDBOX_OPEN_CHATS', '0', oneOf(['0', '1'])) === '1',
    logLevel: read('LOG_LEVEL', 'info', oneOf(LOG_LEVELS)),
  };
  return faults.length > 0 ? { faults } : { settings };
}

const EXPECTED: Record<string, string> = {
  SANDBOX_HOST: 'must be a loopback name or address',
  SANDBOX_PORT: 'must be a whole number from 0 to 65535',
  SANDBOX_STATE: 'must be disk or memory',
  SANDBOX_BOT_TOKEN: 'must look like <bot id>:<secret>',
  SANDBOX_BOT_USERNAME: 'must be a bot username, ending in bot',
  SANDBOX_PROVIDER_TOKEN: 'must look like <number>:TEST:<number>',
  SANDBOX_CRYPTO_TOKEN: 'must look like <app id>:<secret>',
  CRYPTOPAY_WEBHOOK_URL: 'must be an http address on loopback',
  SANDBOX_YOOKASSA_SHOP_ID: 'must be a whole number',
  SANDBOX_YOOKASSA_SECRET_KEY: 'must have at least 8 characters and no spaces',
  YOOKASSA_WEBHOOK_URL: 'must be an http address on loopback',
  NODE_TARGET_URL: 'must be an http address on loopback',
  SANDBOX_ADMIN_ID: 'must be a Telegram id',
  SANDBOX_CORE: 'must be JSON like {"kind":"xray","version":"26.7.28"}',
  SANDBOX_CHAT_BURST: 'must be a whole number from 1',
  SANDBOX_CHAT_PER_SECOND: 'must be a whole number from 1',
  SANDBOX_OPEN_CHATS: 'must be 0 or 1',
  LOG_LEVEL: `must be one of ${LOG_LEVELS.join(', ')}`,
};

function oneOf(allowed: string[]): (value: string) => string | undefined {
  return (value) => (allowed.includes(value) ? value : undefined);
}

function matching(pattern: RegExp): (value: string) => string | undefined {
  return (value) => (pattern.test(value) ? value : undefined);
}

function wholeNumber(least: number, most: number): (value: string) => number | undefined {
  return (value) => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
}

function loopbackUrl(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const { protocol, hostname } = new URL(value);
  return protocol === 'http:' && isLoopbackName(hostname) ? value : undefined;
}

function parseCore(value: string): ChatState['core'] | undefined {
  try {
    return coreSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
