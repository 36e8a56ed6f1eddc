import { randomBytes, randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../lib/fault.ts';
import { type Companion, startCompanion, waitUntilUp } from './child-process.ts';
import type { LiveConfig, ProcessConfig } from './config.ts';
import { keepFile } from './data-files.ts';
import { DEFAULT_SECOND_APPROVAL } from './provider-config.ts';

/** The emulated outside: what the server is to believe, where people chat, and the node to sell. */
export type SandboxWorld = {
  live: LiveConfig;
  chatPageUrl: string;
  node: { url: string; apiKey: string; core: string };
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
};

const factsSchema = z.object({
  botToken: z.string(),
  cryptoToken: z.string(),
  /** Absent from worlds that were made before there were these providers. */
  providerToken: z.string().default('381764678:TEST:sandbox'),
  yookassaSecretKey: z.string().default('test_sandbox_yookassa_secret_key'),
  nodeApiKey: z.string(),
  emulatorPort: z.number(),
  agentPort: z.number(),
  inboundPort: z.number(),
});
type WorldFacts = z.infer<typeof factsSchema>;

/**
 * Starts the emulators and one node agent, each in a process of its own that ends with this one. Their
 * secrets and ports are kept in `dir`, so that keys handed out yesterday work today.
 * `serverPort`: where payment webhooks are to be sent.
 */
export async function startSandboxWorld(
  own: ProcessConfig,
  dir: string,
  serverPort: number,
): Promise<SandboxWorld> {
  const facts = await loadFacts(dir);
  const nodeUrl = `http://127.0.0.1:${facts.agentPort}`;
  const emulatorUrl = `http://127.0.0.1:${facts.emulatorPort}`;
  const agent = startAgent(own, dir, facts);
  await waitUntilUp('node agent', agent, `${nodeUrl}/health`);
  const core = await readCore(nodeUrl, facts.nodeApiKey);
  const emulator = startCompanion('sandbox', {
    SANDBOX_PORT: String(facts.emulatorPort),
    SANDBOX_STATE_DIR: join(dir, 'emulator'),
    SANDBOX_BOT_TOKEN: facts.botToken,
    SANDBOX_CRYPTO_TOKEN: facts.cryptoToken,
    CRYPTOPAY_WEBHOOK_URL: `http://127.0.0.1:${serverPort}/webhooks/cryptobot`,
    SANDBOX_PROVIDER_TOKEN: facts.providerToken,
    SANDBOX_YOOKASSA_SHOP_ID: YOOKASSA_SHOP_ID,
    SANDBOX_YOOKASSA_SECRET_KEY: facts.yookassaSecretKey,
    YOOKASSA_WEBHOOK_URL: `http://127.0.0.1:${serverPort}/webhooks/yookassa`,
    NODE_TARGET_URL: nodeUrl,
    SANDBOX_ADMIN_ID: String(SANDBOX_ADMIN),
    SANDBOX_CORE: JSON.stringify(core),
    DATA_DIR: own.dataDir,
    LOG_LEVEL: own.logLevel,
  });
  await waitUntilUp('emulator', emulator, `${emulatorUrl}/chat/state`);
  return {
    live: describeLive(facts, emulatorUrl, `http://127.0.0.1:${serverPort}`),
    chatPageUrl: `${emulatorUrl}/`,
    node: {
      url: `${emulatorUrl}/node`,
      apiKey: facts.nodeApiKey,
      core: `${core.kind} ${core.version}`.trim(),
    },
    failed: Promise.race([died('emulator', emulator), died('node agent', agent)]),
    async stop() {
      await Promise.all([emulator.stop(), agent.stop()]);
    },
  };
}

function startAgent(own: ProcessConfig, dir: string, facts: WorldFacts): Companion {
  const configPath = join(dir, 'core-base.json');
  writeFileSync(configPath, JSON.stringify(coreBase(facts.inboundPort), null, 2));
  const xrayBin: Record<string, string> = process.env.XRAY_BIN ? { XRAY_BIN: process.env.XRAY_BIN } : {};
  return startCompanion('node-agent', {
    ...xrayBin,
    NODE_API_KEY: facts.nodeApiKey,
    NODE_PORT: String(facts.agentPort),
    NODE_STATE_DIR: join(dir, 'node'),
    NODE_PUBLIC_HOST: '127.0.0.1',
    XRAY_CONFIG_PATH: configPath,
    LOG_LEVEL: own.logLevel,
  });
}

/** Plain VLESS on loopback; the outbound reaches this machine only, whatever is asked of it. */
function coreBase(port: number): object {
  return {
    log: { loglevel: 'warning' },
    inbounds: [
      {
        tag: 'vless-sandbox',
        listen: '127.0.0.1',
        port,
        protocol: 'vless',
        settings: { clients: [], decryption: 'none' },
        streamSettings: { network: 'tcp', security: 'none' },
      },
    ],
    outbounds: [
      {
        tag: 'loopback-only',
        protocol: 'freedom',
        settings: { finalRules: [{ action: 'allow', network: 'tcp', ip: ['127.0.0.1'], port: '1-65535' }] },
      },
    ],
  };
}

const stateSchema = z.object({
  core: z.object({ kind: z.enum(['xray', 'v2ray', 'simulated']), version: z.string() }),
});

async function readCore(nodeUrl: string, apiKey: string): Promise<z.infer<typeof stateSchema>['core']> {
  const answer = await fetch(`${nodeUrl}/v1/state`, { headers: { 'x-api-key': apiKey } });
  return stateSchema.parse(await answer.json()).core;
}

/** Who runs the shop; the chat page keeps a pane for them. */
const SANDBOX_ADMIN = 7_000_000_001n;
/** YooKassa's shop of the sandbox. */
const YOOKASSA_SHOP_ID = '800001';

/** The emulated outside of a sandbox, as a command sees it; it answers while the sandbox runs. */
export async function describeSandbox(dir: string): Promise<LiveConfig> {
  const facts = await loadFacts(dir);
  return describeLive(facts, `http://127.0.0.1:${facts.emulatorPort}`, null);
}

function describeLive(facts: WorldFacts, emulatorUrl: string, publicBaseUrl: string | null): LiveConfig {
  return {
    kind: 'live',
    botToken: facts.botToken,
    apiRoot: emulatorUrl,
    adminTelegramIds: [SANDBOX_ADMIN],
    publicBaseUrl,
    telegram: { mode: 'polling', pollTimeoutSeconds: 30 },
    database: { kind: 'embedded' },
    cryptoPay: { token: facts.cryptoToken, apiUrl: `${emulatorUrl}/cryptopay/api`, assets: 'USDT,TON,BTC' },
    telegramCard: { providerToken: facts.providerToken },
    stars: { kopecksPerStar: 120 },
    yooKassa: {
      shopId: YOOKASSA_SHOP_ID,
      secretKey: facts.yookassaSecretKey,
      apiUrl: `${emulatorUrl}/yookassa/v3`,
      receipt: null,
    },
    withdrawalSecondApprovalKopecks: DEFAULT_SECOND_APPROVAL,
    secretKeys: null,
  };
}

async function died(name: string, companion: Companion): Promise<Error> {
  await companion.exited;
  return new Fault('companion-failed', `the ${name} ended`, { isRetryable: true });
}

async function loadFacts(dir: string): Promise<WorldFacts> {
  const ports = await findFreePorts(3);
  const [emulatorPort = 0, agentPort = 0, inboundPort = 0] = ports;
  const text = keepFile(dir, 'world.json', () =>
    JSON.stringify({
      botToken: `7000000001:AA${randomBytes(24).toString('base64url')}`,
      cryptoToken: `70001:AA${randomBytes(24).toString('base64url')}`,
      providerToken: `${randomInt(1e8, 1e9)}:TEST:${randomInt(1e5, 1e6)}`,
      yookassaSecretKey: `test_${randomBytes(24).toString('base64url')}`,
      nodeApiKey: randomBytes(24).toString('base64url'),
      emulatorPort,
      agentPort,
      inboundPort,
    }),
  );
  return factsSchema.parse(JSON.parse(text));
}

async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
