import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ChatEvent } from '../../src/sandbox/contract/chat.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import {
  createSandboxClient,
  type SandboxClient,
  startReceiver,
  within,
  withSandbox,
} from './sandbox-client.ts';

test('the event stream tells what happens, as it happens', () =>
  withSandbox({}, async (client) => {
    await using events = await openEvents(client.base);
    const chatId = await client.visitor();
    const sent = await client.bot('sendMessage', {
      chat_id: chatId,
      text: 'Pick',
      reply_markup: {
        inline_keyboard: [
          [{ text: 'A', callback_data: 'a' }],
          [
            { text: 'B', url: 'https://x.y' },
            { text: 'C', copy_text: { text: 'vless://' } },
          ],
        ],
      },
    });
    const target = { chat_id: chatId, message_id: sent.result.message_id };
    const { callbackId } = await client.chat<{ callbackId: string }>('callbacks', {
      chatId,
      messageId: target.message_id,
      data: 'a',
    });
    await client.bot('answerCallbackQuery', { callback_query_id: callbackId, text: 'ok', show_alert: true });
    await client.bot('sendChatAction', { chat_id: chatId, action: 'typing' });
    await client.bot('editMessageText', { ...target, text: 'Picked' });
    await client.bot('deleteMessage', target);
    const second = await client.chat<{ callbackId: string }>('callbacks', {
      chatId,
      messageId: target.message_id,
      data: 'a',
    });
    await client.chat('clock', { advanceMs: 15_000 });
    await client.crypto('createInvoice', { currency_type: 'fiat', fiat: 'RUB', amount: '1' });
    await client.chat('switches', { nodeDown: true });
    const seen = await events.take(10);
    assert.deepEqual(
      seen.map((event) => event.type),
      [
        'customer',
        'message',
        'message',
        'callback-answered',
        'chat-action',
        'message-edited',
        'message-deleted',
        'callback-expired',
        'invoice',
        'switches',
      ],
    );
    const shown = seen[2];
    assert.deepEqual(shown?.type === 'message' && shown.message.buttons, [
      [{ kind: 'callback', text: 'A', data: 'a' }],
      [
        { kind: 'url', text: 'B', url: 'https://x.y' },
        { kind: 'copy', text: 'C', copyText: 'vless://' },
      ],
    ]);
    assert.deepEqual(seen[3], { type: 'callback-answered', chatId, callbackId, text: 'ok', showAlert: true });
    assert.deepEqual(seen[7], { type: 'callback-expired', chatId, callbackId: second.callbackId });
    const state = await client.chat<{ messages: unknown[]; customers: unknown[] }>('state');
    assert.deepEqual([state.messages.length, state.customers.length], [1, 1]);
  }));

test('keeps one id for who runs the shop, whoever comes first and however often it is asked for', async () => {
  const adminId = 7_000_000_001;
  const create = (client: SandboxClient, isAdmin: boolean) =>
    client.chat<{ telegramId: number }>('customers', { firstName: 'Ann', isAdmin });
  await withSandbox({ adminId }, async (client) => {
    assert.equal((await client.chat('state')).adminId, adminId);
    assert.equal((await create(client, false)).telegramId, adminId + 1);
    const admins = await Promise.all([create(client, true), create(client, true)]);
    assert.deepEqual(
      admins.map(({ telegramId }) => telegramId),
      [adminId, adminId],
    );
    const { customers } = await client.chat<{ customers: unknown[] }>('state');
    assert.equal(customers.length, 2);
  });
  await withSandbox({}, async ({ base, chat }) => {
    const body = JSON.stringify({ firstName: 'Ann', isAdmin: true });
    assert.equal((await fetch(`${base}/chat/customers`, { method: 'POST', body })).status, 409);
    assert.equal('adminId' in (await chat('state')), false);
  });
});

test('serves the bundled page under a strict policy, and the second start reuses the bundle', async () => {
  const webDir = await mkdtemp(join(tmpdir(), 'atlas-web-'));
  try {
    const bundles: string[][] = [];
    for (let start = 0; start < 2; start += 1) {
      const sandbox = await startSandbox({ webDir });
      const { base } = createSandboxClient(sandbox.port);
      const page = await fetch(`${base}/`);
      assert.equal(page.status, 200);
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
      assert.match(
        page.headers.get('content-security-policy') ?? '',
        /default-src 'none'.*script-src 'self'/,
      );
      const script = await fetch(`${base}/main.js`);
      assert.match(script.headers.get('content-type') ?? '', /^text\/javascript/);
      const names = await readdir(webDir);
      const ages = await Promise.all(names.map((name) => stat(join(webDir, name))));
      bundles.push([...names, ...ages.map((entry) => `${entry.ino} ${entry.mtimeMs}`)]);
      for (const path of [
        '/../package.json',
        '/%2e%2e/package.json',
        '/nothing.js',
        '/..%2f..%2fpackage.json',
      ]) {
        assert.equal((await rawGet(sandbox.port, path)).status, 404, path);
      }
      await sandbox.close();
    }
    assert.equal(bundles[0]?.length, 2);
    assert.deepEqual(bundles[1], bundles[0]);
  } finally {
    await rm(webDir, { recursive: true, force: true });
  }
});

