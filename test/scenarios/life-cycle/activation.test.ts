/** What was given while no node could take it, and what is forgotten, in virtual time. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { forgetOld } from '../../../src/usecases/life-cycle/forget-old.ts';
import { reportStuck } from '../../../src/usecases/life-cycle/report-stuck.ts';
import { retryActivations } from '../../../src/usecases/life-cycle/retry-activations.ts';
import { isTrialOffered, startTrial } from '../../../src/usecases/life-cycle/start-trial.ts';
import { OWNER, openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('what happens without a tap', () => {
  let life: VirtualShop;
  beforeEach(async () => {
    life = await openVirtualShop();
  });
  afterEach(() => life[Symbol.asyncDispose]());

  const statusOf = async (customerId: string) =>
    (
      await life.shop.ask<{ status: string; attempts: number }>(
        'select status, activation_attempts as attempts from entitlements where customer_id = $1',
        [customerId],
      )
    )[0];
  const report = () =>
    reportStuck(
      {
        shop: life.shop,
        operators: [OWNER],
        notifier: {
          waitTurn: async () => undefined,
          notify: () => assert.fail('customers are not told'),
          sendDocument: () => assert.fail('nobody gets a file'),
          tellOperator: async (_id, message) => {
            life.toldOperators.push(message);
            return 'sent';
          },
        },
      },
      5,
    );

  it('what no node takes is tried with growing pauses, told to the operator, never given up, and delivered', async () => {
    life.node.isAway = true;
    const customerId = await life.till.addCustomer();
    await life.till.buyMonth(customerId);
    await life.settle();
    await report();
    assert.equal(life.toldOperators.length, 0);
    const pauses: number[] = [];
    for (let minute = 1; minute <= 120; minute += 1) {
      life.shop.advance(MINUTE);
      if ((await retryActivations(life.shop)) > 0) pauses.push(minute);
      await life.settle();
    }
    assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 62, 92]);
    assert.deepEqual(await statusOf(customerId), { status: 'provisioning', attempts: 8 });
    await report();
    const [message] = life.toldOperators;
    assert.ok(message?.kind === 'stuck-activations' && message.count === 1);
    assert.equal(message.longest[0]?.attempts, 8);
    life.node.isAway = false;
    life.shop.advance(30 * MINUTE);
    await Promise.all([retryActivations(life.shop), retryActivations(life.shop)]);
    await life.settle();
    assert.equal((await statusOf(customerId))?.status, 'active');
    assert.equal(life.told.filter(({ notice }) => notice.kind === 'access-ready').length, 1);
    await report();
    assert.equal(life.toldOperators.length, 1);
  });

  it('a trial is taken once, however often it is asked for at once, even while no node is there', async () => {
    life.node.isAway = true;
    const customerId = await life.shop.addCustomer(7);
    assert.equal(await isTrialOffered(life.shop, customerId), true);
    const tap = await life.shop.tap(7);
    const start = (key: string) => startTrial(life.shop, { ...tap, key }, customerId);
    const tries = await Promise.all(Array.from({ length: 5 }, (_, index) => start(`tap ${index}`)));
    assert.equal(tries.filter(({ ok }) => ok).length, 1);
    const again = await start(`tap ${tries.findIndex(({ ok }) => ok)}`);
    assert.deepEqual(
      again,
      tries.find(({ ok }) => ok),
      'worked again, a tap says the same',
    );
    assert.equal(await isTrialOffered(life.shop, customerId), false);
    assert.equal(Math.round(await life.till.daysLeft(customerId)), 3);
    life.shop.advance(4 * DAY);
    assert.equal((await startTrial(life.shop, await life.shop.tap(7), customerId)).ok, false);
    const buyer = await life.shop.addCustomer(8);
    await life.till.buyMonth(buyer);
    life.shop.advance(40 * DAY);
    assert.equal((await startTrial(life.shop, await life.shop.tap(8), buyer)).ok, false);
  });

  it('tells who brought a friend that the friend tries it', async () => {
    const [friend, referrer] = [await life.shop.addCustomer(7), await life.shop.addCustomer(8)];
    await life.till.refer(friend, referrer);
    assert.ok((await startTrial(life.shop, await life.shop.tap(7), friend)).ok);
    await life.settle();
    const told = life.told.filter(({ notice }) => notice.kind === 'referral-trial');
    assert.deepEqual(
      told.map(({ telegramId }) => telegramId),
      [8n],
    );
  });

  it('what nobody needs any more is deleted, and nothing else', async () => {
    const now = life.shop.clock.now();
    await life.shop.ask(
      `insert into inbox_updates (bot_id, update_id, chat_key, body, status, received_at, next_attempt_at, finished_at)
       select 1, i, i, '{}', case when i % 3 = 0 then 'parked' else 'done' end, $1, $1,
         $1::timestamptz - i * interval '1 minute' from generate_series(1, 3000) i`,
      [now],
    );
    life.shop.advance(30 * DAY - 2_000 * MINUTE);
    const forgotten = await forgetOld(life.shop);
    assert.equal(forgotten.updates, 666);
    assert.equal((await forgetOld(life.shop)).updates, 0);
    const [left] = await life.shop.ask<{ count: string }>(
      `select count(*) from inbox_updates where status = 'parked'`,
    );
    assert.equal(Number(left?.count), 1_000);
  });
});
