/** Money that is nobody's: given to its customer or given back, never both; and events that change nothing. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createHttpServer } from '../../../src/http/create-http-server.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { createMetrics } from '../../../src/lib/metrics.ts';
import type { PaymentProvider, ProviderEvent, RawNotice } from '../../../src/ports/payment-provider.ts';
import { insertProviderEvent } from '../../../src/store/provider-events.ts';
import { cancelAtProvider } from '../../../src/usecases/payments/cancel-at-provider.ts';
import { settleEvent } from '../../../src/usecases/payments/settle-event.ts';
import { cancelOpenInvoice } from '../../../src/usecases/purchases/check-invoice.ts';
import { receiveProviderRefund } from '../../../src/usecases/refunds/apply-refund.ts';
import { sendRefund } from '../../../src/usecases/refunds/send-refund.ts';
import { assignSuspendedCharge } from '../../../src/usecases/tasks/assign-suspended-charge.ts';
import { listTasks } from '../../../src/usecases/tasks/list-tasks.ts';
import { resolveTask } from '../../../src/usecases/tasks/resolve-task.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

let shop: TestShop;
let till: Till;
before(async () => {
  shop = await openTestShop();
  till = openTill(shop);
});
after(() => shop[Symbol.asyncDispose]());

const suspend = (amount: string, currency = 'RUB') =>
  till.settle(till.take(null, amount, { providerCurrency: currency }));
const anyone = async (telegramId: number) => ({
  telegramId: BigInt(telegramId),
  customerId: await shop.addCustomer(telegramId),
});
const assign = (chargeId: string, telegramId: bigint, reason = 'they sent a receipt') =>
  assignSuspendedCharge(shop, { actor: 'operator:1', chargeId, telegramId, reason });
const isWaiting = async (chargeId: string) =>
  (await till.openTasks('suspended-charge')).some((task) => task.subject === chargeId);
const suspense = async () => {
  const [row] = await shop.ask<{ sum: string }>(
    `select coalesce(sum(case credit_account when 'suspense' then amount_kopecks else -amount_kopecks end), 0) as sum
     from transfers where 'suspense' in (credit_account, debit_account)`,
  );
  return Number(row?.sum);
};

describe('suspended money', () => {
  it('is given to its customer once, debt first, and its task is done', async () => {
    const { customerId, telegramId } = await anyone(1);
    const spent = await till.buyMonth(customerId);
    shop.advance(6 * 86_400_000);
    await receiveProviderRefund(shop, await till.chargeback(spent, '149.00'));
    assert.equal(await till.wallet(customerId), '0 owes 2980');
    const chargeId = await suspend('100.00');
    assert.ok(await isWaiting(chargeId));
    const given = await Promise.all(Array.from({ length: 6 }, () => assign(chargeId, telegramId)));
    assert.equal(given.filter((one) => one.ok).length, 1);
    assert.equal(await till.wallet(customerId), '7020 owes 0');
    assert.equal(await isWaiting(chargeId), false);
    await till.proves();
  });

  it('races its refund: one of both wins, round after round, and suspense is empty', async () => {
    const { customerId, telegramId } = await anyone(2);
    const won = { assigned: 0, refunded: 0 };
    for (let round = 0; round < 20; round += 1) {
      const chargeId = await suspend('10.00');
      const told = round % 2 === 0 ? null : await till.chargeback(chargeId, '10.00');
      const [given, wish, outcome] = await Promise.all([
        assign(chargeId, telegramId),
        told ? null : till.request(chargeId),
        told ? receiveProviderRefund(shop, told) : null,
      ]);
      if (given.ok) won.assigned += 1;
      else assert.equal(given.refusal, 'already-refunded');
      if (outcome) assert.equal(outcome, 'applied');
      if (wish) assert.ok(wish.ok, 'assigned money can be given back from its wallet');
      if (!given.ok) won.refunded += 1;
      await till.work();
      assert.equal(await isWaiting(chargeId), false);
    }
    assert.equal(won.assigned + won.refunded, 20);
    assert.equal(await till.wallet(customerId), '0 owes 0', 'all of it went back');
    assert.equal(await suspense(), 0);
    await till.proves();
  });

  it('that is given back touches no customer and closes its task', async () => {
    const chargeId = await suspend('77.00');
    const part = await till.request(chargeId, 100n);
    assert.equal(part.ok ? 'ok' : part.refusal, 'partial-not-possible');
    const wish = await till.request(chargeId);
    assert.ok(wish.ok);
    assert.ok(await isWaiting(chargeId), 'until the provider has done it');
    const { telegramId } = await anyone(3);
    const given = await assign(chargeId, telegramId);
    assert.equal(given.ok ? 'ok' : given.refusal, 'already-refunded');
    assert.equal(await sendRefund(shop, till.providers, wish.refundId), 'done');
    assert.equal(await isWaiting(chargeId), false);
    assert.equal(await suspense(), 0);
    await till.proves();
  });

  it('of which a part was taken back: the rest is its customer’s', async () => {
    const { customerId, telegramId } = await anyone(4);
    const chargeId = await suspend('50.00');
    assert.equal(await receiveProviderRefund(shop, await till.chargeback(chargeId, '20.00')), 'applied');
    assert.ok(await isWaiting(chargeId));
    assert.ok((await assign(chargeId, telegramId)).ok);
    assert.equal(await till.wallet(customerId), '3000 owes 0');
    assert.equal(await receiveProviderRefund(shop, await till.chargeback(chargeId, '30.00')), 'applied');
    assert.equal(await till.wallet(customerId), '0 owes 0');
    assert.equal(await suspense(), 0);
    await till.proves();
  });

  it('of another currency has no value here: it is given back, or closed with words', async () => {
    const { telegramId } = await anyone(5);
    const [first, second] = [await suspend('1.5', 'TON'), await suspend('2.5', 'TON')];
    const given = await assign(first, telegramId);
    assert.equal(given.ok ? 'ok' : given.refusal, 'amount-unknown');
    const told = await till.chargeback(first, '1.5');
    assert.equal(await receiveProviderRefund(shop, told), 'applied');
    assert.equal(await receiveProviderRefund(shop, told), 'known');
    assert.equal(await isWaiting(first), false);
    const again = await till.request(first);
    assert.equal(again.ok ? 'ok' : again.refusal, 'already-refunded');
    const task = (await listTasks(shop)).find((one) => one.subject === second) ?? assert.fail();
    const resolution = { actor: 'operator:1', taskId: task.taskId };
    const resolve = (text: string) => resolveTask(shop, { ...resolution, text });
    assert.deepEqual(await resolve(' '), { ok: false, refusal: 'text-missing' });
    assert.deepEqual(await resolve('sent back by hand'), { ok: true });
    assert.deepEqual(await resolve('again'), { ok: false, refusal: 'task-done' });
    await till.proves();
  });

  it('in roubles cannot be talked away, and strangers get nothing', async () => {
    const { telegramId } = await anyone(6);
    const chargeId = await suspend('12.00');
    const task = (await listTasks(shop)).find((one) => one.subject === chargeId) ?? assert.fail();
    const talked = await resolveTask(shop, { actor: 'operator:1', taskId: task.taskId, text: 'never mind' });
    assert.deepEqual(talked, { ok: false, refusal: 'money-waits' });
    assert.deepEqual(await assign(randomUUID(), telegramId), { ok: false, refusal: 'charge-unknown' });
    assert.deepEqual(await assign(chargeId, 999_999n), { ok: false, refusal: 'customer-unknown' });
    assert.deepEqual(await assign(chargeId, telegramId, ' '), { ok: false, refusal: 'reason-missing' });
    assert.ok((await assign(chargeId, telegramId)).ok);
    assert.deepEqual(await assign(chargeId, telegramId), { ok: false, refusal: 'not-suspended' });
  });
});

describe('atlas task', () => {
  it('lists, assigns and resolves', async () => {
    const { customerId, telegramId } = await anyone(20);
    const [mine, coin] = [await suspend('33.00'), await suspend('1', 'TON')];
    const listed = JSON.parse((await till.atlas('task', 'list', '--json')).out).data;
    const taskOf = (chargeId: string) =>
      listed.find((one: { subject: string }) => one.subject === chargeId).taskId;
    assert.equal((await till.atlas('task', 'resolve', taskOf(mine), '--text', 'forget it')).code, 1);
    const given = await till.atlas('task', 'assign', mine, '--to', String(telegramId), '--reason', 'receipt');
    assert.deepEqual([given.code, given.out], [0, 'gave 33.00 ₽ to 20; the wallet has 33.00 ₽ now\n']);
    assert.equal((await till.atlas('task', 'resolve', taskOf(coin), '--text', 'sent back by hand')).code, 0);
    assert.equal((await till.atlas('task', 'resolve', taskOf(coin), '--text', 'again')).code, 1);
    assert.equal((await till.atlas('task', 'assign', mine, '--to', 'anna', '--reason', 'x')).code, 2);
    assert.equal((await till.atlas('task', 'resolve', taskOf(coin))).code, 2);
    assert.doesNotMatch((await till.atlas('task', 'list')).out, new RegExp(`${mine}|${coin}`));
    assert.equal(await till.wallet(customerId), '3300 owes 0');
    await till.proves();
  });
});

describe('an event', () => {
  const store = async (event: Partial<ProviderEvent>) => {
    const eventId = shop.ids.rowId();
    const whole = { objectId: eventId, state: 'paid', charge: null, refund: null, isHint: false, ...event };
    const { objectId, state } = whole;
    await insertProviderEvent(shop.db, {
      eventId,
      provider: 'bank',
      objectId,
      state,
      body: JSON.stringify(whole),
      receivedAt: shop.clock.now(),
    });
    return eventId;
  };
  const settle = async (event: Partial<ProviderEvent>) =>
    settleEvent(shop, till.providers, await store(event));

  it('that is older than the payment undoes nothing', async () => {
    const { customerId } = await anyone(7);
    const invoiceId = await till.openInvoice(customerId);
    const charge = till.take(invoiceId, '149.00');
    assert.equal(await settle({ charge }), 'settled');
    for (const state of ['expired', 'canceled', 'active', 'pending']) {
      assert.equal(await settle({ objectId: invoiceId, state }), 'no-money');
    }
    assert.equal(await settle({ charge, state: 'paid-again' }), 'known');
    const [invoice] = await shop.ask('select status from invoices where invoice_id = $1', [invoiceId]);
    assert.equal(invoice?.status, 'paid');
    assert.equal(await till.daysLeft(customerId), 30);
    assert.equal(await cancelAtProvider(shop, till.providers, invoiceId), 'left');
    await till.proves();
  });

  it('that is a hint moves only what its provider confirms', async () => {
    const { customerId } = await anyone(8);
    const charge = till.take(await till.openInvoice(customerId, 250), '250.00');
    const eventId = await store({ isHint: true });
    let isPaid = false;
    const confirm = async (event: ProviderEvent) => ({
      ...event,
      isHint: false,
      charge: isPaid ? charge : null,
    });
    const providers = new Map([['bank', { ...till.provider, confirm }]]);
    assert.equal(await settleEvent(shop, providers, eventId), 'no-money');
    isPaid = true;
    assert.equal(await settleEvent(shop, providers, eventId), 'settled');
    assert.equal(await settleEvent(shop, providers, eventId), 'known');
    assert.equal(await till.wallet(customerId), '25000 owes 0');
    const chargeback = await till.chargeback(await till.settle(charge), '250.00');
    assert.equal(await settle({ refund: chargeback, state: 'refunded' }), 'applied');
    assert.equal(await till.wallet(customerId), '0 owes 0');
    await till.proves();
  });

  it('of a shape we do not know waits for an operator, once', async () => {
    const eventId = await store({ state: 'unreadable' });
    assert.equal(await settleEvent(shop, till.providers, eventId), 'for-operators');
    assert.equal(await settleEvent(shop, till.providers, eventId), 'for-operators');
    const tasks = await till.openTasks('notice-unreadable');
    assert.deepEqual(
      tasks.map((task) => task.subject),
      [eventId],
    );
  });
});

describe('the doors of providers', () => {
  const post = (providers: Map<string, PaymentProvider>, name: string) => {
    const server = createHttpServer({
      shop,
      logger: createLogger({ name: 'test', level: 'silent' }),
      metrics: createMetrics(),
      metricsToken: null,
      providers,
      trustedProxies: ['127.0.0.1'],
      telegram: null,
      subscriptions: null,
      isReady: () => true,
      chatPageUrl: null,
    });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '185.71.76.1' };
    return server.inject({ method: 'POST', url: `/webhooks/${name}`, payload: '{}', headers });
  };

  it('know the sender’s address behind a trusted proxy, refuse with their own status, and open only to who sends', async () => {
    const addresses: string[] = [];
    for (const [refusal, status] of [
      ['bad-signature', 401],
      ['bad-address', 403],
      ['bad-body', 400],
    ] as const) {
      const verify = ({ address }: RawNotice) => {
        addresses.push(address);
        return { ok: false, refusal } as const;
      };
      const answer = await post(new Map([['bank', { ...till.provider, verify }]]), 'bank');
      assert.deepEqual([answer.statusCode, answer.json()], [status, { error: refusal }]);
    }
    assert.deepEqual(addresses, Array(3).fill('185.71.76.1'));
    const silent = new Map([['bank', { ...till.provider, hasWebhook: false }]]);
    assert.equal((await post(silent, 'bank')).statusCode, 404);
    assert.equal((await post(silent, 'nobody')).statusCode, 404);
  });
});

describe('a demand that is not wanted any more', () => {
  it('is withdrawn at its provider, and honoured should it be paid all the same', async () => {
    const { customerId } = await anyone(9);
    const invoiceId = await till.openInvoice(customerId);
    assert.equal(await cancelAtProvider(shop, till.providers, invoiceId), 'left', 'it is open');
    assert.ok(await cancelOpenInvoice(shop, { invoiceId, customerId }));
    assert.equal(await cancelOpenInvoice(shop, { invoiceId, customerId }), false);
    const jobs = await shop.ask<{ count: string }>(
      `select count(*) from graphile_worker.jobs where task_identifier = 'cancel-invoice'`,
    );
    assert.equal(Number(jobs[0]?.count), 1);
    assert.equal(await cancelAtProvider(shop, till.providers, invoiceId), 'asked');
    assert.equal(await cancelAtProvider(shop, till.providers, invoiceId), 'asked');
    assert.deepEqual(till.provider.cancelled, [invoiceId, invoiceId]);
    await till.settle(till.take(invoiceId, '149.00'));
    assert.equal(await till.daysLeft(customerId), 30);
    await till.proves();
  });
});
