/** Nodes in Telegram, and what waits until one of them honours it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from '../screens/chat-events.ts';

describe('nodes in Telegram', () => {
  let world: World;
  let owner: Customer;
  let other: Customer;
  let support: Customer;
  let anna: Customer;
  let events: ChatEvents;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    [owner, other, support, anna] = [
      await Customer.create(world.client, 'Olga'),
      await Customer.create(world.client, 'Oscar'),
      await Customer.create(world.client, 'Sofia'),
      await Customer.create(world.client, 'Anna'),
    ];
    await world.startServer({ ADMIN_TELEGRAM_ID: `${owner.telegramId},${other.telegramId}` });
    events = new ChatEvents(world);
    for (const person of [owner, other, support, anna]) await begin(person);
    await world.query(
      `insert into operators (telegram_id, role, given_by, given_at) values ($1, 'support', 'test', now())`,
      [support.telegramId],
    );
  });
  after(async () => {
    await events[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  const audited = async (action: string) =>
    (
      await world.query<{ actor: string }>(
        'select actor from audit_entries where action = $1 order by recorded_at',
        [action],
      )
    ).map(({ actor }) => actor);
  const status = async () => (await world.query<{ status: string }>('select status from nodes'))[0]?.status;
  const newest = async (person: Customer) => (await person.messages()).at(-1)?.messageId ?? 0;

  it('are missed where there are none', async () => {
    await owner.say('/admin');
    await owner.press(/Узлы/);
    await owner.read(/Узлов пока нет/);
    await owner.say('/xray_sync');
    await owner.read(/Узлов пока нет/);
  });

  it('are waited for by who has paid: seen, tried again by who may, counted once, and delivered', async () => {
    for (const label of [/Купить/, /Basic/, /1 месяц — 149/, /Криптовалютой/]) await anna.press(label);
    await anna.payInvoice();
    await anna.read(/Оплата 149 ₽ получена/);
    await support.say('/pending_activations');
    await support.read(new RegExp(`не работает: 1[\\s\\S]+${anna.telegramId} @visitor_\\d+: с`));
    const [waiting] = await world.query<{ id: string; attempts: number }>(
      'select entitlement_id as id, activation_attempts as attempts from entitlements',
    );
    await support.press(/🔁 \d+/);
    await eventually('the retry is written down', async () =>
      (await audited('activation-retried')).length === 1 ? true : undefined,
    );
    const [tried] = await world.query<{ attempts: number }>(
      'select activation_attempts as attempts from entitlements',
    );
    assert.ok((tried?.attempts ?? 0) > (waiting?.attempts ?? 0));
    assert.deepEqual(await audited('activation-retried'), [String(support.telegramId)]);
    await world.addNode();
    const messageId = await newest(support);
    assert.match(await events.tap(support, { messageId, data: 'admin-waiting-retry-all' }), /Пробуем/);
    await anna.readKey();
    assert.equal(
      await events.tap(support, { messageId, data: `admin-waiting-retry:0:${waiting?.id}` }),
      'Уже не ждёт',
    );
    await support.read(/Все, кто заплатил, подключены/);
    assert.equal((await audited('activation-retried')).length, 1);
  });

  it('rest while giving access is switched off', async () => {
    assert.equal((await world.cli(['flag', 'set', 'vpn-provisioning', 'off'])).code, 0);
    const messageId = await newest(owner);
    assert.match(await events.tap(owner, { messageId, data: 'admin-waiting-retry-all' }), /выключена/);
    assert.match(await events.tap(owner, { messageId, data: 'admin-nodes-check' }), /выключена/);
    assert.deepEqual(await audited('fleet-check-asked'), []);
    assert.equal((await world.cli(['flag', 'clear', 'vpn-provisioning'])).code, 0);
  });

  it('are drained and enabled after a question; two operators at once do it once', async () => {
    await owner.say('/admin');
    await owner.press(/Узлы/);
    await owner.press(/test · XX · 1\/1000/);
    await owner.read(/Режим: работает[\s\S]+Клиенты: 1 из 1.000/);
    await owner.press(/Без новых клиентов/);
    await owner.read(/Не давать узлу test новых клиентов/);
    assert.equal(await status(), 'active');
    const question = await owner.read(/Не давать узлу/);
    const yes = question.buttons.flat().find(({ text }) => /Да/.test(text));
    assert.ok(yes?.kind === 'callback');
    const theirs = await newest(other);
    const answers = await Promise.all([
      events.tap(owner, { messageId: question.messageId, data: yes.data }),
      events.tap(other, { messageId: theirs, data: yes.data }),
      events.tap(owner, { messageId: question.messageId, data: yes.data }),
    ]);
    assert.deepEqual(answers, ['Готово', 'Готово', 'Готово']);
    assert.equal(await status(), 'draining');
    assert.equal((await audited('node-draining')).length, 1);
    await owner.press(/Включить/);
    await owner.press(/Да/);
    await owner.read(/Режим: работает/);
    assert.equal(await status(), 'active');
  });

  it('are disabled with a word about who would be left without a server', async () => {
    await owner.press(/Выключить/, /Режим: работает/);
    await owner.read(/Он сразу забудет всех, кто на нём: 1[\s\S]+Без сервера останутся: 1/);
    const [node] = await world.query<{ id: string }>('select node_id as id from nodes');
    const older = { messageId: await newest(owner), data: `admin-node-treat:disabled:${node?.id}` };
    assert.match(await events.tap(owner, older), /что-то изменилось/, 'of a question that named nobody');
    assert.equal(await status(), 'active');
    await owner.read(/Без сервера останутся: 1/);
    await owner.press(/Назад/, /Он сразу забудет/);
    await owner.read(/Режим: работает/);
    assert.deepEqual(await audited('node-disabled'), []);
  });

  it('are changed by nobody without the right, and not while admins may not act', async () => {
    const [node] = await world.query<{ id: string }>('select node_id as id from nodes');
    const forged = [
      `admin-node-treat:disabled:${node?.id}`,
      `admin-node-cut:${node?.id}`,
      `admin-node-check:${node?.id}`,
      'admin-nodes-check',
    ];
    for (const data of forged)
      assert.equal(
        await events.tap(support, { messageId: await newest(support), data }),
        'Для этого нужна другая роль',
      );
    assert.equal((await world.cli(['flag', 'set', 'admin-actions', 'off'])).code, 0);
    for (const data of forged)
      assert.match(await events.tap(owner, { messageId: await newest(owner), data }), /выключены/);
    assert.equal((await world.cli(['flag', 'clear', 'admin-actions'])).code, 0);
    assert.equal(await status(), 'active');
    assert.deepEqual(await audited('fleet-check-asked'), []);
    const gone = '0198a2b4-7c1d-7e5f-8a9b-0c1d2e3f4a5b';
    for (const data of [`admin-node:${gone}`, `admin-node-ask:active:${gone}`, `admin-node-check:${gone}`])
      assert.equal(await events.tap(owner, { messageId: await newest(owner), data }), 'Такого узла нет');
  });

  it('are checked at once, and what came of it is told', async () => {
    await owner.say('/xray_sync');
    await owner.read(/Проверяем узлы: 1/);
    await owner.read(/Проверены все узлы: 1\. Совпадают с нашим списком: 1, клиентов на них: 1/);
    assert.deepEqual(await audited('fleet-check-asked'), [String(owner.telegramId)]);
    await owner.press(/test · XX/);
    await owner.press(/Проверить сейчас/);
    await eventually('the check is written down', async () =>
      (await audited('node-check-asked')).length === 1 ? true : undefined,
    );
  });
});
