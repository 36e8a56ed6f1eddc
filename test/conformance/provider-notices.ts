/** Notices: what proves them, and that they say the same as the provider's books. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNotice, referenceOf, type Suite } from './suite.ts';

export function describeNotices(suite: Suite): void {
  const { traits, under } = suite;

  describe('notices', () => {
    it('tell of a payment, with one and the same charge as the books', async () => {
      const invoice = await suite.openAndPay();
      const { charge } = invoice;
      const { provider, payerTelegramId } = under();
      assert.equal(`${charge.providerAmount} ${charge.providerCurrency}`, traits.price);
      assert.equal(charge.provider, provider.name);
      assert.ok(charge.payerTelegramId === null || charge.payerTelegramId === payerTelegramId);
      if (!traits.canBeAsked) return;
      assert.deepEqual(await provider.fetch([referenceOf(invoice)]), [{ kind: 'ok', charge }]);
    });

    it('are the same event however often they are read, and stay it when confirmed', async () => {
      const { notice, charge } = await suite.openAndPay();
      const { provider } = under();
      const event = readNotice(suite, notice);
      assert.deepEqual(provider.readStored(Buffer.from(notice.rawBody).toString()), event);
      const truth = await provider.confirm(event);
      assert.deepEqual([truth.objectId, truth.state], [event.objectId, event.state]);
      assert.deepEqual([truth.isHint, truth.charge, truth.refund], [false, charge, null]);
      assert.deepEqual(await provider.confirm(truth), truth, 'the truth stays as it is');
    });

    if (traits.notices === 'signed') describeSigned(suite);
    if (traits.notices === 'hint') describeHints(suite);
    if (traits.notices === 'inbox') {
      it('are not taken from a webhook', async () => {
        const { notice } = await suite.openAndPay();
        assert.equal(under().provider.verify(notice).ok, false);
      });
    }
  });
}

function describeSigned(suite: Suite): void {
  const { under } = suite;

  it('are refused with any byte changed, and without a signature', async () => {
    const { notice } = await suite.openAndPay();
    const { rawBody } = notice;
    const refused = { ok: false, refusal: 'bad-signature' };
    for (const at of [1, Math.floor(rawBody.length / 2), rawBody.length - 2]) {
      const forged = Buffer.from(rawBody);
      forged[at] = (forged[at] ?? 0) ^ 1;
      assert.deepEqual(under().provider.verify({ ...notice, rawBody: forged }), refused);
    }
    assert.deepEqual(under().provider.verify({ ...notice, headers: {} }), refused);
  });
}

function describeHints(suite: Suite): void {
  const { traits, under } = suite;

  it('say nothing of money by themselves', async () => {
    const { notice } = await suite.openAndPay();
    const { isHint, charge, refund } = readNotice(suite, notice);
    assert.deepEqual({ isHint, charge, refund }, { isHint: true, charge: null, refund: null });
  });

  it('are refused from another address, whatever their headers say', async () => {
    const { notice } = await suite.openAndPay();
    const forwarded = { 'x-forwarded-for': notice.address, 'x-real-ip': notice.address };
    const headers = { ...notice.headers, ...forwarded };
    for (const address of ['203.0.113.9', '2001:db8::9', '::ffff:203.0.113.9', '', 'localhost']) {
      const verified = under().provider.verify({ ...notice, headers, address });
      assert.deepEqual(verified, { ok: false, refusal: 'bad-address' }, address);
    }
  });

  it('that lie are found out: about an unpaid invoice, and about none', async () => {
    const { notice, opened: paid } = await suite.openAndPay();
    const unpaid = await suite.open();
    const { providerInvoiceId } = unpaid.opened;
    for (const objectId of [providerInvoiceId, traits.unknownId]) {
      const text = Buffer.from(notice.rawBody).toString();
      const lie = { ...notice, rawBody: Buffer.from(text.replaceAll(paid.providerInvoiceId, objectId)) };
      const event = readNotice(suite, lie);
      assert.equal(event.objectId, objectId);
      const { charge, refund, isHint } = await under().provider.confirm(event);
      assert.deepEqual({ charge, refund, isHint }, { charge: null, refund: null, isHint: false });
    }
  });
}
