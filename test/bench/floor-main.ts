/**
 * The least that could do the server's work, in a process of its own, on bare node:http.
 * `commit <database url>`: one insert of one row, committed, then 200. `reply <bot api base>`: 200 at once,
 * then one sendMessage, no database.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { Pool } from 'undici';
import type { HelperMessage } from './helper-process.ts';

const CONNECTIONS = 32;
const DATABASE_CONNECTIONS = 10;
/** As long as the screen with the plans, with as many buttons. */
const TEXT = 'Choose a plan. '.repeat(24);
const KEYBOARD = {
  inline_keyboard: [1, 2, 3].map((row) => [
    { text: `Plan ${row}, from 149 ₽`, callback_data: `plan:${row}` },
  ]),
};

type Work = (body: string, response: ServerResponse) => Promise<void>;

function createCommitWork(url: string): Work {
  const pool = new pg.Pool({ connectionString: url, max: DATABASE_CONNECTIONS });
  return async (body, response) => {
    await pool.query({ name: 'floor', text: 'insert into bench_floor (body) values ($1)', values: [body] });
    response.end();
  };
}

function createReplyWork(base: string): Work {
  const pool = new Pool(new URL(base).origin, { connections: CONNECTIONS, pipelining: 1 });
  return async (body, response) => {
    response.end();
    const chatId = JSON.parse(body).message.chat.id;
    const answer = await pool.request({
      method: 'POST',
      path: `${new URL(base).pathname}/sendMessage`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: chatId, text: TEXT, reply_markup: KEYBOARD }),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`the emulator refused: ${text}`);
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const [kind, target = ''] = process.argv.slice(2);
const work = kind === 'commit' ? createCommitWork(target) : createReplyWork(target);
const server = createServer((request, response) => {
  void readText(request).then((body) => work(body, response));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ kind: 'ready', port } satisfies HelperMessage);
});
process.once('disconnect', () => process.exit(0));
