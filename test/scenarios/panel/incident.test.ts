/** The incident: what everybody reads while something is wrong, and who may say so. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { greetCustomer } from '../../../src/usecases/customers/greet-customer.ts';
import { turnIncident } from '../../../src/usecases/incident/manage-incident.ts';
import { openTestShop } from '../../support/shop.ts';
import { FORM_GONE, NO_RIGHT, PanelWorld } from './panel-world.ts';

describe('a visit', () => {
  it('learns of the incident by the statement that finds who is writing', async () => {
    await using shop = await openTestShop();
    await shop.addCustomer(7);
    await turnIncident(shop, { actor: '1', isOn: true, actKey: 'update:1' });
    const asked: string[] = [];
    const query: typeof shop.db.query = (statement, parameters) => {
      asked.push(statement.name);
      return shop.db.query(statement, parameters);
    };
    const watched = { ...shop, db: { ...shop.db, query } };
    const visitor = { telegramId: 7n, firstName: 'Anna', username: null };
    const first = await greetCustomer(watched, visitor);
    asked.length = 0;
    const { incident } = await greetCustomer(watched, { ...visitor, ...namesOf(first.customer) });
    assert.deepEqual([incident, asked], [{ text: null }, ['find-visitor']]);
  });

  const namesOf = ({ firstName, username }: { firstName: string; username: string | null }) => ({
    firstName,
    username,
  });
});

describe('the incident', () => {
  let panel: PanelWorld;
  before(async () => {
    panel = await PanelWorld.open();
  });
  after(() => panel[Symbol.asyncDispose]());

  const stored = async () =>
    (
      await panel.world.query<{ is_on: boolean; text: string | null; actor: string | null }>(
        'select is_on, text, actor from incident',
      )
    )[0];

  it('is shown above the menu and in the status as soon as it is switched on, and no longer than that', async () => {
    const { owner, anna } = panel;
    await panel.say(owner, '/admin');
    await panel.press(owner, /Инцидент/);
    await owner.read(/⚪️ Выключен[\s\S]+возможны перебои/);
    await panel.press(owner, /Включить/, /Инцидент/);
    await owner.read(/🔴 Показываем всем/);
    await panel.say(anna, '/start');
    await anna.read(/^⚠️ Сейчас возможны перебои[\s\S]+Atlas Secure/);
    await panel.press(anna, /Поддержка/);
    await panel.press(anna, /Статус сервиса/);
    await anna.read(/^⚠️ Сейчас возможны перебои[\s\S]+Статус/);
    await panel.press(owner, /Выключить/, /Инцидент/);
    await owner.read(/⚪️ Выключен/);
    await panel.press(anna, /Обновить/);
    await anna.read(/^(?!⚠️)[\s\S]*Статус/);
    assert.deepEqual(await panel.actorsOf('incident-switched'), Array(2).fill(owner.telegramId));
    assert.deepEqual(await panel.actorsOf('incident-viewed'), [owner.telegramId]);
  });

  it('says what an operator has typed, after they have seen it, with everything escaped', async () => {
    const { owner, anna } = panel;
    await panel.press(owner, /Изменить текст/);
    await panel.say(owner, 'x'.repeat(1001));
    await owner.read(/от 1 до 1000 знаков/);
    await panel.say(owner, 'Чиним <b>узлы</b> & ждём');
    await owner.read(/Так это увидят все:\n+⚠️ Чиним <b>узлы<\/b> & ждём/);
    assert.equal((await stored())?.text, null);
    await panel.say(owner, 'Чиним <узлы> & ждём');
    const early = await panel.dataOf(owner, /Сохранить и включить/);
    await owner.read(/⚠️ Чиним <узлы>/);
    await panel.press(owner, /Сохранить и включить/);
    await owner.read(/🔴 Показываем всем[\s\S]+Чиним <узлы>/);
    assert.deepEqual(await stored(), {
      is_on: true,
      text: 'Чиним <узлы> & ждём',
      actor: String(owner.telegramId),
    });
    await panel.say(anna, '/start');
    await anna.read(/^⚠️ Чиним <узлы> & ждём\n/);
    assert.match(await panel.tap(owner, early), FORM_GONE);
    assert.deepEqual(await panel.actorsOf('incident-text-set'), [owner.telegramId]);
  });

  it('takes no text that is typed after the form was left', async () => {
    const { owner } = panel;
    for (const leave of ['/cancel', '/profile', '/admin']) {
      await panel.say(owner, '/admin');
      await panel.press(owner, /Инцидент/);
      await panel.press(owner, /Изменить текст/);
      await owner.read(/Что написать клиентам/);
      await panel.say(owner, leave);
      await panel.workedOff();
      await panel.say(owner, `not for customers after ${leave}`);
      await owner.read(/Я понимаю кнопки/);
    }
    assert.equal((await stored())?.text, 'Чиним <узлы> & ждём');
  });

  it('keeps an unfinished form over a restart', async () => {
    const { owner, world } = panel;
    await panel.say(owner, '/admin');
    await panel.press(owner, /Инцидент/);
    await panel.press(owner, /Изменить текст/);
    await owner.read(/Что написать клиентам/);
    await world.servers.at(-1)?.kill();
    await panel.startServer();
    await panel.say(owner, 'Всё чиним');
    await panel.press(owner, /Сохранить и включить/);
    await owner.read(/🔴 Показываем всем[\s\S]+Всё чиним/);
  });

  it('is the same for two operators at once, and written down once', async () => {
    const { owner, admin } = panel;
    const before = await panel.actorsOf('incident-switched');
    await panel.say(admin, '/admin');
    await panel.press(admin, /Инцидент/);
    await admin.read(/🔴 Показываем всем/);
    await Promise.all([
      panel.tap(owner, 'admin-incident-turn:off'),
      panel.tap(admin, 'admin-incident-turn:off'),
      panel.tap(owner, 'admin-incident-turn:off'),
    ]);
    await panel.workedOff();
    assert.equal((await stored())?.is_on, false);
    assert.equal((await panel.actorsOf('incident-switched')).length, before.length + 1);
  });

  it('is nobody else’s to see or to change', async () => {
    const { accountant, anna } = panel;
    await panel.say(accountant, '/admin');
    const start = await accountant.read(/Панель магазина/);
    assert.ok(!start.buttons.flat().some(({ text }) => /Инцидент/.test(text)));
    for (const data of ['admin-incident', 'admin-incident-text', 'admin-incident-turn:on'])
      assert.equal(await panel.tap(accountant, data), NO_RIGHT);
    await panel.tap(anna, 'admin-incident-turn:on');
    await panel.workedOff();
    assert.equal((await stored())?.is_on, false);
  });
});
