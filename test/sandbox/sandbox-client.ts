import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src/lib/clock.ts';
import type { ChatMessage } from '../../src/sandbox/contract/chat.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { DEFAULT_BOT_TOKEN, DEFAULT_CRYPTO_TOKEN } from '../../src/sandbox/settings.ts';

export type ApiAnswer = {
  status: number;
  ok: boolean;
  /** Whatever the method returned. */
  result: Record<string, unknown> & unknown[] & { message_id: number };
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
};

/** Speaks to a sandbox through its public doors. */
export type SandboxClient = {
  base: string;
  bot(method: string, parameters?: object): Promise<ApiAnswer>;
  crypto(method: string, parameters?: object): Promise<{ status: number; body: CryptoBody }>;
  chat<T = Record<string, unknown>>(path: string, body?: object): Promise<T>;
  /** A new customer who has pressed Start. */
  visitor(firstName?: string): Promise<number>;
  write(chatId: number, text: string): Promise<ChatMessage>;
};

export type CryptoBody = {
  ok: boolean;
  error?: { code: number; name: string };
  result: Record<string, unknown> & { invoice_id: number; items: Record<string, unknown>[] };
};

export function createSandboxClient(port: number): SandboxClient {
  const base = `http://127.0.0.1:${port}`;
  const json = { 'content-type': 'application/json' };
  const chat = async <T>(path: string, body?: object): Promise<T> => {
    const init = body === undefined ? {} : { method: 'POST', headers: json, body: JSON.stringify(body) };
    const answer = await fetch(`${base}/chat/${path}`, init);
    const value = (await answer.json()) as T;
    assert.equal(answer.status, 200, JSON.stringify(value));
    return value;
  };
  const write = (chatId: number, text: string) => chat<ChatMessage>('messages', { chatId, text });
  return {
    base,
    chat,
    write,
    async bot(method, parameters = {}) {
      const answer = await fetch(`${base}/bot${DEFAULT_BOT_TOKEN}/${method}`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(parameters),
      });
      return { status: answer.status, ...((await answer.json()) as Omit<ApiAnswer, 'status'>) };
    },
    async crypto(method, parameters = {}) {
      const answer = await fetch(`${base}/cryptopay/api/${method}`, {
        method: 'POST',
        headers: { ...json, 'Crypto-Pay-API-Token': DEFAULT_CRYPTO_TOKEN },
        body: JSON.stringify(parameters),
      });
      return { status: answer.status, body: (await answer.json()) as CryptoBody };
    },
    async visitor(firstName = 'Ann') {
      const { telegramId } = await chat<{ telegramId: number }>('customers', { firstName });
      await write(telegramId, '/start');
      return telegramId;
    },
  };
}

/** Stands still: only `POST /chat/clock` moves a sandbox's time, so that no slow machine can. */
export const frozenClock: Clock = { now: () => new Date('2026-01-01T12:00:00.000Z') };

/** Runs `work` against a fresh in-process sandbox with a frozen clock. */
export async function withSandbox(
  options: SandboxOptions,
  work: (client: SandboxClient) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox({ clock: frozenClock, ...options });
  try {
    await work(createSandboxClient(sandbox.port));
  } finally {
    await sandbox.close();
  }
}

export type Received = {
  headers: IncomingHttpHeaders;
  raw: Buffer;
  body: Record<string, unknown>;
  atMs: number;
};

/** A loopback server that records what it is sent and answers as told. */
export type Receiver = {
  url: string;
  received: Received[];
  /** Answers from now on; 200 until set. */
  answerWith(answer: (received: Received, response: ServerResponse) => void): void;
  /** Resolves when `count` requests have arrived; fails after five seconds. */
  waitFor(count: number): Promise<Received[]>;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let answer = (_received: Received, response: ServerResponse): void => void response.end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const one = {
        headers: request.headers,
        raw,
        body: JSON.parse(raw.toString() || '{}') as Record<string, unknown>,
        atMs: performance.now(),
      };
      received.push(one);
      answer(one, response);
      for (const waiter of waiting) if (received.length >= waiter.count) waiter.resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answerWith: (next) => {
      answer = next;
    },
    waitFor: (count) =>
      within(
        `${count} requests`,
        () => received.length,
        async () => {
          if (received.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
          return received;
        },
      ),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Fails after five seconds, saying what was there instead. */
export async function within<T>(what: string, seen: () => unknown, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within a minute; seen: ${seen()}`)), 60_000);
  });
  try {
    return await Promise.race([work(), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again, turn by turn, until `read` gives something; fails after five seconds. */
export async function eventually<T>(what: string, read: () => Promise<T | undefined>): Promise<T> {
  const untilMs = performance.now() + 60_000;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setImmediate(resolve));
    if (performance.now() > untilMs) throw new Error(`${what}: not within 5 s`);
  }
}

/** A 2×1 PNG: its header is all that is read. */
export function tinyPng(width = 2, height = 1): Buffer {
  const header = Buffer.alloc(24);
  header.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}
