import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import { serialiseBody, signBody } from '../../src/sandbox/crypto-pay/signature.ts';
import { DEFAULT_CRYPTO_TOKEN } from '../../src/sandbox/settings.ts';
import {
  eventually,
  type Receiver,
  type SandboxClient,
  startReceiver,
  withSandbox,
} from './sandbox-client.ts';

const RUB = { currency_type: 'fiat', fiat: 'RUB', amount: '299.00' };

async function withProvider(
  work: (client: SandboxClient, receiver: Receiver) => Promise<void>,
): Promise<void> {
  await using receiver = await startReceiver();
  await withSandbox({ cryptoWebhookUrl: receiver.url }, (client) => work(client, receiver));
}

async function createInvoice(client: SandboxClient, fields: object = {}): Promise<number> {
  const { body } = await client.crypto('createInvoice', { ...RUB, ...fields });
  assert.equal(body.ok, true, JSON.stringify(body));
  return body.result.invoice_id;
}

const pay = (client: SandboxClient, invoiceId: number) => client.chat(`invoices/${invoiceId}/pay`, {});

test('signs raw bytes like the provider (vectors of Crypto Pay)', () => {
  const first =
    '{"update_id":1,"update_type":"invoice_paid","request_date":"2026-01-01T00:00:00.000Z",' +
    '"payload":{"invoice_id":1001,"status":"paid","payload":"ord_1"}}';
  const second =
    '{"update_id":2,"update_type":"invoice_paid","request_date":"2026-02-03T04:05:06.000Z",' +
    '"payload":{"invoice_id":1002,"status":"paid","currency_type":"fiat","fiat":"RUB","amount":"299.00",' +
    '"paid_asset":"USDT","paid_amount":"3.25","comment":"Привет \\u003cb\\u003e & ☕","payload":"ord_2"}}';
  const token = '12345:AAtestToken000000000000000000000';
  const signed = '37ddefc2cb0cda1f5cae72890fdb67f28976c9b42d49f1fce845ba62d53d790d';
  assert.equal(signBody(token, Buffer.from(first)), signed);
  assert.equal(
    signBody('98765:BBsecondToken', Buffer.from(second)),
    '1298e8e87732be88c8fabaa57c3668fc2cb87962f3337804d173b9d75aef62e7',
  );
  assert.equal(
    signBody('1:a', Buffer.from('{}')),
    'f8a1216e161d027f101c549e9812e6f8220764d301c60bffef097d6748dba16c',
  );
  assert.deepEqual(serialiseBody(JSON.parse(second)), Buffer.from(second));
  const hexKey = '2acfa950fe688a5d60d88aec3c29df83922681d81bc281f8a8fe035a324307a4';
  assert.notEqual(signBody(token, Buffer.from(first)), hexKey);
});

test('a paid invoice is told once, signed, with its brackets escaped', () =>
  withProvider(async (client, receiver) => {
    const invoiceId = await createInvoice(client, { payload: 'order <1>', description: 'Plus <30 days>' });
    await pay(client, invoiceId);
    const [received] = await receiver.waitFor(1);
    const signature = createHmac('sha256', sha256(DEFAULT_CRYPTO_TOKEN))
      .update(received?.raw ?? '')
      .digest('hex');
    assert.equal(received?.headers['crypto-pay-api-signature'], signature);
    assert.match(received?.raw.toString() ?? '', /order \\u003c1\\u003e/);
    const { update_type, payload } = (received?.body ?? {}) as {
      update_type: string;
      payload: Record<string, unknown>;
    };
    const { status, fiat, amount, paid_asset, paid_amount, paid_fiat_rate } = payload;
    assert.deepEqual([update_type, status, fiat, amount], ['invoice_paid', 'paid', 'RUB', '299.00']);
    assert.deepEqual([paid_asset, paid_amount, paid_fiat_rate], ['USDT', '3.7375', '80']);
    assert.equal(payload.payload, 'order <1>');
    const again = await fetch(`${client.base}/chat/invoices/${invoiceId}/pay`, {
      method: 'POST',
      body: '{}',
    });
    assert.deepEqual([again.status, await again.json()], [409, { error: 'this invoice is paid' }]);
    assert.equal(receiver.received.length, 1);
  }));

