import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kopecks } from '../../domain/money/money.ts';
import type { HttpClient, HttpRequest } from '../../lib/http-client.ts';
import { createYooKassa, type YooKassaSettings } from './create-yookassa.ts';
import fixtures from './fixtures.json' with { type: 'json' };

const GENUINE = '185.71.76.1';
const invoiceId = fixtures.pendingPayment.metadata.invoice_id;
const settings: YooKassaSettings = {
  shopId: '100500',
  secretKey: 'live_secret',
  basePath: '/v3',
  returnUrl: 'https://t.me/atlas',
  receipt: { email: 'receipts@example.org', vatCode: 1 },
};

/** The adapter over recorded answers, in order, and what it has asked. */
function replay(answers: [status: number, body: unknown][], changes: Partial<YooKassaSettings> = {}) {
  const asked: HttpRequest[] = [];
  const http: HttpClient = {
    async request(request) {
      asked.push(request);
      const [status, body] = answers.shift() ?? assert.fail(`not expected: ${request.path}`);
      return { status, headers: {}, body: Buffer.from(JSON.stringify(body)) };
    },
    close: async () => undefined,
  };
  return { provider: createYooKassa({ ...settings, ...changes }, http), asked };
}

const notice = (body: unknown, address = GENUINE, headers = {}) => ({
  headers,
  rawBody: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  address,
});
const told = (event: string, object: unknown) => ({ type: 'notification', event, object });
const request = {
  invoiceId,
  amountKopecks: kopecks(14900n),
  description: `Atlas Secure: ${'месяц '.repeat(40)}`,
  expiresInSeconds: 1800,
  payerTelegramId: 1n,
};
const noRefunds = { type: 'list', items: [] };
const refundRequest = {
  refundId: 'refund-1',
  providerChargeId: fixtures.succeededPayment.id,
  payerTelegramId: null,
  providerAmount: '49.00',
  providerCurrency: 'RUB',
  reason: 'a third was used',
};
const charge = {
  provider: 'yookassa',
  providerChargeId: '23d93cac-000f-5000-8000-126628f15141',
  invoiceId,
  providerAmount: '149.00',
  providerCurrency: 'RUB',
  payerTelegramId: null,
  chargedAt: new Date('2026-01-22T14:32:05.540Z'),
};
const refund = {
  provider: 'yookassa',
  providerChargeId: '23d93cac-000f-5000-8000-126628f15141',
  providerRefundId: '216749f7-0016-50be-b000-078d43a63ae4',
  providerAmount: '49.00',
  providerCurrency: 'RUB',
  isChargeback: false,
  refundedAt: new Date('2026-01-23T09:11:00.000Z'),
};

describe('a payment at YooKassa', () => {
  it('is asked for under our own id, with a receipt that adds up', async () => {
    const { provider, asked } = replay([[200, fixtures.pendingPayment]]);
    const opened = await provider.create(request, false);
    assert.equal(opened.payUrl, fixtures.pendingPayment.confirmation.confirmation_url);
    assert.equal(`${opened.providerAmount} ${opened.providerCurrency}`, '149.00 RUB');
    const [sent] = asked;
    assert.equal(`${sent?.method} ${sent?.path}`, 'POST /v3/payments');
    assert.equal(sent?.headers?.['idempotence-key'], invoiceId);
    assert.equal(sent?.headers?.authorization, `Basic ${btoa('100500:live_secret')}`);
    const body = JSON.parse(String(sent?.body));
    assert.deepEqual(body.amount, { value: '149.00', currency: 'RUB' });
    assert.equal(body.capture, true);
    assert.deepEqual(body.confirmation, { type: 'redirect', return_url: 'https://t.me/atlas' });
    assert.deepEqual(body.metadata, { invoice_id: invoiceId });
    assert.equal(body.description.length, 128);
    assert.deepEqual(body.receipt.customer, { email: 'receipts@example.org' });
    assert.deepEqual(
      body.receipt.items.map((item: object) => ({ ...item, description: '' })),
      [
        {
          description: '',
          quantity: '1.00',
          amount: body.amount,
          vat_code: 1,
          payment_subject: 'service',
          payment_mode: 'full_payment',
        },
      ],
    );
  });

  it('is asked for without a receipt when none are sent through YooKassa', async () => {
    const { provider, asked } = replay([[200, fixtures.pendingPayment]], { receipt: null });
    await provider.create(request, false);
    assert.equal('receipt' in JSON.parse(String(asked[0]?.body)), false);
  });

  for (const [status, body] of [
    [500, fixtures.invalidRequest],
    [429, { ...fixtures.invalidRequest, code: 'too_many_requests' }],
    [202, fixtures.processing],
    [502, 'Bad gateway'],
  ] as const) {
    it(`is asked for again under the same key after HTTP ${status}, which decides nothing`, async () => {
      const { provider, asked } = replay([
        [status, body],
        [200, fixtures.pendingPayment],
      ]);
      await provider.create(request, false);
      assert.deepEqual(
        asked.map(({ headers, body: sent }) => [headers?.['idempotence-key'], sent]),
        [1, 2].map(() => [invoiceId, asked[0]?.body]),
      );
    });
  }

  it('is refused for good by what the provider does not accept', async () => {
    const { provider } = replay([[401, fixtures.invalidCredentials]]);
    await assert.rejects(provider.create(request, false), { code: 'provider-refused', isRetryable: false });
  });

  for (const [body, kind] of [
    [fixtures.pendingPayment, 'unpaid'],
    [fixtures.canceledPayment, 'declined'],
    [fixtures.succeededPayment, 'ok'],
  ] as const) {
    it(`is ${kind} when it is ${body.status}`, async () => {
      const { provider } = replay([[200, body]]);
      const [verdict] = await provider.fetch([{ invoiceId, providerInvoiceId: body.id }]);
      assert.equal(verdict?.kind, kind);
    });
  }

  it('that lost its name is found by our id among the newest, and a paid one hides others', async () => {
    const items = [fixtures.canceledPayment, { id: 'of a shape nobody knows' }];
    const { provider, asked } = replay([
      [200, { type: 'list', items, next_cursor: 'next' }],
      [200, { type: 'list', items: [fixtures.paymentOfACabinetInvoice, fixtures.succeededPayment] }],
    ]);
    const stranger = { invoiceId: 'another', providerInvoiceId: null };
    const verdicts = await provider.fetch([{ invoiceId, providerInvoiceId: null }, stranger]);
    assert.deepEqual(verdicts, [{ kind: 'ok', charge }, { kind: 'unknown' }]);
    assert.deepEqual(
      asked.map(({ path }) => path),
      ['/v3/payments?limit=100', '/v3/payments?limit=100&cursor=next'],
    );
  });
});

