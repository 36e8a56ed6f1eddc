import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_YOOKASSA_SECRET_KEY, DEFAULT_YOOKASSA_SHOP_ID } from '../../src/sandbox/settings.ts';
import { eventually, type Receiver, startReceiver, withSandbox } from './sandbox-client.ts';
import { createYooKassaClient, PAYMENT, type YooKassaClient } from './yookassa-client.ts';

async function withShop(
  work: (shop: YooKassaClient, receiver: Receiver) => Promise<void>,
  options: object = {},
): Promise<void> {
  await using receiver = await startReceiver();
  await withSandbox({ yookassaWebhookUrl: receiver.url, ...options }, (client) =>
    work(createYooKassaClient(client), receiver),
  );
}

const receiptOf = (value: string) => ({
  customer: { email: 'a@example.org' },
  items: [
    {
      description: 'Basic',
      quantity: '1.00',
      amount: { value, currency: 'RUB' },
      vat_code: 1,
      payment_subject: 'service',
      payment_mode: 'full_payment',
    },
  ],
});

test('a payment is pending until it is paid, and told once', () =>
  withShop(async (shop, receiver) => {
    const { body: opened } = await shop.post('/payments', PAYMENT);
    assert.match(opened.id, /^[0-9a-f]{8}-000f-5000-8000-[0-9a-f]{12}$/);
    assert.deepEqual([opened.status, opened.paid, opened.amount], ['pending', false, PAYMENT.amount]);
    assert.equal(opened.confirmation.confirmation_url, `${shop.client.base}/yookassa/checkout/${opened.id}`);
    await shop.pay(opened.id);
    const [notice] = await receiver.waitFor(1);
    const { body: paid } = await shop.get(`/payments/${opened.id}`);
    assert.deepEqual(notice?.body, { type: 'notification', event: 'payment.succeeded', object: paid });
    assert.deepEqual(
      [paid.status, paid.paid, paid.refundable, paid.captured_at, paid.metadata, paid.confirmation],
      ['succeeded', true, true, '2026-01-01T12:00:00.000Z', PAYMENT.metadata, undefined],
    );
    const names = Object.keys(notice?.headers ?? {}).filter((name) => /sign|yookassa/.test(name));
    assert.deepEqual(names, [], 'nothing is signed');
    await assert.rejects(shop.pay(opened.id), /this payment is succeeded/);
    assert.equal(receiver.received.length, 1);
  }));

test('a key makes a POST act once', () =>
  withShop(async (shop) => {
    const first = await shop.post('/payments', PAYMENT, 'key-1');
    await shop.pay(first.body.id);
    assert.deepEqual(await shop.post('/payments', PAYMENT, 'key-1'), first, 'the answer as it was');
    const other = { ...PAYMENT, amount: { value: '1.00', currency: 'RUB' } };
    const duplicated = await shop.post('/payments', other, 'key-1');
    assert.deepEqual([duplicated.status, duplicated.body.code], [400, 'invalid_request']);
    const elsewhere = await shop.post('/refunds', PAYMENT, 'key-1');
    assert.deepEqual([elsewhere.status, elsewhere.body.description], [400, 'Idempotence key duplicated']);
    for (const key of [undefined, '', 'k'.repeat(65)]) {
      const refused = await shop.post('/payments', PAYMENT, key ?? null);
      assert.deepEqual([refused.status, refused.body.parameter], [400, 'Idempotence-Key'], key);
    }
    assert.equal((await shop.post('/payments', PAYMENT, 'k'.repeat(64))).status, 200);
    const wrong = { ...PAYMENT, amount: { value: '0', currency: 'RUB' } };
    assert.equal((await shop.post('/payments', wrong, 'key-2')).status, 400);
    assert.equal((await shop.post('/payments', PAYMENT, 'key-2')).status, 200, 'a refusal is not remembered');
    await shop.client.chat('clock', { advanceMs: 24 * 3_600_000 });
    const next = await shop.post('/payments', PAYMENT, 'key-1');
    assert.notEqual(next.body.id, first.body.id, 'forgotten after a day');
  }));

