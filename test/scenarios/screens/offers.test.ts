/** Settings, VIP, access for companies, and the picture of one's level. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin } from '../../proofs/shopping.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from './chat-events.ts';

describe('what else the shop has', () => {
  let world: World;
  let admin: Customer;
  let anna: Customer;
  let events: ChatEvents;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    admin = await Customer.create(world.client, 'Olga');
    anna = await Customer.create(world.client);
    await world.startServer({ ADMIN_TELEGRAM_ID: String(admin.telegramId) });
    await world.addNode();
    events = new ChatEvents(world);
    await begin(admin);
    await begin(anna);
  });
  after(async () => {
    await events[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  it('access for a company is asked for after consent, once a day, and reaches the operators', async () => {
    for (const label of [/Купить/, /Для компании/]) await anna.press(label);
    const { messageId } = await anna.read(/Нажимая кнопку, вы с этим соглашаетесь/);
    assert.deepEqual(await world.query('select from operator_tasks'), [], 'nobody is told before consent');
    await Promise.all([1, 2].map(() => events.tap(anna, { messageId, data: 'corporate-send' })));
    await anna.read(/Заявка принята/);
    const told = await admin.read(/Заявка на доступ для компании/);
    assert.match(told.text, new RegExp(`telegramId: ${anna.telegramId}`));
    const kinds = await world.query<{ kind: string }>('select kind from operator_tasks');
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['corporate-request'],
    );
    const entries = await world.query<{ actor: string; details: unknown }>(
      "select actor, details from audit_entries where action = 'corporate-requested'",
    );
    assert.equal(entries.length, 1);
    assert.deepEqual(entries[0]?.details, {}, 'the audit holds nothing personal');
  });

  it('a promo code that was copied from a message in Arabic is the same code', async () => {
    assert.equal((await world.cli(['promo', 'create', 'COPIED', '--percent', '10'])).code, 0);
    await anna.say('/buy');
    await anna.press(/[Пп]ромокод/);
    await anna.read(/Пришлите|Отправьте|Введите/);
    await anna.say('\u2068COPIED\u2069\u200f');
    await anna.read(/COPIED/);
  });

  it('VIP is told to whoever has it', async () => {
    await anna.say('/buy');
    await anna.press(/VIP/);
    await anna.read(/скидка 30 %[\s\S]+1[\s ]990 ₽ в месяц/);
    const given = await world.cli(['discount', 'grant', String(anna.telegramId), '--vip']);
    assert.equal(given.code, 0, given.stderr);
    await anna.say('/buy');
    await anna.press(/VIP/);
    await anna.read(/У вас VIP/);
  });

  it('a code that saves less than VIP says so', async () => {
    await anna.say('/buy');
    await anna.press(/[Пп]ромокод/);
    await anna.read(/Пришлите|Отправьте|Введите/);
    await anna.say('COPIED');
    await anna.read(/COPIED[\s\S]+Ваша скидка 30 % больше/);
  });

  it('settings lead to the language and back', async () => {
    await anna.say('/start');
    await anna.press(/Настройки/);
    await anna.press(/Язык/, /Настройки/);
    await anna.press(/English/);
    await anna.read(/welcome|protected|Atlas Secure/);
    await anna.press(/Settings/);
    await anna.press(/Language/, /Settings/);
    await anna.press(/Русский/);
    await anna.read(/Настройки|Atlas Secure/);
  });

  it('the level has its picture, which gives way to the next screen', async () => {
    await anna.say('/referral');
    const programme = await anna.read(/Приглашайте друзей/);
    assert.ok(programme.photo, 'a picture');
    assert.match(programme.text, /Silver Access/);
    await anna.press(/Как это работает/);
    await anna.read(/Gold Access/);
    const messages = await anna.messages();
    assert.ok(!messages.some(({ messageId }) => messageId === programme.messageId), 'the picture is gone');
    await anna.press(/Назад/, /Gold Access/);
    const again = await anna.read(/Приглашайте друзей/);
    assert.ok(again.photo && again.messageId > programme.messageId);
    // The same tap again, as after a crash between removing the old message and sending the new one.
    await events.tap(anna, { messageId: programme.messageId, data: 'levels' });
    await anna.read(/Gold Access/);
  });
});
