/** What every payment provider promises, run against its adapter and its emulator. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { kopecks } from '../../src/domain/money/money.ts';
import { isFault } from '../../src/lib/fault.ts';
import { describeCancel } from './provider-cancel.ts';
import { describeList } from './provider-list.ts';
import { describeNotices } from './provider-notices.ts';
import { describeRefund } from './provider-refund.ts';
import {
  createSuite,
  type ProviderTraits,
  type ProviderUnderTest,
  referenceOf,
  requestOf,
  type Suite,
} from './suite.ts';

/** Longer than any emulator keeps an unpaid demand. */
const LONGEST_LIFE_MS = 2 * 3_600_000;

export function describeProvider(
  name: string,
  traits: ProviderTraits,
  open: () => Promise<ProviderUnderTest>,
): void {
  describe(`payment provider ${name}`, () => {
    let opened: ProviderUnderTest | undefined;
    before(async () => {
      opened = await open();
    });
    after(() => opened?.close());
    const suite = createSuite(traits, () => opened ?? assert.fail('the provider is not open'));
    it('can what it is said to, and nothing else', () => assertTraits(suite));
    describeInvoices(suite);
    describeVerdicts(suite);
    describeNotices(suite);
    if (traits.cancel) describeCancel(suite);
    if (traits.refund) describeRefund(suite, traits.refund);
    if (traits.list) describeList(suite, traits.list);
  });
}

function assertTraits({ traits, under }: Suite): void {
  const { provider } = under();
  assert.equal(provider.hasWebhook, traits.notices !== 'inbox');
  assert.equal(provider.cancel !== null, traits.cancel, 'cancel');
  assert.equal(provider.refund !== null, traits.refund !== null, 'refund');
  assert.equal(provider.list !== null, traits.list !== null, 'list');
}

function describeInvoices(suite: Suite): void {
  const { traits, under } = suite;

  it('opens an invoice for the exact amount, where it can be paid', async () => {
    const { opened } = await suite.open();
    if (opened.payUrl !== null) assert.ok(URL.canParse(opened.payUrl), opened.payUrl);
    assert.equal(`${opened.providerAmount} ${opened.providerCurrency}`, traits.price);
    assert.notEqual(opened.providerInvoiceId, '');
  });

  it('opens an invoice for the least that it says it takes', async () => {
    const { provider } = under();
    const least = provider.minimumKopecks ?? kopecks(1n);
    assert.ok(least > 0n);
    await provider.create({ ...requestOf(under(), randomUUID()), amountKopecks: least }, false);
  });

  it('is safe to ask again when the answer was lost', async () => {
    const invoiceId = randomUUID();
    await under().loseNextAnswer('create');
    const first = await under()
      .provider.create(requestOf(under(), invoiceId), false)
      .catch(assertUnreachable);
    const opened = await under().provider.create(requestOf(under(), invoiceId), true);
    if (first) assert.equal(opened.providerInvoiceId, first.providerInvoiceId);
    if (traits.findsLostInvoice) assert.equal(await under().countInvoices(invoiceId), 1);
    await under().pay(opened.providerInvoiceId);
    const { truth } = await suite.awaitNotice(({ charge }) => charge?.invoiceId === invoiceId);
    if (!traits.canBeAsked) return;
    const [verdict] = await under().provider.fetch([{ invoiceId, providerInvoiceId: null }]);
    assert.deepEqual(verdict, { kind: 'ok', charge: truth.charge }, 'found by our own id alone');
  });

  it('is a retryable fault while it cannot be reached, and works again afterwards', async () => {
    const restore = await under().cutOff();
    await assert.rejects(under().provider.create(requestOf(under(), randomUUID()), false), isUnreachable);
    await restore();
    await suite.open();
  });
}

function assertUnreachable(error: unknown): undefined {
  assert.ok(isFault(error, 'provider-unreachable') && error.isRetryable, String(error));
}

function isUnreachable(error: unknown): true {
  assertUnreachable(error);
  return true;
}

function describeVerdicts(suite: Suite): void {
  const { traits, under } = suite;

  it('answers about many at once, in order, and never calls the unknown failed', async () => {
    const [first, second] = [await suite.open(), await suite.openAndPay()];
    const stranger = { invoiceId: randomUUID(), providerInvoiceId: traits.unknownId };
    const nameless = { invoiceId: randomUUID(), providerInvoiceId: null };
    const verdicts = await under().provider.fetch([
      referenceOf(first),
      stranger,
      nameless,
      referenceOf(second),
    ]);
    const unseen = traits.knowsStrangers ? 'unknown' : 'unpaid';
    assert.deepEqual(
      verdicts.map(({ kind }) => kind),
      traits.canBeAsked ? ['unpaid', unseen, unseen, 'ok'] : ['unknown', 'unknown', 'unknown', 'unknown'],
    );
    assert.deepEqual(await under().provider.fetch([]), []);
  });

  if (traits.canBeAsked) {
    it('says that it cannot be reached, and not that nobody has paid', async () => {
      const invoice = await suite.open();
      const restore = await under().cutOff();
      await assert.rejects(under().provider.fetch([referenceOf(invoice)]), isUnreachable);
      await restore();
      assert.deepEqual(await under().provider.fetch([referenceOf(invoice)]), [{ kind: 'unpaid' }]);
    });
  }

  if (traits.expires) {
    it('says that an invoice nobody paid in time is declined', async () => {
      const invoice = await suite.open();
      await under().passTime(LONGEST_LIFE_MS);
      assert.deepEqual(await under().provider.fetch([referenceOf(invoice)]), [{ kind: 'declined' }]);
      await assert.rejects(under().pay(invoice.opened.providerInvoiceId), 'it cannot be paid');
    });
  }
}
