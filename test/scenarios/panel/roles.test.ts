/** Roles: given and taken at run time, and asked again for every button of the panel. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hasRight, ROLES, type Role } from '../../../src/domain/operations/roles.ts';
import { PANEL_BUTTONS } from '../../../src/telegram/buttons/panel/panel-buttons.ts';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from '../screens/chat-events.ts';
import { sampleOf } from './button-samples.ts';

const NO_RIGHT = 'Для этого нужна другая роль';
const STALE = 'Эта кнопка устарела — вот свежий экран';

describe('roles', () => {
  let world: World;
  let owner: Customer;
  let second: Customer;
  let events: ChatEvents;
  const people = new Map<Role | 'customer', Customer>();
  before(async () => {
    world = await World.open({ node: 'simulated' });
    owner = await Customer.create(world.client, 'Olga');
    second = await Customer.create(world.client, 'Sergey');
    await world.startServer({ ADMIN_TELEGRAM_ID: `${owner.telegramId},${second.telegramId}` });
    await world.addNode();
    events = new ChatEvents(world);
    for (const person of [owner, second]) await begin(person);
  });
  after(async () => {
    await events[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  /** What operators have ever done or looked at, as far as it is written down. */
  async function countActs(): Promise<string> {
    const [row] = await world.query<{ count: string }>(
      "select count(*) from audit_entries where actor ~ '^[0-9]+$'",
    );
    return row?.count ?? '';
  }

  /** Makes somebody new what the label says, as the owner does it. */
  async function appoint(role: string, label: RegExp): Promise<Customer> {
    const person = await Customer.create(world.client, `Person ${role}`);
    await begin(person);
    await owner.say('/admin');
    await owner.press(/Команда/);
    await owner.press(/Добавить/);
    await owner.read(/Отправьте ID/);
    await owner.say(String(person.telegramId));
    await owner.read(new RegExp(`@\\w+ · ${person.telegramId}[\\s\\S]+Роль: нет`));
    await owner.press(label);
    await owner.read(/Назначить/);
    await owner.press(/Да/);
    await owner.read(new RegExp(`${person.telegramId}[\\s\\S]+Роль: (?!нет)`));
    return person;
  }

  it('are given by the owner, audited, and hold from the next tap on', async () => {
    const labels = [/Администратор/, /Поддержка/, /Бухгалтер/, /Аудитор/];
    for (const [index, role] of (['admin', 'support', 'accountant', 'auditor'] as const).entries())
      people.set(role, await appoint(role, labels[index] ?? /^$/));
    people.set('owner', owner);
    const customer = await Customer.create(world.client, 'Anna');
    await begin(customer);
    people.set('customer', customer);
    const given = await world.query<{ role: string; actor: string }>(
      `select details->>'role' as role, actor from audit_entries where action = 'role-given' order by recorded_at`,
    );
    assert.deepEqual(
      given.map(({ role, actor }) => `${role} by ${actor}`),
      ['admin', 'support', 'accountant', 'auditor'].map((role) => `${role} by ${owner.telegramId}`),
    );
    const auditor = people.get('auditor');
    assert.ok(auditor);
    await auditor.say('/admin');
    await auditor.read(/Ваша роль: Аудитор/);
  });

  it('let every button of the panel be pressed by whom it is for, and by nobody else', async () => {
    for (const [name, person] of people) {
      for (const [to, { right }] of Object.entries(PANEL_BUTTONS)) {
        // Whoever taps everything taps too fast for a person, and must not be out of work by it.
        await world.query('delete from rate_limits');
        await world.query('delete from feature_overrides');
        const before = await countActs();
        const messageId = (await person.messages()).at(-1)?.messageId ?? 1;
        const answer = await events.tap(person, { messageId, data: sampleOf(to) });
        const what = `${to} by ${name}: ${answer}`;
        if (name !== 'customer' && hasRight(name, right)) {
          assert.ok(answer !== NO_RIGHT && answer !== STALE, what);
          continue;
        }
        assert.equal(answer, name === 'customer' ? STALE : NO_RIGHT, what);
        assert.equal(await countActs(), before, what);
      }
    }
    // The owner has pressed both: somebody was given a role, and lost it.
    assert.equal((await world.query('select from operators')).length, 4);
  });

  it('show nobody a button that they may not press', async () => {
    for (const role of ROLES) {
      const person = people.get(role);
      assert.ok(person);
      await person.say('/admin');
      const start = await person.read(/Панель магазина/);
      for (const button of start.buttons.flat()) {
        assert.ok(button.kind === 'callback');
        const to = button.data.split(':')[0] ?? '';
        if (!(to in PANEL_BUTTONS)) continue;
        assert.ok(hasRight(role, PANEL_BUTTONS[to as keyof typeof PANEL_BUTTONS].right), `${to} to ${role}`);
      }
    }
  });

  it('end at once, whatever screen is still open', async () => {
    const support = people.get('support');
    assert.ok(support);
    await support.say('/admin');
    const { messageId } = await support.read(/Ваша роль: Поддержка/);
    await owner.say('/admin');
    await owner.press(/Команда/);
    await owner.press(/^Поддержка · /);
    await owner.press(/Забрать роль/, new RegExp(`👤 .*${support.telegramId}`));
    await owner.press(/Да/, new RegExp(`Забрать роль у ${support.telegramId}`));
    await owner.read(new RegExp(`${support.telegramId}[\\s\\S]+Роль: нет`));
    assert.equal(await events.tap(support, { messageId, data: 'admin-system' }), STALE);
    await support.say('/admin');
    await support.read(/Я понимаю кнопки/);
  });

  it('of the settings are changed by nobody in Telegram', async () => {
    await owner.say('/admin');
    const { messageId } = await owner.read(/Панель магазина/);
    for (const data of [`admin-role:auditor:${second.telegramId}`, `admin-role-take:${second.telegramId}`])
      assert.match(await events.tap(owner, { messageId, data }), /в настройках сервера/);
    await second.say('/admin');
    await second.read(/Ваша роль: Администратор/);
  });

  it('ask for a person only as long as that is what the owner is doing', async () => {
    await owner.say('/admin');
    await owner.press(/Команда/);
    await owner.press(/Добавить/);
    await owner.say('nobody at all');
    await owner.read(/Такого клиента нет/);
    // What somebody has paid has an id of digits too, and makes them nobody's colleague.
    await world.query(
      `insert into charges (charge_id, provider, provider_charge_id, provider_amount, provider_currency, customer_id,
         amount_kopecks, disposition, reason, charged_at, recorded_at)
       select gen_random_uuid(), 'cryptobot', '424242', '1', 'RUB', customer_id, 100, 'wallet', 'topped-up', now(),
         now() from customers limit 1`,
    );
    const asked = (await owner.messages()).length;
    await owner.say('424242');
    await eventually('an answer', async () => (await owner.messages()).length > asked);
    assert.match((await owner.messages()).at(-1)?.text ?? '', /Такого клиента нет/);
    await owner.say('/profile');
    await owner.read(/Баланс/);
    const accountant = people.get('accountant');
    await owner.say(String(accountant?.telegramId));
    await owner.read(/Я понимаю кнопки/);
  });
});
