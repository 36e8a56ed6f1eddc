/** A typed text whose answer did not get through is worked again: it answers the question it was typed for, once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Customer } from '../../support/customer.ts';
import { PanelWorld } from './panel-world.ts';

describe('a typed text', () => {
  let panel: PanelWorld;
  before(async () => {
    panel = await PanelWorld.open();
  });
  after(() => panel[Symbol.asyncDispose]());

  /** Says it, and Telegram fails the bot's next message. */
  async function sayIntoTrouble(person: Customer, text: string): Promise<void> {
    await panel.world.client.chat('faults', { method: 'sendMessage', kind: 'status', status: 500 });
    await panel.say(person, text);
    assert.deepEqual(await panel.world.client.chat('faults'), [], 'the trouble has happened');
  }
  const newest = async (person: Customer) => (await person.messages()).at(-1)?.text ?? '';
  async function openCard(): Promise<void> {
    const { owner, anna } = panel;
    await panel.say(owner, '/admin');
    await panel.press(owner, /Клиенты/);
    await sayIntoTrouble(owner, String(anna.telegramId));
    assert.match(await newest(owner), /Anna/, 'whom was looked for');
  }

  it('is an amount and not also the reason for it', async () => {
    const { owner } = panel;
    await openCard();
    await panel.press(owner, /Зачислить/);
    await sayIntoTrouble(owner, '500');
    assert.match(await newest(owner), /^За что зачисляем 500/);
    await sayIntoTrouble(owner, 'за терпение');
    const yes = await panel.dataOf(owner, /Да/);
    assert.match(await newest(owner), /Причина: за терпение/);
    await panel.workAgain(owner);
    assert.match(await newest(owner), /Причина: за терпение/);
    assert.equal(await panel.dataOf(owner, /Да/), yes, 'the same question');
    assert.equal(await panel.tap(owner, yes), 'Готово');
  });

  it('is the amount of a withdrawal and not also where it goes', async () => {
    const { anna, world } = panel;
    const enrich = (kopecks: number) =>
      world.query(
        `update wallets set balance_kopecks = balance_kopecks + $2
         where customer_id = (select customer_id from customers where telegram_id = $1)`,
        [anna.telegramId, kopecks],
      );
    await enrich(2_000_000);
    await panel.say(anna, '/profile');
    await panel.press(anna, /Вывести/);
    await sayIntoTrouble(anna, '10000');
    assert.match(await newest(anna), /^Выводим 10.000 ₽\.\s+Куда перевести/);
    await enrich(-2_000_000);
  });

  it('is not lost where it is the last that a customer is asked', async () => {
    const { anna } = panel;
    await panel.say(anna, '/profile');
    await panel.press(anna, /Пополнить/);
    await panel.press(anna, /Другая сумма/);
    await sayIntoTrouble(anna, '777');
    assert.match(await newest(anna), /777/);
  });

  it('is not lost where it ends a form of the panel', async () => {
    const { owner, anna } = panel;
    await panel.tap(owner, `admin-gift-type:plus:d:${anna.telegramId}`);
    await sayIntoTrouble(owner, '3');
    assert.match(await newest(owner), /3 дня/);
    await panel.tap(owner, `admin-discount-type:${anna.telegramId}`);
    await sayIntoTrouble(owner, '12');
    assert.match(await newest(owner), /12 %: на какой срок/);
    await panel.tap(owner, `admin-discount-type-days:12:${anna.telegramId}`);
    await sayIntoTrouble(owner, '9');
    assert.match(await newest(owner), /12 %, срок: 9 дней/);
    await panel.tap(owner, 'admin-team-add');
    await sayIntoTrouble(owner, String(anna.telegramId));
    assert.match(await newest(owner), /Роль:/);
  });

  it('is one draft of an incident, whose first question still holds', async () => {
    const { owner } = panel;
    await panel.tap(owner, 'admin-incident-text');
    await panel.workedOff();
    await panel.say(owner, 'Чиним узел');
    const save = await panel.dataOf(owner, /./);
    await panel.workAgain(owner);
    assert.equal(await panel.tap(owner, save), 'Готово');
  });

  it('is no reason when nothing of it can be seen, nor the amount once more', async () => {
    const { owner, anna } = panel;
    for (const reason of ['\u200b\u200b', '\u2800\u3164', '\u202e', '5']) {
      await panel.tap(owner, `admin-wallet:in:${anna.telegramId}`);
      await panel.workedOff();
      await panel.say(owner, '5');
      await panel.say(owner, reason);
      assert.match(await newest(owner), /За что зачисляем/, JSON.stringify(reason));
    }
    await panel.say(owner, 'по\u202e делу');
    assert.match(await newest(owner), /Причина: по делу/);
  });
});