test('foreign pages and rebound names are refused', () =>
  withSandbox({}, async ({ base }) => {
    const port = Number(new URL(base).port);
    const status = async (headers: Record<string, string>, path = '/chat/state') =>
      (await rawGet(port, path, headers)).status;
    assert.equal(await status({ host: `127.0.0.1:${port}` }), 200);
    assert.equal(await status({ host: `localhost:${port}` }), 200);
    assert.equal(await status({ host: `[::1]:${port}` }), 200);
    assert.equal(await status({ host: `evil.example:${port}` }), 403);
    assert.equal(await status({ host: `evil.example:${port}` }, '/'), 403);
    assert.equal(await status({ host: `127.0.0.1.evil.example:${port}` }), 403);
    assert.equal(await status({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' }), 403);
    assert.equal(await status({ host: `127.0.0.1:${port}`, origin: 'null' }), 403);
    assert.equal(await status({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` }), 200);
    assert.equal(await status({ host: `127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' }), 403);
  }));

test('refuses what a page must not send', () =>
  withSandbox({}, async (client) => {
    const chatId = await client.visitor();
    const refused = async (path: string, body: string) => {
      const answer = await fetch(`${client.base}/chat/${path}`, { method: 'POST', body });
      const { error } = (await answer.json()) as { error: string };
      return [answer.status, typeof error];
    };
    const cases: [path: string, body: string, status: number][] = [
      ['messages', '{', 400],
      ['messages', JSON.stringify({ chatId, text: ' ' }), 400],
      ['messages', JSON.stringify({ chatId: 1, text: 'x' }), 404],
      ['messages', JSON.stringify({ chatId, text: 'x'.repeat(70_000) }), 413],
      ['customers', JSON.stringify({ firstName: '' }), 400],
      ['callbacks', JSON.stringify({ chatId, messageId: 1, data: 'a' }), 404],
      ['switches', JSON.stringify({ duplicateNextWebhook: -1 }), 400],
      ['invoices/77/pay', '{}', 404],
      ['nothing', '{}', 404],
    ];
    for (const [path, body, status] of cases) {
      assert.deepEqual(await refused(path, body), [status, 'string'], path);
    }
  }));

test('the node is reached through the sandbox, until it is switched off', async () => {
  await using agent = await startReceiver();
  agent.answerWith(
    (_received, response) => void response.writeHead(201, { 'x-agent': 'yes' }).end('{"up":1}'),
  );
  await withSandbox({ nodeTargetUrl: agent.url.replace('/hook', '') }, async (client) => {
    const call = () =>
      fetch(`${client.base}/node/v1/state?x=1`, {
        method: 'PUT',
        headers: { 'x-api-key': 'k' },
        body: '{"a":1}',
      });
    const answer = await call();
    assert.deepEqual(
      [answer.status, answer.headers.get('x-agent'), await answer.text()],
      [201, 'yes', '{"up":1}'],
    );
    assert.deepEqual([agent.received[0]?.headers['x-api-key'], agent.received[0]?.body], ['k', { a: 1 }]);
    await client.chat('switches', { nodeDown: true });
    await assert.rejects(call);
    assert.equal(agent.received.length, 1);
    await client.chat('switches', { nodeDown: false });
    assert.equal((await call()).status, 201);
  });
});

test('plans faults: errors, lost answers, cut connections', () =>
  withSandbox({}, async (client) => {
    const chatId = await client.visitor();
    const send = () => client.bot('sendMessage', { chat_id: chatId, text: 'x' });
    const texts = async () => {
      const { messages } = await client.chat<{ messages: unknown[] }>(`transcript?chatId=${chatId}`);
      return messages.length;
    };
    await client.chat('faults', { method: 'sendMessage', kind: 'status', status: 429, retryAfterSeconds: 7 });
    await client.chat('faults', { method: 'sendMessage', kind: 'status', status: 500, when: 'after' });
    await client.chat('faults', { method: 'sendMessage', kind: 'close' });
    await client.chat('faults', { method: 'sendMessage', kind: 'close', when: 'after' });
    assert.equal((await client.bot('getMe')).ok, true);
    assert.deepEqual((await send()).parameters, { retry_after: 7 });
    assert.equal(await texts(), 1);
    assert.equal((await send()).description, 'Internal Server Error: restart');
    assert.equal(await texts(), 2);
    await assert.rejects(send);
    assert.equal(await texts(), 2);
    await assert.rejects(send);
    assert.equal(await texts(), 3);
    assert.equal((await send()).ok, true);
    await client.chat('faults', { api: 'cryptopay', method: 'createInvoice', kind: 'close', when: 'after' });
    await assert.rejects(client.crypto('createInvoice', { currency_type: 'fiat', fiat: 'RUB', amount: '1' }));
    assert.equal((await client.crypto('getInvoices')).body.result.items.length, 1);
  }));

type EventReader = { take(count: number): Promise<ChatEvent[]>; [Symbol.asyncDispose](): Promise<void> };

async function openEvents(base: string): Promise<EventReader> {
  const leave = new AbortController();
  const answer = await fetch(`${base}/chat/events`, { signal: leave.signal });
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const seen = (): ChatEvent[] =>
    [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? '') as ChatEvent);
  return {
    take: (count) =>
      within(
        `${count} events`,
        () => JSON.stringify(seen()),
        async () => {
          while (seen().length < count) text += (await reader?.read())?.value ?? '';
          return seen();
        },
      ),
    async [Symbol.asyncDispose]() {
      await reader?.cancel().catch(() => undefined);
      leave.abort();
    },
  };
}

function rawGet(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
    })
      .on('error', reject)
      .end();
  });
}
