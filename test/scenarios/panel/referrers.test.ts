/** The referral programme as operators see it: totals, lists in three orders, and one referrer alone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { NO_RIGHT, PanelWorld } from './panel-world.ts';

describe('referral statistics', () => {
  let panel: PanelWorld;
  let rita: Customer;
  let max: Customer;
  before(async () => {
    panel = await PanelWorld.open();
    rita = await Customer.create(panel.world.client, 'Rita');
    const named = { firstName: 'Max <b>', username: 'max_brings' };
    const { telegramId } = await panel.world.client.chat<{ telegramId: number }>('customers', named);
    max = Customer.known(panel.world.client, telegramId);
    for (const person of [rita, max]) await panel.say(person, '/start');
    const [nina] = [await brought(rita, 'Nina'), await brought(rita, 'Nikita')];
    const dina = await brought(max, 'Dina');
    await brought(max, 'Denis');
    const diana = await brought(max, 'Diana');
    for (const buyer of [nina, dina, diana]) await buyByCrypto(buyer);
    await eventually('every commission is paid', async () => {
      const paid = await panel.world.query("select from commissions where status = 'paid'");
      return paid.length === 3 || undefined;
    });
  });
  after(() => panel[Symbol.asyncDispose]());

  async function brought(by: Customer, name: string): Promise<Customer> {
    const person = await Customer.create(panel.world.client, name);
    await panel.say(person, `/start ref_${by.telegramId}`);
    await panel.press(person, /Русский/);
    return person;
  }

  async function open(): Promise<void> {
    await panel.say(panel.accountant, '/admin');
    await panel.press(panel.accountant, /Рефералы/);
  }

  it('add everybody up and show the best', async () => {
    await open();
    await panel.accountant.read(
      /Пригласивших: 2\nПриглашено: 5, из них платят: 3\nВыручка от приглашённых: 447 ₽\nКэшбэк: 44,70 ₽\nВ среднем на пригласившего: 22,35 ₽[\s\S]+1\. @max_brings — 3 \(платят 2\) · 298 ₽ · кэшбэк 29,80 ₽\n2\. @visitor_5/,
    );
  });

  it('are listed in every order', async () => {
    const { accountant } = panel;
    for (const [label, title] of [
      [/По приглашённым/, /По числу приглашённых<|По числу приглашённых\n/],
      [/По кэшбэку/, /По кэшбэку\n/],
      [/По выручке/, /По выручке\n/],
    ] as const) {
      await open();
      await panel.press(accountant, label);
      const list = await accountant.read(title);
      assert.match(list.text, /1\. @max_brings[\s\S]+2\. @visitor_5/);
    }
    await panel.press(accountant, /2\. @visitor_5/);
    await accountant.read(
      /@visitor_5 · \d+[\s\S]+Приглашено: 2, из них платят: 1\nВыручка: 149 ₽\nКэшбэк: 14,90 ₽/,
    );
  });

  it('find one referrer and nobody else, by id and by name', async () => {
    const { accountant } = panel;
    for (const typed of [String(max.telegramId), '@MAX_brings']) {
      await open();
      await panel.press(accountant, /Найти/);
      await panel.say(accountant, typed);
      const card = (await accountant.messages()).at(-1);
      assert.match(card?.text ?? '', new RegExp(`@max_brings · ${max.telegramId}[\\s\\S]+Выручка: 298 ₽`));
      assert.equal(card?.text.match(/за 149 ₽/g)?.length, 2, 'both of their rewards');
      assert.doesNotMatch(card?.text ?? '', new RegExp(`visitor_5|${rita.telegramId}`));
    }
    await open();
    await panel.press(accountant, /Найти/);
    await panel.say(accountant, '@nobody_here');
    await accountant.read(/Такого клиента нет/);
    await panel.say(accountant, String(panel.anna.telegramId));
    await accountant.read(/пока никого не пригласил/);
    await panel.say(accountant, '/cancel');
    await panel.say(accountant, String(max.telegramId));
    await accountant.read(/Я понимаю кнопки/);
  });

  it('show what was earned, page by page, and write down who looks', async () => {
    const { accountant } = panel;
    await open();
    await panel.press(accountant, /Начисления/);
    const history = await accountant.read(/^🧾 Начисления/);
    assert.equal(history.text.match(/\+14,90 ₽ \(10 %\) за 149 ₽/g)?.length, 3, history.text);
    await panel.world.query(
      `insert into referrers (customer_id, invited) select customer_id, 1 from customers on conflict do nothing`,
    );
    await open();
    await panel.press(accountant, /По приглашённым/);
    await panel.press(accountant, /▶️/);
    await accountant.read(/11\. /);
    await panel.tap(accountant, 'admin-referral-top:invited:9999');
    for (const action of [
      'referral-stats-viewed',
      'referral-top-viewed',
      'referral-history-viewed',
      'referrer-viewed',
    ]) {
      const actors = await panel.actorsOf(action);
      assert.ok(actors.length > 0 && actors.every((actor) => actor === accountant.telegramId), action);
    }
  });

  it('are nothing to who does not see money', async () => {
    await panel.world.query(
      `insert into operators (telegram_id, role, given_by, given_at) values ($1, 'support', '1', '2026-01-01')`,
      [rita.telegramId],
    );
    for (const data of ['admin-referrals', 'admin-referral-search', 'admin-referral-top:revenue:0'])
      assert.equal(await panel.tap(rita, data), NO_RIGHT);
    assert.equal((await panel.actorsOf('referral-stats-viewed')).includes(rita.telegramId), false);
  });
});
