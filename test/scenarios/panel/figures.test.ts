/** Figures of the shop, proved on a ledger in which every way of money has been gone once. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { viewAnalytics } from '../../../src/usecases/figures/view-analytics.ts';
import { viewMetrics } from '../../../src/usecases/figures/view-metrics.ts';
import { viewStatistics } from '../../../src/usecases/figures/view-statistics.ts';
import { retryActivations } from '../../../src/usecases/life-cycle/retry-activations.ts';
import { startTrial } from '../../../src/usecases/life-cycle/start-trial.ts';
import { payFromWallet } from '../../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../../src/usecases/purchases/quote-plan.ts';
import { assignSuspendedCharge } from '../../../src/usecases/tasks/assign-suspended-charge.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';

const DAY_MS = 86_400_000;

describe('figures', () => {
  let life: VirtualShop;
  beforeEach(async () => {
    life = await openVirtualShop();
  });
  afterEach(() => life[Symbol.asyncDispose]());

  const analytics = () => viewAnalytics(life.shop, '1');
  const statistics = () => viewStatistics(life.shop, '1');
  const metrics = () => viewMetrics(life.shop, '1');

  async function buyFromWallet(customerId: string, telegramId: number): Promise<void> {
    const { shop } = life;
    const { quote } = await quotePlan(shop, customerId, { plan: 'basic', periodDays: 30 });
    const paid = await payFromWallet(shop, await shop.tap(telegramId), {
      customerId,
      quoteId: quote.quoteId,
    });
    assert.ok(paid.ok);
    await life.settle();
  }

  it('of an empty shop are nothing', async () => {
    const { previous, current, ...totals } = await analytics();
    assert.deepEqual(totals, { revenueKopecks: 0n, payers: 0, arpuKopecks: 0n, ltvKopecks: 0n });
    assert.deepEqual([previous.payments, current.payments, current.subscriptions], [0, 0, 0]);
    assert.deepEqual(await metrics(), {
      activationWaitMs: null,
      invoicesPaidPercent: null,
      lifetimeDays: null,
      renewalsPerCustomer: null,
    });
  });

  it('count money once: a top-up and what it bought, a refund, a commission, money without an owner', async () => {
    const { shop, till } = life;
    const referrer = await shop.addCustomer(101);
    await till.topUp(referrer, 500);
    // What the wallet pays is no new money: its top-up was.
    await buyFromWallet(referrer, 101);
    assert.equal((await analytics()).revenueKopecks, 50_000n);
    const friend = await shop.addCustomer(102);
    await till.refer(friend, referrer);
    const chargeId = await till.buyMonth(friend);
    await life.settle();
    // A commission is no revenue and no cost of revenue: it shows in what a customer is worth.
    assert.equal((await analytics()).revenueKopecks, 64_900n);
    const before = await analytics();
    assert.equal(before.arpuKopecks, 32_450n);
    assert.equal(before.ltvKopecks, 31_705n);
    // What a referrer spends from a commission came from nowhere outside.
    await buyFromWallet(referrer, 101);
    assert.equal((await analytics()).revenueKopecks, 64_900n);
    const asked = await till.request(chargeId, 10_000n);
    assert.ok(asked.ok);
    await life.settle();
    const after = await analytics();
    assert.equal(after.revenueKopecks, 54_900n);
    // A hundred of 149 went back, and with it its share of the commission.
    assert.equal(after.ltvKopecks, (54_900n - 490n) / 2n);
    const strayId = await till.settle(till.take(null, '70.00'));
    assert.equal((await analytics()).revenueKopecks, 61_900n);
    await assignSuspendedCharge(shop, { actor: '1', chargeId: strayId, telegramId: 102n, reason: 'theirs' });
    assert.equal((await analytics()).revenueKopecks, 61_900n);
    assert.equal((await analytics()).payers, 2);
    await till.proves();
  });

  it('are compared by months, with the change', async () => {
    const { shop, till } = life;
    const early = await till.addCustomer();
    await till.buyMonth(early);
    // From November on into December.
    shop.advance(10 * DAY_MS);
    await till.topUp(early, 300);
    await till.buyMonth(await till.addCustomer());
    await till.buyMonth(early);
    await life.settle();
    const { previous, current } = await analytics();
    assert.equal(previous.since.toISOString(), '2026-11-01T00:00:00.000Z');
    assert.deepEqual(
      [previous, current].map(({ since: _, ...figures }) => figures),
      [
        { revenueKopecks: 14_900n, payments: 1, customers: 1, subscriptions: 1 },
        { revenueKopecks: 59_800n, payments: 3, customers: 1, subscriptions: 1 },
      ],
      'a renewal is no new subscription',
    );
  });

  it('tell customers, subscriptions and invoices apart', async () => {
    const { shop, till } = life;
    await till.buyMonth(await till.addCustomer());
    shop.advance(10 * DAY_MS);
    await till.buyMonth(await till.addCustomer());
    shop.advance(25 * DAY_MS);
    const tried = await shop.addCustomer(7);
    assert.ok((await startTrial(shop, await shop.tap(7), tried)).ok);
    // Whoever buys after a trial is no trial any more.
    const bought = await shop.addCustomer(8);
    assert.ok((await startTrial(shop, await shop.tap(8), bought)).ok);
    await till.buyMonth(bought);
    const unpaid = await till.openInvoice(tried);
    await shop.ask(`update invoices set status = 'expired' where invoice_id = $1`, [unpaid]);
    await life.settle();
    assert.deepEqual(await statistics(), {
      customers: { all: 4, today: 2, week: 2, month: 3 },
      subscriptions: { live: 3, ended: 1, trials: 1 },
      payments: 3,
      invoices: { paid: 3, unpaid: 1 },
    });
  });

  it('know how long access took, how long it lasted, and how often it was renewed', async () => {
    const { shop, till } = life;
    const one = await till.addCustomer();
    await till.buyMonth(one);
    await life.settle();
    life.node.isAway = true;
    const other = await till.addCustomer();
    await till.buyMonth(other);
    await life.settle();
    shop.advance(90_000);
    life.node.isAway = false;
    await retryActivations(shop);
    await life.settle();
    assert.equal((await metrics()).activationWaitMs, 45_000);
    await till.buyMonth(one);
    await till.openInvoice(other);
    await shop.ask(`update invoices set status = 'cancelled' where status = 'open'`);
    await life.settle();
    assert.deepEqual(await metrics(), {
      activationWaitMs: 45_000,
      invoicesPaidPercent: 75,
      lifetimeDays: 45,
      renewalsPerCustomer: 0.5,
    });
  });

  it('are written down as looked at', async () => {
    await Promise.all([analytics(), statistics(), metrics()]);
    const viewed = await life.shop.ask<{ action: string; actor: string }>(
      `select action, actor from audit_entries where action like '%-viewed' order by action`,
    );
    assert.deepEqual(viewed, [
      { action: 'analytics-viewed', actor: '1' },
      { action: 'metrics-viewed', actor: '1' },
      { action: 'statistics-viewed', actor: '1' },
    ]);
  });
});
