/** Customers in the panel: found, looked at, given access and deprived of it, once, and only by who may. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin, buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import type { World } from '../../support/world.ts';
import type { ChatEvents } from '../screens/chat-events.ts';
import { NO_RIGHT, PanelWorld } from './panel-world.ts';

const CHANGED = 'За это время что-то изменилось: посмотрите карточку и решите ещё раз.';
const DAY_MS = 86_400_000;

describe('customers in the panel', () => {
  let panel: PanelWorld;
  let world: World;
  let events: ChatEvents;
  let owner: Customer;
  let support: Customer;
  let accountant: Customer;
  let anna: Customer;
  before(async () => {
    panel = await PanelWorld.open('Anna <b>&');
    ({ world, events, owner, accountant, anna } = panel);
    support = await panel.hire('Sveta', 'support');
  });
  after(() => panel[Symbol.asyncDispose]());

  async function find(operator: Customer, typed: string): Promise<void> {
    await world.query('delete from rate_limits');
    await operator.say('/admin');
    await panel.shows(operator, /Панель магазина/);
    await operator.press(/Клиенты/);
    await panel.shows(operator, /Отправьте ID/);
    await operator.say(typed);
  }

  async function dataOf(person: Customer, label: RegExp) {
    const message = await panel.newestOf(person);
    const button = message.buttons.flat().find((one) => label.test(one.text));
    assert.ok(button?.kind === 'callback', `${label} is on the screen`);
    return { messageId: message.messageId, data: button.data };
  }
  const endOf = async (person: Customer) =>
    (
      await world.query<{ ends_at: Date }>(
        'select ends_at from entitlements join customers using (customer_id) where telegram_id = $1',
        [person.telegramId],
      )
    )[0]?.ends_at ?? null;
  const grants = async () =>
    Number((await world.query<{ count: string }>('select count(*) from entitlement_grants'))[0]?.count);
  const audited = async (action: string) =>
    (
      await world.query<{ actor: string }>(
        'select actor from audit_entries where action = $1 order by recorded_at',
        [action],
      )
    ).map(({ actor }) => actor);
  const workedOff = () =>
    eventually(
      'every update is worked off',
      async () =>
        (await world.query("select from inbox_updates where status <> 'done'")).length === 0 || undefined,
    );
  const told = async (kind: string) =>
    (await world.query('select from notices where kind = $1', [kind])).length;

  it('are found by what an operator has, and the card is audited', async () => {
    await find(support, 'nobody at all');
    await panel.shows(support, /Такого клиента нет/);
    await support.say(String(anna.telegramId));
    const card = await panel.shows(support, /Anna/);
    assert.match(card.text, /Подписки ещё не было/);
    assert.doesNotMatch(card.text, /Баланс|vless/, 'support sees no money, nobody sees a key');
    assert.deepEqual(await audited('customer-viewed'), [String(support.telegramId)]);
    await find(owner, String(anna.telegramId));
    assert.match((await panel.shows(owner, /Anna/)).text, /Баланс: 0/);
    const labels = (await panel.newestOf(support)).buttons.flat().map(({ text }) => text);
    assert.ok(!labels.some((label) => /Забрать|Заменить/.test(label)), 'nothing to take, nothing to replace');
  });

  it('are given access after before and after were shown, and told of it', async () => {
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    await support.press(/Выдать доступ/);
    await support.press(/Plus/);
    await support.press(/7 дней/);
    await support.press(/Сообщить$/);
    await panel.shows(support, /Сейчас до: подписки нет/);
    await support.press(/Да/);
    await panel.shows(support, /Plus до/);
    await anna.read(/Мы подарили вам доступ/);
    await anna.read(/vless:\/\//);
    const end = await endOf(anna);
    assert.ok(end && Math.abs(end.getTime() - Date.now() - 7 * DAY_MS) < 60_000);
    assert.deepEqual(await audited('access-granted'), [String(support.telegramId)]);
  });

  it('get a typed length; a wrong number is asked again, and another command ends the question', async () => {
    const before = await endOf(anna);
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    for (const label of [/Выдать доступ/, /Plus/, /✍️ Часы/]) await support.press(label);
    await panel.shows(support, /Сколько часов/);
    await support.say('1.5');
    await panel.shows(support, /целое число/);
    await support.say('/profile');
    await panel.shows(support, /Баланс/);
    await support.say('36');
    await panel.shows(support, /Я понимаю кнопки/);
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    for (const label of [/Выдать доступ/, /Plus/, /✍️ Часы/]) await support.press(label);
    await panel.shows(support, /Сколько часов/);
    await support.say('36');
    await panel.shows(support, /36 часов[\s\S]+Сообщить/);
    await support.press(/Не сообщать/);
    await panel.shows(support, /ничего не напишем/);
    await support.press(/Да/);
    await panel.shows(support, /Anna/);
    assert.equal((await endOf(anna))?.getTime(), (before?.getTime() ?? 0) + 36 * 3_600_000);
    assert.equal(await told('access-granted'), 1);
  });

  it('are given once, whether a tap is repeated, pressed twice, or two operators agree', async () => {
    const before = await grants();
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    for (const label of [/Выдать доступ/, /Plus/, /10 минут/, /Не сообщать/]) await support.press(label);
    await panel.shows(support, /Станет до/);
    const yes = await dataOf(support, /Да/);
    const answers = await Promise.all([
      events.tap(support, yes),
      events.tap(support, yes),
      events.tap(owner, { messageId: (await panel.newestOf(owner)).messageId, data: yes.data }),
    ]);
    assert.deepEqual(answers.toSorted(), ['Готово', CHANGED, CHANGED].toSorted());
    assert.equal(await grants(), before + 1);
    // The same update once more, as after a crash between the act and its end.
    const repeated = await world.query(
      `update inbox_updates set status = 'pending', finished_at = null
       where body like '%admin-gift:%' and chat_key = $1 returning update_id`,
      [support.telegramId],
    );
    assert.equal(repeated.length, 4);
    await workedOff();
    assert.equal(await grants(), before + 1);
  });

  it('are given nothing by who may not, by a forged button, or to nobody', async () => {
    const before = await grants();
    const { messageId } = await panel.newestOf(accountant);
    const end = (await endOf(anna))?.getTime();
    for (const data of [
      `admin-gift:plus:7d:on:${end}:${anna.telegramId}`,
      `admin-revoke:on:${end}:${anna.telegramId}`,
      `admin-rekey:${end}:${anna.telegramId}`,
    ])
      assert.equal(await events.tap(accountant, { messageId, data }), NO_RIGHT, data);
    const mine = await panel.newestOf(support);
    assert.equal(
      await events.tap(support, { messageId: mine.messageId, data: 'admin-gift:plus:7d:on:0:42' }),
      'Такого клиента нет.',
    );
    assert.equal(await grants(), before);
    assert.equal((await endOf(anna))?.getTime(), end);
  });

  it('lose access at once, and are told that it was us and nothing else', async () => {
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    for (const label of [/Забрать доступ/, /Сообщить$/]) await support.press(label);
    await panel.shows(support, /Забрать Plus\?/);
    const yes = await dataOf(support, /Да/);
    assert.deepEqual(
      (await Promise.all([events.tap(support, yes), events.tap(support, yes)])).toSorted(),
      ['Готово', CHANGED].toSorted(),
    );
    await panel.shows(support, /Plus закончилась/);
    await anna.read(/Мы завершили вашу подписку/);
    assert.ok(((await endOf(anna))?.getTime() ?? 0) <= Date.now());
    const [entitlement] = await world.query<{ next_message_at: Date | null }>(
      'select next_message_at from entitlements',
    );
    assert.equal(entitlement?.next_message_at, null, 'nothing more is said about this end');
  });

  it('get access quietly: not even the key comes by itself', async () => {
    const keys = (await anna.messages()).filter(({ text }) => text.includes('vless://')).length;
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    for (const label of [/Выдать доступ/, /Basic/, /14 дней/, /Не сообщать/, /Да/])
      await support.press(label);
    await panel.shows(support, /Basic до/);
    await eventually(
      'a node honours it',
      async () => (await world.query("select from entitlements where status = 'active'")).length === 1,
    );
    await eventually(
      'no work is left',
      async () =>
        (
          await world.query(
            "select from graphile_worker.jobs where task_identifier in ('push-access', 'deliver-access')",
          )
        ).length === 0,
    );
    assert.equal((await anna.messages()).filter(({ text }) => text.includes('vless://')).length, keys);
  });

  it('get a new key once, with the old one until nodes know it', async () => {
    const before = (await anna.messages()).length;
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    await support.press(/Заменить ключ/);
    await panel.shows(support, /Заменить ключ, выданный/);
    const yes = await dataOf(support, /Да/);
    const answers = await Promise.all([events.tap(support, yes), events.tap(support, yes)]);
    assert.equal(answers.filter((answer) => answer === 'Готово').length, 1, answers.join());
    const message = await anna.read(/Мы заменили ваш ключ/);
    assert.ok((await anna.messages()).length > before);
    const [row] = await world.query<{ vless_id: string }>(
      'select vless_id from credentials where superseded_at is null and revoked_at is null',
    );
    assert.ok(message.text.includes(row?.vless_id ?? 'none'));
    const labels = message.buttons.flat().map(({ text }) => text);
    assert.ok(
      [/Подключить/, /Показать ключ/, /Профиль/].every((label) => labels.some((one) => label.test(one))),
    );
    assert.equal((await world.query('select from credentials where superseded_at is not null')).length, 1);
  });

  it('have a key that is changing as long as nodes are not told, and no second one meanwhile', async () => {
    const off = await world.cli(['flag', 'set', 'vpn-provisioning', 'off']);
    assert.equal(off.code, 0, off.stderr);
    const told = (await anna.messages()).filter(({ text }) => text.includes('Мы заменили ваш ключ')).length;
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    for (const label of [/Заменить ключ/, /^✅ Да/]) await support.press(label);
    await panel.shows(support, /Ключ меняется/);
    const { messageId } = await panel.newestOf(support);
    const again = { messageId, data: `admin-rekey-ask:${anna.telegramId}` };
    assert.match(await events.tap(support, again), /Ключ уже меняется/);
    const [row] = await world.query<{ issued: string }>(
      `select (extract(epoch from created_at) * 1000)::bigint as issued from credentials
       where superseded_at is null and revoked_at is null and customer_id =
         (select customer_id from customers where telegram_id = $1)`,
      [anna.telegramId],
    );
    const forged = { messageId, data: `admin-rekey:${row?.issued}:${anna.telegramId}` };
    assert.match(await events.tap(support, forged), /Ключ уже меняется/);
    assert.equal((await world.cli(['flag', 'set', 'vpn-provisioning', 'on'])).code, 0);
    await eventually(
      'they are told of the second new key',
      async () =>
        (await anna.messages()).filter(({ text }) => text.includes('Мы заменили ваш ключ')).length > told ||
        undefined,
    );
    assert.equal((await world.query('select from credentials where superseded_at is not null')).length, 2);
  });

  it('show what happened to them in pages of ten', async () => {
    const vera = await Customer.create(world.client, 'Vera');
    await begin(vera);
    for (let count = 0; count < 2; count += 1)
      await world.cli(['grant', String(vera.telegramId), '--plan', 'basic', '--for', '1d']);
    await world.query(
      `insert into audit_entries (entry_id, actor, action, customer_id, details, recorded_at)
       select gen_random_uuid(), 'test', 'discount-granted', customer_id, '{}', '2026-01-01'
       from customers, generate_series(1, 10) where telegram_id = $1`,
      [vera.telegramId],
    );
    await find(support, String(vera.telegramId));
    await panel.shows(support, /Vera/);
    await support.press(/История/);
    const first = await panel.shows(support, /стр\. 1/);
    assert.equal(first.text.split('\n').filter((line) => line.includes(' · ')).length, 10);
    await support.press(/▶️/);
    const second = await panel.shows(support, /стр\. 2/);
    assert.equal(second.text.split('\n').filter((line) => line.includes(' · ')).length, 2);
    assert.ok(second.buttons.flat().every(({ text }) => text !== '▶️'));
    await support.press(/◀️/);
    await panel.shows(support, /стр\. 1/);
  });

  it('show what happened to them, with money only to who sees it', async () => {
    const boris = await Customer.create(world.client, 'Boris');
    await begin(boris);
    await buyByCrypto(boris);
    const [invoice] = await world.query<{ invoice_id: string }>('select invoice_id from invoices');
    await find(support, invoice?.invoice_id ?? '');
    await panel.shows(support, /Boris/);
    await support.press(/История/);
    const seen = await panel.shows(support, /покупка, Basic/);
    assert.doesNotMatch(seen.text, /149/);
    await find(accountant, String(boris.telegramId));
    await panel.shows(accountant, /Boris/);
    await accountant.press(/История/);
    await panel.shows(accountant, /оплата: \+149/);
    await find(support, String(anna.telegramId));
    await panel.shows(support, /Anna/);
    await support.press(/История/);
    await panel.shows(support, /ключ заменили[\s\S]+доступ забрали[\s\S]+подарок от нас, Plus/);
  });
});
