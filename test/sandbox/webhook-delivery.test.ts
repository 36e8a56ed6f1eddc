import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  eventually,
  type Receiver,
  type SandboxClient,
  startReceiver,
  withSandbox,
} from './sandbox-client.ts';

type Message = { text: string; chat: { id: number } };
const textOf = (received: { body: Record<string, unknown> }): string =>
  (received.body.message as Message)?.text;

async function withWebhook(
  settings: object,
  work: (client: SandboxClient, receiver: Receiver) => Promise<void>,
): Promise<void> {
  await using receiver = await startReceiver();
  await withSandbox({ random: () => 0.5 }, async (client) => {
    const set = await client.bot('setWebhook', { url: receiver.url, ...settings });
    assert.equal(set.description, 'Webhook was set');
    await work(client, receiver);
  });
}

test('delivers with the secret, in order per chat', () =>
  withWebhook({ secret_token: 'S-1_x' }, async (client, receiver) => {
    const chatId = await client.visitor();
    for (const text of ['1', '2', '3']) await client.write(chatId, text);
    const received = await receiver.waitFor(4);
    assert.deepEqual(received.map(textOf), ['/start', '1', '2', '3']);
    assert.equal(received[0]?.headers['x-telegram-bot-api-secret-token'], 'S-1_x');
    await eventually('nothing pending', async () =>
      (await client.bot('getWebhookInfo')).result.pending_update_count === 0 ? true : undefined,
    );
  }));

test('a failing update holds back its own chat only, and is retried at 0, 0, 2, 6, 14, 30, 62 s', () =>
  withWebhook({}, async (client, receiver) => {
    const [slow, fast] = [await client.visitor('Slow'), await client.visitor('Fast')];
    await receiver.waitFor(2);
    receiver.answerWith((received, response) => {
      const { chat, text } = received.body.message as Message;
      response.writeHead(chat.id === slow && text === 'poison' ? 500 : 200).end();
    });
    await client.write(slow, 'poison');
    await client.write(slow, 'behind');
    await client.write(fast, 'free');
    const poisoned = () => receiver.received.filter((one) => textOf(one) === 'poison').length;
    const failed = (count: number) =>
      eventually(`${count} attempts`, async () => (await failures(client)).includes(count) || undefined);
    await failed(2);
    await eventually('the other chat', async () =>
      receiver.received.some((one) => textOf(one) === 'free') ? true : undefined,
    );
    for (const [index, seconds] of [2, 4, 8, 16, 32, 90].entries()) {
      await client.chat('clock', { advanceMs: seconds * 1000 - 100 });
      await settle(client);
      assert.equal(poisoned(), index + 2, `not before ${seconds} s`);
      await client.chat('clock', { advanceMs: 100 });
      await failed(index + 3);
    }
    assert.equal(
      receiver.received.some((one) => textOf(one) === 'behind'),
      false,
    );
    const info = await client.bot('getWebhookInfo');
    assert.equal(
      info.result.last_error_message,
      'Wrong response from the webhook: 500 Internal Server Error',
    );
    assert.equal(info.result.pending_update_count, 2);
    receiver.answerWith((_received, response) => void response.end());
    await client.chat('clock', { advanceMs: 120_000 });
    await eventually('the rest of the chat', async () =>
      receiver.received.some((one) => textOf(one) === 'behind') ? true : undefined,
    );
  }));

test('Retry-After replaces the back-off', () =>
  withWebhook({}, async (client, receiver) => {
    receiver.answerWith((_received, response) => void response.writeHead(503, { 'retry-after': '40' }).end());
    await client.visitor();
    await eventually('the refusal', async () => (await failures(client)).includes(1) || undefined);
    await client.chat('clock', { advanceMs: 39_900 });
    await settle(client);
    assert.equal(receiver.received.length, 1);
    receiver.answerWith((_received, response) => void response.end());
    await client.chat('clock', { advanceMs: 100 });
    await receiver.waitFor(2);
  }));

