/** What operators see of the shop: at a glance, in figures, and who did what. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin, buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from '../screens/chat-events.ts';

describe('the shop in Telegram', () => {
  let world: World;
  let owner: Customer;
  let support: Customer;
  let events: ChatEvents;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    owner = await Customer.create(world.client, 'Olga');
    support = await Customer.create(world.client, 'Sofia');
    await world.startServer({ ADMIN_TELEGRAM_ID: String(owner.telegramId) });
    await world.addNode();
    // A node that was added a moment ago has to prove itself first.
    await eventually('the node is healthy', async () =>
      (await world.query('select from nodes where is_healthy')).length === 1 ? true : undefined,
    );
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

  const entriesOf = async (action: string) =>
    (await world.query<{ actor: string }>('select actor from audit_entries where action = $1', [action])).map(
      ({ actor }) => actor,
    );
  /** Entries in the same moment, so that only their ids order them; `at`: minutes from now. */
  const fillAudit = (from: number, to: number, at: number) =>
    world.query(
      `insert into audit_entries (entry_id, actor, action, details, recorded_at)
       select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, $3, 'filled-' || i, '{"note": "x"}',
         date_trunc('second', now()) + $4 * interval '1 minute' from generate_series($1::int, $2::int) i`,
      [from, to, String(owner.telegramId), at],
    );

  it('is shown at a glance, and that somebody looked is written down', async () => {
    const anna = await Customer.create(world.client, 'Anna');
    await begin(anna);
    await buyByCrypto(anna);
    await owner.say('/admin');
    await owner.press(/Сводка/);
    await owner.read(/Всё в порядке[\s\S]+Ждут доступа: 0[\s\S]+Открытые задачи: 0/);
    await owner.press(/Состояние/);
    await owner.read(/Процессы:[\s\S]+0 д 0 ч \d+ мин/);
    await owner.press(/Назад/);
    await owner.press(/Обновить/, /Последний сбой|Сбоев не было/);
    await owner.press(/Ждут доступа/);
    await owner.read(/Все, кто заплатил, подключены/);
    assert.deepEqual((await entriesOf('dashboard-viewed')).at(-1), String(owner.telegramId));
    assert.deepEqual(await entriesOf('system-viewed'), [String(owner.telegramId)]);
  });

  it('says what is wrong by what is noticed of it, and when it last did not work', async () => {
    await world.query(
      `insert into audit_entries (entry_id, actor, action, details, recorded_at)
       values (gen_random_uuid(), 'system', 'system_degradation',
         '{"component":"payments","status":"unavailable","transition":"healthy->unavailable","reason":"every-provider-silent"}',
         now())`,
    );
    for (const flag of ['payments', 'auto-renewal'])
      assert.equal((await world.cli(['flag', 'set', flag, 'off'])).code, 0);
    await owner.say('/admin');
    await owner.press(/Сводка/);
    await owner.read(
      /Последний сбой: Платёжные сервисы, [\d.]+ [\d:]+ UTC[\s\S]+Оплата выключена[\s\S]+Автопродление выключено/,
    );
    for (const flag of ['payments', 'auto-renewal'])
      assert.equal((await world.cli(['flag', 'clear', flag])).code, 0);
  });

  it('is told in figures; who may see no money sees none', async () => {
    await owner.say('/admin');
    await owner.press(/Статистика/);
    await owner.read(/Клиенты: 3[\s\S]+Подписки сейчас: 1[\s\S]+Платежи: 1[\s\S]+Оплаченные счета: 1/);
    await owner.press(/Аналитика/);
    await owner.read(/Выручка: 149 ₽[\s\S]+ARPU: 149 ₽[\s\S]+Платежи: 0 → 1 \(\+1\)/);
    await owner.press(/Показатели/);
    await owner.read(/От оплаты до доступа: [\d,]+ (с|мин)[\s\S]+Оплаченные счета: 100,0 %/);
    await support.say('/admin');
    await support.press(/Статистика/);
    const { buttons, messageId } = await support.read(/Клиенты: 3/);
    assert.ok(!buttons.flat().some(({ text }) => /Аналитика/.test(text)));
    const looked = (await entriesOf('analytics-viewed')).length;
    assert.equal(
      await events.tap(support, { messageId, data: 'admin-analytics' }),
      'Для этого нужна другая роль',
    );
    assert.equal((await entriesOf('analytics-viewed')).length, looked);
  });

  it('keeps a log that is read page by page, back and forth, also while it grows', async () => {
    await fillAudit(1, 25, 10);
    await owner.say('/admin_audit');
    await owner.read(/Журнал[\s\S]+filled-25 · \d+ \(@visitor_\d+\)[\s\S]+filled-16/);
    await owner.press(/▶️/);
    const second = await owner.read(/filled-15 [\s\S]+filled-6 /);
    assert.ok(!/filled-16 /.test(second.text));
    await fillAudit(26, 26, 20);
    await owner.press(/▶️/);
    await owner.read(/filled-5 /);
    await owner.press(/◀️/);
    await owner.read(/filled-15 [\s\S]+filled-6 /);
    await owner.press(/◀️/);
    await owner.read(/filled-25 [\s\S]+filled-16 /);
    await owner.press(/Только команда/);
    const team = await owner.read(/Журнал команды[\s\S]+filled-25 /);
    assert.ok(!/system_degradation/.test(team.text));
  });

  it('shows the fullest log within what a message holds', async () => {
    const wild = '<b>&'.repeat(2_000);
    await world.query(
      `insert into audit_entries (entry_id, actor, action, customer_id, details, recorded_at)
       select gen_random_uuid(), repeat('<', 500), repeat('&', 500), (select customer_id from customers limit 1), $1,
         now() + interval '1 day' from generate_series(1, 12)`,
      [JSON.stringify({ [wild]: wild, list: { deep: [wild] } })],
    );
    await world.query(`update customers set first_name = repeat('<', 600), username = null`);
    await owner.say('/admin_audit');
    const { text } = await owner.read(/Журнал[\s\S]+&&&&/);
    assert.ok(text.length > 2_000 && text.length <= 4_096, `${text.length} characters`);
    assert.equal(text.match(/→/g)?.length, 10);
  });

  it('keeps its log from who may not read it, also by a command', async () => {
    await support.say('/admin_audit');
    await support.read(/Для этого нужна другая роль/);
    const anna = await Customer.create(world.client, 'Anna');
    await begin(anna);
    for (const command of ['/admin_audit', '/pending_activations', '/xray_sync']) {
      await anna.say(command);
      await anna.read(/Я понимаю кнопки/);
    }
    assert.deepEqual(await entriesOf('fleet-check-asked'), []);
  });
});
