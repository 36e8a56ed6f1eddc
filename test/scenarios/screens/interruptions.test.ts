/** What a person was in the middle of when something else came: another command, another button, a restart, a second phone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { CUSTOMER_BUTTONS } from '../../../src/telegram/buttons/customer-buttons.ts';
import { COMMANDS } from '../../../src/telegram/route-update.ts';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { type ServerProcess, World } from '../../support/world.ts';
import { sampleOf } from '../panel/button-samples.ts';
import { ChatEvents } from './chat-events.ts';

const UNKNOWN = /Я понимаю кнопки/;
/** Steps within the one form that goes over several messages. */
const STEPS = ['withdraw-details', 'withdraw-send'];
/** What leaves the chat waiting for another text. */
const ASKS = ['promo', 'top-up-custom', 'withdraw'];

/** Every question that a customer answers by typing: how it is reached, and an answer that would do. */
const QUESTIONS: {
  name: string;
  flow: string;
  from: string;
  path: RegExp[];
  says: string[];
  answer: string;
}[] = [
  {
    name: 'an amount',
    flow: 'top-up-amount',
    from: '/start',
    path: [/Пополнить/, /Другая/],
    says: [],
    answer: '500',
  },
  { name: 'a promo code', flow: 'promo-code', from: '/buy', path: [/промокод/], says: [], answer: 'HALF50' },
  {
    name: 'what to withdraw',
    flow: 'withdrawal-amount',
    from: '/profile',
    path: [/Вывести/],
    says: [],
    answer: '1500',
  },
  {
    name: 'where to withdraw to',
    flow: 'withdrawal-details',
    from: '/profile',
    path: [/Вывести/],
    says: ['1500'],
    answer: '2200 7001 2345 6789, Анна',
  },
];

describe('in the middle of a question', () => {
  let world: World;
  let server: ServerProcess;
  let anna: Customer;
  let events: ChatEvents;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    anna = await Customer.create(world.client);
    server = await startServer();
    await world.addNode();
    events = new ChatEvents(world);
    await begin(anna);
    const given = await world.cli([
      'adjust',
      String(anna.telegramId),
      '--amount',
      '20000',
      '--reason',
      'test',
      '--key',
      'a',
    ]);
    assert.equal(given.code, 0, given.stderr);
    const made = await world.cli(['promo', 'create', 'HALF50', '--percent', '50']);
    assert.equal(made.code, 0, made.stderr);
  });
  after(async () => {
    await events[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  function startServer(): Promise<ServerProcess> {
    return world.startServer({ ADMIN_TELEGRAM_ID: '1' });
  }

  /** The flow that the chat is asked for; null: nothing. */
  async function asked(): Promise<string | null> {
    await workedOff();
    const rows = await world.query<{ flow: string }>('select flow from conversations where chat_id = $1', [
      anna.telegramId,
    ]);
    return rows[0]?.flow ?? null;
  }

  async function workedOff(): Promise<void> {
    await eventually(
      'every update is worked off',
      async () =>
        (await world.query("select from inbox_updates where status <> 'done'")).length === 0 || undefined,
    );
  }

  async function countUpdates(): Promise<number> {
    const [row] = await world.query<{ count: string }>('select count(*) from inbox_updates');
    return Number(row?.count);
  }

  /** Says something and waits until it was worked off. */
  async function say(text: string): Promise<void> {
    await world.query('delete from rate_limits');
    const before = await countUpdates();
    await anna.say(text);
    await eventually('the message has come', async () => (await countUpdates()) > before || undefined);
    await workedOff();
  }

  async function newest(): Promise<ChatMessage> {
    const message = (await anna.messages()).at(-1);
    assert.ok(message);
    return message;
  }

  async function tap(data: string): Promise<string> {
    await world.query('delete from rate_limits');
    const answer = await events.tap(anna, { messageId: (await newest()).messageId, data });
    await workedOff();
    return answer;
  }

  /** The data behind a label of the newest screen. */
  async function dataOf(label: RegExp): Promise<string> {
    const button = (await newest()).buttons.flat().find(({ text }) => label.test(text));
    assert.ok(button?.kind === 'callback', `no button like ${label}`);
    return button.data;
  }

  async function ask(question: (typeof QUESTIONS)[number]): Promise<void> {
    await say(question.from);
    for (const label of question.path) await tap(await dataOf(label));
    for (const text of question.says) await say(text);
    assert.equal(await asked(), question.flow);
  }

  const moneyRows = async () =>
    world.query<{ invoices: string; withdrawals: string; codes: string }>(
      `select (select count(*) from invoices) as invoices, (select count(*) from withdrawals) as withdrawals,
         (select count(*) from promo_sessions) as codes`,
    );

  for (const question of QUESTIONS) {
    it(`every command ends the one for ${question.name}, and later text is nobody's answer`, async () => {
      const before = await moneyRows();
      for (const command of COMMANDS) {
        await ask(question);
        await say(`/${command}`);
        assert.equal(await asked(), null, `/${command}`);
      }
      await say(question.answer);
      await anna.read(UNKNOWN);
      assert.deepEqual(await moneyRows(), before);
    });

    it(`every button that leads elsewhere ends the one for ${question.name}`, async () => {
      await ask(question);
      await world.query('create table kept as select * from conversations');
      for (const to of Object.keys(CUSTOMER_BUTTONS)) {
        if (STEPS.includes(to) || ASKS.includes(to)) continue;
        await world.query('insert into conversations select * from kept on conflict do nothing');
        await tap(sampleOf(to));
        assert.equal(await asked(), null, to);
      }
      await world.query('drop table kept');
    });

    it(`the one for ${question.name} outlives the process that asked it`, async () => {
      await ask(question);
      await server.kill('SIGKILL');
      const answered = anna.say(question.answer);
      server = await startServer();
      await answered;
      await eventually('the answer was taken', async () => {
        const flow = await asked();
        return flow !== question.flow || undefined;
      });
      assert.notEqual((await anna.messages()).at(-1)?.text.match(UNKNOWN)?.length, 1, 'it was understood');
      await say('/start');
    });
  }

  it('two phones that confirm one withdrawal at once send it once', async () => {
    const [question] = QUESTIONS.slice(-1);
    assert.ok(question);
    await ask(question);
    await say(question.answer);
    const card = await anna.read(/Проверьте заявку/);
    const data = card.buttons
      .flat()
      .flatMap((button) => (button.kind === 'callback' ? [button.data] : []))[0];
    assert.match(data ?? '', /^withdraw-send:/);
    const tapped = { messageId: card.messageId, data: data ?? '' };
    await Promise.all([events.tap(anna, tapped), events.tap(anna, tapped)]);
    await workedOff();
    assert.equal((await world.query('select from withdrawals')).length, 1);
  });

  it('two phones that pay one screen at once buy once', async () => {
    await say('/buy');
    for (const label of [/Basic/, /1 месяц — /]) await tap(await dataOf(label));
    const tapped = { messageId: (await newest()).messageId, data: await dataOf(/С баланса/) };
    await Promise.all([events.tap(anna, tapped), events.tap(anna, tapped)]);
    await workedOff();
    const grants = await world.query("select from entitlement_grants where source = 'purchase'");
    assert.equal(grants.length, 1);
  });

  it('a purchase goes on after a restart between every two taps', async () => {
    await say('/buy');
    for (const label of [/Plus/, /1 месяц — /, /С баланса/]) {
      await server.kill('SIGKILL');
      server = await startServer();
      await tap(await dataOf(label));
    }
    const grants = await world.query("select from entitlement_grants where source = 'purchase'");
    assert.equal(grants.length, 2);
  });
});
