/** Tables that leave the shop, asked for in Telegram by who may have them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin } from '../../proofs/shopping.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from '../screens/chat-events.ts';

describe('an export in Telegram', () => {
  let world: World;
  let owner: Customer;
  let support: Customer;
  let events: ChatEvents;
  before(async () => {
    world = await World.open();
    owner = await Customer.create(world.client, 'Olga');
    support = await Customer.create(world.client, 'Sofia');
    await world.startServer({ ADMIN_TELEGRAM_ID: String(owner.telegramId) });
    events = new ChatEvents(world);
    for (const person of [owner, support]) await begin(person);
    await world.query(
      `insert into operators (telegram_id, role, given_by, given_at) values ($1, 'support', 'test', now())`,
      [support.telegramId],
    );
  });
  after(async () => {
    await events[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  it('comes to the chat of who asked for it', async () => {
    await owner.say('/admin');
    await owner.press(/Выгрузка/);
    const { messageId } = await owner.read(/Выберите таблицу/);
    assert.match(await events.tap(owner, { messageId, data: 'admin-export-of:customers' }), /Готовим файл/);
    await owner.read(/Клиенты: 2 строки/);
  });

  it('is for nobody without the right, and not while admins may not act', async () => {
    const asked = async () =>
      (await world.query("select from audit_entries where details ->> 'what' = 'transfers'")).length;
    await support.say('/admin');
    const { messageId, buttons } = await support.read(/Панель магазина/);
    assert.ok(!buttons.flat().some(({ text }) => /Выгрузка/.test(text)));
    const data = 'admin-export-of:transfers';
    assert.equal(await events.tap(support, { messageId, data }), 'Для этого нужна другая роль');
    assert.equal((await world.cli(['flag', 'set', 'admin-actions', 'off'])).code, 0);
    const { messageId: ownersId } = await owner.read(/Выберите таблицу/);
    assert.match(await events.tap(owner, { messageId: ownersId, data }), /выключены/);
    assert.equal(await asked(), 0);
  });
});
