/** Everything the benchmark measures, up and running: durable PostgreSQL, emulated Telegram, a server, floors. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Pool } from 'undici';
import { startEmbeddedPostgres } from '../../src/lib/embedded-postgres/embedded-postgres.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { DEFAULT_BOT_TOKEN } from '../../src/sandbox/settings.ts';
import { freePort } from '../support/core.ts';
import { startFlags } from '../support/exports/start-flags.ts';
import { createShopDatabase, type ServerProcess, spawnOperator } from '../support/world.ts';
import { type HelperProcess, OPERATOR_ID, startHelper } from './helper-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const DATA = join(ROOT, '.data');
const SECRET = 'secret-of-the-webhook';
/** More chats than one round has updates, so that each reply tells which update it answers. */
const CUSTOMERS = 20_000;
const FIRST_CHAT = 100_000;
const CONNECTIONS = 64;

/** Somewhere that takes updates by POST: the server, or a floor. */
export type Door = { post: (chatId: number) => Promise<void> };

export type Stage = {
  dir: string;
  databaseUrl: string;
  server: Door & { pid: number };
  commitFloor: Door;
  replyFloor: Door;
  emulator: HelperProcess;
  /** The chats of known customers, one after another, round and round. */
  nextChat(): number;
  close(): Promise<void>;
};

/** Starts PostgreSQL as an installation has it (durable) in a directory of its own beside the other data. */
export async function openPostgres(): Promise<{ dir: string; url: string; close(): Promise<void> }> {
  mkdirSync(DATA, { recursive: true });
  const dir = mkdtempSync(join(DATA, 'bench-'));
  const logger = createLogger({ name: 'bench', level: 'error' });
  const postgres = await startEmbeddedPostgres({ dir: join(dir, 'postgres'), durability: 'durable', logger });
  return {
    dir,
    url: postgres.ownerUrl,
    async close() {
      await postgres.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export async function openStage(dir: string): Promise<Stage> {
  const database = await createShopDatabase();
  await seed(database.url);
  const emulator = await startHelper('emulator');
  const server = await startServer(dir, database.url, emulator.port);
  const commit = await startHelper('floor', ['commit', database.url]);
  const reply = await startHelper('floor', ['reply', botApi(emulator.port)]);
  const pools: Pool[] = [];
  const doorOf = (origin: string): Door => {
    const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
    pools.push(pool);
    return { post: (chatId) => postUpdate(pool, chatId) };
  };
  let chat = 0;
  return {
    dir,
    databaseUrl: database.url,
    emulator,
    server: { ...doorOf(server.url), pid: server.child.pid ?? 0 },
    commitFloor: doorOf(`http://127.0.0.1:${commit.port}`),
    replyFloor: doorOf(`http://127.0.0.1:${reply.port}`),
    nextChat: () => FIRST_CHAT + (chat++ % CUSTOMERS),
    async close() {
      await Promise.all(pools.map((pool) => pool.close()));
      await server.kill('SIGKILL');
      await Promise.all([commit.stop(), reply.stop(), emulator.stop()]);
      if (server.log !== '') process.stderr.write(server.log);
    },
  };
}

function botApi(port: number): string {
  return `http://127.0.0.1:${port}/bot${DEFAULT_BOT_TOKEN}`;
}

/** Known customers who have chosen a language, and the floor's table. */
async function seed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table bench_floor (id bigserial primary key, body text not null)');
  await client.query(
    `with new as (
       insert into customers (customer_id, telegram_id, first_name, username, locale, created_at)
       select gen_random_uuid(), $1 + n, 'Anna', 'anna', 'ru', now() from generate_series(0, $2::int - 1) n
       returning customer_id
     )
     insert into wallets (customer_id) select customer_id from new`,
    [FIRST_CHAT, CUSTOMERS],
  );
  await client.query('analyze customers');
  await client.end();
}

async function startServer(dir: string, databaseUrl: string, emulatorPort: number): Promise<ServerProcess> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH ?? '',
    BOT_TOKEN: DEFAULT_BOT_TOKEN,
    ADMIN_TELEGRAM_ID: String(OPERATOR_ID),
    TELEGRAM_API_ROOT: `http://127.0.0.1:${emulatorPort}`,
    TELEGRAM_MODE: 'webhook',
    PUBLIC_BASE_URL: base,
    WEBHOOK_SECRET: SECRET,
    DATABASE_URL: databaseUrl,
    SECRETS_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: join(dir, 'server'),
    PORT: String(port),
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: startFlags(),
  };
  const server = spawnOperator(['start'], env, dir);
  process.once('exit', () => server.child.kill('SIGKILL'));
  await server.ready;
  return server;
}

/** Updates that were answered 503 and sent again, as Telegram does. */
export const resent = { count: 0 };
const RESEND_MS = 1_000;
let lastUpdateId = 0;

/** A typed command, as Telegram sends it; the bot answers it with the screen of plans. */
async function postUpdate(pool: Pool, chatId: number): Promise<void> {
  lastUpdateId += 1;
  const person = { id: chatId, first_name: 'Anna', username: 'anna' };
  const body = JSON.stringify({
    update_id: lastUpdateId,
    message: {
      message_id: lastUpdateId,
      from: { ...person, is_bot: false, language_code: 'ru' },
      chat: { ...person, type: 'private' },
      date: 1_767_225_600,
      text: '/buy',
      entities: [{ type: 'bot_command', offset: 0, length: 4 }],
    },
  });
  const request = {
    method: 'POST' as const,
    path: '/telegram/webhook',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    body,
  };
  for (;;) {
    const answer = await pool.request(request);
    await answer.body.dump();
    if (answer.statusCode === 200) return;
    if (answer.statusCode !== 503) throw new Error(`an update was answered ${answer.statusCode}`);
    resent.count += 1;
    await delay(RESEND_MS);
  }
}
