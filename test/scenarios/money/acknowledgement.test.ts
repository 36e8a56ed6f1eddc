/** Nobody outside is told "taken" before what they told is on the disk, and nobody without the secret is heard. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kopecks } from '../../../src/domain/money/money.ts';
import { createHttpServer } from '../../../src/http/create-http-server.ts';
import { Fault } from '../../../src/lib/fault.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { createMetrics } from '../../../src/lib/metrics.ts';
import type { PaymentProvider } from '../../../src/ports/payment-provider.ts';
import { closeOverdueEntitlements } from '../../../src/store/entitlements.ts';
import { takeInvoicesDueForPoll } from '../../../src/store/money/invoices.ts';
import { openIntake } from '../../../src/store/postgres/intake.ts';
import { createReceiver } from '../../../src/telegram/receive-updates.ts';
import { openInvoice } from '../../../src/usecases/purchases/open-invoice.ts';
import type { Shop } from '../../../src/usecases/shop.ts';
import { holdChat } from '../../../src/usecases/updates/hold-chat.ts';
import { eventually } from '../../support/core.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const BOT_ID = 7n;
const SECRET = 'the secret of the webhook';
const silent = createLogger({ name: 'test', level: 'silent' });

describe('an event', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  /** A door over this shop, or over one whose commits fail at the last moment. */
  function door(heard: { shop?: Shop; provider?: PaymentProvider; store?: () => Promise<void> } = {}) {
    const intake = openIntake(shop.url, BOT_ID, silent);
    const receive = createReceiver({
      clock: shop.clock,
      store: heard.store ?? ((updates, now) => intake.store(updates, now)),
      wake: () => undefined,
      answerCheckout: async () => false,
      apology: { explain: () => undefined, reset: () => undefined },
    });
    const server = createHttpServer({
      shop: heard.shop ?? shop,
      logger: silent,
      metrics: createMetrics(),
      metricsToken: null,
      providers: new Map([['bank', heard.provider ?? till.provider]]),
      trustedProxies: [],
      telegram: { secret: SECRET, receive },
      subscriptions: null,
      isReady: () => true,
      chatPageUrl: null,
    });
    const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
      server.inject({
        method: 'POST',
        url,
        payload,
        headers: { 'content-type': 'application/json', ...headers },
      });
    return { post, close: () => Promise.all([server.close(), intake.close()]) };
  }

  const update = (id: number) => JSON.stringify({ update_id: id, message: { chat: { id: 5 }, text: 'x' } });
  const secret = { 'x-telegram-bot-api-secret-token': SECRET };
  const storedUpdates = async (id: number) =>
    (await shop.ask('select 1 from inbox_updates where update_id = $1', [id])).length;

  /** The commit is refused after everything was written, as by a database that goes away just then. */
  const failing = (): Shop => ({
    ...shop,
    db: {
      ...shop.db,
      transaction: (name, work) =>
        shop.db.transaction(name, async (tx) => {
          await work(tx);
          throw new Fault('database-unreachable', 'gone at the commit', { isRetryable: true });
        }),
    },
  });

  it('of Telegram is stored before its 200', async () => {
    const { post, close } = door();
    assert.equal((await post('/telegram/webhook', update(1), secret)).statusCode, 200);
    assert.equal(await storedUpdates(1), 1);
    await close();
  });

  it('of Telegram that could not be stored is asked for again', async () => {
    const store = async () => {
      throw new Fault('storage-down', 'gone', { isRetryable: true });
    };
    const { post, close } = door({ store });
    const answer = await post('/telegram/webhook', update(2), secret);
    assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '1']);
    await close();
  });

  for (const [name, headers] of [
    ['no secret', {}],
    ['an empty secret', { 'x-telegram-bot-api-secret-token': '' }],
    ['another secret', { 'x-telegram-bot-api-secret-token': `${SECRET.slice(0, -1)}X` }],
    ['a longer secret', { 'x-telegram-bot-api-secret-token': `${SECRET}X` }],
  ] as const) {
    it(`of Telegram with ${name} is not heard`, async () => {
      const { post, close } = door();
      assert.equal((await post('/telegram/webhook', update(3), headers)).statusCode, 401);
      assert.equal(await storedUpdates(3), 0);
      await close();
    });
  }

  const event = { objectId: 'o', state: 'paid', charge: null, refund: null, isHint: false };
  const genuine = () => ({ ...till.provider, verify: () => ({ ok: true as const, event }) });
  const storedEvents = async () =>
    (await shop.ask(`select 1 from provider_events where object_id = 'o'`)).length;

  it('of a provider that could not be stored is asked for again, and is not half stored', async () => {
    const { post, close } = door({ shop: failing(), provider: genuine() });
    const answer = await post('/webhooks/bank', '{}');
    assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '1']);
    assert.equal(await storedEvents(), 0);
    await close();
  });

  it('of a provider is stored, with its job, before its 200; again it is a success that stores nothing', async () => {
    const { post, close } = door({ provider: genuine() });
    for (let time = 0; time < 3; time += 1) {
      assert.equal((await post('/webhooks/bank', '{}')).statusCode, 200);
      assert.equal(await storedEvents(), 1);
      const jobs = await shop.ask(
        `select 1 from graphile_worker.jobs where task_identifier = 'settle-event'`,
      );
      assert.equal(jobs.length, 1);
    }
    await close();
  });

  it('of a provider that is not genuine stores nothing', async () => {
    const verify = () => ({ ok: false as const, refusal: 'bad-signature' as const });
    const { post, close } = door({ provider: { ...till.provider, verify } });
    const before = await shop.ask('select 1 from provider_events');
    assert.equal((await post('/webhooks/bank', '{"o":1}')).statusCode, 401);
    assert.equal((await shop.ask('select 1 from provider_events')).length, before.length);
    await close();
  });
});

