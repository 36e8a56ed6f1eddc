/** Renewals from the wallet that nobody taps for, in virtual time. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { changeDiscount } from '../../../src/usecases/discounts/manage-discounts.ts';
import { promiseRenewals } from '../../../src/usecases/life-cycle/renew-due.ts';
import { switchRenewal } from '../../../src/usecases/life-cycle/switch-renewal.ts';
import { payFromWallet } from '../../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../../src/usecases/purchases/quote-plan.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WINDOW = 6 * HOUR;

describe('a renewal from the wallet', () => {
  let life: VirtualShop;
  beforeEach(async () => {
    life = await openVirtualShop();
  });
  afterEach(() => life[Symbol.asyncDispose]());

  /** A subscriber whose access renews itself, five hours before its end. */
  async function subscriber(roubles: number): Promise<string> {
    const customerId = await life.till.addCustomer();
    await life.till.buyMonth(customerId);
    if (roubles > 0) await life.till.topUp(customerId, roubles);
    await switchRenewal(life.shop, customerId, true);
    return customerId;
  }
  /** `times` processes look at once, and all that was promised is done; how many renewals that made. */
  async function pass(times = 1): Promise<number> {
    const before = await renewals();
    await Promise.all(Array.from({ length: times }, () => promiseRenewals(life.shop, WINDOW)));
    await life.settle();
    return (await renewals()) - before;
  }
  async function renewals(): Promise<number> {
    const [row] = await life.shop.ask<{ count: string }>(
      `select count(*) from invoices where source_key like 'renewal:%'`,
    );
    return Number(row?.count);
  }
  const toldOf = (kind: string) => life.told.filter(({ notice }) => notice.kind === kind);

  it('happens once in its window, however many look, and is told once', async () => {
    const customerId = await subscriber(500);
    await life.settle();
    life.shop.advance(30 * DAY - 7 * HOUR);
    assert.equal(await pass(), 0);
    life.shop.advance(2 * HOUR);
    assert.equal(await pass(8), 1);
    assert.equal(await pass(), 0);
    assert.equal(await life.till.wallet(customerId), '35100 owes 0');
    assert.equal(Math.round(await life.till.daysLeft(customerId)), 30);
    assert.equal(toldOf('renewed').length, 1);
    await life.till.proves();
  });

  it('takes the plan and period that were bought last, whatever was paid in between, at the discount of today', async () => {
    const customerId = await subscriber(2_000);
    const tap = await life.shop.tap(1);
    const { quote } = await quotePlan(life.shop, customerId, { plan: 'plus', periodDays: 90 });
    assert.ok((await payFromWallet(life.shop, tap, { customerId, quoteId: quote.quoteId })).ok);
    await life.till.topUp(customerId, 700);
    await setVip(customerId);
    life.shop.advance(120 * DAY - 5 * HOUR);
    assert.equal(await pass(), 1);
    // 2000 − 699 + 700 − 70 % of 699
    assert.equal(await life.till.wallet(customerId), '151170 owes 0');
    assert.equal(Math.round(await life.till.daysLeft(customerId)), 90);
    await life.till.proves();
  });

  it('that money is short for is told once, and happens after a top-up', async () => {
    const customerId = await subscriber(0);
    life.shop.advance(30 * DAY - 5 * HOUR);
    for (let time = 0; time < 4; time += 1) {
      assert.equal(await pass(), 0);
      life.shop.advance(600_000);
    }
    assert.equal(toldOf('renewal-short').length, 1);
    await life.till.topUp(customerId, 149);
    assert.equal(await pass(), 1);
    assert.equal(toldOf('renewed').length, 1);
    assert.equal(await life.till.wallet(customerId), '0 owes 0');
  });

  it('waits while the customer pays by hand, and nobody pays twice for one end', async () => {
    const customerId = await subscriber(1_000);
    life.shop.advance(30 * DAY - 5 * HOUR);
    const invoiceId = await life.till.openInvoice(customerId);
    assert.equal(await pass(), 0);
    await life.till.settle(life.till.take(invoiceId, '149.00'));
    assert.equal(await pass(), 0);
    assert.equal(await life.till.wallet(customerId), '100000 owes 0');
    assert.equal(Math.round(await life.till.daysLeft(customerId)), 30);
  });

  it('is not followed by a purchase by hand within five minutes', async () => {
    const customerId = await subscriber(1_000);
    life.shop.advance(30 * DAY - 5 * HOUR);
    const { quote } = await quotePlan(life.shop, customerId, { plan: 'basic', periodDays: 30 });
    assert.equal(await pass(), 1);
    const buy = async (quoteId: string) =>
      payFromWallet(life.shop, await life.shop.tap(1), { customerId, quoteId });
    const refused = await buy(quote.quoteId);
    assert.ok(!refused.ok && refused.refusal === 'just-renewed');
    life.shop.advance(5 * 60_000);
    const later = await quotePlan(life.shop, customerId, { plan: 'basic', periodDays: 30 });
    assert.ok((await buy(later.quote.quoteId)).ok);
  });

  it('does not happen when it was switched off, has ended, or the customer cannot be reached', async () => {
    const [off, blocked, late] = [await subscriber(500), await subscriber(500), await subscriber(500)];
    await switchRenewal(life.shop, off, false);
    await life.shop.ask('update customers set is_reachable = false where customer_id = $1', [blocked]);
    life.shop.advance(30 * DAY - HOUR);
    assert.equal(await pass(), 1);
    assert.equal(await life.till.wallet(late), '35100 owes 0');
    life.shop.advance(2 * HOUR);
    assert.equal(await pass(), 0);
    assert.equal(await life.till.wallet(off), '50000 owes 0');
    assert.equal(await life.till.wallet(blocked), '50000 owes 0');
  });

  async function setVip(customerId: string): Promise<void> {
    const [row] = await life.shop.ask<{ id: string }>(
      'select telegram_id as id from customers where customer_id = $1',
      [customerId],
    );
    const change = {
      actor: 'test',
      telegramId: BigInt(row?.id ?? 0),
      kind: 'vip',
      percent: 30,
      expiresAt: null,
    } as const;
    assert.ok((await changeDiscount(life.shop, change)).ok);
  }
});
