/** What customers do and what comes of it: through the chat, the provider, the command line and the ledger only. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { World } from '../support/world.ts';

const DAY_MS = 86_400_000;

describe('a shop', () => {
  let world: World;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    await world.startServer();
    await world.addNode();
  });
  after(() => world[Symbol.asyncDispose]());

  async function topUp(customer: Customer): Promise<void> {
    await customer.press(/Пополнить баланс/);
    await customer.press(/^999/);
    await customer.press(/Криптовалютой/);
    await customer.payInvoice();
    await customer.read(/Баланс пополнен на 999 ₽/);
  }

  async function chooseBasicMonth(customer: Customer): Promise<void> {
    await customer.say('/buy');
    await customer.press(/Basic/);
    await customer.press(/1 месяц/);
    await customer.read(/К оплате: 149 ₽/);
  }

  const grantsOf = (customer: Customer) =>
    world.query<{ source: string; days: number }>(
      `select g.source, round(extract(epoch from g.ends_at - g.starts_at) / 86400)::int as days
       from entitlement_grants g join customers c using (customer_id) where c.telegram_id = $1
       order by g.granted_at`,
      [customer.telegramId],
    );

  it('speaks the language a customer chose', async () => {
    const john = await Customer.create(world.client, 'John');
    await john.say('/start');
    await john.read(/Выберите язык · Choose your language/);
    await john.press(/English/);
    await john.read(/fast, dependable VPN/);
    await john.say('/start');
    await john.read(/fast, dependable VPN/);
    await john.say('/language');
    await john.press(/Русский/);
    await john.read(/быстрый и надёжный VPN/);
  });

  it('tops a wallet up, sells from it, and renews with the same key', async () => {
    const anna = await Customer.create(world.client);
    await anna.start();
    await topUp(anna);
    await chooseBasicMonth(anna);
    await anna.press(/С баланса \(999 ₽\)/);
    await anna.read(/Оплачено[\s\S]*850 ₽/);
    const key = await anna.readKey();
    await chooseBasicMonth(anna);
    await anna.press(/С баланса \(850 ₽\)/);
    await anna.read(/Оплачено[\s\S]*701 ₽/);
    await anna.say('/profile');
    const profile = await anna.read(/Баланс: 701 ₽/);
    assert.match(profile.text, new RegExp(key), 'the key stays the same');
    assert.deepEqual(await grantsOf(anna), [
      { source: 'purchase', days: 30 },
      { source: 'purchase', days: 30 },
    ]);
    const [entitlement] = await world.query<{ ends_at: Date; starts_at: Date }>(
      'select starts_at, ends_at from entitlements e join customers c using (customer_id) where c.telegram_id = $1',
      [anna.telegramId],
    );
    assert.equal(
      (entitlement?.ends_at.getTime() ?? 0) - (entitlement?.starts_at.getTime() ?? 0),
      60 * DAY_MS,
    );
  });

  it('charges a quote once, however often "pay" is tapped', async () => {
    const boris = await Customer.create(world.client, 'Boris');
    await boris.start();
    await topUp(boris);
    await chooseBasicMonth(boris);
    const screen = await boris.read(/К оплате: 149 ₽/);
    const data = screen.buttons
      .flat()
      .find((button) => button.kind === 'callback' && /С баланса/.test(button.text));
    assert.ok(data?.kind === 'callback');
    await Promise.all([1, 2, 3].map(() => boris.tap(screen.messageId, data.data)));
    await boris.readKey();
    await boris.say('/profile');
    await boris.read(/Баланс: 850 ₽/);
    assert.equal((await grantsOf(boris)).length, 1);
  });

  it('says what is missing when the wallet is short, and takes nothing', async () => {
    const vera = await Customer.create(world.client, 'Vera');
    await vera.start();
    await chooseBasicMonth(vera);
    await vera.press(/С баланса \(0 ₽\)/);
    await vera.read(/не хватает 149 ₽/);
    assert.deepEqual(await grantsOf(vera), []);
  });

  it('asks for an amount again until it is one, and forgets the question on the way out', async () => {
    const gleb = await Customer.create(world.client, 'Gleb');
    await gleb.start();
    await gleb.press(/Пополнить баланс/);
    await gleb.press(/Другая сумма/);
    await gleb.read(/Напишите сумму/);
    await gleb.say('пятьсот');
    await gleb.read(/Нужно целое число рублей/);
    await gleb.say('1 500 ₽');
    await gleb.read(/Пополнение на 1\s500 ₽/);
    await gleb.press(/Криптовалютой/);
    assert.equal((await gleb.findInvoice()).amount, '1500.00');
    await gleb.say('/profile');
    await gleb.say('500');
    await gleb.read(/Я понимаю кнопки и команды/);
  });

  it('honours a cancelled invoice that was paid after all', async () => {
    const dina = await Customer.create(world.client, 'Dina');
    await dina.start();
    await chooseBasicMonth(dina);
    await dina.press(/Криптовалютой/);
    const invoice = await dina.findInvoice();
    const unreachable = {
      api: 'cryptopay',
      method: 'deleteInvoice',
      kind: 'close',
      when: 'before',
      count: 50,
    };
    await world.client.chat('faults', unreachable);
    await dina.press(/Отменить счёт/);
    await dina.read(/Счёт отменён/);
    await world.client.chat(`invoices/${invoice.invoiceId}/pay`, {});
    await fetch(`${world.client.base}/chat/faults`, { method: 'DELETE' });
    await dina.read(/Оплата 149 ₽ получена/);
    await dina.readKey();
    assert.equal((await grantsOf(dina)).length, 1);
  });

  it('answers a tap on a button that no longer means anything with a fresh screen', async () => {
    const egor = await Customer.create(world.client, 'Egor');
    await egor.start();
    const menu = await egor.read(/Atlas Secure/);
    for (const data of ['pay:wallet:00000000-0000-7000-8000-000000000000', 'tariff:basic', 'x'.repeat(60)]) {
      await egor.tap(menu.messageId, data);
    }
    const transcript = await eventually('all taps are answered', async () => {
      const read = await world.client.chat<{ callbacks: { chatId: number; answerCount: number }[] }>(
        `transcript?chatId=${egor.telegramId}`,
      );
      return read.callbacks.every((callback) => callback.answerCount === 1) && read;
    });
    assert.equal(transcript.callbacks.length, 4);
  });

  it('cannot be made to pay with another customer’s quote', async () => {
    const [zoe, thief] = [
      await Customer.create(world.client, 'Zoe'),
      await Customer.create(world.client, 'Thief'),
    ];
    await zoe.start();
    await topUp(zoe);
    await chooseBasicMonth(zoe);
    const screen = await zoe.read(/К оплате: 149 ₽/);
    await thief.start();
    const menu = await thief.read(/Atlas Secure/);
    const button = screen.buttons.flat().find((one) => one.kind === 'callback' && /С баланса/.test(one.text));
    assert.ok(button?.kind === 'callback');
    await thief.tap(menu.messageId, button.data);
    await thief.read(/Выберите тариф/);
    assert.deepEqual(await grantsOf(thief), []);
    await zoe.say('/profile');
    await zoe.read(/Баланс: 999 ₽/);
  });

  it('tells the customer when the provider does not answer, and loses nothing', async () => {
    const ivan = await Customer.create(world.client, 'Ivan');
    await ivan.start();
    await chooseBasicMonth(ivan);
    await world.client.chat('faults', {
      api: 'cryptopay',
      method: 'createInvoice',
      kind: 'close',
      when: 'after',
      count: 1,
    });
    await ivan.press(/Криптовалютой/);
    await ivan.read(/Платёжный сервис сейчас не отвечает/);
    await ivan.press(/Попробовать ещё раз/);
    await ivan.payInvoice();
    await ivan.readKey();
    const invoices = await world.query(
      'select 1 from invoices i join customers c using (customer_id) where c.telegram_id = $1',
      [ivan.telegramId],
    );
    assert.equal(invoices.length, 1, 'the lost answer left no second invoice');
  });

  it('sells while the node is away, and delivers when it is back', async () => {
    const kira = await Customer.create(world.client, 'Kira');
    await kira.start();
    await topUp(kira);
    await world.node?.kill();
    await chooseBasicMonth(kira);
    await kira.press(/С баланса/);
    await kira.read(/Ключ придёт следующим сообщением/);
    await kira.say('/profile');
    await kira.read(/Готовим ваш ключ/);
    await world.node?.start({ NODE_PORT: new URL(world.node.url).port });
    await kira.read(/Доступ готов/);
  });

  it('keeps its node when the database was restored from an older day', async () => {
    const [installation] = await world.query<{ fleet_id: string }>('select fleet_id from installation');
    const lease = { owner: installation?.fleet_id, fence: '50', ttlMs: 30_000 };
    assert.equal((await world.node?.call('POST', '/v1/lease', { lease }))?.status, 200);
    await eventually(
      'the fence is past what the node has seen',
      async () => {
        const [node] = await world.query<{ lease_fence: string }>(
          'select lease_fence from nodes where is_healthy',
        );
        return Number(node?.lease_fence) > 50;
      },
      25_000,
    );
  });

  it('keeps a ledger that proves', async () => {
    const proof = await world.cli(['ledger', 'verify', '--json']);
    assert.equal(proof.code, 0, proof.stdout);
    const answer = JSON.parse(proof.stdout);
    assert.equal(answer.ok, true);
    assert.ok(answer.data.transfers >= 10);
  });
});
