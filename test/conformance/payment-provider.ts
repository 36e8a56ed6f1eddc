/** What every payment provider promises, run against its adapter and its emulator. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { kopecks } from '../../src/domain/money.ts';
import type { PaymentProvider } from '../../src/ports/payment-provider.ts';

/** One notice as it came over the wire. */
export type Notice = { headers: Record<string, string | string[] | undefined>; rawBody: Buffer };

/** An adapter joined to its emulator, and what a payer and a broken network can do there. */
export type ProviderUnderTest = {
  provider: PaymentProvider;
  /** Pays the provider's invoice as a customer would. */
  pay(providerInvoiceId: string): Promise<void>;
  /** Lets the invoice's time pass. */
  expire(): Promise<void>;
  /** The next genuine notice that the emulator sends. */
  nextNotice(): Promise<Notice>;
  /** The answer to the next create call is lost after the provider has acted. */
  loseNextCreateAnswer(): Promise<void>;
  /** How many invoices the provider holds for our invoice id. */
  countInvoices(invoiceId: string): Promise<number>;
  /** Every call fails until the returned function is called. */
  cutOff(): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const request = (invoiceId: string) => ({
  invoiceId,
  amountKopecks: kopecks(14900n),
  description: 'Atlas Secure: Basic, 1 месяц',
  expiresInSeconds: 1800,
});

export function describeProvider(name: string, open: () => Promise<ProviderUnderTest>): void {
  describe(`payment provider ${name}`, () => {
    let under: ProviderUnderTest;
    before(async () => {
      under = await open();
    });
    after(() => under.close());

    const openInvoice = async () => {
      const invoiceId = randomUUID();
      return { invoiceId, opened: await under.provider.create(request(invoiceId), false) };
    };

    it('opens an invoice for the exact amount, which is unpaid at first', async () => {
      const { invoiceId, opened } = await openInvoice();
      assert.match(opened.payUrl, /^https:\/\//);
      assert.equal(opened.providerAmount, '149.00');
      const [verdict] = await under.provider.fetch([
        { invoiceId, providerInvoiceId: opened.providerInvoiceId },
      ]);
      assert.deepEqual(verdict, { kind: 'unpaid' });
    });

    it('tells of a payment in a notice and in its list, with one and the same charge', async () => {
      const { invoiceId, opened } = await openInvoice();
      await under.pay(opened.providerInvoiceId);
      const notice = await under.nextNotice();
      const verified = under.provider.verify(notice.headers, notice.rawBody);
      assert.ok(verified.ok && verified.event.charge);
      const { charge } = verified.event;
      assert.equal(charge.invoiceId, invoiceId);
      assert.equal(`${charge.providerAmount} ${charge.providerCurrency}`, '149.00 RUB');
      assert.deepEqual(under.provider.readStored(notice.rawBody.toString()), verified.event);
      const [verdict] = await under.provider.fetch([
        { invoiceId, providerInvoiceId: opened.providerInvoiceId },
      ]);
      assert.deepEqual(verdict, { kind: 'ok', charge });
    });

    it('refuses a notice with any byte changed, and one without a signature', async () => {
      const { opened } = await openInvoice();
      await under.pay(opened.providerInvoiceId);
      const { headers, rawBody } = await under.nextNotice();
      for (const at of [1, Math.floor(rawBody.length / 2), rawBody.length - 2]) {
        const forged = Buffer.from(rawBody);
        forged[at] = (forged[at] ?? 0) ^ 1;
        assert.deepEqual(under.provider.verify(headers, forged), { ok: false, refusal: 'bad-signature' });
      }
      assert.deepEqual(under.provider.verify({}, rawBody), { ok: false, refusal: 'bad-signature' });
    });

    it('finds the invoice whose answer was lost, instead of opening a second', async () => {
      const invoiceId = randomUUID();
      await under.loseNextCreateAnswer();
      await assert.rejects(under.provider.create(request(invoiceId), false), {
        code: 'provider-unreachable',
      });
      const opened = await under.provider.create(request(invoiceId), true);
      assert.equal(await under.countInvoices(invoiceId), 1);
      await under.pay(opened.providerInvoiceId);
      await under.nextNotice();
      const [verdict] = await under.provider.fetch([{ invoiceId, providerInvoiceId: null }]);
      assert.equal(verdict?.kind, 'ok', 'found by our own id alone');
    });

    it('answers about many at once, in order, and never calls the unknown failed', async () => {
      const [first, second] = [await openInvoice(), await openInvoice()];
      await under.pay(second.opened.providerInvoiceId);
      await under.nextNotice();
      const verdicts = await under.provider.fetch([
        { invoiceId: first.invoiceId, providerInvoiceId: first.opened.providerInvoiceId },
        { invoiceId: randomUUID(), providerInvoiceId: '999999999' },
        { invoiceId: second.invoiceId, providerInvoiceId: second.opened.providerInvoiceId },
      ]);
      assert.deepEqual(
        verdicts.map((verdict) => verdict.kind),
        ['unpaid', 'unknown', 'ok'],
      );
    });

    it('is a retryable fault while it cannot be reached, and works again afterwards', async () => {
      const { invoiceId, opened } = await openInvoice();
      const reference = { invoiceId, providerInvoiceId: opened.providerInvoiceId };
      const restore = await under.cutOff();
      await assert.rejects(under.provider.fetch([reference]), {
        code: 'provider-unreachable',
        isRetryable: true,
      });
      await restore();
      assert.deepEqual(await under.provider.fetch([reference]), [{ kind: 'unpaid' }]);
    });

    it('says that an invoice nobody paid in time is declined', async () => {
      const { invoiceId, opened } = await openInvoice();
      await under.expire();
      const reference = { invoiceId, providerInvoiceId: opened.providerInvoiceId };
      assert.deepEqual(await under.provider.fetch([reference]), [{ kind: 'declined' }]);
    });
  });
}
