/**
 * The emulated Telegram in a process of its own, state in memory. Notes when each message to a customer arrives,
 * before it is looked at. Understands `{expect}`: says `reached` when so many have arrived since the start, and
 * `{takeArrivals}`: hands over and forgets who got one when.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { nowMs } from './clock.ts';
import { type HelperMessage, OPERATOR_ID } from './helper-process.ts';

const NO_LIMITS = { burst: 1_000_000_000, perSecond: 1_000_000 };

const say = (message: HelperMessage) => void process.send?.(message);
let arrivals: [chatId: number, atMs: number][] = [];
let count = 0;
let expected = Number.POSITIVE_INFINITY;

function checkExpected(): void {
  if (count < expected) return;
  expected = Number.POSITIVE_INFINITY;
  say({ kind: 'reached' });
}

subscribe('http.server.request.start', (event) => {
  const { request } = event as { request: IncomingMessage };
  if (!request.url?.endsWith('/sendMessage')) return;
  const atMs = nowMs();
  request.once('data', (chunk: Buffer) => {
    const chatId = Number(/"chat_id":(\d+)/.exec(chunk.toString('latin1'))?.[1]);
    if (chatId === OPERATOR_ID) return;
    arrivals.push([chatId, atMs]);
    count += 1;
    checkExpected();
  });
});

const sandbox = await startSandbox({ openChats: true, chatLimits: NO_LIMITS });
process.on('message', (message: { expect?: number; takeArrivals?: true }) => {
  if (message.expect !== undefined) {
    expected = message.expect;
    checkExpected();
  }
  if (message.takeArrivals) {
    say({ kind: 'arrivals', arrivals });
    arrivals = [];
  }
});
process.once('disconnect', () => void sandbox.close().then(() => process.exit(0)));
say({ kind: 'ready', port: sandbox.port });