describe('a notice of YooKassa', () => {
  const succeeded = told('payment.succeeded', fixtures.succeededPayment);

  it('is a hint that the provider itself confirms', async () => {
    const { provider, asked } = replay([[200, fixtures.succeededPayment]]);
    const verified = provider.verify(notice(succeeded));
    assert.ok(verified.ok);
    assert.deepEqual(verified.event, {
      objectId: fixtures.succeededPayment.id,
      state: 'payment.succeeded',
      charge: null,
      refund: null,
      isHint: true,
    });
    assert.equal(asked.length, 0, 'verifying asks nobody');
    assert.deepEqual(await provider.confirm(verified.event), { ...verified.event, charge, isHint: false });
    assert.equal(asked[0]?.path, `/v3/payments/${fixtures.succeededPayment.id}`);
  });

  it('tells of a refund that was made in the cabinet', async () => {
    const { provider, asked } = replay([[200, fixtures.succeededRefund]]);
    const verified = provider.verify(notice(told('refund.succeeded', fixtures.succeededRefund)));
    assert.ok(verified.ok);
    assert.deepEqual(await provider.confirm(verified.event), { ...verified.event, refund, isHint: false });
    assert.equal(asked[0]?.path, `/v3/refunds/${fixtures.succeededRefund.id}`);
  });

  it('may say what it likes: status, amount and metadata are the answer’s', async () => {
    const { provider } = replay([
      [200, fixtures.pendingPayment],
      [404, fixtures.notFound],
      [200, fixtures.paymentOfACabinetInvoice],
    ]);
    const confirmed = async () => {
      const verified = provider.verify(notice(succeeded));
      return verified.ok ? (await provider.confirm(verified.event)).charge : assert.fail();
    };
    assert.equal(await confirmed(), null, 'not paid');
    assert.equal(await confirmed(), null, 'of another shop, or of none');
    const foreign = await confirmed();
    assert.deepEqual(
      [foreign?.invoiceId, foreign?.providerAmount, foreign?.chargedAt.toISOString()],
      [null, '500.00', '2026-01-22T15:00:00.000Z'],
      'money without an invoice of ours is money all the same',
    );
  });

  it('is refused from elsewhere, whatever its headers claim', () => {
    const { provider } = replay([]);
    const headers = {
      'x-yookassa-signature': 'v1 0f1e2d3c4b5a',
      'x-forwarded-for': GENUINE,
      'x-real-ip': GENUINE,
    };
    for (const address of ['203.0.113.9', '::ffff:203.0.113.9', '185.71.76.32', '']) {
      const refused = { ok: false, refusal: 'bad-address' };
      assert.deepEqual(provider.verify(notice(succeeded, address, headers)), refused, address);
    }
  });

  it('is taken from IPv4 written as IPv6, and a header that looks like a signature changes nothing', () => {
    const { provider } = replay([]);
    const plain = provider.verify(notice(succeeded));
    assert.equal(plain.ok, true);
    const forged = { 'x-yookassa-signature': 'forged' };
    assert.deepEqual(provider.verify(notice(succeeded, `::ffff:${GENUINE}`, forged)), plain);
  });

  it('that nobody understands is kept under its hash and moves no money', async () => {
    const { provider } = replay([]);
    const bodies = [
      {},
      [],
      null,
      told('payout.succeeded', { id: 'po-1' }),
      told('payment.succeeded', { id: '../refunds/1' }),
      told('payment.succeeded', {}),
      { ...succeeded, type: 'other' },
    ];
    const ids = new Set<string>();
    for (const body of bodies) {
      const verified = provider.verify(notice(body));
      assert.ok(verified.ok);
      const { objectId, ...rest } = verified.event;
      assert.match(objectId, /^[0-9a-f]{64}$/);
      assert.deepEqual(rest, { state: 'unreadable', charge: null, refund: null, isHint: false });
      assert.deepEqual(await provider.confirm(verified.event), verified.event);
      assert.deepEqual(provider.readStored(JSON.stringify(body)), verified.event);
      ids.add(objectId);
    }
    assert.equal(ids.size, bodies.length);
    assert.deepEqual(provider.verify(notice('not JSON')), { ok: false, refusal: 'bad-body' });
  });
});

