/** The switches of the shop in Telegram: for admins, with a question, at once in every process. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

describe('switches in Telegram', () => {
  let world: World;
  let admin: Customer;
  let anna: Customer;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    admin = await Customer.create(world.client, 'Olga');
    anna = await Customer.create(world.client);
    await world.startServer({ ADMIN_TELEGRAM_ID: String(admin.telegramId) });
    await world.addNode();
    await begin(admin);
    await begin(anna);
  });
  after(() => world[Symbol.asyncDispose]());

  const overrides = async () =>
    (
      await world.query<{ feature: string; is_on: boolean; actor: string }>(
        'select feature, is_on, actor from feature_overrides order by feature',
      )
    ).map(({ feature, is_on, actor }) => `${feature} ${is_on ? 'on' : 'off'} by ${actor}`);

  it('stop payments after a question, and start them again', async () => {
    await admin.say('/admin');
    await admin.press(/Сводка/);
    await admin.press(/Состояние/);
    await admin.read(/Всё в порядке[\s\S]+Платёжные сервисы: в порядке/);
    await admin.press(/Выключатели/);
    await admin.press(/Выключить: Оплата/);
    await admin.read(/Клиенты заметят/);
    assert.deepEqual(await overrides(), []);
    await admin.press(/Да/);
    await admin.read(/⏸ Оплата/);
    assert.deepEqual(await overrides(), [`payments off by ${admin.telegramId}`]);
    for (const label of [/Купить/, /Basic/, /1 месяц — 149/, /Криптовалютой/]) await anna.press(label);
    await anna.read(/Оплата ненадолго приостановлена/);
    await admin.press(/Включить: Оплата/);
    await admin.press(/Да/);
    await admin.read(/🟢 Оплата/);
    const entries = await world.query<{ actor: string }>(
      "select actor from audit_entries where action = 'feature-set'",
    );
    assert.deepEqual(
      entries.map(({ actor }) => actor),
      Array(2).fill(String(admin.telegramId)),
    );
  });

  it('are nothing to anybody else', async () => {
    const before = await overrides();
    const { messageId } = await anna.read(/приостановлена/);
    for (const data of ['admin-features', 'admin-feature:payments:off', 'admin-feature:admin-actions:off'])
      await anna.tap(messageId, data);
    await anna.read(/Atlas Secure/);
    await nothingWaits();
    assert.deepEqual(await overrides(), before);
  });

  it('refuse what cannot be taken back there, and act on nothing while admins may not act', async () => {
    const { messageId } = await admin.read(/Выключатели/);
    await admin.tap(messageId, 'admin-feature:admin-actions:off');
    await nothingWaits();
    const off = await world.cli(['flag', 'set', 'admin-actions', 'off']);
    assert.equal(off.code, 0, off.stderr);
    const before = await overrides();
    await admin.tap(messageId, 'admin-feature:payments:off');
    await nothingWaits();
    assert.deepEqual(await overrides(), before);
  });

  async function nothingWaits(): Promise<void> {
    await eventually(
      'every update is worked off',
      async () =>
        (await world.query("select from inbox_updates where status <> 'done'")).length === 0 || undefined,
    );
  }
});