test('an update that would expire before its next attempt is dropped', () =>
  withWebhook({}, async (client, receiver) => {
    const chatId = await client.visitor();
    const sent = await client.bot('sendMessage', { chat_id: chatId, text: 'x' });
    await receiver.waitFor(1);
    receiver.answerWith(
      (_received, response) => void response.writeHead(500, { 'retry-after': '151' }).end(),
    );
    await client.chat('callbacks', { chatId, messageId: sent.result.message_id, data: 'a' });
    await receiver.waitFor(2);
    await eventually('the drop', async () =>
      (await client.bot('getWebhookInfo')).result.pending_update_count === 0 ? true : undefined,
    );
  }));

test('one queue never has two in flight, and all together never exceed max_connections', () =>
  withWebhook({ max_connections: 3 }, async (client, receiver) => {
    const held: (() => void)[] = [];
    let most = 0;
    receiver.answerWith((_received, response) => {
      held.push(() => response.end());
      most = Math.max(most, held.length);
    });
    const chats = [];
    for (const name of ['A', 'B', 'C', 'D']) chats.push(await client.visitor(name));
    await client.write(chats[0] ?? 0, 'second');
    await receiver.waitFor(3);
    await settle(client);
    assert.equal(receiver.received.length, 3);
    for (let released = 0; released < 5; ) {
      for (const release of held.splice(0)) {
        release();
        released += 1;
      }
      await settle(client);
    }
    await receiver.waitFor(5);
    assert.equal(most <= 3, true);
  }));

test('runs the call that a webhook answer carries', () =>
  withWebhook({}, async (client, receiver) => {
    receiver.answerWith((received, response) => {
      const { chat } = received.body.message as Message;
      response.end(JSON.stringify({ method: 'sendMessage', chat_id: chat.id, text: 'from the answer' }));
    });
    const chatId = await client.visitor();
    const texts = await eventually('the reply', async () => {
      const { messages } = await client.chat<{ messages: { text: string }[] }>(`transcript?chatId=${chatId}`);
      return messages.length > 1 ? messages.map((message) => message.text) : undefined;
    });
    assert.deepEqual(texts, ['/start', 'from the answer']);
  }));

test('refuses webhooks that cannot be', () =>
  withSandbox({}, async (client) => {
    const refused = async (parameters: object) =>
      (await client.bot('setWebhook', parameters)).description?.replace('Bad Request: ', '');
    assert.equal(await refused({ url: 'nonsense' }), 'bad webhook: invalid webhook URL specified');
    assert.equal(
      await refused({ url: 'http://example.org/' }),
      'bad webhook: An HTTPS URL must be provided for webhook',
    );
    assert.equal(
      await refused({ url: 'https://example.org:8080/' }),
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    );
    assert.match((await refused({ url: 'https://example.org/' })) ?? '', /failed to resolve host/);
    const local = 'http://127.0.0.1:9/';
    assert.equal(
      await refused({ url: local, secret_token: 'no spaces' }),
      'secret token contains unallowed characters',
    );
    assert.equal(await refused({ url: local, secret_token: 'x'.repeat(257) }), 'secret token is too long');
    assert.match((await refused({ url: local, allowed_updates: ['messages'] })) ?? '', /allowed_updates/);
    assert.equal((await client.bot('getWebhookInfo')).result.url, '');
  }));

test('drops pending updates only when told to', () =>
  withSandbox({}, async (client) => {
    await client.visitor();
    await client.bot('deleteWebhook');
    assert.equal((await client.bot('getWebhookInfo')).result.pending_update_count, 1);
    await client.bot('deleteWebhook', { drop_pending_updates: true });
    assert.equal((await client.bot('getWebhookInfo')).result.pending_update_count, 0);
  }));

async function failures(client: SandboxClient): Promise<number[]> {
  const { pendingUpdates } = await client.chat<{ pendingUpdates: { failures: number }[] }>('transcript');
  return pendingUpdates.map((update) => update.failures);
}

/** Lets answers that are on their way arrive: a few round trips through both event loops. */
async function settle(client: SandboxClient): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await client.bot('getMe');
}
