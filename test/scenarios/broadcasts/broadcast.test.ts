/** Broadcasts: who gets one, how it is steered, and what is known of every recipient whatever happens. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BroadcastDraft } from '../../../src/domain/broadcasts.ts';
import type { BroadcastMessage, BroadcastOutcome } from '../../../src/ports/broadcaster.ts';
import type { OperatorMessage } from '../../../src/ports/notifier.ts';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { createBroadcast } from '../../../src/usecases/broadcasts/create-broadcast.ts';
import { listRecipients } from '../../../src/usecases/broadcasts/list-recipients.ts';
import { previewBroadcast } from '../../../src/usecases/broadcasts/preview-broadcast.ts';
import {
  claimNext,
  findBroadcastToSend,
  finishIfDone,
  sendToRecipient,
} from '../../../src/usecases/broadcasts/send-recipients.ts';
import { steerBroadcast } from '../../../src/usecases/broadcasts/steer-broadcast.ts';
import {
  composeReport,
  measureSegment,
  viewBroadcast,
} from '../../../src/usecases/broadcasts/view-broadcast.ts';
import { leaveFleet } from '../../../src/usecases/operations/presence.ts';
import { takeTurn } from '../../../src/usecases/sending/take-turn.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

const OWNER = 1n;
const DRAFT: BroadcastDraft = {
  title: 'News',
  kind: 'info',
  segment: 'all',
  textA: 'first text',
  textB: null,
  buttons: [],
};

describe('a broadcast', () => {
  let shop: TestShop;
  const customers: string[] = [];
  const got: { telegramId: bigint; message: BroadcastMessage }[] = [];
  /** What Telegram says from now on. */
  let answer: () => BroadcastOutcome = () => ({ kind: 'sent' });
  const broadcaster = {
    async send({ telegramId }: { telegramId: bigint }, message: BroadcastMessage) {
      const outcome = answer();
      if (outcome.kind === 'sent') got.push({ telegramId, message });
      return outcome;
    },
  };
  const told: OperatorMessage[] = [];
  const notifier = {
    waitTurn: async () => undefined,
    notify: () => assert.fail('no notices here'),
    tellOperator: async (_id: bigint, message: OperatorMessage) => {
      told.push(message);
      return 'sent' as const;
    },
    sendDocument: () => assert.fail('no documents here'),
  };

  before(async () => {
    shop = await openTestShop();
    for (let id = 1; id <= 40; id += 1) customers.push(await shop.addCustomer(id));
  });
  after(() => shop[Symbol.asyncDispose]());

  const create = async (change: Partial<BroadcastDraft> = {}) => {
    const made = await createBroadcast(shop, { actor: 'test', draft: { ...DRAFT, ...change } });
    assert.ok(made.ok);
    return made.broadcastId;
  };
  const preview = (broadcastId: string) =>
    previewBroadcast({ shop, notifier, broadcaster, operators: [OWNER] }, broadcastId);
  const steer = (broadcastId: string, steering: 'start' | 'pause' | 'resume' | 'cancel') =>
    steerBroadcast(shop, { actor: 'test', broadcastId, steering });
  const start = async (change: Partial<BroadcastDraft> = {}) => {
    answer = () => ({ kind: 'sent' });
    const broadcastId = await create(change);
    await preview(broadcastId);
    assert.deepEqual(await steer(broadcastId, 'start'), { ok: true, status: 'running' });
    await listRecipients(shop, broadcastId);
    got.length = 0;
    return broadcastId;
  };
  /** Sends to at most `count`; how many were claimed. */
  const send = async (broadcastId: string, count = 100, workerId = 'worker') => {
    const broadcast = await findBroadcastToSend(shop);
    let claimed = 0;
    while (broadcast && claimed < count) {
      const recipient = await claimNext(shop, { broadcastId, workerId });
      if (recipient === null) break;
      claimed += 1;
      if (recipient !== 'skipped')
        await sendToRecipient({ shop, broadcaster, workerId }, broadcast, recipient);
    }
    return claimed;
  };
  const progressOf = async (broadcastId: string) => {
    const view = await viewBroadcast(shop, broadcastId);
    assert.ok(view);
    const { recipients: _, ...progress } = view.progress;
    return Object.fromEntries(Object.entries(progress).filter(([, count]) => count > 0));
  };
  const end = async (broadcastId: string) => {
    answer = () => ({ kind: 'sent' });
    await send(broadcastId);
    if (!(await finishIfDone(shop, broadcastId))) await steer(broadcastId, 'cancel');
  };

  it('is refused a start before an operator has seen it', async () => {
    const broadcastId = await create();
    assert.deepEqual(await steer(broadcastId, 'start'), {
      ok: false,
      refusal: 'not-previewed',
      problem: null,
    });
    answer = () => ({ kind: 'refused', reason: "can't parse entities" });
    await preview(broadcastId);
    assert.deepEqual(await steer(broadcastId, 'start'), {
      ok: false,
      refusal: 'not-previewed',
      problem: "can't parse entities",
    });
    answer = () => ({ kind: 'unreached' });
    await assert.rejects(preview(broadcastId), { code: 'preview-not-sent' });
    answer = () => ({ kind: 'limited', retryAfterMs: 60_000 });
    await assert.rejects(preview(broadcastId), { code: 'preview-not-sent' });
    const turn = await takeTurn(shop, 'notice', { chatKey: null });
    assert.deepEqual(turn, { kind: 'wait' }, 'nobody sends in the pause');
    shop.advance(60_000);
    assert.deepEqual(await steer(broadcastId, 'cancel'), { ok: true, status: 'cancelled' });
    assert.equal((await steer('00000000-0000-4000-8000-000000000000', 'start')).ok, false);
  });

  it('reaches everybody once, and is then done', async () => {
    const broadcastId = await start();
    const { title } = DRAFT;
    assert.deepEqual(told, [{ kind: 'broadcast-previewed', broadcastId, title, isTest: false }]);
    assert.equal(await send(broadcastId), 40);
    assert.equal(new Set(got.map(({ telegramId }) => telegramId)).size, 40);
    assert.equal(await finishIfDone(shop, broadcastId), true);
    assert.deepEqual(await progressOf(broadcastId), { sent: 40 });
    assert.equal((await composeReport(shop, broadcastId))?.sent, 40);
    assert.equal(await send(broadcastId), 0);
  });

  it('gives each of two texts to about half, and the same one to the same customer', async () => {
    const broadcastId = await start({ textB: 'second text' });
    await send(broadcastId);
    const view = await viewBroadcast(shop, broadcastId);
    const [a, b] = [view?.variants.a.sent ?? 0, view?.variants.b.sent ?? 0];
    assert.equal(a + b, 40);
    assert.ok(a >= 8 && b >= 8, `${a} and ${b}`);
    assert.equal(got.filter(({ message }) => message.text === 'second text').length, b);
    await end(broadcastId);
  });

  it('goes to its segment, and leaves out who has left it meanwhile', async () => {
    for (const telegramId of [1n, 2n, 3n]) {
      await grantAccess(shop, { actor: 'test', telegramId, plan: 'basic', durationMs: 86_400_000 });
    }
    assert.deepEqual(
      await Promise.all(
        (['all', 'active', 'no-subscription'] as const).map((one) => measureSegment(shop, one)),
      ),
      [40, 3, 37],
    );
    const active = await start({ segment: 'active' });
    await send(active);
    assert.deepEqual(got.map(({ telegramId }) => telegramId).toSorted(), [1n, 2n, 3n]);
    await end(active);
    const without = await start({ segment: 'no-subscription' });
    await grantAccess(shop, { actor: 'test', telegramId: 4n, plan: 'basic', durationMs: 86_400_000 });
    await send(without);
    assert.deepEqual(await progressOf(without), { sent: 36, skipped: 1 });
    await end(without);
  });

  it('stops when it is paused, goes on where it was, and ends when it is cancelled', async () => {
    const broadcastId = await start();
    await send(broadcastId, 10);
    assert.deepEqual(await steer(broadcastId, 'pause'), { ok: true, status: 'paused' });
    assert.equal(await claimNext(shop, { broadcastId, workerId: 'worker' }), null);
    assert.deepEqual(await steer(broadcastId, 'resume'), { ok: true, status: 'running' });
    await send(broadcastId, 5);
    assert.deepEqual(await progressOf(broadcastId), { sent: 15, waiting: 25 });
    assert.deepEqual(await steer(broadcastId, 'cancel'), { ok: true, status: 'cancelled' });
    assert.deepEqual(await steer(broadcastId, 'resume'), {
      ok: false,
      refusal: 'not-now',
      status: 'cancelled',
    });
    assert.equal(await send(broadcastId), 0);
  });

  it('that is paused while its recipients are listed is listed to the end after it', async () => {
    const broadcastId = await create();
    answer = () => ({ kind: 'sent' });
    await preview(broadcastId);
    await steer(broadcastId, 'start');
    await steer(broadcastId, 'pause');
    await listRecipients(shop, broadcastId);
    assert.deepEqual(await progressOf(broadcastId), {});
    await steer(broadcastId, 'resume');
    assert.equal(await finishIfDone(shop, broadcastId), false, 'nobody is listed yet');
    await listRecipients(shop, broadcastId);
    assert.deepEqual(await progressOf(broadcastId), { waiting: 40 });
    await end(broadcastId);
  });

  it('tries again what certainly was not sent, as often as it takes, and never what may have been', async () => {
    const broadcastId = await start();
    for (const kind of ['unreached', 'resting'] as const) {
      answer = () => ({ kind });
      await send(broadcastId, 9);
    }
    answer = () => ({ kind: 'limited', retryAfterMs: 1_000 });
    await send(broadcastId, 9);
    assert.deepEqual(await progressOf(broadcastId), { waiting: 40 });
    answer = () => ({ kind: 'unknown' });
    await send(broadcastId, 2);
    answer = () => ({ kind: 'sent' });
    await send(broadcastId);
    assert.deepEqual(await progressOf(broadcastId), { unknown: 2, sent: 38 });
    await end(broadcastId);
  });

  it('to somebody who has blocked the bot fails, and later ones leave them out', async () => {
    const broadcastId = await start();
    answer = () => ({ kind: 'undeliverable' });
    await send(broadcastId, 1);
    await end(broadcastId);
    assert.deepEqual(await progressOf(broadcastId), { failed: 1, sent: 39 });
    assert.equal(await measureSegment(shop, 'all'), 39);
    await shop.ask('update customers set is_reachable = true');
  });

  it('whose text Telegram refuses stops by itself and says so', async () => {
    const broadcastId = await start();
    answer = () => ({ kind: 'refused', reason: 'message is too long' });
    assert.equal(await send(broadcastId), 10);
    const view = await viewBroadcast(shop, broadcastId);
    assert.deepEqual([view?.broadcast.status, view?.broadcast.problem], ['paused', 'message is too long']);
    assert.equal((await composeReport(shop, broadcastId))?.failed, 10);
    const told = await shop.ask(
      `select 1 from graphile_worker._private_jobs j where j.payload ->> 'id' = $1`,
      [broadcastId],
    );
    assert.equal(told.length, 1, 'the operators are told once');
    await steer(broadcastId, 'cancel');
  });

  it('shared by two processes gives every recipient to one of them', async () => {
    const broadcastId = await start();
    await Promise.all([
      send(broadcastId, 100, 'one'),
      send(broadcastId, 100, 'two'),
      send(broadcastId, 100, 'three'),
    ]);
    assert.equal(got.length, 40);
    assert.equal(new Set(got.map(({ telegramId }) => telegramId)).size, 40);
    await end(broadcastId);
  });

  it('remembers what was sent while the database is away, and writes it down when it is back', async () => {
    const broadcastId = await start();
    const broadcast = await findBroadcastToSend(shop);
    const recipient = await claimNext(shop, { broadcastId, workerId: 'worker' });
    assert.ok(broadcast && recipient && recipient !== 'skipped');
    let failures = 2;
    const db = {
      ...shop.db,
      query: (async (...query: Parameters<typeof shop.db.query>) => {
        if (failures > 0) {
          failures -= 1;
          throw new Error('the database is away');
        }
        return shop.db.query(...query);
      }) as typeof shop.db.query,
    };
    await sendToRecipient({ shop: { ...shop, db }, broadcaster, workerId: 'worker' }, broadcast, recipient);
    assert.deepEqual(await progressOf(broadcastId), { sent: 1, waiting: 39 });
    await end(broadcastId);
  });

  it('leaves unknown what a process that died was sending, unless it lives and knows better', async () => {
    const broadcastId = await start();
    const broadcast = await findBroadcastToSend(shop);
    assert.ok(broadcast);
    const lost = await claimNext(shop, { broadcastId, workerId: 'dead' });
    const late = await claimNext(shop, { broadcastId, workerId: 'dead' });
    assert.ok(lost && lost !== 'skipped' && late && late !== 'skipped');
    await leaveFleet(shop, { workerId: 'dead', lockKey: 1n });
    assert.deepEqual(await progressOf(broadcastId), { unknown: 2, waiting: 38 });
    await sendToRecipient({ shop, broadcaster, workerId: 'dead' }, broadcast, late);
    assert.deepEqual(await progressOf(broadcastId), { unknown: 1, sent: 1, waiting: 38 });
    await end(broadcastId);
    assert.deepEqual(await progressOf(broadcastId), { unknown: 1, sent: 39 });
  });
});
