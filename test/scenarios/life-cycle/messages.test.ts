/** What customers are told as their access goes through its life, in virtual time. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { addJob } from '../../../src/store/jobs.ts';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { revokeAccess } from '../../../src/usecases/access/revoke-access.ts';
import { greetCustomer } from '../../../src/usecases/customers/greet-customer.ts';
import { planMessages } from '../../../src/usecases/life-cycle/plan-messages.ts';
import { startTrial } from '../../../src/usecases/life-cycle/start-trial.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('messages of a life cycle', () => {
  let life: VirtualShop;
  beforeEach(async () => {
    life = await openVirtualShop();
  });
  afterEach(() => life[Symbol.asyncDispose]());

  /** Passes and work, as a process does them; `times` at once. */
  async function look(times = 1): Promise<void> {
    // A row that work still holds is left for the next look, which here would be an hour later.
    await life.settle();
    await Promise.all(Array.from({ length: times }, () => planMessages(life.shop)));
    await life.settle();
  }
  /** Hours of looking, once an hour, told as `hour: message`. */
  async function watch(hours: number): Promise<string[]> {
    const said: string[] = [];
    for (let hour = 0; hour <= hours; hour += 1) {
      const before = life.told.length;
      await look();
      for (const { notice } of life.told.slice(before))
        if (notice.kind === 'life') said.push(`${hour}: ${notice.message}`);
      life.shop.advance(HOUR);
    }
    return said;
  }
  const give = (telegramId: number, ms: number) =>
    grantAccess(life.shop, { actor: 'test', telegramId: BigInt(telegramId), plan: 'basic', durationMs: ms });
  const statusOf = async (kind: string) =>
    (await life.shop.ask<{ status: string }>('select status from notices where kind = $1', [kind])).map(
      ({ status }) => status,
    );

  it('come when they are due, each once, whoever looks and how often', async () => {
    await life.till.buyMonth(await life.till.addCustomer());
    life.shop.advance(30 * DAY - 73 * HOUR);
    await look(3);
    assert.equal(life.told.filter(({ notice }) => notice.kind === 'life').length, 0);
    life.shop.advance(HOUR);
    await look(5);
    await look(5);
    const said = life.told.filter(({ notice }) => notice.kind === 'life');
    assert.equal(said.length, 1);
    assert.deepEqual(
      said.map(({ notice }) => (notice.kind === 'life' ? [notice.message, notice.leftMs] : [])),
      [['ends-in-3-days', 3 * DAY]],
    );
    assert.deepEqual(
      (await watch(80)).map((line) => line.split(': ')[1]),
      ['ends-in-24-hours', 'ends-in-3-hours', 'ended'],
    );
  });

  it('begin anew with a renewal; what was promised for the old end is not said any more', async () => {
    const customerId = await life.till.addCustomer();
    await life.till.buyMonth(customerId);
    const [old] = await life.shop.ask<{ id: string; at: Date }>(
      'select entitlement_id as id, ends_at as at from entitlements',
    );
    life.shop.advance(20 * DAY);
    await life.till.buyMonth(customerId);
    const subject = `life:ends-in-3-days:${old?.id}:${old?.at.getTime()}`;
    await addJob(life.shop.db, 'send-notice', { noticeKey: subject, customerId, about: 'life', id: subject });
    assert.deepEqual(await watch(36 * 24), []);
    assert.deepEqual(await watch(5 * 24), [
      '23: ends-in-3-days',
      '71: ends-in-24-hours',
      '92: ends-in-3-hours',
      '95: ended',
    ]);
  });

  it('of a trial are its own, and a purchase during it makes them those of what was paid', async () => {
    const [tester, buyer] = [await life.shop.addCustomer(71), await life.shop.addCustomer(72)];
    for (const [chat, customerId] of [
      [71, tester],
      [72, buyer],
    ] as const)
      assert.ok((await startTrial(life.shop, await life.shop.tap(chat), customerId)).ok);
    await life.till.buyMonth(buyer);
    await watch(80);
    const messagesOf = (telegramId: bigint) =>
      life.told.flatMap(({ telegramId: to, notice }) =>
        to === telegramId && notice.kind === 'life' ? [notice.message] : [],
      );
    assert.deepEqual(messagesOf(71n), [
      'trial-first-hours',
      'trial-third-day',
      'trial-last-hours',
      'trial-ended',
    ]);
    assert.deepEqual(messagesOf(72n), []);
  });

  it('of gifts follow their length', async () => {
    await give(81, 6 * HOUR);
    await give(82, DAY);
    await give(83, 7 * DAY);
    await watch(7 * 24 + 1);
    const messagesOf = (telegramId: bigint) =>
      life.told.flatMap(({ telegramId: to, notice }) =>
        to === telegramId && notice.kind === 'life' ? [notice.message] : [],
      );
    assert.deepEqual(messagesOf(81n), ['ended']);
    assert.deepEqual(messagesOf(82n), ['ends-in-6-hours', 'ended']);
    assert.deepEqual(messagesOf(83n), ['ends-in-3-days', 'ends-in-24-hours', 'ends-in-3-hours', 'ended']);
  });

  it('that an outage has kept back are not all said at once: the latest is, the others are skipped', async () => {
    await life.till.buyMonth(await life.till.addCustomer());
    life.shop.advance(30 * DAY - 2 * HOUR);
    await look();
    const said = life.told.flatMap(({ notice }) => (notice.kind === 'life' ? [notice.message] : []));
    assert.deepEqual(said, ['ends-in-3-hours']);
    assert.deepEqual(await statusOf('ends-in-3-days'), ['skipped']);
    assert.deepEqual(await statusOf('ends-in-24-hours'), ['skipped']);
  });

  it('do not go to who has blocked the bot, until they write again', async () => {
    await give(91, 7 * DAY);
    await look();
    life.blocked.add(91n);
    await watch(5 * 24);
    assert.deepEqual(await statusOf('ends-in-3-days'), ['undeliverable']);
    await watch(24);
    assert.deepEqual(await statusOf('ends-in-24-hours'), ['skipped']);
    life.blocked.delete(91n);
    await greetCustomer(life.shop, { telegramId: 91n, firstName: 'Anna', username: null });
    await watch(2 * 24);
    assert.deepEqual(await statusOf('ended'), ['sent']);
  });

  it('say that it has ended at once when it is taken away', async () => {
    await give(95, 30 * DAY);
    life.shop.advance(DAY);
    await revokeAccess(life.shop, { actor: 'test', telegramId: 95n });
    assert.deepEqual(await watch(1), ['0: ended']);
  });
});
