/** Money back: by us, by the provider, by the payer's bank; in parts, twice, at once, and after a crash. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kopecks } from '../../../src/domain/money/money.ts';
import { Fault } from '../../../src/lib/fault.ts';
import { payFromWallet } from '../../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../../src/usecases/purchases/quote-plan.ts';
import { receiveProviderRefund } from '../../../src/usecases/refunds/apply-refund.ts';
import { sendRefund } from '../../../src/usecases/refunds/send-refund.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const DAY_MS = 86_400_000;
const LOST = new Fault('provider-unreachable', 'no answer', { isRetryable: true });

describe('a refund', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  const refundsOf = (chargeId: string) =>
    shop.ask<{ refund_id: string; kind: string; status: string; amount: string }>(
      `select refund_id, kind, status, amount_kopecks::text as amount from refunds where charge_id = $1
       order by requested_at, refund_id`,
      [chargeId],
    );
  const givenBack = (chargeId: string) =>
    shop
      .ask<{ id: string }>('select provider_charge_id as id from charges where charge_id = $1', [chargeId])
      .then(([row]) => till.provider.refunds.filter((one) => one.providerChargeId === row?.id).length);
  const requested = async (chargeId: string, amount: bigint | null = null) => {
    const result = await till.request(chargeId, amount);
    return result.ok ? result.refundId : assert.fail(result.refusal);
  };
  const assertRefused = async (wish: ReturnType<Till['request']>, refusal: string) => {
    const result = await wish;
    assert.equal(result.ok ? 'ok' : result.refusal, refusal);
  };

  it('of a purchase takes the unused term and no money, once the provider has given it', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.buyMonth(customerId);
    const refundId = await requested(chargeId);
    assert.equal(await till.daysLeft(customerId), 30, 'a request moves nothing');
    await till.work();
    assert.equal(await till.daysLeft(customerId), 0);
    assert.equal(await till.wallet(customerId), '0 owes 0');
    const [refund] = await refundsOf(chargeId);
    assert.deepEqual(refund, { refund_id: refundId, kind: 'refund', status: 'done', amount: '14900' });
    const [entitlement] = await shop.ask('select status from entitlements where customer_id = $1', [
      customerId,
    ]);
    assert.equal(entitlement?.status, 'ended');
    const [notice] = await shop.ask<{ count: string }>(
      `select count(*) from graphile_worker.jobs where task_identifier in ('send-notice', 'push-access')`,
    );
    assert.ok(Number(notice?.count) >= 2);
    const audit = await shop.ask(
      'select action from audit_entries where customer_id = $1 order by entry_id',
      [customerId],
    );
    assert.deepEqual(audit, [{ action: 'refund-requested' }, { action: 'refunded' }]);
    await till.proves();
  });

  it('of half of a purchase takes half of the term; used time is a gift', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.buyMonth(customerId);
    await requested(chargeId, 7_450n);
    await till.work();
    assert.equal(await till.daysLeft(customerId), 15);
    shop.advance(5 * DAY_MS);
    await requested(chargeId);
    await till.work();
    assert.equal(await till.daysLeft(customerId), 0);
    assert.equal(await till.wallet(customerId), '0 owes 0');
    await till.proves();
  });

  it('in parts adds up to exactly the charge, and never more, from parallel connections', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.buyMonth(customerId, '200.00');
    const wishes = await Promise.all(Array.from({ length: 12 }, () => till.request(chargeId, 3_000n)));
    assert.equal(wishes.filter((wish) => wish.ok).length, 6);
    for (const wish of wishes) assert.ok(wish.ok || wish.refusal === 'more-than-charged');
    await till.work();
    await requested(chargeId);
    await till.work();
    const refunds = await refundsOf(chargeId);
    assert.deepEqual(refunds.map((one) => one.amount).toSorted(), ['2000', ...Array(6).fill('3000')]);
    assert.equal(await givenBack(chargeId), 7);
    assert.equal(await till.daysLeft(customerId), 0);
    assert.equal(await till.wallet(customerId), '0 owes 0', 'the excess went back from the wallet');
    await assertRefused(till.request(chargeId), 'already-refunded');
    await till.proves();
  });

  it('asked for twice at once, under one name or two, is one', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.buyMonth(customerId);
    const named = await Promise.all(
      Array.from({ length: 5 }, () => till.request(chargeId, null, 'one-wish')),
    );
    assert.equal(new Set(named.map((one) => (one.ok ? one.refundId : one.refusal))).size, 1);
    const others = await Promise.all(Array.from({ length: 5 }, () => till.request(chargeId)));
    assert.ok(others.every((one) => !one.ok && one.refusal === 'already-refunded'));
    const [refund] = await refundsOf(chargeId);
    await Promise.all(
      Array.from({ length: 8 }, () => sendRefund(shop, till.providers, refund?.refund_id ?? '')),
    );
    assert.equal(await givenBack(chargeId), 1);
    assert.equal((await refundsOf(chargeId)).length, 1);
    await till.proves();
  });

  it('killed after the provider acted is found again, not made again', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const refundId = await requested(chargeId);
    till.provider.answers = [LOST, { kind: 'unknown' }];
    await assert.rejects(sendRefund(shop, till.providers, refundId), { code: 'provider-unreachable' });
    await assert.rejects(sendRefund(shop, till.providers, refundId), {
      code: 'refund-unknown',
      isRetryable: true,
    });
    const crashing = { ...shop, db: { ...shop.db, transaction: () => Promise.reject(new Error('killed')) } };
    await assert.rejects(sendRefund(crashing, till.providers, refundId), /killed/);
    assert.equal(await till.wallet(customerId), '25000 owes 0', 'nothing moves before it is known');
    assert.equal(await sendRefund(shop, till.providers, refundId), 'done');
    assert.equal(await sendRefund(shop, till.providers, refundId), 'done');
    assert.equal(await givenBack(chargeId), 1);
    assert.equal(await till.wallet(customerId), '0 owes 0');
    await till.proves();
  });

  it('told by a notice before our own answer is the one that was asked for', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const refundId = await requested(chargeId);
    till.provider.answers = [LOST];
    await assert.rejects(sendRefund(shop, till.providers, refundId));
    const told = till.provider.refunds.at(-1) ?? assert.fail();
    assert.equal(await receiveProviderRefund(shop, told), 'applied');
    assert.equal(await receiveProviderRefund(shop, told), 'known');
    assert.equal(await sendRefund(shop, till.providers, refundId), 'done');
    assert.deepEqual(
      (await refundsOf(chargeId)).map((one) => [one.kind, one.status]),
      [['refund', 'done']],
    );
    await till.proves();
  });

  it('of equal parts that are told in another order gives back each part once', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const parts = [
      await requested(chargeId, 5_000n),
      await requested(chargeId, 5_000n),
      await requested(chargeId, 5_000n),
    ];
    // The last part is made first, and its notice comes before its answer: it is recorded as the first part.
    till.provider.answers = [LOST];
    await assert.rejects(sendRefund(shop, till.providers, parts[2] ?? ''));
    await receiveProviderRefund(shop, till.provider.refunds.at(-1) ?? assert.fail());
    const before = await refundsOf(chargeId);
    assert.equal(before.find((one) => one.refund_id === parts[0])?.status, 'done');
    for (const refundId of parts.toReversed()) await sendRefund(shop, till.providers, refundId);
    assert.equal(await givenBack(chargeId), 3);
    assert.deepEqual(
      (await refundsOf(chargeId)).map((one) => one.status),
      ['done', 'done', 'done'],
    );
    assert.equal(await till.wallet(customerId), '10000 owes 0');
    await till.proves();
  });

  it('that the provider declines frees the charge and comes before an operator', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const refundId = await requested(chargeId);
    const { provider } = till;
    const declining = { ...provider, refund: async () => ({ kind: 'declined', reason: 'too old' }) as const };
    const providers = new Map([['bank', declining]]);
    assert.equal(await sendRefund(shop, providers, refundId), 'declined');
    assert.equal(await sendRefund(shop, providers, refundId), 'declined');
    const tasks = await till.openTasks('refund-declined');
    assert.deepEqual(
      tasks.filter((task) => task.subject === refundId).map((task) => task.details.reason),
      ['too old'],
    );
    assert.equal(await till.wallet(customerId), '25000 owes 0');
    assert.ok((await till.request(chargeId)).ok);
    await till.proves();
  });

  it('is refused in the documented order', async () => {
    const customerId = await till.addCustomer();
    await assertRefused(till.request(shop.ids.rowId()), 'charge-unknown');
    const chargeId = await till.topUp(customerId, 250);
    await assertRefused(till.request(chargeId, 25_001n), 'more-than-charged');
    const refund = till.provider.refund;
    Object.assign(till.provider, { refund: null });
    await assertRefused(till.request(chargeId, 25_001n), 'provider-cannot-refund');
    Object.assign(till.provider, { refund });
  });

  it('of Stars is whole or not at all', async () => {
    const customerId = await till.addCustomer();
    const invoiceId = await till.openInvoice(customerId, 250);
    await shop.ask(
      `update invoices set provider_amount = '120', provider_currency = 'XTR' where invoice_id = $1`,
      [invoiceId],
    );
    const chargeId = await till.settle(till.take(invoiceId, '120', { providerCurrency: 'XTR' }));
    await assertRefused(till.request(chargeId, 10_000n), 'partial-not-possible');
    await requested(chargeId);
    await till.work();
    const given = till.provider.refunds.filter((one) => one.providerCurrency === 'XTR');
    assert.deepEqual(
      given.map((one) => one.providerAmount),
      ['120'],
    );
    assert.equal(await till.wallet(customerId), '0 owes 0');
    await till.proves();
  });

  it('is asked for on the command line, where one key is one wish', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const ask = (...more: string[]) => till.atlas('refund', chargeId, '--reason', 'by mail', ...more);
    const first = await ask('--amount', '100.50', '--key', 'mail-7', '--json');
    const { data } = JSON.parse(first.out);
    assert.deepEqual(
      [first.code, data.chargeId, data.amountKopecks, data.isRepeat],
      [0, chargeId, '10050', false],
    );
    const again = await ask('--amount', '100.50', '--key', 'mail-7', '--json');
    assert.deepEqual(JSON.parse(again.out).data, { ...data, isRepeat: true });
    const tooMuch = await ask('--amount', '149.51');
    assert.deepEqual([tooMuch.code, tooMuch.err], [1, 'that is more than is left of this charge\n']);
    assert.equal((await ask('--amount', '-5')).code, 2);
    assert.equal((await till.atlas('refund', chargeId)).code, 2);
    assert.equal((await till.atlas('refund', 'x', '--reason', 'y')).code, 2);
    await till.work();
    assert.equal(await till.wallet(customerId), '14950 owes 0');
  });

  it('races purchases for one wallet, round after round, and the books prove', async () => {
    for (let round = 0; round < 15; round += 1) {
      const customerId = await till.addCustomer();
      const tap = await shop.tap(900_000 + round);
      const chargeId = await till.topUp(customerId, 250);
      const { quote } = await quotePlan(shop, customerId, { plan: 'basic', periodDays: 30 });
      const refundId = await requested(chargeId);
      const [bought] = await Promise.all([
        payFromWallet(shop, tap, { customerId, quoteId: quote.quoteId }),
        sendRefund(shop, till.providers, refundId),
        till.topUp(customerId, 100),
      ]);
      // Bought with money that went back, the wallet owes its price; either way it adds up to what is left.
      const [row] = await shop.ask<{ net: string }>(
        'select (balance_kopecks - receivable_kopecks)::text as net from wallets where customer_id = $1',
        [customerId],
      );
      assert.equal(Number(row?.net), 10_000 - (bought.ok ? 14_900 : 0));
    }
    await till.proves();
  });
});

describe('a chargeback', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  it('after the money was spent is owed, and later money pays it first', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const { quote } = await quotePlan(shop, customerId, { plan: 'basic', periodDays: 30 });
    const bought = await payFromWallet(shop, await shop.tap(1), { customerId, quoteId: quote.quoteId });
    assert.ok(bought.ok);
    const told = await till.chargeback(chargeId, '250.00');
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => receiveProviderRefund(shop, told)));
    assert.deepEqual(outcomes.toSorted(), ['applied', ...Array(8).fill('known')]);
    assert.equal(await till.wallet(customerId), '0 owes 14900');
    await till.topUp(customerId, 100);
    assert.equal(await till.wallet(customerId), '0 owes 4900');
    await till.topUp(customerId, 100);
    assert.equal(await till.wallet(customerId), '5100 owes 0');
    await till.proves();
  });

  it('of a used term owes the used part and takes the rest of it', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.buyMonth(customerId);
    shop.advance(10 * DAY_MS);
    await receiveProviderRefund(shop, await till.chargeback(chargeId, '149.00'));
    assert.equal(await till.daysLeft(customerId), 0);
    assert.equal(await till.wallet(customerId), `0 owes ${Math.floor(14_900 / 3)}`);
    await till.proves();
  });

  it('leaves what was bought with other money', async () => {
    const customerId = await till.addCustomer();
    await till.buyMonth(customerId);
    const chargeId = await till.buyMonth(customerId);
    await receiveProviderRefund(shop, await till.chargeback(chargeId, '149.00'));
    assert.equal(await till.daysLeft(customerId), 30);
    assert.equal(await till.wallet(customerId), '0 owes 0');
    await till.proves();
  });

  it('takes the place of a refund that was asked for and no longer fits', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const wish = await till.request(chargeId, kopecks(5_000n));
    assert.ok(wish.ok);
    assert.equal(await receiveProviderRefund(shop, await till.chargeback(chargeId, '250.00')), 'applied');
    await till.proves();
    const untouched = { ...till.provider, refund: () => assert.fail('nobody is to be asked any more') };
    assert.equal(await sendRefund(shop, new Map([['bank', untouched]]), wish.refundId), 'declined');
    assert.equal(await till.wallet(customerId), '0 owes 0');
    assert.equal((await till.openTasks('refund-declined')).at(-1)?.subject, wish.refundId);
    await till.proves();
  });

  it('of exactly what was asked for is that refund, told before it was answered', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    const wish = await till.request(chargeId);
    assert.ok(wish.ok);
    assert.equal(await receiveProviderRefund(shop, await till.chargeback(chargeId, '250.00')), 'applied');
    const untouched = { ...till.provider, refund: () => assert.fail('nobody is to be asked any more') };
    assert.equal(await sendRefund(shop, new Map([['bank', untouched]]), wish.refundId), 'done');
    assert.equal(await till.wallet(customerId), '0 owes 0');
    await till.proves();
  });

  it('of more than is left, in another currency or of an unknown charge waits for an operator, once', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.topUp(customerId, 250);
    assert.equal(await receiveProviderRefund(shop, await till.chargeback(chargeId, '50.00')), 'applied');
    const told = await till.chargeback(chargeId, '200.01');
    const foreign = { ...(await till.chargeback(chargeId, '2.50')), providerCurrency: 'USD' };
    const unknown = { ...told, providerChargeId: 'nobody', providerRefundId: 'x' };
    for (const refund of [told, foreign, unknown, told, foreign, unknown]) {
      assert.equal(await receiveProviderRefund(shop, refund), 'for-operators');
    }
    const tasks = await till.openTasks('reconciliation');
    assert.deepEqual(
      tasks.map((task) => task.details.problem),
      ['more-than-charged', 'other-currency', 'unknown-charge'],
    );
    assert.equal(await till.wallet(customerId), '20000 owes 0');
    await till.proves();
  });
});
