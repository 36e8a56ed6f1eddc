/** What a referrer gets of real money, and gives back when it was given back: exactly, in any order. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { payCommission } from '../../../src/usecases/payments/pay-commission.ts';
import { reverseCommission } from '../../../src/usecases/payments/reverse-commission.ts';
import { settleCharge } from '../../../src/usecases/payments/settle-charge.ts';
import { receiveProviderRefund } from '../../../src/usecases/refunds/apply-refund.ts';
import { sendRefund } from '../../../src/usecases/refunds/send-refund.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

describe('a commission', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  /** A referrer, and somebody they brought. */
  async function couple(): Promise<{ referrerId: string; buyerId: string }> {
    const [referrerId, buyerId] = [await till.addCustomer(), await till.addCustomer()];
    await till.refer(buyerId, referrerId);
    return { referrerId, buyerId };
  }

  const commissionOf = async (chargeId: string) => {
    const [row] = await shop.ask<{ commission_id: string; status: string }>(
      'select commission_id, status from commissions where charge_id = $1',
      [chargeId],
    );
    return row ?? assert.fail('no commission');
  };

  /** Gives money back and does not do what follows from it. */
  async function refund(chargeId: string, amount: bigint | null = null): Promise<string> {
    const wish = await till.request(chargeId, amount);
    assert.ok(wish.ok);
    await sendRefund(shop, till.providers, wish.refundId);
    return wish.refundId;
  }

  it('is paid once, however often its job runs at once', async () => {
    const { referrerId, buyerId } = await couple();
    const { commission_id: commissionId } = await commissionOf(await till.buyMonth(buyerId));
    assert.equal(await till.wallet(referrerId), '0 owes 0', 'owed, not paid yet');
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => payCommission(shop, commissionId)));
    assert.deepEqual(outcomes.toSorted(), [...Array(11).fill('known'), 'paid']);
    assert.equal(await till.wallet(referrerId), '1490 owes 0');
    await till.proves();
  });

  it('goes first to what the referrer owes', async () => {
    const { referrerId, buyerId } = await couple();
    const spent = await till.buyMonth(referrerId);
    shop.advance(6 * 86_400_000);
    await receiveProviderRefund(shop, await till.chargeback(spent, '149.00'));
    assert.equal(await till.wallet(referrerId), '0 owes 2980');
    await till.topUp(buyerId, 250);
    await till.work();
    assert.equal(await till.wallet(referrerId), '0 owes 480');
    await till.topUp(buyerId, 250);
    await till.work();
    assert.equal(await till.wallet(referrerId), '2020 owes 0');
    await till.proves();
  });

  for (const moment of ['before', 'after'] as const) {
    it(`is taken back whole when its charge is given back ${moment} it was paid`, async () => {
      const { referrerId, buyerId } = await couple();
      const chargeId = await till.buyMonth(buyerId);
      const { commission_id: commissionId } = await commissionOf(chargeId);
      assert.equal(await till.payingReferrals(referrerId), 1);
      if (moment === 'after') await payCommission(shop, commissionId);
      const refundId = await refund(chargeId);
      assert.equal(await till.payingReferrals(referrerId), 0, 'counts no more, at once');
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => reverseCommission(shop, refundId)));
      assert.deepEqual(outcomes.toSorted(), [...Array(7).fill('nothing-to-reverse'), 'reversed']);
      assert.equal(await till.wallet(referrerId), '0 owes 0');
      assert.equal(await payCommission(shop, commissionId), 'known');
      await till.proves();
    });
  }

  it('that was spent is owed back', async () => {
    const { referrerId, buyerId } = await couple();
    const chargeId = await till.topUp(buyerId, 1_490);
    await till.work();
    assert.equal(await till.wallet(referrerId), '14900 owes 0');
    const spent = await till.topUp(referrerId, 100);
    await refund(spent);
    await till.topUp(referrerId, 1);
    await refund(chargeId);
    await till.work();
    assert.equal(await till.wallet(referrerId), '100 owes 0');
    await till.proves();
  });

  it('is taken back in the parts of its charge, to the kopeck, whatever the order of the jobs', async () => {
    const { referrerId, buyerId } = await couple();
    const chargeId = await till.buyMonth(buyerId);
    const parts = [
      await refund(chargeId, 3_333n),
      await refund(chargeId, 3_333n),
      await refund(chargeId, 3_333n),
    ];
    await Promise.all(parts.toReversed().map((refundId) => reverseCommission(shop, refundId)));
    assert.equal(await till.wallet(referrerId), `${1_490 - Math.floor((1_490 * 9_999) / 14_900)} owes 0`);
    assert.equal(await till.payingReferrals(referrerId), 1, 'some of it was not given back');
    parts.push(await refund(chargeId));
    await Promise.all([...parts, ...parts].map((refundId) => reverseCommission(shop, refundId)));
    assert.equal(await till.wallet(referrerId), '0 owes 0');
    assert.equal(await till.payingReferrals(referrerId), 0);
    await till.proves();
  });

  it('taken back for one part is not taken back for the next under its name', async () => {
    const { referrerId, buyerId } = await couple();
    const chargeId = await till.buyMonth(buyerId);
    const first = await refund(chargeId, 7_450n);
    assert.equal(await reverseCommission(shop, first), 'reversed');
    const second = await refund(chargeId);
    assert.equal(await reverseCommission(shop, first), 'nothing-to-reverse');
    assert.equal(await till.wallet(referrerId), '745 owes 0');
    assert.equal(await reverseCommission(shop, second), 'reversed');
    assert.equal(await till.wallet(referrerId), '0 owes 0');
    await till.proves();
  });

  it('asks for money that is really gone', async () => {
    const { referrerId, buyerId } = await couple();
    const [first, second] = [await till.topUp(buyerId, 100), await till.topUp(buyerId, 200)];
    assert.ok((await till.request(second)).ok);
    await refund(first);
    assert.equal(await till.payingReferrals(referrerId), 1, 'what is only asked for is still there');
    await till.work();
    assert.equal(await till.payingReferrals(referrerId), 0);
    await till.proves();
  });

  it('of a buyer with other money left keeps them a paying referral; the next charge counts them again', async () => {
    const { referrerId, buyerId } = await couple();
    const [first, second] = [await till.buyMonth(buyerId), await till.topUp(buyerId, 100)];
    await refund(first);
    assert.equal(await till.payingReferrals(referrerId), 1);
    await receiveProviderRefund(shop, await till.chargeback(second, '100.00'));
    assert.equal(await till.payingReferrals(referrerId), 0);
    await till.topUp(buyerId, 100);
    assert.equal(await till.payingReferrals(referrerId), 1);
    await till.work();
    assert.equal(await till.wallet(referrerId), '1000 owes 0');
    await till.proves();
  });

  it('counts paying referrals exactly while many pay and are refunded at once', async () => {
    const referrerId = await till.addCustomer();
    const buyers = await Promise.all(Array.from({ length: 10 }, () => till.addCustomer()));
    for (const buyerId of buyers) await till.refer(buyerId, referrerId);
    const charges = await Promise.all(buyers.map((buyerId) => till.topUp(buyerId, 100)));
    assert.equal(await till.payingReferrals(referrerId), 10);
    await Promise.all([
      ...charges.slice(0, 6).map((chargeId) => refund(chargeId)),
      ...buyers.slice(3, 9).map((buyerId) => till.topUp(buyerId, 200)),
    ]);
    await till.work();
    assert.equal(await till.payingReferrals(referrerId), 7);
    await till.proves();
  });

  it('is of the level that its buyer made, also when another one makes it first', async () => {
    const referrerId = await till.addCustomer();
    const buyers: string[] = [];
    for (let index = 0; index < 26; index += 1) {
      const buyerId = await till.addCustomer();
      await till.refer(buyerId, referrerId);
      buyers.push(buyerId);
    }
    for (const buyerId of buyers.slice(0, 23)) await till.topUp(buyerId, 100);
    const [first, second, third] = buyers.slice(23);
    const pay = async (buyerId = '') => till.take(await till.openInvoice(buyerId, 100), '100.00');
    const [mine, other] = [await pay(first), await pay(second)];
    let overtaken = 0;
    const query: typeof shop.db.query = async (statement, parameters) => {
      const rows = await shop.db.query(statement, parameters);
      const isFirstLook = statement.name === 'find-settlement-facts' && overtaken++ === 0;
      if (isFirstLook) assert.equal(await settleCharge(shop, other), 'settled');
      return rows;
    };
    assert.equal(await settleCharge({ ...shop, db: { ...shop.db, query } }, mine), 'settled');
    await till.settle(await pay(third));
    const owed = await shop.ask<{ percent: number; count: number }>(
      'select percent, count(*)::int from commissions where referrer_id = $1 group by 1 order by 1',
      [referrerId],
    );
    assert.deepEqual(owed, [
      { percent: 10, count: 24 },
      { percent: 25, count: 2 },
    ]);
    await till.proves();
  });

  it('is not owed twice when its charge is told again after a refund', async () => {
    const { referrerId, buyerId } = await couple();
    const charge = till.take(await till.openInvoice(buyerId), '149.00');
    const chargeId = await till.settle(charge);
    await refund(chargeId);
    await till.work();
    assert.equal(await settleCharge(shop, charge), 'known');
    await till.work();
    assert.equal(await till.wallet(referrerId), '0 owes 0');
    assert.equal(await till.payingReferrals(referrerId), 0);
    await till.proves();
  });

  it('and all that has happened here is what the figures of every referrer say', async () => {
    const figures = await shop.ask<{ invited: number; revenue: number; cashback: number }>(
      `select invited, revenue_kopecks::int as revenue, cashback_kopecks::int as cashback from referrers
       order by customer_id`,
    );
    const rows = await shop.ask<{ invited: number; revenue: number; cashback: number }>(
      `select (select count(*)::int from referrals f where f.referrer_id = r.customer_id) as invited,
         (select coalesce(sum(ch.amount_kopecks), 0)::int from charges ch join commissions c using (charge_id)
           where c.referrer_id = r.customer_id)
         - (select coalesce(sum(d.amount_kopecks), 0)::int from refunds d join commissions c using (charge_id)
           where c.referrer_id = r.customer_id and d.status = 'done') as revenue,
         (select coalesce(sum(case kind when 'commission-paid' then t.amount_kopecks
             when 'commission-clawed' then -t.amount_kopecks
             when 'commission-receivable' then -t.amount_kopecks else 0 end), 0)::int
           from transfers t where t.customer_id = r.customer_id) as cashback
       from referrers r order by customer_id`,
    );
    assert.ok(figures.length > 5 && figures.some(({ revenue }) => revenue > 0));
    assert.deepEqual(figures, rows);
  });
});