describe('work that several processes find at once', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  it('is shared out: no invoice is asked about twice, no entitlement closed twice', async () => {
    for (let index = 0; index < 30; index += 1) await till.buyMonth(await till.addCustomer());
    shop.advance(31 * 86_400_000);
    const now = shop.clock.now();
    const until = new Date(now.getTime() + 60_000);
    await shop.ask('update invoices set next_poll_at = created_at');
    const query = { method: 'bank', now, until, limit: 10 };
    const taken = await shop.db.transaction('first', async (tx) => {
      const first = await takeInvoicesDueForPoll(tx, query);
      const second = await shop.db.transaction('second', (other) => takeInvoicesDueForPoll(other, query));
      return [...first, ...second].map(({ invoiceId }) => invoiceId);
    });
    assert.equal(new Set(taken).size, 20, 'the second neither waits nor takes what the first has');
    const closed = await shop.db.transaction('first', async (tx) => {
      const first = await closeOverdueEntitlements(tx, now, 10);
      return [
        ...first,
        ...(await shop.db.transaction('second', (other) => closeOverdueEntitlements(other, now, 10))),
      ];
    });
    assert.equal(new Set(closed).size, 20);
  });

  it('in one chat is the newest holder’s alone: whoever was taken for dead may not commit', async () => {
    const customerId = await shop.addCustomer(44);
    const old = await shop.tap(44);
    const wish = {
      customerId,
      telegramId: 44n,
      description: 'x',
      purpose: 'top-up' as const,
      amountKopecks: kopecks(25_000n),
    };
    const provider = { ...till.provider, create: () => assert.fail('nobody may be asked') };
    const steal = { isDone: false };
    const fence = async () =>
      (await shop.ask<{ fence: string }>('select fence from chat_leases where chat_key = 44'))[0]?.fence;
    let stolen: Promise<unknown> = Promise.resolve();
    await shop.db.transaction('hold', async (tx) => {
      await holdChat(tx, old);
      stolen = shop.tap(44).then(() => {
        steal.isDone = true;
      });
      await eventually('the other one waits, or has it', async () => {
        const waiting = await shop.ask('select 1 from pg_locks where not granted');
        return waiting.length > 0 || steal.isDone;
      });
      assert.equal(await fence(), String(old.lease.fence), 'it cannot be taken in the middle of a commit');
    });
    await stolen;
    await assert.rejects(openInvoice(shop, provider, { tap: old, wish }), { code: 'lease-lost' });
    assert.equal((await shop.ask('select 1 from invoices where customer_id = $1', [customerId])).length, 0);
  });
});