test('validates what it is asked', () =>
  withShop(async (shop) => {
    const rub = (value: unknown) => ({ value, currency: 'RUB' });
    const cases: [fields: object, parameter: string][] = [
      [{ amount: undefined }, 'amount'],
      [{ amount: rub('149') }, 'amount.value'],
      [{ amount: rub('149.0') }, 'amount.value'],
      [{ amount: rub('149.000') }, 'amount.value'],
      [{ amount: rub('-1.00') }, 'amount.value'],
      [{ amount: rub('0.99') }, 'amount.value'],
      [{ amount: rub(149) }, 'amount.value'],
      [{ amount: { value: '149.00', currency: 'USD' } }, 'amount.currency'],
      [{ description: 'x'.repeat(129) }, 'description'],
      [{ confirmation: undefined }, 'confirmation'],
      [{ confirmation: { type: 'redirect', return_url: 'tg://x' } }, 'confirmation.return_url'],
      [{ metadata: { invoice_id: 'x'.repeat(513) } }, 'metadata.invoice_id'],
      [{ metadata: { invoice_id: 1 } }, 'metadata.invoice_id'],
      [{ receipt: receiptOf('148.99') }, 'receipt.items'],
      [{ receipt: { ...receiptOf('149.00'), customer: {} } }, 'receipt.customer'],
      [{ receipt: { ...receiptOf('149.00'), items: [] } }, 'receipt.items'],
      [{ expires_in: 1800 }, 'body'],
    ];
    for (const [fields, parameter] of cases) {
      const { status, body } = await shop.post('/payments', { ...PAYMENT, ...fields });
      const seen = [status, body.type, body.code, body.parameter];
      assert.deepEqual(seen, [400, 'error', 'invalid_request', parameter], JSON.stringify(fields));
    }
    assert.equal((await shop.post('/payments', { ...PAYMENT, receipt: receiptOf('149.00') })).status, 200);
    for (const [query, parameter] of [
      ['limit=101', 'limit'],
      ['limit=0', 'limit'],
      ['cursor=nowhere', 'cursor'],
      ['created_at.gte=soon', 'created_at.gte'],
      ['created_at.around=2026-01-01', 'created_at.around'],
      ['metadata=x', 'metadata'],
    ]) {
      const { status, body } = await shop.get(`/payments?${query}`);
      assert.deepEqual([status, body.parameter], [400, parameter]);
    }
  }));

test('knows its shop, and says so about what it does not know', () =>
  withShop(async (shop) => {
    const url = `${shop.client.base}/yookassa/v3/payments`;
    const shopId = DEFAULT_YOOKASSA_SHOP_ID;
    for (const credentials of ['', `${shopId}:wrong`, `1:${DEFAULT_YOOKASSA_SECRET_KEY}`]) {
      const answer = await fetch(url, { headers: { authorization: `Basic ${btoa(credentials)}` } });
      const { code } = (await answer.json()) as { code: string };
      assert.deepEqual([answer.status, code], [401, 'invalid_credentials']);
    }
    assert.equal((await fetch(url)).status, 401);
    for (const path of ['/payments/none', '/refunds/none', '/nothing']) {
      const { status, body } = await shop.get(path);
      assert.deepEqual([status, body.code], [404, 'not_found'], path);
    }
  }));

test('cancels only what waits for capture; the rest ends by itself', () =>
  withShop(async (shop, receiver) => {
    const { body: pending } = await shop.post('/payments', PAYMENT);
    const refused = await shop.post(`/payments/${pending.id}/cancel`, {});
    assert.deepEqual([refused.status, refused.body.code], [400, 'invalid_request']);
    const { body: held } = await shop.post('/payments', { ...PAYMENT, capture: false });
    await shop.pay(held.id);
    const cancelled = await shop.post(`/payments/${held.id}/cancel`, {});
    assert.deepEqual([cancelled.body.status, cancelled.body.paid], ['canceled', false]);
    const { body: declined } = await shop.post('/payments', PAYMENT);
    await shop.client.chat('yookassa/cancel', { paymentId: declined.id });
    await shop.client.chat('clock', { advanceMs: 3_599_999 });
    assert.equal((await shop.get(`/payments/${pending.id}`)).body.status, 'pending');
    await shop.client.chat('clock', { advanceMs: 1 });
    const told = (await receiver.waitFor(4)).map(({ body }) => {
      const object = body.object as { id: string; cancellation_details?: { reason: string } };
      return [body.event, object.id, object.cancellation_details?.reason];
    });
    assert.deepEqual(
      told.sort(),
      [
        ['payment.canceled', pending.id, 'expired_on_confirmation'],
        ['payment.canceled', held.id, 'canceled_by_merchant'],
        ['payment.canceled', declined.id, 'general_decline'],
        ['payment.waiting_for_capture', held.id, undefined],
      ].sort(),
    );
    await assert.rejects(shop.pay(pending.id), /this payment is canceled/);
  }));

test('gives back no more than was paid, here and in the cabinet', () =>
  withShop(async (shop, receiver) => {
    const { body: payment } = await shop.post('/payments', PAYMENT);
    const refund = (value: string, fields: object = {}) => {
      const amount = { value, currency: 'RUB' };
      return shop.post('/refunds', { payment_id: payment.id, amount, ...fields });
    };
    assert.equal((await refund('10.00')).status, 400, 'nothing is paid yet');
    await shop.pay(payment.id);
    assert.equal((await refund('10.00', { receipt: receiptOf('9.99') })).status, 400);
    const { body: part } = await refund('100.00', { receipt: receiptOf('100.00') });
    assert.deepEqual([part.status, part.payment_id, part.amount.value], ['succeeded', payment.id, '100.00']);
    assert.equal((await refund('49.01')).body.parameter, 'amount.value');
    const cabinet = await shop.client.chat<{ id: string; amount: { value: string } }>('yookassa/refund', {
      paymentId: payment.id,
      value: '9.00',
    });
    const rest = await shop.client.chat<{ id: string; amount: { value: string } }>('yookassa/refund', {
      paymentId: payment.id,
    });
    assert.deepEqual([cabinet.amount.value, rest.amount.value], ['9.00', '40.00']);
    const { body: after } = await shop.get(`/payments/${payment.id}`);
    assert.deepEqual([after.refunded_amount?.value, after.refundable], ['149.00', false]);
    const told = (await receiver.waitFor(4)).map(
      ({ body }) => `${body.event} ${(body.object as { id: string }).id}`,
    );
    for (const { id } of [part, cabinet, rest]) assert.ok(told.includes(`refund.succeeded ${id}`));
    const { body: listed } = await shop.get(`/refunds?payment_id=${payment.id}`);
    assert.deepEqual(
      listed.items.map(({ id }) => id),
      [rest.id, cabinet.id, part.id],
    );
    assert.deepEqual((await shop.get(`/refunds/${part.id}`)).body, part);
  }));

