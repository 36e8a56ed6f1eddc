/** A provider's books against ours: what was lost is found, what differs is put before an operator, once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  reconcileClosedDay,
  reconcileProvider,
  reconcileRecent,
} from '../../../src/usecases/payments/reconcile-provider.ts';
import { receiveProviderRefund } from '../../../src/usecases/refunds/apply-refund.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('reconciliation', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  /** The last two hours, minutes later: nothing is too young to be missed. */
  async function look(): Promise<{ listed: number; settled: number; findings: number }> {
    shop.advance(10 * MINUTE_MS);
    const until = shop.clock.now();
    const range = { since: new Date(until.getTime() - 2 * HOUR_MS), until };
    const one = await reconcileProvider(shop, till.provider, range);
    assert.ok(one.isListable);
    return { listed: one.listed, settled: one.settled, findings: one.findings };
  }
  /** Nothing that was done before is looked at any more. */
  const later = () => shop.advance(3 * HOUR_MS);

  it('finds nothing where both sides agree', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.buyMonth(customerId);
    await till.topUp(customerId, 100);
    await till.request(chargeId);
    await till.work();
    assert.deepEqual(await look(), { listed: 3, settled: 0, findings: 0 });
    const rows = await shop.ask('select provider, listed, settled, findings from reconciliations');
    assert.deepEqual(rows, [{ provider: 'bank', listed: 3, settled: 0, findings: 0 }]);
  });

  it('settles a payment, a refund and a chargeback whose notices were lost', async () => {
    later();
    const [anna, boris] = [await till.addCustomer(), await till.addCustomer()];
    till.take(await till.openInvoice(anna), '149.00');
    const chargeId = await till.topUp(boris, 250);
    await till.chargeback(chargeId, '100.00');
    // Nobody here knows of this payment when its refund is listed with it.
    const unknown = till.take(await till.openInvoice(boris, 500), '500.00');
    till.provider.refunds.push({
      provider: 'bank',
      providerChargeId: unknown.providerChargeId,
      providerRefundId: 'by-hand',
      providerAmount: '500.00',
      providerCurrency: 'RUB',
      isChargeback: false,
      refundedAt: shop.clock.now(),
    });
    assert.deepEqual(await look(), { listed: 5, settled: 4, findings: 0 });
    assert.equal(await till.wallet(boris), '15000 owes 0');
    assert.equal(Math.round(await till.daysLeft(anna)), 30);
    assert.deepEqual(await look(), { listed: 5, settled: 0, findings: 0 });
    await till.proves();
  });

  it('takes a foreign payment for what it is: suspended, with a task', async () => {
    later();
    const foreign = till.take('another-shop:17', '300.00');
    assert.deepEqual(await look(), { listed: 1, settled: 1, findings: 0 });
    assert.deepEqual(await look(), { listed: 1, settled: 0, findings: 0 });
    const tasks = await till.openTasks('suspended-charge');
    assert.deepEqual(
      tasks.map((task) => task.details.providerChargeId),
      [foreign.providerChargeId],
    );
    await till.proves();
  });

  it('puts before an operator, once, what the provider does not have or has otherwise', async () => {
    later();
    const customerId = await till.addCustomer();
    await till.topUp(customerId, 250);
    await till.topUp(customerId, 100);
    const other = till.provider.charges.at(-2) ?? assert.fail();
    const gone = till.provider.charges.at(-1) ?? assert.fail();
    const { charges } = till.provider;
    till.provider.charges = [{ ...other, providerAmount: '25.00' }];
    assert.deepEqual(await look(), { listed: 1, settled: 0, findings: 2 });
    assert.deepEqual(await look(), { listed: 1, settled: 0, findings: 2 });
    const tasks = await till.openTasks('reconciliation');
    assert.deepEqual(
      tasks.map((task) => [task.subject, task.details.problem]),
      [
        [`bank:charge:${other.providerChargeId}`, 'other-amount'],
        [`bank:charge:${gone.providerChargeId}`, 'missing-at-provider'],
      ],
    );
    till.provider.charges = charges;
    assert.deepEqual(await look(), { listed: 2, settled: 0, findings: 0 });
    assert.deepEqual(await till.openTasks('reconciliation'), [], 'a difference that is gone is no task');
  });

  it('does not miss what is too young to be in the books', async () => {
    later();
    const customerId = await till.addCustomer();
    await till.topUp(customerId, 250);
    const { charges } = till.provider;
    till.provider.charges = [];
    shop.advance(MINUTE_MS);
    assert.deepEqual(await reconcileRecent(shop, till.providers), [
      { isListable: true, provider: 'bank', listed: 0, settled: 0, findings: 0 },
    ]);
    till.provider.charges = charges;
  });

  it('settles the refund of a charge that was unknown when it was told', async () => {
    later();
    const customerId = await till.addCustomer();
    const charge = till.take(await till.openInvoice(customerId, 250), '250.00');
    const refund = {
      provider: 'bank',
      providerChargeId: charge.providerChargeId,
      providerRefundId: 'early',
      providerAmount: '250.00',
      providerCurrency: 'RUB',
      isChargeback: false,
      refundedAt: shop.clock.now(),
    };
    till.provider.refunds.push(refund);
    assert.equal(await receiveProviderRefund(shop, refund), 'for-operators');
    assert.equal((await till.openTasks('reconciliation')).length, 1);
    assert.deepEqual(await look(), { listed: 2, settled: 2, findings: 0 });
    assert.deepEqual(await till.openTasks('reconciliation'), []);
    assert.equal(await till.wallet(customerId), '0 owes 0');
    await till.proves();
  });

  it('goes over the closed day once more, page after page, and names who keeps no books', async () => {
    later();
    const people = await Promise.all(Array.from({ length: 30 }, () => till.addCustomer()));
    const today = Math.floor(shop.clock.now().getTime() / (24 * HOUR_MS)) * 24 * HOUR_MS;
    shop.advance(today + 24 * HOUR_MS + HOUR_MS - shop.clock.now().getTime());
    for (let round = 0; round < 8; round += 1) {
      await Promise.all(people.map((customerId) => till.topUp(customerId, 100)));
    }
    till.take(await till.openInvoice(people[0] ?? '', 250), '250.00');
    const hidden = till.provider.charges.splice(-205, 1)[0] ?? assert.fail();
    shop.advance(24 * HOUR_MS);
    const mute = { ...till.provider, name: 'mute', list: null };
    const results = await reconcileClosedDay(
      shop,
      new Map([...till.providers, ['mute', mute]]),
      shop.clock.now(),
    );
    assert.deepEqual(results, [
      { isListable: true, provider: 'bank', listed: 240, settled: 1, findings: 1 },
      { isListable: false, provider: 'mute' },
    ]);
    const tasks = await till.openTasks('reconciliation');
    assert.deepEqual(
      tasks.map((task) => task.subject),
      [`bank:charge:${hidden.providerChargeId}`],
    );
    await till.proves();
  });

  it('on the command line says what it found, and fails when books differ', async () => {
    later();
    shop.advance(48 * HOUR_MS);
    const day = shop.clock.now().toISOString().slice(0, 10);
    const agreed = await till.atlas('reconcile', 'payments', '--json');
    const none = { isListable: true, provider: 'bank', listed: 0, settled: 0, findings: 0 };
    assert.deepEqual([agreed.code, JSON.parse(agreed.out).data], [0, [none]]);
    await till.topUp(await till.addCustomer(), 250);
    const hidden = till.provider.charges.pop() ?? assert.fail();
    shop.advance(10 * MINUTE_MS);
    const differing = await till.atlas('reconcile', 'payments', '--day', day);
    assert.equal(differing.code, 1);
    assert.match(differing.err, /bank: 0 listed, 0 settled now, 1 differ/);
    till.provider.charges.push(hidden);
    assert.equal((await till.atlas('reconcile', 'payments', '--day', day)).code, 0);
    assert.equal((await till.atlas('reconcile', 'payments', '--day', '2026-02-30')).code, 2);
  });

  it('of one provider that is away does not keep the others waiting', async () => {
    const away = {
      ...till.provider,
      name: 'away',
      list: () => {
        throw new Error('no answer');
      },
    };
    const before = await shop.ask('select 1 from reconciliations');
    await assert.rejects(reconcileRecent(shop, new Map([['away', away], ...till.providers])), AggregateError);
    assert.equal((await shop.ask('select 1 from reconciliations')).length, before.length + 1);
  });
});
