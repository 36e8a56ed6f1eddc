/** What an operator does to money on the command line: each deed once, with a reason, an entry and an exit code. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

describe('an operator', () => {
  let shop: TestShop;
  let till: Till;
  let people = 0;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  async function customer(): Promise<{ telegramId: string; customerId: string }> {
    const telegramId = 30_000 + people++;
    return { telegramId: String(telegramId), customerId: await shop.addCustomer(telegramId) };
  }
  const entries = async (action: string) =>
    shop.ask<{ actor: string; details: Record<string, unknown>; customer_id: string | null }>(
      'select actor, details, customer_id from audit_entries where action = $1 order by recorded_at, entry_id',
      [action],
    );
  async function atlas(code: number, ...argv: string[]): Promise<string> {
    const answer = await till.atlas(...argv);
    assert.equal(answer.code, code, answer.out + answer.err);
    return (code === 0 ? answer.out : answer.err).trim();
  }

  describe('with promo codes', () => {
    it('makes, lists and ends them', async () => {
      assert.equal(
        await atlas(0, 'promo', 'create', 'spring5', '--percent', '15', '--max-uses', '5'),
        'SPRING5 takes 15 % off',
      );
      assert.match(
        await atlas(0, 'promo', 'list'),
        /^SPRING5 +15 % +active +used 0 of 5, held 0, over the limit 0/m,
      );
      assert.match(await atlas(1, 'promo', 'create', 'SPRING5', '--percent', '15'), /end it first/);
      await atlas(0, 'promo', 'end', 'spring5');
      assert.match(await atlas(1, 'promo', 'end', 'spring5'), /no such code/);
      await atlas(0, 'promo', 'create', 'spring5', '--percent', '20');
      const made = await entries('promo-created');
      assert.deepEqual(
        made.map(({ actor, details }) => `${actor} ${details.code} ${details.percent}`),
        ['operator:cli SPRING5 15', 'operator:cli SPRING5 20'],
      );
      assert.equal((await entries('promo-ended')).length, 1);
    });

    it('makes one up when it gets no name', async () => {
      assert.match(
        await atlas(0, 'promo', 'create', '--percent', '100', '--for', '7d'),
        /^[A-Z]{6} takes 100 % off$/,
      );
    });

    it('of many makes of one name, one is', async () => {
      const make = () => till.atlas('promo', 'create', 'ONLYONE', '--percent', '10');
      const codes = (await Promise.all(Array.from({ length: 30 }, make))).map(({ code }) => code);
      assert.equal(codes.filter((code) => code === 0).length, 1);
    });

    it('once a code is used up, its name is free', async () => {
      await atlas(0, 'promo', 'create', 'USEDUP', '--percent', '10', '--max-uses', '1');
      await shop.ask(`update promo_codes set used_count = 1 where code = 'USEDUP'`);
      await atlas(0, 'promo', 'create', 'USEDUP', '--percent', '10');
      await shop.ask(`update promo_codes set used_count = 0 where code = 'USEDUP'`);
    });

    for (const [flag, ...argv] of [
      ['code', 'create', 'a b', '--percent', '10'],
      ['code', 'create', 'ab', '--percent', '10'],
      ['--percent', 'create', 'CODE', '--percent', '101'],
      ['--percent', 'create', 'CODE', '--percent', '-1'],
      ['--percent', 'create', 'CODE', '--percent', '1.5'],
      ['--max-uses', 'create', 'CODE', '--percent', '10', '--max-uses', '0'],
      ['--for', 'create', 'CODE', '--percent', '10', '--for', 'soon'],
    ] as const) {
      it(`is told which flag is wrong: ${argv.join(' ')}`, async () => {
        assert.ok((await atlas(2, 'promo', ...argv)).startsWith(flag));
      });
    }
  });

  describe('with wallets', () => {
    it('corrects one with a reason, and one key is one wish', async () => {
      const { telegramId, customerId } = await customer();
      const give = ['adjust', telegramId, '--amount', '99.50', '--reason', 'an outage', '--key', 'ticket-1'];
      assert.match(await atlas(0, ...give), /^done; the wallet holds 99.50 ₽$/);
      assert.match(await atlas(0, ...give), /^done before; the wallet holds 99.50 ₽$/);
      const take = ['adjust', telegramId, '--amount', '-90', '--reason', 'too much', '--key', 'ticket-2'];
      assert.match(await atlas(0, ...take), /holds 9.50 ₽$/);
      assert.match(await atlas(0, ...take), /^done before/, 'although there is not as much left now');
      assert.match(await atlas(1, 'adjust', telegramId, '--amount', '-9.51', '--reason', 'x'), /holds less/);
      assert.match(
        await atlas(1, 'adjust', telegramId, '--amount', '1', '--reason', 'x', '--key', 'ticket-1'),
        /another adjustment/,
      );
      assert.equal(await till.wallet(customerId), '950 owes 0');
      const written = (await entries('wallet-adjusted')).filter((one) => one.customer_id === customerId);
      assert.deepEqual(
        written.map(({ actor, details }) => [actor, details.amountKopecks, details.reason]),
        [
          ['operator:cli', '9950', 'an outage'],
          ['operator:cli', '-9000', 'too much'],
        ],
      );
      await till.proves();
    });

    it('is told what is wrong', async () => {
      const { telegramId } = await customer();
      assert.match(await atlas(2, 'adjust', 'anna', '--amount', '1', '--reason', 'x'), /^telegramId/);
      for (const amount of ['0', '1.005', 'much', '']) {
        assert.match(await atlas(2, 'adjust', telegramId, '--amount', amount, '--reason', 'x'), /^--amount/);
      }
      assert.match(await atlas(2, 'adjust', telegramId, '--amount', '1', '--reason', ' '), /^--reason/);
      assert.match(await atlas(1, 'adjust', '777777', '--amount', '1', '--reason', 'x'), /no such customer/);
    });
  });

  describe('with discounts', () => {
    const price = async (customerId: string) => {
      const invoiceId = await till.openInvoice(customerId);
      const [row] = await shop.ask<{ amount: string }>(
        'select amount_kopecks as amount from invoices where invoice_id = $1',
        [invoiceId],
      );
      await shop.ask(`update invoices set status = 'cancelled' where invoice_id = $1`, [invoiceId]);
      return Number(row?.amount);
    };

    it('gives VIP and personal ones and takes them back; the price follows', async () => {
      const { telegramId, customerId } = await customer();
      assert.equal(await price(customerId), 14_900);
      await atlas(0, 'discount', 'grant', telegramId, '--percent', '10', '--for', '2d');
      assert.equal(await price(customerId), 13_410);
      await atlas(0, 'discount', 'grant', telegramId, '--vip');
      assert.equal(await price(customerId), 10_430, 'VIP goes first');
      await atlas(0, 'discount', 'end', telegramId, '--vip');
      assert.equal(await price(customerId), 13_410);
      shop.advance(2 * 86_400_000);
      assert.equal(await price(customerId), 14_900, 'its time is over');
      await atlas(0, 'discount', 'end', telegramId, '--personal');
      assert.equal((await entries('discount-granted')).length, 2);
      assert.equal((await entries('discount-ended')).length, 2);
    });

    for (const argv of [
      ['grant', '1', '--vip', '--percent', '5'],
      ['grant', '1'],
      ['grant', '1', '--percent', '0'],
      ['grant', '1', '--percent', '100'],
      ['grant', '1', '--vip', '--for', '1d'],
      ['grant', '1', '--percent', '5', '--for', 'x'],
      ['grant', 'x', '--percent', '5'],
      ['end', '1'],
      ['end', '1', '--vip', '--personal'],
    ]) {
      it(`is told what is wrong: ${argv.join(' ')}`, async () => {
        await atlas(2, 'discount', ...argv);
      });
    }

    it('of nobody is refused', async () => {
      assert.match(await atlas(1, 'discount', 'grant', '777777', '--vip'), /no such customer/);
    });
  });

  describe('asks about money', () => {
    it('and is told of every kopeck: where from, where to, why, by whom, what for', async () => {
      const [{ telegramId, customerId }, referrer] = [await customer(), await customer()];
      await till.refer(customerId, referrer.customerId);
      const chargeId = await till.buyMonth(customerId, '200.00');
      await atlas(0, 'adjust', telegramId, '--amount', '10', '--reason', 'a gift');
      assert.ok((await till.request(chargeId, 10_000n)).ok);
      await till.work();
      const told = await atlas(0, 'statement', telegramId);
      assert.match(told, new RegExp(`^customer ${telegramId} \\(${customerId}\\)`));
      assert.match(
        told,
        /charge-received +provider:bank → wallet +200.00 +wallet 200.00 +charge [-\w]+, bank [-\w]+, 200.00 RUB: overpaid/,
      );
      assert.match(
        told,
        /purchase +wallet → revenue +149.00 +wallet 51.00 +invoice [-\w]+ by bank: basic for 30 days, until 2026-\d\d-\d\d/,
      );
      assert.match(
        told,
        /adjustment +adjustments → wallet +10.00 +wallet 61.00 +adjustment [-\w]+ by operator:cli: a gift/,
      );
      assert.match(
        told,
        /refund-paid +refunds → provider:bank +100.00 +wallet 61.00 +refund [-\w]+ of charge [-\w]+ by operator:1: asked for/,
      );
      assert.match(told, /^given .*: basic .* for invoice/m);
      assert.match(told, /^wallet 61.00 ₽, held 0.00 ₽, owes 0.00 ₽$/m);
      const brought = await atlas(0, 'statement', referrer.telegramId);
      assert.match(
        brought,
        /commission-paid +commissions-payable → wallet +20.00 .*commission [-\w]+: 10 % of charge/,
      );
      assert.match(brought, /commission-clawed +wallet → commissions-payable +10.00 .*reversal/);
      await till.proves();
    });

    it('finds whose it is by any id of it', async () => {
      const { telegramId, customerId } = await customer();
      const chargeId = await till.topUp(customerId, 250);
      const [row] = await shop.ask<Record<string, string>>(
        `select ch.provider_charge_id as provider, ch.invoice_id as invoice, t.transfer_id as line from charges ch
         join transfers t using (charge_id) where ch.charge_id = $1`,
        [chargeId],
      );
      const abroad = till.take(await till.openInvoice(customerId, 250), '250.00', { provider: 'cryptobot' });
      await till.settle(abroad);
      for (const id of [chargeId, row?.invoice, row?.line, abroad.providerChargeId]) {
        assert.match(await atlas(0, 'statement', String(id)), new RegExp(`^customer ${telegramId} `));
      }
      assert.match(
        await atlas(1, 'statement', '00000000-0000-7000-8000-00000000dead'),
        /no customer is known/,
      );
      assert.match(await atlas(2, 'statement', ' '), /^id/);
    });

    it('and gets it as one JSON object, amounts exact', async () => {
      const { telegramId, customerId } = await customer();
      await till.topUp(customerId, 250);
      const { ok, data } = JSON.parse(await atlas(0, 'statement', telegramId, '--json'));
      assert.equal(ok, true);
      assert.deepEqual([data.lines[0].amountKopecks, data.lines[0].walletKopecks], ['25000', '25000']);
      assert.equal(data.wallet.balanceKopecks, '25000');
      const refused = await till.atlas('statement', '777777', '--json');
      assert.deepEqual(JSON.parse(refused.out).error, {
        code: 'nobody',
        message: 'no customer is known by this',
      });
    });

    it('of somebody without money is told that nothing has moved', async () => {
      const { telegramId } = await customer();
      assert.match(await atlas(0, 'statement', telegramId), /no money has moved yet/);
    });
  });
});