test('validates what it is asked', () =>
  withSandbox({}, async (client) => {
    const refused = async (method: string, parameters: object) => {
      const { status, body } = await client.crypto(method, parameters);
      return body.ok ? 'ok' : `${status} ${body.error?.code} ${body.error?.name}`;
    };
    const cases: [fields: object, name: string][] = [
      [{ amount: undefined }, 'AMOUNT_REQUIRED'],
      [{ amount: '0' }, 'AMOUNT_INVALID'],
      [{ amount: '-1' }, 'AMOUNT_INVALID'],
      [{ amount: '1e3' }, 'AMOUNT_INVALID'],
      [{ fiat: undefined }, 'FIAT_REQUIRED'],
      [{ fiat: 'XXX' }, 'FIAT_INVALID'],
      [{ currency_type: 'crypto' }, 'ASSET_REQUIRED'],
      [{ currency_type: 'gold' }, 'CURRENCY_TYPE_INVALID'],
      [{ accepted_assets: 'USDT,DOGE' }, 'ACCEPTED_ASSETS_INVALID'],
      [{ expires_in: 0 }, 'EXPIRES_IN_INVALID'],
      [{ expires_in: 2_678_401 }, 'EXPIRES_IN_INVALID'],
      [{ payload: 'я'.repeat(2049) }, 'PAYLOAD_INVALID'],
      [{ description: 'x'.repeat(1025) }, 'DESCRIPTION_INVALID'],
      [{ paid_btn_name: 'callback' }, 'PAID_BTN_URL_REQUIRED'],
      [{ paid_btn_name: 'callback', paid_btn_url: 'ftp://x' }, 'PAID_BTN_URL_INVALID'],
      [{ paid_btn_name: 'other', paid_btn_url: 'https://x' }, 'PAID_BTN_NAME_INVALID'],
    ];
    for (const [fields, name] of cases) {
      assert.equal(
        await refused('createInvoice', { ...RUB, ...fields }),
        `400 400 ${name}`,
        JSON.stringify(fields),
      );
    }
    assert.equal(await refused('getInvoices', { status: 'expired' }), '400 400 STATUS_INVALID');
    assert.equal(await refused('getInvoices', { count: 1001 }), '400 400 COUNT_INVALID');
    assert.equal(await refused('deleteInvoice', {}), '400 400 INVOICE_ID_REQUIRED');
    assert.equal(await refused('fly', {}), '405 405 METHOD_NOT_FOUND');
    const stranger = await fetch(`${client.base}/cryptopay/api/getMe`, {
      headers: { 'crypto-pay-api-token': 'x' },
    });
    assert.deepEqual(
      [stranger.status, await stranger.json()],
      [401, { ok: false, error: { code: 401, name: 'UNAUTHORIZED' } }],
    );
    for (const method of ['getMe', 'getBalance', 'getExchangeRates', 'getCurrencies']) {
      assert.equal(await refused(method, {}), 'ok');
    }
  }));

test('lists, deletes and expires invoices', () =>
  withSandbox({}, async (client) => {
    const list = async (filter: object = {}) =>
      (await client.crypto('getInvoices', filter)).body.result.items.map((invoice) => [
        invoice.invoice_id,
        invoice.status,
      ]);
    const [a, b, c, d] = [
      await createInvoice(client, { expires_in: 60 }),
      await createInvoice(client),
      await createInvoice(client),
      await createInvoice(client, { expires_in: '2678400' }),
    ];
    await pay(client, b);
    assert.equal((await client.crypto('deleteInvoice', { invoice_id: c })).body.ok, true);
    assert.equal(
      (await client.crypto('deleteInvoice', { invoice_id: b })).body.error?.name,
      'INVOICE_NOT_FOUND',
    );
    await client.chat('clock', { advanceMs: 59_999 });
    assert.deepEqual(await list(), [
      [d, 'active'],
      [b, 'paid'],
      [a, 'active'],
    ]);
    await client.chat('clock', { advanceMs: 1 });
    assert.deepEqual(await list({ invoice_ids: `${a},${d}` }), [
      [d, 'active'],
      [a, 'expired'],
    ]);
    assert.deepEqual(await list({ status: 'active', count: 1 }), [[d, 'active']]);
    assert.deepEqual(await list({ status: 'paid' }), [[b, 'paid']]);
    const late = await fetch(`${client.base}/chat/invoices/${a}/pay`, { method: 'POST' });
    assert.equal(late.status, 409);
  }));

