/** Whose turn it is to send: limits that all processes keep together, and lanes that give way to one another. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CHAT_PAUSE_MS, MAX_ANSWER_CHARGE_MS, MESSAGE_PAUSE_MS } from '../../../src/domain/sending.ts';
import { type JobName, priorityOf } from '../../../src/ports/jobs.ts';
import { insertOperatorTask } from '../../../src/store/operator-tasks.ts';
import { greetCustomer } from '../../../src/usecases/customers/greet-customer.ts';
import { forgetOld } from '../../../src/usecases/life-cycle/forget-old.ts';
import { chargeAnswers, heedPause, takeTurn } from '../../../src/usecases/sending/take-turn.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill } from '../../support/till.ts';

describe('a turn to send', () => {
  let shop: TestShop;
  before(async () => {
    shop = await openTestShop();
  });
  after(() => shop[Symbol.asyncDispose]());
  // Longer than any pause of a test.
  beforeEach(() => shop.advance(3_600_000));

  const waitOf = async (lane: 'notice' | 'broadcast', chat: bigint | null) => {
    const turn = await takeTurn(shop, lane, { chatKey: chat });
    return turn.kind === 'at' ? turn.at.getTime() - shop.clock.now().getTime() : null;
  };

  it('is given to many processes at once with the pause of one message between each', async () => {
    const waits = await Promise.all(
      Array.from({ length: 40 }, (_, chat) => waitOf('notice', BigInt(chat + 1))),
    );
    const times = waits.filter((wait) => wait !== null).toSorted((a, b) => a - b);
    assert.equal(times.length, 40);
    for (const [index, time] of times.entries()) assert.ok(Math.abs(time - index * MESSAGE_PAUSE_MS) < 2);
  });

  it('is not given further ahead than a lane may look: a broadcast gives way to notices', async () => {
    for (let chat = 1n; chat <= 6n; chat += 1n) await waitOf('notice', 100n + chat);
    assert.equal(await waitOf('broadcast', null), null);
    assert.notEqual(await waitOf('notice', 110n), null);
    shop.advance(200);
    assert.notEqual(await waitOf('broadcast', null), null);
  });

  it('comes later for a chat that has had three at once', async () => {
    const waits = [];
    for (let message = 1; message <= 4; message += 1) waits.push(await waitOf('notice', 200n));
    assert.deepEqual(
      waits.map((wait) => wait === null),
      [false, false, false, true],
    );
    assert.ok((waits[2] ?? 0) < CHAT_PAUSE_MS, 'within its burst nothing waits for the chat');
    assert.notEqual(await waitOf('notice', 201n), null, 'others do not wait for it');
    shop.advance(CHAT_PAUSE_MS);
    assert.notEqual(await waitOf('notice', 200n), null);
  });

  it('is not kept of a chat that was long silent', async () => {
    await waitOf('notice', 250n);
    shop.advance(2 * 3_600_000);
    await waitOf('notice', 251n);
    await forgetOld(shop);
    const kept = await shop.ask<{ chat_key: string }>('select chat_key from send_turns order by chat_key');
    assert.deepEqual(
      kept.map(({ chat_key }) => chat_key),
      ['0', '251'],
    );
  });

  it('gives way to answers, but a crowd of answers does not stop notices', async () => {
    await chargeAnswers(shop, 1_000);
    assert.equal(await waitOf('broadcast', null), null);
    const wait = await waitOf('notice', 300n);
    assert.ok(wait !== null && wait <= MAX_ANSWER_CHARGE_MS);
  });

  it('waits for as long as Telegram asks, for everybody', async () => {
    await heedPause(shop, 7_000);
    assert.equal(await waitOf('notice', 400n), null);
    assert.equal(await waitOf('broadcast', null), null);
    shop.advance(7_001);
    assert.notEqual(await waitOf('broadcast', null), null);
  });

  it('a pause is not made shorter by an answer or a shorter pause', async () => {
    await heedPause(shop, 7_000);
    await chargeAnswers(shop, 3);
    await heedPause(shop, 1_000);
    shop.advance(6_000);
    assert.equal(await waitOf('broadcast', null), null);
  });
});

describe('what is to be said', () => {
  it('waits in the queue behind what money and access need, whoever has promised it', async () => {
    await using shop = await openTestShop();
    const till = openTill(shop);
    await till.buyMonth(await shop.addCustomer(1));
    await greetCustomer(shop, { telegramId: 2n, firstName: 'Ann', username: null }, 1n);
    await insertOperatorTask(shop.db, {
      taskId: shop.ids.rowId(),
      kind: 'reconciliation',
      subject: 'x',
      customerId: null,
      details: {},
      createdAt: shop.clock.now(),
    });
    const promised = await shop.ask<{ name: JobName; priority: number }>(
      'select task_identifier as name, priority from graphile_worker.jobs',
    );
    const wanted: JobName[] = ['send-notice', 'push-access', 'tell-operators'];
    for (const name of wanted)
      assert.ok(
        promised.some((job) => job.name === name),
        `${name} is promised`,
      );
    for (const { name, priority } of promised) assert.equal(priority, priorityOf(name), name);
    assert.ok(priorityOf('send-notice') > priorityOf('settle-event'));
  });
});
