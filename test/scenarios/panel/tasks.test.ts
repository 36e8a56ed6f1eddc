/** What only a person can decide, decided in Telegram; and providers' books, asked for now. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { EVERY_FEATURE_ON } from '../../../src/domain/operations/features.ts';
import { randomIds } from '../../../src/lib/ids.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { insertOperatorTask } from '../../../src/store/operator-tasks.ts';
import { type Database, openDatabase } from '../../../src/store/postgres/database.ts';
import { settleCharge } from '../../../src/usecases/payments/settle-charge.ts';
import type { Shop } from '../../../src/usecases/shop.ts';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from '../screens/chat-events.ts';

const NO_RIGHT = 'Для этого нужна другая роль';

describe('tasks in Telegram', () => {
  let world: World;
  let db: Database;
  let shop: Shop;
  let owner: Customer;
  let other: Customer;
  let auditor: Customer;
  let anna: Customer;
  let events: ChatEvents;
  before(async () => {
    world = await World.open();
    const logger = createLogger({ name: 'test', level: 'silent' });
    const { url } = world.database;
    db = openDatabase(
      { url, minSize: 0, maxSize: 4, acquireTimeoutMs: 20_000, commandTimeoutMs: 20_000 },
      logger,
    );
    shop = { db, ids: randomIds, features: EVERY_FEATURE_ON, clock: { now: () => new Date() } };
    [owner, other, auditor, anna] = [
      await Customer.create(world.client, 'Olga'),
      await Customer.create(world.client, 'Oscar'),
      await Customer.create(world.client, 'Aurel'),
      await Customer.create(world.client, 'Anna <3'),
    ];
    await world.startServer({ ADMIN_TELEGRAM_ID: `${owner.telegramId},${other.telegramId}` });
    events = new ChatEvents(world);
    for (const person of [owner, other, auditor, anna]) await begin(person);
    await world.query(
      `insert into operators (telegram_id, role, given_by, given_at) values ($1, 'auditor', 'test', now())`,
      [auditor.telegramId],
    );
  });
  after(async () => {
    await events[Symbol.asyncDispose]();
    await db.close();
    await world[Symbol.asyncDispose]();
  });

  /** Money that nobody can be found for; returns its task. */
  async function suspend(amount: string): Promise<string> {
    const providerChargeId = randomUUID();
    await settleCharge(shop, {
      provider: 'cryptobot',
      providerChargeId,
      invoiceId: null,
      providerAmount: amount,
      providerCurrency: 'RUB',
      payerTelegramId: null,
      chargedAt: new Date(),
    });
    const [task] = await world.query<{ id: string }>(
      `select t.task_id as id from operator_tasks t join charges c on c.charge_id::text = t.subject
       where c.provider_charge_id = $1`,
      [providerChargeId],
    );
    assert.ok(task);
    return task.id;
  }
  async function addTask(subject: string): Promise<string> {
    const taskId = randomIds.rowId();
    const details = { problem: 'other-amount', note: '<&>'.repeat(300) };
    await db.transaction('test', (tx) =>
      insertOperatorTask(tx, {
        taskId,
        kind: 'reconciliation',
        subject,
        customerId: null,
        details,
        createdAt: new Date(),
      }),
    );
    return taskId;
  }
  const stateOf = async (taskId: string) =>
    (
      await world.query<{ status: string; done_by: string | null; resolution: string | null }>(
        'select status, done_by, resolution from operator_tasks where task_id = $1',
        [taskId],
      )
    )[0];
  const balance = async () =>
    (
      await world.query<{ balance: string }>(
        `select balance_kopecks as balance from wallets join customers using (customer_id) where telegram_id = $1`,
        [anna.telegramId],
      )
    )[0]?.balance;
  const audited = async (action: string) =>
    (await world.query('select from audit_entries where action = $1', [action])).length;
  const open = async (person: Customer, taskId: string) =>
    events.tap(person, {
      messageId: (await person.messages()).at(-1)?.messageId ?? 0,
      data: `admin-task:${taskId}`,
    });

  it('are told of with a way to the task, and closed with words that were read once more', async () => {
    const taskId = await addTask('a');
    await owner.press(/Открыть задачу/);
    await owner.press(/Закрыть задачу/);
    await owner.read(/что сделано/);
    await owner.say('x'.repeat(501));
    await owner.read(/не длиннее 500/);
    await owner.say('asked <them>');
    await owner.read(/Закрыть задачу с такими словами\?\s+asked <them>/);
    assert.equal((await stateOf(taskId))?.status, 'open');
    await owner.say('asked the bank');
    const question = await owner.read(/словами\?\s+asked the bank/);
    const yes = question.buttons.flat().find(({ text }) => /Да/.test(text));
    assert.ok(yes?.kind === 'callback');
    const first = await owner.read(/asked <them>/);
    const stale = first.buttons.flat().find(({ text }) => /Да/.test(text));
    assert.ok(stale?.kind === 'callback');
    assert.notEqual(stale.data, yes.data);
    assert.equal(await events.tap(owner, { messageId: question.messageId, data: yes.data }), 'Готово');
    assert.deepEqual(await stateOf(taskId), {
      status: 'done',
      done_by: String(owner.telegramId),
      resolution: 'asked the bank',
    });
    for (const data of [yes.data, stale.data])
      assert.match(await events.tap(owner, { messageId: question.messageId, data }), /устарело/);
    assert.equal(await audited('task-resolved'), 1);
  });

  it('are not closed by what was shown before something else was typed, nor by text after another command', async () => {
    const taskId = await addTask('b');
    await open(owner, taskId);
    await owner.press(/Закрыть задачу/, /Открыта/);
    await owner.say('one');
    const shown = await owner.read(/словами\?\s+one/);
    const yes = shown.buttons.flat().find(({ text }) => /Да/.test(text));
    assert.ok(yes?.kind === 'callback');
    await owner.say('two');
    await owner.read(/словами\?\s+two/);
    assert.match(await events.tap(owner, { messageId: shown.messageId, data: yes.data }), /устарело/);
    await open(owner, taskId);
    await owner.press(/Закрыть задачу/, /Открыта/);
    await owner.say('/profile');
    await owner.read(/Баланс/);
    await owner.say('three');
    await owner.read(/Я понимаю кнопки/);
    assert.equal((await stateOf(taskId))?.status, 'open');
  });

  it('about money are ended by giving it to its owner, once, whoever does it and however often', async () => {
    const taskId = await suspend('70.00');
    const questions: ChatMessage[] = [];
    for (const person of [owner, other]) {
      await open(person, taskId);
      await person.read(/Сумма: 70 ₽/);
      await person.press(/Отдать клиенту/);
      await person.say('@nobody_at_all');
      await person.read(/Такого клиента нет/);
      await person.say(String(anna.telegramId));
      await person.read(/Почему этому клиенту/);
      await person.say('she sent a receipt');
      questions.push(
        await person.read(
          new RegExp(`Отдать 70 ₽ клиенту ${anna.telegramId} @visitor_\\d+[\\s\\S]+0 ₽ → 70 ₽`),
        ),
      );
    }
    assert.equal(await balance(), '0');
    const taps = [owner, other, owner].map((person, index) => {
      const question = questions[index % 2];
      const yes = question?.buttons.flat().find(({ text }) => /Да/.test(text));
      assert.ok(question && yes?.kind === 'callback');
      return events.tap(person, { messageId: question.messageId, data: yes.data });
    });
    const answers = await Promise.all(taps);
    assert.equal(answers.filter((answer) => answer === 'Готово').length, 1, answers.join());
    assert.equal(await balance(), '7000');
    assert.equal(await audited('suspended-charge-assigned'), 1);
    assert.equal((await stateOf(taskId))?.status, 'done');
    await anna.read(/70 ₽/);
    await open(other, taskId);
    await other.read(/Эта задача решена/);
  });

  it('take a text that is worked again, when its answer was lost, for the answer that it was', async () => {
    const taskId = await suspend('20.00');
    const sayIntoTrouble = async (text: string) => {
      await world.client.chat('faults', { method: 'sendMessage', kind: 'status', status: 500 });
      await owner.say(text);
    };
    await open(owner, taskId);
    await owner.press(/Отдать клиенту/, /Сумма: 20 ₽/);
    const { messageId } = await owner.read(/Чьи это деньги/);
    await sayIntoTrouble(String(anna.telegramId));
    const asked = await eventually('the next question', async () =>
      (await owner.messages()).find((message) => message.messageId > messageId),
    );
    assert.match(asked.text, /Почему этому клиенту/);
    await sayIntoTrouble('here is the receipt');
    await owner.read(/Отдать 20 ₽[\s\S]+here is the receipt/);
    await owner.say('another word');
    await owner.read(/Отдать 20 ₽[\s\S]+another word/);
  });

  it('keep what was begun when the server is started again', async () => {
    const taskId = await suspend('30.00');
    await open(owner, taskId);
    await owner.press(/Отдать клиенту/, /Сумма: 30 ₽/);
    await owner.say(String(anna.telegramId));
    await owner.read(/Почему этому клиенту/);
    await world.servers.at(-1)?.kill('SIGKILL');
    await world.startServer({ ADMIN_TELEGRAM_ID: `${owner.telegramId},${other.telegramId}` });
    await owner.say('hers');
    await owner.read(/Отдать 30 ₽/);
    await owner.press(/Да/, /Отдать 30 ₽/);
    await owner.read(/Эта задача решена/);
    assert.equal(await balance(), '10000');
  });

  it('are only looked at by who only reads', async () => {
    const taskId = await suspend('10.00');
    await auditor.say('/admin');
    await auditor.press(/Задачи/);
    await auditor.read(/Деньги, у которых нет хозяина/);
    await open(auditor, taskId);
    const card = await auditor.read(/Сумма: 10 ₽/);
    assert.ok(!card.buttons.flat().some(({ text }) => /Отдать/.test(text)));
    const forged = [
      `admin-task-assign:${taskId}`,
      `admin-task-give:${taskId}`,
      `admin-task-close:${taskId}`,
      'admin-reconcile',
    ];
    for (const data of forged)
      assert.equal(await events.tap(auditor, { messageId: card.messageId, data }), NO_RIGHT);
    assert.equal((await stateOf(taskId))?.status, 'open');
    assert.equal(await audited('reconciliation-asked'), 0);
  });

  it('come of books that are compared now', async () => {
    await owner.say('/admin');
    await owner.press(/Задачи/);
    await owner.press(/Сверка/);
    const screen = await owner.read(/Сверка с платёжными сервисами/);
    assert.match(
      await events.tap(owner, { messageId: screen.messageId, data: 'admin-reconcile' }),
      /началась/,
    );
    assert.equal(await audited('reconciliation-asked'), 1);
    await eventually('the books are compared', async () => {
      await owner.press(/Обновить/, /Сверка с/);
      const { text } = await owner.read(/Сверка с/);
      return /cryptobot: \d\d\.\d\d\.\d{4}[\s\S]+Записей: \d+/.test(text) ? true : undefined;
    });
  });
});
