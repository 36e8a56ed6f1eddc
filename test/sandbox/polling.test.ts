import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, withSandbox } from './sandbox-client.ts';

type Update = { update_id: number; message?: { text: string }; callback_query?: { id: string } };
const updatesOf = (answer: { result: unknown }): Update[] => answer.result as Update[];

test('long polling: waits, gives in order, forgets what an offset confirms', () =>
  withSandbox({}, async (client) => {
    const waiting = client.bot('getUpdates', { timeout: 30 });
    const chatId = await client.visitor();
    const [first] = updatesOf(await waiting);
    assert.equal(first?.message?.text, '/start');
    await client.write(chatId, 'two');
    await client.write(chatId, 'three');
    const texts = (updates: Update[]) => updates.map((update) => update.message?.text);
    const id = first?.update_id ?? 0;
    assert.deepEqual(texts(updatesOf(await client.bot('getUpdates', { limit: 2 }))), ['/start', 'two']);
    assert.deepEqual(texts(updatesOf(await client.bot('getUpdates', { offset: id + 1 }))), ['two', 'three']);
    assert.deepEqual(texts(updatesOf(await client.bot('getUpdates'))), ['two', 'three']);
    assert.deepEqual(texts(updatesOf(await client.bot('getUpdates', { offset: -1 }))), ['three']);
    assert.deepEqual(updatesOf(await client.bot('getUpdates', { offset: id + 3 })), []);
  }));

test('of two pollers the older is told of the conflict', () =>
  withSandbox({}, async (client) => {
    const older = client.bot('getUpdates', { timeout: 30 });
    const newer = await eventually('the older poll to be open', async () => {
      const poll = client.bot('getUpdates', { timeout: 30 });
      const lost = await Promise.race([older, poll.then(() => undefined)]);
      return lost ? { lost, poll } : undefined;
    });
    assert.deepEqual(
      [newer.lost.status, newer.lost.error_code, newer.lost.description],
      [
        409,
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ],
    );
    await client.visitor();
    assert.equal(updatesOf(await newer.poll).length, 1);
  }));

test('a webhook ends polling, and polling waits for its removal', () =>
  withSandbox({}, async (client) => {
    const open = client.bot('getUpdates', { timeout: 30 });
    await client.bot('getMe');
    await client.bot('setWebhook', { url: 'http://127.0.0.1:9/hook' });
    assert.equal((await open).description, 'Conflict: terminated by setWebhook request');
    const refused = await client.bot('getUpdates');
    assert.equal(
      refused.description,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    assert.equal((await client.bot('deleteWebhook')).description, 'Webhook was deleted');
    assert.equal((await client.bot('deleteWebhook')).description, 'Webhook is already deleted');
    assert.equal((await client.bot('getUpdates')).ok, true);
  }));

test('only wanted kinds of updates are made; callbacks age faster than messages', () =>
  withSandbox({}, async (client) => {
    await client.bot('getUpdates', { allowed_updates: ['message', 'callback_query'] });
    const chatId = await client.visitor();
    await client.chat('block', { chatId, isBlocked: true });
    await client.chat('block', { chatId, isBlocked: false });
    const sent = await client.bot('sendMessage', { chat_id: chatId, text: 'x' });
    await client.chat('callbacks', { chatId, messageId: sent.result.message_id, data: 'a' });
    const kinds = updatesOf(await client.bot('getUpdates')).map((update) => Object.keys(update)[1]);
    assert.deepEqual(kinds, ['message', 'callback_query']);
    await client.chat('clock', { advanceMs: 150_000 });
    assert.equal(updatesOf(await client.bot('getUpdates')).length, 1);
    await client.chat('clock', { advanceMs: 24 * 3_600_000 });
    assert.equal(updatesOf(await client.bot('getUpdates')).length, 0);
  }));
