import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HttpClient } from '../../lib/http-client.ts';
import { createCryptoPay } from './create-crypto-pay.ts';
import fixtures from './fixtures.json' with { type: 'json' };

type Call = { method: string; body: Record<string, unknown> };

/** The adapter over answers made for each call, and what it has asked. */
function answering(answer: (call: Call) => unknown) {
  const asked: Call[] = [];
  const http: HttpClient = {
    async request({ path, body }) {
      const call = { method: path.replace('/api/', ''), body: JSON.parse(String(body)) };
      asked.push(call);
      return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(answer(call))) };
    },
    close: async () => undefined,
  };
  const settings = { token: fixtures.token, basePath: '/api', acceptedAssets: 'USDT' };
  return { provider: createCryptoPay(settings, http), asked };
}

const items = (...found: unknown[]) => ({ ok: true, result: { items: found } });
const refusal = (name: string) => ({ ok: false, error: { code: 400, name } });
const range = { since: new Date('2026-01-22T00:00:00Z'), until: new Date('2026-01-24T00:00:00Z') };
const days = (count: number) => new Date(range.since.getTime() + count * 86_400_000).toISOString();
const paid = (invoice_id: number, paid_at: string, created_at = paid_at) => ({
  ...fixtures.paidInvoice,
  invoice_id,
  paid_at,
  created_at,
});

describe('a notice of Crypto Pay', () => {
  const { provider } = answering(() => assert.fail('a notice asks nobody'));
  const notice = (body: string, signature: string) => ({
    headers: { 'crypto-pay-api-signature': signature },
    rawBody: Buffer.from(body),
    address: '203.0.113.9',
  });

  for (const { name, body, signature } of fixtures.notices) {
    it(`that is ${name} is kept whole and moves no money, for it says too little`, async () => {
      const verified = provider.verify(notice(body, signature));
      assert.ok(verified.ok);
      const { objectId, ...rest } = verified.event;
      assert.match(objectId, /^[0-9a-f]{64}$/);
      assert.deepEqual(rest, { state: 'unreadable', charge: null, refund: null, isHint: false });
      assert.equal(await provider.confirm(verified.event), verified.event);
    });
  }

  it('is refused with another signature, and with none', () => {
    const [{ body } = { body: '' }] = fixtures.notices;
    const refused = { ok: false, refusal: 'bad-signature' };
    assert.deepEqual(provider.verify(notice(body, fixtures.keyedWithHexText)), refused);
    assert.deepEqual(provider.verify({ ...notice(body, ''), headers: {} }), refused);
  });
});

describe('the books of Crypto Pay', () => {
  const list = async (pages: (offset: number) => unknown[]) => {
    const { provider, asked } = answering(({ body }) => items(...pages(Number(body.offset))));
    const ids: string[] = [];
    for await (const record of provider.list?.(range) ?? []) {
      if (record.kind === 'charge') ids.push(record.charge.providerChargeId);
    }
    return { ids, asked };
  };
  const page = (newest: number, at: string) =>
    Array.from({ length: 200 }, (_, index) => paid(newest - index, at));

  it('are read by offset to the end, filtered by when it was paid', async () => {
    const { ids, asked } = await list((offset) =>
      offset === 0
        ? [paid(9, days(2)), ...page(1000, days(1)), paid(8, days(0))].slice(0, 200)
        : [paid(4, days(1.5)), paid(3, days(-0.001)), paid(2, days(0), days(-20))],
    );
    assert.equal(ids.length, 199 + 2);
    assert.ok(!ids.includes('9') && !ids.includes('3'), 'until is excluded, and what was before since');
    assert.deepEqual(ids.slice(-2), ['4', '2'], 'an old invoice that was paid late');
    assert.deepEqual(
      asked.map(({ body }) => body),
      [0, 200].map((offset) => ({ status: 'paid', offset, count: 200 })),
    );
  });

  it('count an invoice once that was met twice while new ones came in', async () => {
    const { ids } = await list((offset) =>
      offset === 0 ? page(1000, days(1)) : [paid(801, days(1)), paid(800, days(1))],
    );
    assert.equal(ids.length, 201);
  });

  it('are not read further back than an invoice can live', async () => {
    const { asked } = await list((offset) => page(10_000 - offset, days(offset === 0 ? 1 : -32)));
    assert.equal(asked.length, 2);
  });

  it('are never half read: too many is a fault', async () => {
    const unreadable = Array.from({ length: 200 }, () => ({}));
    await assert.rejects(
      list(() => unreadable),
      { code: 'provider-refused', isRetryable: false },
    );
  });
});

describe('withdrawing at Crypto Pay', () => {
  const reference = { invoiceId: 'ours', providerInvoiceId: '7' };
  const active = { ...fixtures.paidInvoice, invoice_id: 7, status: 'active' };

  it('leaves what is gone, paid or expired, whatever the refusal is called', async () => {
    for (const left of [[], [{ ...active, status: 'paid' }], [{ ...active, status: 'expired' }]]) {
      const { provider } = answering(({ method }) =>
        method === 'deleteInvoice' ? refusal('ANYTHING') : items(...left),
      );
      await provider.cancel?.(reference);
    }
  });

  it('does not hide that an invoice is still there to be paid', async () => {
    const { provider } = answering(({ method }) =>
      method === 'deleteInvoice' ? refusal('METHOD_DISABLED') : items(active),
    );
    await assert.rejects(async () => provider.cancel?.(reference), { code: 'provider-refused' });
  });
});