describe('a refund at YooKassa', () => {
  const cases: [name: string, status: number, body: unknown, verdict: object][] = [
    ['is done when it succeeded', 200, fixtures.succeededRefund, { kind: 'ok', refund }],
    ['is not known while it is pending', 200, fixtures.pendingRefund, { kind: 'unknown' }],
    [
      'is declined with the reason when it was cancelled',
      200,
      fixtures.canceledRefund,
      { kind: 'declined', reason: 'insufficient_funds' },
    ],
    [
      'is declined with the code when it was refused',
      400,
      fixtures.invalidRequest,
      { kind: 'declined', reason: 'invalid_request' },
    ],
  ];
  for (const [name, status, body, verdict] of cases) {
    it(name, async () => {
      const { provider, asked } = replay([
        [200, noRefunds],
        [status, body],
      ]);
      assert.deepEqual(await provider.refund?.(refundRequest), verdict);
      assert.equal(asked[1]?.headers?.['idempotence-key'], 'refund-1');
      const sent = JSON.parse(String(asked[1]?.body));
      assert.equal(sent.description, 'a third was used [refund-1]');
      assert.deepEqual(sent.amount, { value: '49.00', currency: 'RUB' });
      assert.deepEqual(sent.receipt.items[0].amount, sent.amount, 'a refund has a receipt of its own');
    });
  }

  it('is not known after answers that decide nothing', async () => {
    const undecided: [number, unknown][] = [
      [500, fixtures.invalidRequest],
      [202, fixtures.processing],
      [503, 'down'],
    ];
    const { provider, asked } = replay([[200, noRefunds], ...undecided]);
    assert.deepEqual(await provider.refund?.(refundRequest), { kind: 'unknown' });
    const keys = asked.slice(1).map(({ headers }) => headers?.['idempotence-key']);
    assert.deepEqual(keys, ['refund-1', 'refund-1', 'refund-1']);
  });

  it('that was made before is found and not made again, whatever has become of it', async () => {
    for (const [body, verdict] of [
      [fixtures.succeededRefund, { kind: 'ok', refund }],
      [fixtures.pendingRefund, { kind: 'unknown' }],
      [fixtures.canceledRefund, { kind: 'declined', reason: 'insufficient_funds' }],
    ] as const) {
      const other = { ...fixtures.succeededRefund, id: 'another', description: 'a third [refund-11]' };
      const ours = { ...body, description: 'a third was used [refund-1]' };
      const { provider, asked } = replay([[200, { type: 'list', items: [other, ours] }]]);
      assert.deepEqual(await provider.refund?.(refundRequest), verdict);
      assert.equal(asked[0]?.path, `/v3/refunds?payment_id=${fixtures.succeededPayment.id}&limit=100`);
    }
  });
});

describe('the books of YooKassa', () => {
  const range = { since: new Date('2026-01-22T00:00:00Z'), until: new Date('2026-01-24T00:00:00Z') };

  it('are read by capture time and page by page, then the refunds', async () => {
    const { provider, asked } = replay([
      [200, { type: 'list', items: [fixtures.succeededPayment], next_cursor: 'c1' }],
      [200, { type: 'list', items: [] }],
      [200, { type: 'list', items: [fixtures.succeededRefund] }],
    ]);
    const records = [];
    for await (const record of provider.list?.(range) ?? []) records.push(record);
    assert.deepEqual(records, [
      { kind: 'charge', charge },
      { kind: 'refund', refund },
    ]);
    const paths = asked.map(({ path }) => decodeURIComponent(path));
    const payments =
      '/v3/payments?status=succeeded&captured_at.gte=2026-01-22T00:00:00.000Z&captured_at.lt=2026-01-24T00:00:00.000Z';
    const refunds =
      '/v3/refunds?status=succeeded&created_at.gte=2026-01-22T00:00:00.000Z&created_at.lt=2026-01-24T00:00:00.000Z';
    assert.deepEqual(paths, [
      `${payments}&limit=100`,
      `${payments}&limit=100&cursor=c1`,
      `${refunds}&limit=100`,
    ]);
  });
});