test('lists page by page, newest first, and deletes only what is active', () =>
  withSandbox({}, async (client) => {
    const ids: number[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift(await createInvoice(client));
    for (const id of ids) await pay(client, id);
    const page = async (offset: unknown) => {
      const { body } = await client.crypto('getInvoices', { status: 'paid', offset, count: 2 });
      return body.ok ? body.result.items.map(({ invoice_id }) => invoice_id) : body.error?.name;
    };
    assert.deepEqual([await page(0), await page(2)], [ids.slice(0, 2), ids.slice(2, 4)]);
    assert.deepEqual([await page('4'), await page(5)], [ids.slice(4), []]);
    assert.deepEqual([await page(-1), await page('x')], ['OFFSET_INVALID', 'OFFSET_INVALID']);
    const unpaid = await createInvoice(client);
    const remove = async (invoice_id: number) => {
      const { status, body } = await client.crypto('deleteInvoice', { invoice_id });
      return body.ok ? body.result : `${status} ${body.error?.name}`;
    };
    assert.deepEqual([await remove(unpaid), await remove(unpaid)], [true, '400 INVOICE_NOT_FOUND']);
    assert.equal(await remove(ids[0] ?? 0), '400 INVOICE_NOT_FOUND');
    const late = await fetch(`${client.base}/chat/invoices/${unpaid}/pay`, { method: 'POST' });
    assert.equal(late.status, 404);
  }));

test('the switches duplicate and delay the next webhook, once', () =>
  withProvider(async (client, receiver) => {
    const [a, b] = [await createInvoice(client), await createInvoice(client)];
    await client.chat('switches', { duplicateNextWebhook: 2, delayNextWebhookMs: 5_000 });
    await pay(client, a);
    assert.deepEqual((await client.chat('state')).switches, {
      duplicateNextWebhook: 0,
      delayNextWebhookMs: 0,
      nodeDown: false,
    });
    await pay(client, b);
    const idOf = (one: { body: Record<string, unknown> }) =>
      (one.body.payload as { invoice_id: number }).invoice_id;
    assert.deepEqual((await receiver.waitFor(1)).map(idOf), [b]);
    await client.chat('clock', { advanceMs: 5_000 });
    assert.deepEqual((await receiver.waitFor(4)).map(idOf), [b, a, a, a]);
  }));

test('a refused webhook is tried 17 times over 3 days, then webhooks are switched off', () =>
  withProvider(async (client, receiver) => {
    receiver.answerWith((_received, response) => void response.writeHead(500).end());
    await pay(client, await createInvoice(client));
    type Transcript = { pendingProviderWebhooks: { failures: number }[]; providerWebhooksEnabled: boolean };
    const transcript = () => client.chat<Transcript>('transcript');
    for (let failures = 1; failures <= 16; failures += 1) {
      await eventually(`failure ${failures}`, async () =>
        (await transcript()).pendingProviderWebhooks[0]?.failures === failures ? true : undefined,
      );
      await client.chat('clock', { advanceMs: failures < 16 ? 64_800_000 : 101_592_000 });
    }
    await eventually('the switch off', async () =>
      (await transcript()).providerWebhooksEnabled ? undefined : true,
    );
    assert.equal(receiver.received.length, 17);
    await pay(client, await createInvoice(client));
    assert.equal((await transcript()).pendingProviderWebhooks.length, 0);
    receiver.answerWith((_received, response) => void response.end());
    await client.chat('provider-webhooks', { isEnabled: true });
    await pay(client, await createInvoice(client));
    await receiver.waitFor(18);
  }));

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
