import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_BOT_TOKEN } from '../../src/sandbox/settings.ts';
import { eventually, startReceiver, within } from './sandbox-client.ts';
import { run, start, stop } from './sandbox-process.ts';
import { createYooKassaClient, PAYMENT } from './yookassa-client.ts';

test('nothing that was confirmed is lost by kill -9', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'atlas-sandbox-'));
  await using receiver = await startReceiver();
  receiver.answerWith((_received, response) => void response.writeHead(503, { 'retry-after': '3600' }).end());
  const environment = { DATA_DIR: directory, CRYPTOPAY_WEBHOOK_URL: receiver.url };
  try {
    let running = await run(environment);
    const { client } = running;
    const chatId = await client.visitor();
    const first = await client.bot('getUpdates');
    const confirmed = (first.result[0] as { update_id: number }).update_id + 1;
    await client.write(chatId, 'pending');
    await client.bot('getUpdates', { offset: confirmed });
    await client.bot('setMyCommands', { commands: [{ command: 'buy', description: 'Buy' }] });
    const sent = await client.bot('sendMessage', { chat_id: chatId, text: 'kept' });
    const document = await sendCsv(client.base, chatId);
    const rub = { currency_type: 'fiat', fiat: 'RUB', amount: '299' };
    const invoice = await client.crypto('createInvoice', rub);
    await client.chat('switches', { nodeDown: true });
    await client.chat(`invoices/${invoice.body.result.invoice_id}/pay`, {});
    await receiver.waitFor(1);
    await client.bot('setWebhook', { url: receiver.url, secret_token: 'S' });
    await eventually('one failed delivery', async () =>
      (await client.bot('getWebhookInfo')).result.last_error_message ? true : undefined,
    );
    const before = await client.chat('state');
    await stop(running.child, 'SIGKILL');

    running = await run(environment);
    const after = running.client;
    assert.deepEqual(await after.chat('state'), before);
    assert.equal(await (await fetch(`${after.base}/chat/files/${document}`)).text(), 'a,b');
    const info = await after.bot('getWebhookInfo');
    assert.deepEqual([info.result.url, info.result.pending_update_count], [receiver.url, 1]);
    const edited = await after.bot('editMessageText', {
      chat_id: chatId,
      message_id: sent.result.message_id,
      text: 'x',
    });
    assert.equal(edited.ok, true);
    await after.bot('deleteWebhook');
    const again = await after.bot('getUpdates');
    const texts = (again.result as unknown as { message: { text: string } }[]).map(
      ({ message }) => message.text,
    );
    assert.deepEqual(texts, ['pending']);
    const next = await after.crypto('createInvoice', rub);
    assert.equal(next.body.result.invoice_id, invoice.body.result.invoice_id + 1);
    receiver.answerWith((_received, response) => void response.end());
    await after.chat('clock', { advanceMs: 10_000 });
    await eventually('the provider webhook', async () => {
      const { pendingProviderWebhooks } = await after.chat<{ pendingProviderWebhooks: unknown[] }>(
        'transcript',
      );
      return pendingProviderWebhooks.length === 0 ? true : undefined;
    });
    assert.equal(await stop(running.child, 'SIGTERM'), 0);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test('nothing that YooKassa confirmed is lost by kill -9', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'atlas-sandbox-'));
  await using receiver = await startReceiver();
  receiver.answerWith((_received, response) => void response.writeHead(503).end());
  const environment = { DATA_DIR: directory, YOOKASSA_WEBHOOK_URL: receiver.url };
  try {
    let running = await run(environment);
    const shop = createYooKassaClient(running.client);
    const opened = await shop.post('/payments', PAYMENT, 'open');
    const paid = await shop.post('/payments', PAYMENT, 'paid');
    await shop.pay(paid.body.id);
    const refund = { payment_id: paid.body.id, amount: { value: '49.00', currency: 'RUB' } };
    const refunded = await shop.post('/refunds', refund, 'refund');
    const { payments, refunds } = await shop.books();
    await stop(running.child, 'SIGKILL');

    running = await run(environment);
    const again = createYooKassaClient(running.client);
    const books = await again.books();
    assert.deepEqual([books.payments, books.refunds], [payments, refunds]);
    const events = books.pendingNotifications.map(({ event }) => event);
    assert.deepEqual(events, ['payment.succeeded', 'refund.succeeded']);
    assert.deepEqual(await again.post('/refunds', refund, 'refund'), refunded, 'keys are remembered');
    const { body: next } = await again.post('/payments', PAYMENT);
    assert.ok(next.id > refunded.body.id, 'ids go on growing');
    receiver.answerWith((_received, response) => void response.end());
    await running.client.chat('clock', { advanceMs: 3_600_000 });
    await eventually('all notices', async () =>
      (await again.books()).pendingNotifications.length === 0 ? true : undefined,
    );
    assert.equal((await again.get(`/payments/${opened.body.id}`)).body.status, 'canceled');
    assert.equal(await stop(running.child, 'SIGTERM'), 0);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test('dies with its parent', async () => {
  const running = await run({ SANDBOX_STATE: 'memory', ATLAS_PARENT_PIPE: '1' });
  const exited = once(running.child, 'exit');
  running.child.stdin?.end();
  assert.deepEqual(
    await within(
      'exit',
      () => 'running',
      () => exited,
    ),
    [0, null],
  );
});

test('names every wrong setting and exits 2', async () => {
  const text = await failure({
    SANDBOX_PORT: '99999',
    SANDBOX_HOST: '0.0.0.0',
    CRYPTOPAY_WEBHOOK_URL: 'https://example.org/secret-path',
    SANDBOX_CORE: '{}',
  });
  assert.match(text, /^2 /);
  for (const name of ['SANDBOX_PORT', 'SANDBOX_HOST', 'CRYPTOPAY_WEBHOOK_URL', 'SANDBOX_CORE']) {
    assert.match(text, new RegExp(`\\b${name} must`));
  }
  assert.equal(text.includes('secret-path'), false);
});

test('a used port and a damaged state are named, and left alone', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'atlas-sandbox-'));
  try {
    const file = join(directory, 'sandbox.sqlite');
    await writeFile(file, 'not a database, but long enough to look at'.repeat(50));
    const damaged = await failure({ SANDBOX_STATE_DIR: directory });
    assert.match(damaged, /^2 SANDBOX_STATE_DIR cannot be used: .*not a database/);
    assert.match(await readFile(file, 'utf8'), /^not a database/);
    const running = await run({ SANDBOX_STATE: 'memory' });
    const port = new URL(running.client.base).port;
    assert.equal(await failure({ SANDBOX_STATE: 'memory', SANDBOX_PORT: port }), '2 SANDBOX_PORT is in use');
    await stop(running.child, 'SIGTERM');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

async function failure(environment: Record<string, string>): Promise<string> {
  const child = start(environment);
  let text = '';
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, 'close');
  return `${code} ${text.trim()}`;
}

/** Has the bot send a file, and answers with its id. */
async function sendCsv(base: string, chatId: number): Promise<string> {
  const body = new FormData();
  body.set('chat_id', String(chatId));
  body.set('document', new Blob(['a,b']), 'a.csv');
  const answer = await fetch(`${base}/bot${DEFAULT_BOT_TOKEN}/sendDocument`, { method: 'POST', body });
  const { result } = (await answer.json()) as { result: { document: { file_id: string } } };
  return result.document.file_id;
}
