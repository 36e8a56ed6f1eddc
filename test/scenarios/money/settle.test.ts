/** What a verified charge does, by each written rule; and what happens when it comes twice, late, or at once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kopecks } from '../../../src/domain/money/money.ts';
import type { VerifiedCharge } from '../../../src/domain/money/settlement.ts';
import { insertInvoice, markInvoiceOpen } from '../../../src/store/money/invoices.ts';
import { verifyLedger } from '../../../src/usecases/ledger/verify-ledger.ts';
import { settleCharge } from '../../../src/usecases/payments/settle-charge.ts';
import { payFromWallet } from '../../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../../src/usecases/purchases/quote-plan.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

describe('a verified charge', () => {
  let shop: TestShop;
  let people = 0;
  let charges = 0;
  before(async () => {
    shop = await openTestShop();
  });
  after(() => shop[Symbol.asyncDispose]());

  const anyone = () => shop.addCustomer(1_000 + people++);

  /** An open invoice for a month of Basic, or for a top-up of 250 ₽. */
  async function invoiceOf(customerId: string, purpose: 'purchase' | 'top-up' = 'purchase') {
    const invoiceId = shop.ids.rowId();
    const now = shop.clock.now();
    const quote =
      purpose === 'purchase'
        ? (await quotePlan(shop, customerId, { plan: 'basic', periodDays: 30 })).quote
        : null;
    await insertInvoice(shop.db, {
      invoiceId,
      customerId,
      purpose,
      quoteId: quote?.quoteId ?? null,
      method: 'cryptobot',
      amountKopecks: quote?.priceKopecks ?? kopecks(25_000n),
      status: 'opening',
      sourceKey: invoiceId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 1_800_000),
      paidAt: null,
      nextPollAt: null,
    });
    await markInvoiceOpen(shop.db, {
      invoiceId,
      providerInvoiceId: invoiceId,
      payUrl: null,
      providerAmount: quote ? '149.00' : '250.00',
      providerCurrency: 'RUB',
    });
    return invoiceId;
  }

  const chargeFor = (invoiceId: string | null, change: Partial<VerifiedCharge> = {}): VerifiedCharge => ({
    provider: 'cryptobot',
    providerChargeId: String(++charges),
    invoiceId,
    providerAmount: '149.00',
    providerCurrency: 'RUB',
    payerTelegramId: null,
    chargedAt: shop.clock.now(),
    ...change,
  });

  const walletOf = async (customerId: string) => {
    const [row] = await shop.ask<{ balance: string; owed: string }>(
      'select balance_kopecks as balance, receivable_kopecks as owed from wallets where customer_id = $1',
      [customerId],
    );
    return `${row?.balance} owes ${row?.owed}`;
  };
  const grantsOf = async (customerId: string) =>
    (await shop.ask('select grant_id from entitlement_grants where customer_id = $1', [customerId])).length;
  const proves = async () => assert.deepEqual((await verifyLedger(shop)).ok, true);

  it('told 17 times at once, by as many connections, buys once', async () => {
    const customerId = await anyone();
    const charge = chargeFor(await invoiceOf(customerId));
    const outcomes = await Promise.all(Array.from({ length: 17 }, () => settleCharge(shop, charge)));
    assert.deepEqual(outcomes.toSorted(), [...Array(16).fill('known'), 'settled']);
    assert.equal(await walletOf(customerId), '0 owes 0');
    assert.equal(await grantsOf(customerId), 1);
    await proves();
  });

  it('races others for one wallet, and each of them counts', async () => {
    const customerId = await anyone();
    const invoices: string[] = [];
    for (let index = 0; index < 8; index += 1) {
      invoices.push(await invoiceOf(customerId, 'top-up'));
      await shop.ask(`update invoices set status = 'superseded' where invoice_id = $1`, [invoices.at(-1)]);
    }
    const all = invoices.map((invoiceId) => chargeFor(invoiceId, { providerAmount: '250.00' }));
    await Promise.all(all.map((charge) => settleCharge(shop, charge)));
    assert.equal(await walletOf(customerId), '200000 owes 0');
    await proves();
  });

  it('buys for an invoice that was superseded, and again for the one that took its place', async () => {
    const customerId = await anyone();
    const first = await invoiceOf(customerId);
    await shop.ask(`update invoices set status = 'superseded' where invoice_id = $1`, [first]);
    const second = await invoiceOf(customerId);
    await Promise.all([settleCharge(shop, chargeFor(first)), settleCharge(shop, chargeFor(second))]);
    assert.equal(await grantsOf(customerId), 2);
    await proves();
  });

  it('of an invoice that is paid already goes into the wallet', async () => {
    const customerId = await anyone();
    const invoiceId = await invoiceOf(customerId);
    await Promise.all([settleCharge(shop, chargeFor(invoiceId)), settleCharge(shop, chargeFor(invoiceId))]);
    assert.equal(await walletOf(customerId), '14900 owes 0');
    assert.equal(await grantsOf(customerId), 1);
    await proves();
  });

  it('below the invoice goes into the wallet and leaves it open', async () => {
    const customerId = await anyone();
    const invoiceId = await invoiceOf(customerId);
    await settleCharge(shop, chargeFor(invoiceId, { providerAmount: '148.99' }));
    assert.equal(await walletOf(customerId), '14899 owes 0');
    const [invoice] = await shop.ask('select status from invoices where invoice_id = $1', [invoiceId]);
    assert.equal(invoice?.status, 'open');
    await proves();
  });

  it('above it buys, and the excess stays in the wallet', async () => {
    const customerId = await anyone();
    await settleCharge(shop, chargeFor(await invoiceOf(customerId), { providerAmount: '200.00' }));
    assert.equal(await walletOf(customerId), '5100 owes 0');
    assert.equal(await grantsOf(customerId), 1);
    await proves();
  });

  it('by a stranger buys for whose invoice it is, and says so', async () => {
    const customerId = await anyone();
    const invoiceId = await invoiceOf(customerId);
    await settleCharge(shop, chargeFor(invoiceId, { payerTelegramId: 7n }));
    const [charge] = await shop.ask(
      'select is_foreign_payer, customer_id from charges where invoice_id = $1',
      [invoiceId],
    );
    assert.deepEqual(charge, { is_foreign_payer: true, customer_id: customerId });
    assert.equal(await grantsOf(customerId), 1);
  });

  for (const [name, change] of [
    ['in another currency', { providerCurrency: 'USD' }],
    ['with an unknown invoice', { invoiceId: '00000000-0000-7000-8000-00000000dead' }],
    ['with a payload that is none of ours', { invoiceId: 'renew:1:basic' }],
  ] as const) {
    it(`${name} waits in suspense for an operator, once`, async () => {
      const charge = chargeFor(await invoiceOf(await anyone()), change);
      const outcomes = await Promise.all([settleCharge(shop, charge), settleCharge(shop, charge)]);
      assert.deepEqual(outcomes.toSorted(), ['known', 'suspense']);
      const tasks = await shop.ask(
        `select details from operator_tasks where kind = 'suspended-charge'
           and details ->> 'providerChargeId' = $1`,
        [charge.providerChargeId],
      );
      assert.equal(tasks.length, 1);
      await proves();
    });
  }

  it('pays what the customer owes from what is left after the purchase', async () => {
    const customerId = await anyone();
    await shop.ask('update wallets set receivable_kopecks = 6000 where customer_id = $1', [customerId]);
    await settleCharge(shop, chargeFor(await invoiceOf(customerId), { providerAmount: '200.00' }));
    assert.equal(await walletOf(customerId), '0 owes 900');
    assert.equal(await grantsOf(customerId), 1);
    await settleCharge(shop, chargeFor(await invoiceOf(customerId, 'top-up'), { providerAmount: '250.00' }));
    assert.equal(await walletOf(customerId), '24100 owes 0');
  });

  it('of nobody else’s quote: it cannot be paid from another wallet', async () => {
    const [owner, other] = [await anyone(), await anyone()];
    const { quote } = await quotePlan(shop, owner, { plan: 'basic', periodDays: 30 });
    await settleCharge(shop, chargeFor(await invoiceOf(other, 'top-up'), { providerAmount: '250.00' }));
    const tap = await shop.tap(1);
    const paid = await payFromWallet(shop, tap, { customerId: other, quoteId: quote.quoteId });
    assert.deepEqual(paid, { ok: false, refusal: 'quote-unknown' });
    assert.equal(await walletOf(other), '25000 owes 0');
  });

  it('50 purchases with money for one: one buys', async () => {
    const customerId = await anyone();
    const telegramId = 1_000 + people - 1;
    await settleCharge(shop, chargeFor(await invoiceOf(customerId, 'top-up'), { providerAmount: '250.00' }));
    const quotes = await Promise.all(
      Array.from({ length: 50 }, () => quotePlan(shop, customerId, { plan: 'basic', periodDays: 30 })),
    );
    const tap = await shop.tap(telegramId);
    const results = await Promise.all(
      quotes.map(({ quote }, index) =>
        payFromWallet(shop, { ...tap, key: `race:${index}` }, { customerId, quoteId: quote.quoteId }),
      ),
    );
    assert.equal(results.filter((result) => result.ok).length, 1);
    assert.equal(await walletOf(customerId), '10100 owes 0');
    assert.equal(await grantsOf(customerId), 1);
  });
});
