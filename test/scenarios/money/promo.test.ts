/** Promo codes: who may use one, how long a place is held, and that money which comes too late is honoured. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { roubles } from '../../../src/domain/money/money.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { migrate } from '../../../src/store/postgres/migrate.ts';
import { enterPromo } from '../../../src/usecases/promo/enter-promo.ts';
import { createPromo, endPromo, listPromos } from '../../../src/usecases/promo/manage-promo.ts';
import { openInvoice } from '../../../src/usecases/purchases/open-invoice.ts';
import { payFromWallet } from '../../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../../src/usecases/purchases/quote-plan.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const MINUTE_MS = 60_000;
const MONTH = { plan: 'basic', periodDays: 30 } as const;

describe('a promo code', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  let codes = 0;
  async function code(percent = 50, maxUses: number | null = null): Promise<string> {
    const made = await createPromo(shop, {
      actor: 'x',
      code: `CODE${codes++}`,
      percent,
      maxUses,
      expiresAt: null,
    });
    assert.ok(made.ok);
    return made.code;
  }
  const enter = async (customerId: string, text: string) => (await enterPromo(shop, { customerId, text })).ok;
  const priceFor = async (customerId: string) =>
    (await quotePlan(shop, customerId, MONTH)).quote.priceKopecks;
  const row = async (name: string) =>
    (await listPromos(shop)).find((one) => one.code === name) ?? assert.fail('there is no such code');

  it('is found in any case, and only the price that it is entered for changes', async () => {
    const name = await code();
    const [customerId, other] = [await till.addCustomer(), await till.addCustomer()];
    assert.ok(await enter(customerId, ` ${name.toLowerCase()} `));
    assert.equal(await priceFor(customerId), 7_450n);
    assert.equal(await priceFor(other), 14_900n);
  });

  it('that is wrong, ended, over or used up is refused in the same words', async () => {
    const customerId = await till.addCustomer();
    const ended = await code();
    await endPromo(shop, { actor: 'x', code: ended });
    const usedUp = await code(50, 1);
    await shop.ask('update promo_codes set used_count = 1 where code = $1', [usedUp]);
    const over = 'OVERNOW';
    const expiresAt = new Date(shop.clock.now().getTime() + 1);
    assert.ok(
      (await createPromo(shop, { actor: 'x', code: over, percent: 50, maxUses: null, expiresAt })).ok,
    );
    shop.advance(1);
    for (const text of ['NOSUCH', 'a b', '', 'x'.repeat(51), ended, usedUp, over]) {
      const refused = { ok: false, refusal: 'promo-invalid' };
      assert.deepEqual(await enterPromo(shop, { customerId, text }), refused, text);
    }
    await shop.ask('update promo_codes set used_count = 0 where code = $1', [usedUp]);
  });

  it('is remembered for five minutes', async () => {
    const customerId = await till.addCustomer();
    await enter(customerId, await code());
    shop.advance(5 * MINUTE_MS - 1);
    assert.equal(await priceFor(customerId), 7_450n);
    shop.advance(1);
    assert.equal(await priceFor(customerId), 14_900n);
  });

  it('works once for a customer', async () => {
    const name = await code();
    const customerId = await till.addCustomer();
    await enter(customerId, name);
    await till.buyMonth(customerId, '74.50');
    assert.equal(await enter(customerId, name), false);
    assert.equal(await priceFor(customerId), 14_900n, 'its use has ended the session');
    assert.deepEqual([(await row(name)).usedCount, (await row(name)).reservedCount], [1, 0]);
    await till.proves();
  });

  it('holds its place while the invoice lives, and gives it away afterwards', async () => {
    const name = await code(50, 1);
    const [first, second] = [await till.addCustomer(), await till.addCustomer()];
    const telegramId = 50_500;
    const holder = await shop.addCustomer(telegramId);
    await enter(holder, name);
    const { quote } = await quotePlan(shop, holder, MONTH);
    const create = async ({ invoiceId }: { invoiceId: string }) => ({
      providerInvoiceId: invoiceId,
      payUrl: 'https://pay.invalid',
      providerAmount: '74.50',
      providerCurrency: 'RUB',
    });
    const wish = {
      customerId: holder,
      telegramId: BigInt(telegramId),
      description: 'x',
      purpose: 'purchase',
    } as const;
    const tap = await shop.tap(telegramId);
    const opening = { tap, wish: { ...wish, quoteId: quote.quoteId } };
    const opened = await openInvoice(shop, { ...till.provider, create }, opening);
    assert.ok(opened.ok);
    shop.advance(29 * MINUTE_MS);
    assert.equal(await enter(first, name), false, 'the place is held');
    shop.advance(MINUTE_MS);
    assert.ok(await enter(first, name), 'the place is free');
    assert.equal(await priceFor(first), 7_450n);
    await till.settle(till.take(opened.invoice.invoiceId, '74.50'));
    assert.equal(await till.daysLeft(holder), 30, 'paid too late is honoured at its quote');
    const { usedCount, reservedCount, overLimit } = await row(name);
    assert.deepEqual([usedCount, reservedCount, overLimit], [0, 1, 1n], 'over the limit, shown as such');
    await till.settle(till.take(await till.openInvoice(first), '74.50'));
    assert.equal((await row(name)).usedCount, 1);
    assert.equal(await enter(second, name), false);
    await till.proves();
  });

  it('that is ended keeps its word to whoever holds a place', async () => {
    const name = await code(100, 1);
    const telegramId = 50_600;
    const customerId = await shop.addCustomer(telegramId);
    await enter(customerId, name);
    const { quote } = await quotePlan(shop, customerId, MONTH);
    await endPromo(shop, { actor: 'x', code: name });
    const paid = await payFromWallet(shop, await shop.tap(telegramId), {
      customerId,
      quoteId: quote.quoteId,
    });
    assert.ok(paid.ok);
    assert.equal(await till.daysLeft(customerId), 30);
    await till.proves();
  });

  it('of the first day that was ended stays ended after the next migration', async () => {
    assert.ok(await endPromo(shop, { actor: 'x', code: 'YABX30' }));
    await migrate(shop.url, null, createLogger({ name: 'test', level: 'silent' }));
    const seeds = (await listPromos(shop)).filter((one) => one.code === 'YABX30');
    assert.deepEqual(
      seeds.map(({ isActive }) => isActive),
      [false],
    );
    assert.equal(await enter(await till.addCustomer(), 'YAbx30'), false);
  });
});

describe('an invoice', () => {
  it('is not opened for an amount that cannot be topped up, nor below what its provider takes', async () => {
    await using shop = await openTestShop(4);
    const till = openTill(shop);
    const telegramId = 51_000;
    const customerId = await shop.addCustomer(telegramId);
    const provider = { ...till.provider, minimumKopecks: roubles(64) };
    const open = async (
      wish: { purpose: 'top-up'; amountKopecks: bigint } | { purpose: 'purchase'; quoteId: string },
    ) => {
      const who = { customerId, telegramId: BigInt(telegramId), description: 'x' };
      const opening = { tap: await shop.tap(telegramId), wish: { ...who, ...wish } as never };
      const opened = await openInvoice(shop, provider, opening);
      return opened.ok ? 'open' : opened.refusal;
    };
    for (const amountKopecks of [0n, 9_900n, 10_050n, 10_000_100n, -10_000n]) {
      assert.equal(await open({ purpose: 'top-up', amountKopecks }), 'amount-not-allowed');
    }
    assert.ok(
      (await createPromo(shop, { actor: 'x', code: 'CHEAP', percent: 60, maxUses: null, expiresAt: null }))
        .ok,
    );
    await enterPromo(shop, { customerId, text: 'CHEAP' });
    const { quote } = await quotePlan(shop, customerId, MONTH);
    assert.equal(quote.priceKopecks, 5_960n);
    assert.equal(await open({ purpose: 'purchase', quoteId: quote.quoteId }), 'below-minimum');
  });
});