test('lists by status and moment, newest first, page by page', () =>
  withShop(async (shop) => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      ids.unshift((await shop.post('/payments', PAYMENT)).body.id);
      await shop.client.chat('clock', { advanceMs: 1_000 });
    }
    const read = async (query: string) => (await shop.get(`/payments?${query}`)).body;
    const first = await read('limit=2');
    const second = await read(`limit=2&cursor=${first.next_cursor}`);
    const third = await read(`limit=2&cursor=${second.next_cursor}`);
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    assert.deepEqual(seen, ids);
    assert.equal(third.next_cursor, undefined);
    const range = 'created_at.gte=2026-01-01T12:00:01.000Z&created_at.lt=2026-01-01T12:00:03.000Z';
    assert.deepEqual(
      (await read(range)).items.map(({ id }) => id),
      [ids[2], ids[3]],
    );
    await shop.pay(ids[4] ?? '');
    assert.deepEqual(
      (await read('status=succeeded')).items.map(({ id }) => id),
      [ids[4]],
    );
    const captured = 'captured_at.gt=2026-01-01T12:00:04.999Z&captured_at.lte=2026-01-01T12:00:05.000Z';
    assert.deepEqual(
      (await read(captured)).items.map(({ id }) => id),
      [ids[4]],
    );
  }));

test('repeats a notification for a day, until it is answered 200', () =>
  withShop(async (shop, receiver) => {
    receiver.answerWith((_received, response) => void response.writeHead(202).end());
    await shop.pay((await shop.post('/payments', PAYMENT)).body.id);
    const pending = async () => (await shop.books()).pendingNotifications;
    for (let failures = 1; failures <= 14; failures += 1) {
      await eventually(`failure ${failures}`, async () =>
        (await pending())[0]?.failures === failures ? true : undefined,
      );
      const [waiting] = await pending();
      const { nowMs } = await shop.client.chat<{ nowMs: number }>('clock', { advanceMs: 0 });
      await shop.client.chat('clock', { advanceMs: (waiting?.nextAttemptAtMs ?? 0) - nowMs });
    }
    await eventually('the end', async () => ((await pending()).length === 0 ? true : undefined));
    assert.equal(receiver.received.length, 15);
    const { nowMs } = await shop.client.chat<{ nowMs: number }>('clock', { advanceMs: 0 });
    assert.equal(nowMs - Date.parse('2026-01-01T12:00:00.000Z'), 86_400_000);
    receiver.answerWith((_received, response) => void response.end());
    await shop.client.chat('switches', { duplicateNextWebhook: 1 });
    await shop.pay((await shop.post('/payments', PAYMENT)).body.id);
    await receiver.waitFor(17);
    await eventually('both taken', async () => ((await pending()).length === 0 ? true : undefined));
  }));

test('a planned fault loses the answer and not the payment', () =>
  withShop(async (shop) => {
    const fault = { api: 'yookassa', method: 'createPayment', kind: 'status', status: 500, when: 'after' };
    await shop.client.chat('faults', fault);
    assert.equal((await shop.post('/payments', PAYMENT, 'key')).status, 500);
    const { body } = await shop.post('/payments', PAYMENT, 'key');
    assert.deepEqual(
      (await shop.books()).payments.map(({ id }) => id),
      [body.id],
    );
  }));

test('a person pays on its page', () =>
  withShop(async (shop) => {
    const { body } = await shop.post('/payments', { ...PAYMENT, description: '<b>Basic</b>' });
    const address = body.confirmation.confirmation_url;
    const page = await (await fetch(address)).text();
    assert.match(page, /149\.00 RUB/);
    assert.match(page, /&lt;b>Basic/);
    const stranger = await fetch(`${address}/pay`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    assert.equal(stranger.status, 403);
    const paid = await fetch(`${address}/pay`, { method: 'POST' });
    assert.match(await paid.text(), /Оплачен/);
    assert.equal((await shop.get(`/payments/${body.id}`)).body.status, 'succeeded');
    assert.equal((await fetch(`${address}/pay`, { method: 'POST' })).status, 409);
    assert.equal((await fetch(`${shop.client.base}/yookassa/checkout/none`)).status, 404);
  }));
