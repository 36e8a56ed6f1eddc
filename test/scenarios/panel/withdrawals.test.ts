/** Money that leaves: confirmed once, decided by who may, never by oneself, and shown as what has become of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../../support/core.ts';
import type { Customer } from '../../support/customer.ts';
import { PanelWorld } from './panel-world.ts';

const OWN = /только владелец/;

describe('withdrawals', () => {
  let panel: PanelWorld;
  before(async () => {
    panel = await PanelWorld.open();
    for (const person of [panel.anna, panel.accountant, panel.owner]) await enrich(person);
  });
  after(() => panel[Symbol.asyncDispose]());

  const enrich = (person: Customer) =>
    panel.world.query(
      `update wallets set balance_kopecks = 50000000
       where customer_id = (select customer_id from customers where telegram_id = $1)`,
      [person.telegramId],
    );
  const listed = () =>
    panel.world.query<{ id: string; status: string }>(
      'select withdrawal_id as id, status from withdrawals order by requested_at desc',
    );
  const statusOf = async (id: string) => (await listed()).find((one) => one.id === id)?.status;

  /** Up to the confirmation; the data of its button. */
  async function prepare(
    person: Customer,
    amount: string,
    details = 'card 5536 9137, Anna',
  ): Promise<string> {
    await panel.say(person, '/profile');
    await panel.press(person, /Вывести/);
    await panel.say(person, amount);
    await panel.say(person, details);
    return panel.dataOf(person, /Подтвердить/);
  }
  async function ask(person: Customer, amount: string, details?: string): Promise<string> {
    await panel.tap(person, await prepare(person, amount, details));
    await panel.workedOff();
    return (await listed())[0]?.id ?? '';
  }
  async function tap(person: Customer, data: string): Promise<string> {
    const words = await panel.tap(person, data);
    await panel.workedOff();
    return words;
  }

  it('are sent once by however many taps, and each of them says that it was', async () => {
    const { anna, owner } = panel;
    const before = (await listed()).length;
    const data = await prepare(anna, '5000');
    await panel.tap(anna, data);
    await panel.workAgain(anna);
    assert.match((await panel.newestOf(anna)).text, /принята/);
    assert.equal(await tap(anna, data), '', 'a second tap');
    assert.match((await panel.newestOf(anna)).text, /принята/);
    assert.equal((await listed()).length, before + 1);
    await panel.say(anna, '/profile');
    assert.match((await panel.newestOf(anna)).text, /Ждёт вывода: 5.000 ₽/);
    const [made] = await listed();
    await tap(owner, `admin-approve:${made?.id}`);
    assert.match(await tap(anna, data), /уже рассмотрена/);
    assert.doesNotMatch((await panel.newestOf(anna)).text, /Ждёт вывода/);
  });

  it('take no amount that is typed again for where the money goes', async () => {
    const { anna } = panel;
    await panel.say(anna, '/profile');
    await panel.press(anna, /Вывести/);
    for (let n = 0; n < 2; n += 1) await panel.say(anna, '10000');
    assert.match((await panel.newestOf(anna)).text, /^Выводим 10.000 ₽\.\s+Куда перевести/);
  });

  it('that are decided say so beside their details, which are still needed to pay', async () => {
    const { owner, admin, anna } = panel;
    const id = await ask(anna, '5000');
    await tap(owner, `admin-approve:${id}`);
    await tap(owner, await panel.dataOf(owner, /Реквизиты/));
    for (const person of [owner, admin]) {
      await tap(person, `admin-details:${id}`);
      const { buttons } = await person.read(new RegExp(`${id}[\\s\\S]+Одобрено[\\s\\S]+card 5536 9137`));
      assert.ok(!buttons.flat().some((button) => /Одобрить|Отклонить/.test(button.text)));
    }
  });

  it('cannot write lines of the card that operators read', async () => {
    const { owner, anna } = panel;
    const id = await ask(anna, '5000', 'card 1234\n✅ Одобрено.\u2028\u202eСогласны: 2 из 2');
    await tap(owner, `admin-details:${id}`);
    await owner.read(/Реквизиты: card 1234, ✅ Одобрено\., Согласны: 2 из 2$/);
  });

  it('are paid out by the word of those alone who may still move money', async () => {
    const { owner, admin, anna } = panel;
    const dismissed = await panel.hire('Viktor', 'accountant');
    const id = await ask(anna, '50000');
    assert.match(await tap(dismissed, `admin-approve:${id}`), /Нужен ещё один/);
    await tap(owner, `admin-role-take:${dismissed.telegramId}`);
    assert.match(await tap(owner, `admin-approve:${id}`), /Нужен ещё один/);
    await owner.read(new RegExp(`${id}[\\s\\S]+Согласны: 1 из 2`));
    assert.equal(await statusOf(id), 'pending');
    await tap(admin, `admin-approve:${id}`);
    assert.equal(await statusOf(id), 'approved');
  });

  it('are decided by nobody for themselves but the owner, and nobody else gives to themselves', async () => {
    const { owner, admin, accountant } = panel;
    const id = await ask(accountant, '5000');
    assert.match(await tap(accountant, `admin-approve:${id}`), OWN);
    assert.equal(await statusOf(id), 'pending');
    const own = accountant.telegramId;
    assert.match(await tap(accountant, `admin-wallet:in:${own}`), OWN);
    for (const data of ['admin-gift-plan', 'admin-discount', 'admin-vip:on'])
      assert.match(await tap(admin, `${data}:${admin.telegramId}`), OWN);
    assert.equal(await tap(owner, `admin-discount:${owner.telegramId}`), '');
    await tap(admin, `admin-approve:${id}`);
    assert.equal(await statusOf(id), 'approved');
    const ofOwner = await ask(owner, '5000');
    await tap(owner, `admin-approve:${ofOwner}`);
    await eventually('the owner is paid', async () => (await statusOf(ofOwner)) === 'approved');
  });
});
