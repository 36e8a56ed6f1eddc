/** A broadcast over a database that is far away or has a slow disk: it is slower, and comes to its end. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { runBroadcasts } from '../../../src/jobs/run-broadcasts.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { createBroadcast } from '../../../src/usecases/broadcasts/create-broadcast.ts';
import { listRecipients } from '../../../src/usecases/broadcasts/list-recipients.ts';
import { previewBroadcast } from '../../../src/usecases/broadcasts/preview-broadcast.ts';
import { steerBroadcast } from '../../../src/usecases/broadcasts/steer-broadcast.ts';
import { eventually } from '../../support/core.ts';
import { openTestShop } from '../../support/shop.ts';

const RECIPIENTS = 12;

for (const answersInMs of [50, 150]) {
  it(`a broadcast reaches everybody when the database answers in ${answersInMs} ms`, async () => {
    await using shop = await openTestShop();
    for (let id = 1; id <= RECIPIENTS; id += 1) await shop.addCustomer(id);
    const got: bigint[] = [];
    const broadcaster = {
      async send({ telegramId }: { telegramId: bigint }) {
        got.push(telegramId);
        return { kind: 'sent' } as const;
      },
    };
    const never = () => assert.fail('nobody else is told');
    const notifier = {
      waitTurn: async () => undefined,
      notify: never,
      tellOperator: async () => 'sent' as const,
      sendDocument: never,
    };
    const draft = {
      title: 'News',
      kind: 'info',
      segment: 'all',
      textA: 'x',
      textB: null,
      buttons: [],
    } as const;
    const made = await createBroadcast(shop, { actor: 'test', draft: { ...draft, buttons: [] } });
    assert.ok(made.ok);
    const { broadcastId } = made;
    await previewBroadcast({ shop, notifier, broadcaster, operators: [1n] }, broadcastId);
    await steerBroadcast(shop, { actor: 'test', broadcastId, steering: 'start' });
    await listRecipients(shop, broadcastId);
    got.length = 0;
    const query: typeof shop.db.query = async (statement, parameters) => {
      await delay(answersInMs / 2);
      const rows = await shop.db.query(statement, parameters);
      await delay(answersInMs / 2);
      return rows;
    };
    const far = { ...shop, clock: { now: () => new Date() }, db: { ...shop.db, query } };
    const over = new AbortController();
    const logger = createLogger({ name: 'test', level: 'silent' });
    const running = runBroadcasts({ shop: far, broadcaster, workerId: 'w', logger }, over.signal);
    const all = async () => got.length === RECIPIENTS;
    await eventually('everybody has got it', all, 30_000).finally(() => over.abort());
    await running;
    assert.equal(new Set(got).size, RECIPIENTS);
  });
}
