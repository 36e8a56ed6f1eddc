/** A shop in a test: a database of its own, the emulated outside, server processes, and perhaps a node. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createLogger } from '../../src/lib/logger.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { DEFAULT_BOT_TOKEN, DEFAULT_CRYPTO_TOKEN } from '../../src/sandbox/settings.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { apiKey, TestNode } from '../node/agent-process.ts';
import { createSandboxClient, type SandboxClient } from '../sandbox/sandbox-client.ts';
import { endChild, findCore, freePort } from './core.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import { createRealityNode } from './reality-node.ts';

const OPERATOR = join(import.meta.dirname, '../../src/main/operator.ts');
const START_DEADLINE_MS = 120_000;

/** A database with the present schema. */
export function createShopDatabase(): Promise<TestDatabase> {
  const logger = createLogger({ name: 'test', level: 'silent' });
  return createTestDatabase({ migrate: async (url) => void (await migrate(url, null, logger)) });
}

export type CliAnswer = { code: number; stdout: string; stderr: string };

/** One server process of a test. */
export type ServerProcess = {
  child: ChildProcess;
  url: string;
  readonly log: string;
  /** Resolves with the exit code (null when a signal ended it). */
  readonly ended: Promise<number | null>;
  kill(signal?: NodeJS.Signals): Promise<void>;
};

export type WorldOptions = {
  sandbox?: SandboxOptions;
  /**
   * `real` (plain TCP) and `reality` need a core (see needsCore); `simulated` carries plain VLESS traffic
   * too; default none.
   */
  node?: 'real' | 'reality' | 'simulated';
};

export class World {
  readonly database: TestDatabase;
  readonly sandbox: Sandbox;
  readonly client: SandboxClient;
  readonly dir = mkdtempSync(join(tmpdir(), 'atlas-world-'));
  /** The first server's port; Crypto Pay sends its notices there. */
  readonly port: number;
  node: TestNode | null = null;
  vlessPort = 0;
  readonly servers: ServerProcess[] = [];
  #closeTarget: () => void = () => undefined;
  readonly #secretsKey = randomBytes(32).toString('base64');

  private constructor(parts: { database: TestDatabase; sandbox: Sandbox; port: number }) {
    this.database = parts.database;
    this.sandbox = parts.sandbox;
    this.port = parts.port;
    this.client = createSandboxClient(parts.sandbox.port);
  }

  static async open(options: WorldOptions = {}): Promise<World> {
    const port = await freePort();
    const [database, sandbox] = await Promise.all([
      createShopDatabase(),
      startSandbox({ cryptoWebhookUrl: `http://127.0.0.1:${port}/webhooks/cryptobot`, ...options.sandbox }),
    ]);
    const world = new World({ database, sandbox, port });
    try {
      if (options.node) await world.#startNode(options.node);
      return world;
    } catch (error) {
      await world[Symbol.asyncDispose]();
      throw error;
    }
  }

  async #startNode(kind: 'real' | 'reality' | 'simulated'): Promise<void> {
    if (kind === 'reality') {
      const { node, port, close } = await createRealityNode();
      this.node = node;
      this.vlessPort = port;
      this.#closeTarget = close;
      return;
    }
    const core = kind === 'real' ? { XRAY_BIN: findCore() ?? '' } : { NODE_CORE: 'simulated' };
    const { node, vlessPort } = await TestNode.plain(core);
    this.node = node;
    this.vlessPort = vlessPort;
    await node.start();
  }

  /** The settings of a live server against the emulators; `env` changes or adds some. */
  env(env: Record<string, string> = {}): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      ...(process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {}),
      BOT_TOKEN: DEFAULT_BOT_TOKEN,
      ADMIN_TELEGRAM_ID: '1',
      TELEGRAM_API_ROOT: this.client.base,
      TELEGRAM_MODE: 'polling',
      POLLING_REQUEST_TIMEOUT: '5',
      DATABASE_URL: this.database.url,
      SECRETS_KEY: this.#secretsKey,
      CRYPTOBOT_TOKEN: DEFAULT_CRYPTO_TOKEN,
      CRYPTOBOT_API_URL: `${this.client.base}/cryptopay/api`,
      DATA_DIR: join(this.dir, 'data'),
      LOG_LEVEL: 'info',
      ...env,
    };
  }

  /** Settings that make Telegram deliver by webhook to the server on `port` (default: the first one's). */
  webhookEnv(port = this.port): Record<string, string> {
    return {
      TELEGRAM_MODE: 'webhook',
      PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
      WEBHOOK_SECRET: 'secret-of-the-webhook',
    };
  }

  /** Starts a server process and waits until it says that it is ready. */
  async startServer(env: Record<string, string> = {}): Promise<ServerProcess> {
    const isFirst = !this.servers.some(
      (server) => server.child.exitCode === null && server.child.signalCode === null,
    );
    const port = env.PORT ?? String(isFirst ? this.port : await freePort());
    const server = spawnOperator(['start'], this.env({ PORT: port, ...env }), this.dir);
    this.servers.push(server);
    await server.ready;
    return server;
  }

  /** Registers the world's node, as an operator does. */
  async addNode(): Promise<void> {
    assert.ok(this.node, 'this world was opened without a node');
    const keyFile = join(this.dir, 'node.key');
    writeFileSync(keyFile, apiKey);
    const added = await this.cli(['node', 'add', 'test', '--url', this.node.url, '--key-file', keyFile]);
    assert.equal(added.code, 0, added.stderr);
  }

  /** Runs one operator's command to its end. */
  async cli(args: string[], env: Record<string, string> = {}): Promise<CliAnswer> {
    return runOperator(args, this.env(env), this.dir);
  }

  /** Asks the database directly, as its owner: for assertions only. */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill('SIGKILL')));
    await this.node?.dispose();
    this.#closeTarget();
    await this.sandbox.close();
    await this.database.drop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Runs `atlas <args>` in `cwd` with exactly this environment. */
export async function runOperator(
  args: string[],
  env: Record<string, string>,
  cwd: string,
): Promise<CliAnswer> {
  const child = spawn(process.execPath, [OPERATOR, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const answer = { code: -1, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    answer.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    answer.stderr += chunk;
  });
  answer.code = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return answer;
}

/** Starts a long-running `atlas` command; `ready` resolves at its ready line and rejects when it ends first. */
export function spawnOperator(
  args: string[],
  env: Record<string, string>,
  cwd: string,
): ServerProcess & { ready: Promise<void> } {
  const child = spawn(process.execPath, [OPERATOR, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const output = { log: '', said: '' };
  child.stderr.on('data', (chunk) => {
    output.log += chunk;
  });
  const ready = new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error(`not ready in time: ${output.log}`)),
      START_DEADLINE_MS,
    );
    child.stdout.on('data', (chunk) => {
      output.said += chunk;
      if (/ready[\s\S]*\n/.test(output.said)) resolve();
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output.log}`)));
    child.once('close', () => clearTimeout(deadline));
    child.stdout.once('data', () => clearTimeout(deadline));
  });
  ready.catch(() => undefined);
  return {
    child,
    url: `http://127.0.0.1:${env.PORT}`,
    ended,
    ready,
    get log() {
      return output.log;
    },
    async kill(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) await endChild(child, signal);
      await ended;
    },
  };
}
