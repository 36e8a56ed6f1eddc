/** A customer's prices and wallet in the panel: changed once, as it was shown, and only by who may. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../../support/core.ts';
import type { Customer } from '../../support/customer.ts';
import type { World } from '../../support/world.ts';
import type { ChatEvents } from '../screens/chat-events.ts';
import { NO_RIGHT, PanelWorld } from './panel-world.ts';

const CHANGED = 'За это время что-то изменилось: посмотрите карточку и решите ещё раз.';

describe("a customer's prices and wallet in the panel", () => {
  let panel: PanelWorld;
  let world: World;
  let events: ChatEvents;
  let owner: Customer;
  let accountant: Customer;
  let support: Customer;
  let anna: Customer;
  before(async () => {
    panel = await PanelWorld.open();
    ({ world, events, owner, accountant, anna } = panel);
    support = await panel.hire('Sveta', 'support');
  });
  after(() => panel[Symbol.asyncDispose]());

  async function open(operator: Customer): Promise<void> {
    await world.query('delete from rate_limits');
    await operator.say('/admin');
    await panel.shows(operator, /Панель магазина/);
    await operator.press(/Клиенты/);
    await panel.shows(operator, /Отправьте ID/);
    await operator.say(String(anna.telegramId));
    await panel.shows(operator, /Anna/);
  }
  async function dataOf(person: Customer, label: RegExp) {
    const message = await panel.newestOf(person);
    const button = message.buttons.flat().find((one) => label.test(one.text));
    assert.ok(button?.kind === 'callback', `${label} is on the screen`);
    return { messageId: message.messageId, data: button.data };
  }
  const balance = async () =>
    Number(
      (
        await world.query<{ balance: string }>(
          'select balance_kopecks as balance from wallets join customers using (customer_id) where telegram_id = $1',
          [anna.telegramId],
        )
      )[0]?.balance,
    );
  const discounts = async () =>
    (
      await world.query<{ kind: string; percent: number; days: number | null }>(
        `select kind, percent, extract(day from expires_at - granted_at)::int as days from customer_discounts
         order by kind`,
      )
    ).map(({ kind, percent, days }) => `${kind} ${percent} ${days ?? 'for good'}`);
  async function askChange(direction: RegExp, amount: string, reason: string) {
    await open(accountant);
    await accountant.press(direction);
    await panel.shows(accountant, /в рублях/);
    await accountant.say(amount);
    await panel.shows(accountant, /Клиент увидит/);
    await accountant.say(reason);
    await panel.shows(accountant, /Баланс: .* → /);
    return dataOf(accountant, /Да/);
  }

  it('put money in with a reason, after before and after were shown', async () => {
    await open(accountant);
    await accountant.press(/Зачислить/);
    await panel.shows(accountant, /Сколько зачислить/);
    for (const wrong of ['0', '-5', 'много', '1000000,01', '1.234']) {
      await accountant.say(wrong);
      await panel.shows(accountant, /больше нуля/);
      await open(accountant);
      await accountant.press(/Зачислить/);
      await panel.shows(accountant, /^➕ Сколько зачислить/);
    }
    await accountant.say('150,50');
    await panel.shows(accountant, /За что зачисляем 150,50/);
    await accountant.say('За <терпение>');
    await panel.shows(accountant, /Баланс: 0 ₽ → 150,50 ₽[\s\S]+Причина: За <терпение>/);
    assert.equal(await balance(), 0);
    await accountant.press(/Да/);
    await panel.shows(accountant, /Баланс: 150,50/);
    await anna.read(/150,50[\s\S]+За <терпение>/);
    const [entry] = await world.query<{ actor: string; reason: string }>(
      `select actor, details->>'reason' as reason from audit_entries where action = 'wallet-adjusted'`,
    );
    assert.deepEqual(entry, { actor: String(accountant.telegramId), reason: 'За <терпение>' });
  });

  it('change once, whether a tap is repeated or pressed twice', async () => {
    const yes = await askChange(/Зачислить/, '100', 'twice');
    const answers = await Promise.all([events.tap(accountant, yes), events.tap(accountant, yes)]);
    assert.deepEqual(answers.toSorted(), ['Готово', 'Это уже сделано'].toSorted());
    assert.equal(await balance(), 25_050);
    await world.query(
      `update inbox_updates set status = 'pending', finished_at = null where body like '%admin-wallet-change%'`,
    );
    await nothingWaits();
    assert.equal(await balance(), 25_050);
  });

  it('take no more than there is, and nothing that has changed meanwhile', async () => {
    await open(accountant);
    await accountant.press(/Списать/);
    await panel.shows(accountant, /Сколько списать/);
    await accountant.say('250.51');
    await panel.shows(accountant, /столько нет/);
    const yes = await askChange(/Списать/, '200', 'ошибка');
    const other = await world.cli(['adjust', String(anna.telegramId), '--amount', '-100', '--reason', 'x']);
    assert.equal(other.code, 0, other.stderr);
    assert.equal(await events.tap(accountant, yes), CHANGED);
    assert.equal(await balance(), 15_050);
    const again = await askChange(/Списать/, '150,50', 'ошибка');
    assert.equal(await events.tap(accountant, again), 'Готово');
    assert.equal(await balance(), 0);
  });

  it('forget what was begun when something else is done, and outlive a restart', async () => {
    await open(accountant);
    await accountant.press(/Зачислить/);
    await panel.shows(accountant, /Сколько зачислить/);
    await accountant.say('/start');
    await panel.shows(accountant, /Atlas Secure/);
    await accountant.say('500');
    await panel.shows(accountant, /Я понимаю кнопки/);
    await open(accountant);
    await accountant.press(/Зачислить/);
    await panel.shows(accountant, /Сколько зачислить/);
    await accountant.say('7');
    await panel.shows(accountant, /За что/);
    await world.servers.at(-1)?.kill('SIGKILL');
    await panel.startServer();
    await accountant.say('restart');
    await panel.shows(accountant, /Баланс: 0 ₽ → 7 ₽/);
    const old = await dataOf(accountant, /Да/);
    await accountant.say('another word');
    await panel.shows(accountant, /Баланс: 0 ₽ → 7 ₽/);
    assert.match(await events.tap(accountant, old), /потерялось/, 'the button of an earlier question');
    await panel.shows(accountant, /Баланс: 0 ₽ → 7 ₽/);
    const latest = await dataOf(accountant, /Да/);
    assert.match(await events.tap(accountant, latest), /потерялось/, 'and what it ended is over');
    await accountant.press(/Другой клиент/, /потерялось/);
    await accountant.read(/Отправьте ID/);
    assert.equal(await balance(), 0);
  });

  it('owe first: what is credited goes there, and the question says so', async () => {
    await world.query(
      'update wallets set receivable_kopecks = 3000 where customer_id = (select customer_id from customers where telegram_id = $1)',
      [anna.telegramId],
    );
    await askChange(/Зачислить/, '50', 'debt');
    const { text } = await panel.newestOf(accountant);
    assert.match(text, /0 ₽ → 20 ₽[\s\S]+счёт долга: 30 ₽/);
    const yes = await dataOf(accountant, /Да/);
    await world.query('update wallets set receivable_kopecks = 0');
    assert.equal(await events.tap(accountant, yes), CHANGED, 'what is owed has changed meanwhile');
    assert.equal(await balance(), 0);
  });

  it('get one discount, for days or for good, and VIP besides', async () => {
    await open(owner);
    for (const label of [/Дать скидку/, /15 %/, /7 дней/]) await owner.press(label);
    await panel.shows(owner, /Скидка 15 % до/);
    assert.deepEqual(await discounts(), ['personal 15 7']);
    await world.query('delete from rate_limits');
    const { messageId } = await panel.newestOf(owner);
    assert.match(
      await events.tap(owner, { messageId, data: `admin-discount-give:25:0:${anna.telegramId}` }),
      /Скидка уже есть/,
    );
    assert.equal(
      await events.tap(owner, { messageId, data: `admin-discount-end:25:${anna.telegramId}` }),
      CHANGED,
    );
    assert.deepEqual(await discounts(), ['personal 15 7']);
    await owner.press(/Убрать скидку/);
    await panel.shows(owner, /Убрать скидку 15 %/);
    await owner.press(/Да/);
    await panel.shows(owner, /Anna/);
    assert.deepEqual(await discounts(), []);
    await world.query('delete from rate_limits');
    await owner.press(/Дать скидку/);
    await owner.press(/Ввести/);
    await panel.shows(owner, /от 1 до 99/);
    await owner.say('100');
    await panel.shows(owner, /Нужно целое число/);
    await owner.say('99 %');
    await panel.shows(owner, /99 %: на какой срок/);
    await owner.press(/Ввести/);
    await panel.shows(owner, /На сколько дней/);
    await owner.say('0');
    await panel.shows(owner, /99 %, срок: Без срока/);
    await owner.press(/Да/);
    await panel.shows(owner, /Скидка 99 % без срока/);
    await owner.press(/Дать VIP/);
    await panel.shows(owner, /👑 VIP/);
    assert.deepEqual(await discounts(), ['personal 99 for good', 'vip 30 for good']);
    const given = Number(
      (
        await world.query<{ count: string }>(
          "select count(*) from audit_entries where action = 'discount-granted'",
        )
      )[0]?.count,
    );
    const tapped = await panel.newestOf(owner);
    const vip = { messageId: tapped.messageId, data: `admin-vip:on:${anna.telegramId}` };
    assert.equal(await events.tap(owner, vip), 'Готово');
    assert.equal(
      (await world.query("select from audit_entries where action = 'discount-granted'")).length,
      given,
    );
    await owner.press(/История/);
    await panel.shows(owner, /дали скидку: VIP −30%[\s\S]+дали скидку: −99%[\s\S]+дали скидку: −15%/);
    await owner.press(/Назад/);
    await panel.shows(owner, /👑 VIP/);
    await owner.press(/Забрать VIP/);
    await eventually('VIP is gone', async () => (await discounts()).length === 1);
  });

  it('are no business of who has no right to them', async () => {
    const before = await discounts();
    const { messageId } = await panel.newestOf(support);
    for (const data of [
      `admin-vip:on:${anna.telegramId}`,
      `admin-discount-end:99:${anna.telegramId}`,
      `admin-wallet:in:${anna.telegramId}`,
      'admin-wallet-change:0198a2b4-7c1d-7e5f-8a9b-0c1d2e3f4a5b',
    ])
      assert.equal(await events.tap(support, { messageId, data }), NO_RIGHT, data);
    assert.deepEqual(await discounts(), before);
    await open(support);
    const labels = (await panel.newestOf(support)).buttons.flat().map(({ text }) => text);
    assert.ok(!labels.some((label) => /VIP|скидку|Зачислить|Списать/.test(label)), labels.join());
  });

  async function nothingWaits(): Promise<void> {
    await eventually(
      'every update is worked off',
      async () =>
        (await world.query("select from inbox_updates where status <> 'done'")).length === 0 || undefined,
    );
  }
});
