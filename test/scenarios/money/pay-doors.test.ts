/** Every way to pay, and what belongs to money in the bot: by taps and texts, the providers and the command line. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  DEFAULT_PROVIDER_TOKEN,
  DEFAULT_YOOKASSA_SECRET_KEY,
  DEFAULT_YOOKASSA_SHOP_ID,
} from '../../../src/sandbox/settings.ts';
import { eventually, freePort } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

const BANK = 'Тинькофф 5536 9137 0000 4242, Анна К.';

describe('a shop with every way to pay', { concurrency: 6 }, () => {
  let world: World;
  let owner: Customer;
  let second: Customer;
  before(async () => {
    const port = await freePort();
    const yookassaWebhookUrl = `http://127.0.0.1:${port}/webhooks/yookassa`;
    const cryptoWebhookUrl = `http://127.0.0.1:${port}/webhooks/cryptobot`;
    world = await World.open({ node: 'simulated', sandbox: { yookassaWebhookUrl, cryptoWebhookUrl } });
    [owner, second] = [
      await Customer.create(world.client, 'Owner'),
      await Customer.create(world.client, 'Second'),
    ];
    const everyProvider = {
      PORT: String(port),
      ADMIN_TELEGRAM_ID: `${owner.telegramId},${second.telegramId}`,
      TG_PROVIDER_TOKEN: DEFAULT_PROVIDER_TOKEN,
      STARS_ENABLED: 'true',
      YOOKASSA_SHOP_ID: DEFAULT_YOOKASSA_SHOP_ID,
      YOOKASSA_SECRET_KEY: DEFAULT_YOOKASSA_SECRET_KEY,
      YOOKASSA_API_URL: `${world.client.base}/yookassa/v3`,
      WITHDRAWAL_SECOND_APPROVAL_RUB: '1000',
    };
    settings = everyProvider;
    await world.startServer(everyProvider);
    await world.addNode();
    for (const admin of [owner, second]) await admin.start();
  });
  after(async () => {
    try {
      for (const proof of [
        ['ledger', 'verify'],
        ['audit', 'verify'],
      ]) {
        const proved = await world.cli(proof, settings);
        assert.equal(proved.code, 0, proved.stderr);
      }
      for (const { log } of world.servers)
        assert.doesNotMatch(log, /5536\D?9137/, 'bank details are in the log');
    } finally {
      await world[Symbol.asyncDispose]();
    }
  });
  let settings: Record<string, string>;

  async function visitor(name = 'Anna'): Promise<Customer> {
    const customer = await Customer.create(world.client, name);
    await customer.start();
    return customer;
  }
  async function chooseBasicMonth(customer: Customer): Promise<void> {
    await customer.say('/buy');
    await customer.press(/Basic/);
    await customer.press(/1 месяц/);
  }
  const books = async (customer: Customer) =>
    (
      await world.query<Record<string, string | null>>(
        `select w.balance_kopecks as balance, w.held_kopecks as held, w.receivable_kopecks as owed,
           (select count(*) from entitlement_grants g where g.customer_id = c.customer_id) as grants,
           round(extract(epoch from e.ends_at - now()) / 86400)::text as days,
           (select string_agg(provider, ',') from charges ch where ch.customer_id = c.customer_id) as providers
         from customers c join wallets w using (customer_id) left join entitlements e using (customer_id)
         where telegram_id = $1`,
        [customer.telegramId],
      )
    )[0] ?? assert.fail('no such customer');
  async function payYooKassa(customer: Customer): Promise<void> {
    const { buttons } = await customer.read(/Счёт на/);
    const button = buttons.flat().find((one) => one.kind === 'url' && /Оплатить/.test(one.text));
    assert.ok(button?.kind === 'url');
    const paymentId = new URL(button.url).searchParams.get('orderId') ?? button.url.split('/').at(-1);
    await world.client.chat('yookassa/pay', { paymentId });
  }
  /** Puts roubles into the wallet by Crypto Pay. */
  async function fill(customer: Customer, roubles: number): Promise<void> {
    await customer.press(/Пополнить баланс/);
    await customer.press(/Другая сумма/);
    await customer.say(String(roubles));
    await customer.press(/Криптовалютой/);
    await customer.payInvoice();
    await customer.read(/Баланс пополнен/);
  }

  it('sells by bank card through Telegram, for the price that was shown', async () => {
    const anna = await visitor();
    await chooseBasicMonth(anna);
    await anna.read(/К оплате: 149 ₽/);
    await anna.press(/Банковской картой/);
    const { invoice } = await anna.findTelegramInvoice();
    assert.deepEqual([invoice?.currency, invoice?.totalAmount], ['RUB', 14_900]);
    assert.equal((await anna.payTelegramInvoice()).outcome, 'paid');
    await anna.readKey();
    assert.deepEqual(await books(anna), {
      balance: '0',
      held: '0',
      owed: '0',
      grants: '1',
      days: '30',
      providers: 'telegram',
    });
    const again = await anna.payTelegramInvoice();
    assert.equal(again.outcome, 'declined', 'a paid invoice is not paid twice');
  });

  it('sells for Stars, and gives them back once: the customer is told, the term is taken back', async () => {
    const anna = await visitor();
    await chooseBasicMonth(anna);
    await anna.press(/Звёздами/);
    const { invoice } = await anna.findTelegramInvoice();
    assert.deepEqual(
      [invoice?.currency, invoice?.totalAmount],
      ['XTR', 125],
      '149 ₽ at 1.20 ₽ a star, rounded up',
    );
    assert.equal((await anna.payTelegramInvoice()).outcome, 'paid');
    await anna.readKey();
    const [charge] = await world.query<{ charge_id: string }>(
      `select charge_id from charges ch join customers c using (customer_id) where telegram_id = $1`,
      [anna.telegramId],
    );
    const refund = ['refund', charge?.charge_id ?? '', '--reason', 'asked for', '--key', 'r1'];
    assert.equal((await world.cli(refund, settings)).code, 0);
    await anna.read(/Возврат|вернули|возвращ/i);
    const repeated = await world.cli(refund, settings);
    assert.match(repeated.stdout, /was asked for before/);
    await eventually('the access is over', async () => Number((await books(anna)).days) <= 0);
    const { charges } = {
      charges: await world.client.chat<{ refundedAt?: number; payerId: number }[]>('payments'),
    };
    assert.ok(
      charges.some(({ payerId, refundedAt }) => payerId === anna.telegramId && refundedAt !== undefined),
    );
  });

  it('sells by YooKassa and by Crypto Pay', async () => {
    const anna = await visitor();
    await chooseBasicMonth(anna);
    await anna.press(/ЮKassa/);
    await payYooKassa(anna);
    await anna.read(/Оплата 149 ₽ получена/);
    await chooseBasicMonth(anna);
    await anna.press(/Криптовалютой/);
    await anna.read(/выберите монету/);
    await anna.payInvoice();
    await eventually('both are granted', async () => (await books(anna)).grants === '2');
    assert.deepEqual(await books(anna), {
      balance: '0',
      held: '0',
      owed: '0',
      grants: '2',
      days: '60',
      providers: 'yookassa,cryptobot',
    });
  });

  it('takes a promo code: the reduced price is shown, charged, and used up', async () => {
    assert.equal(
      (await world.cli(['promo', 'create', 'MINUS30', '--percent', '30', '--max-uses', '1'])).code,
      0,
    );
    const anna = await visitor();
    await anna.say('/buy');
    await anna.press(/промокод/i);
    await anna.say('nonsense');
    await anna.say('minus30');
    await anna.press(/Basic/);
    await anna.press(/1 месяц/);
    await anna.read(/К оплате: 104,30 ₽ вместо 149 ₽/);
    await anna.press(/Банковской картой/);
    assert.equal((await anna.findTelegramInvoice()).invoice?.totalAmount, 10_430);
    assert.equal((await anna.payTelegramInvoice()).outcome, 'paid');
    await anna.readKey();
    const boris = await visitor('Boris');
    await boris.say('/buy');
    await boris.press(/промокод/i);
    await boris.say('MINUS30');
    await chooseBasicMonth(boris);
    await boris.read(/К оплате: 149 ₽/);
  });

  it('gives a month away for a code that takes all of it, without an invoice', async () => {
    assert.equal(
      (await world.cli(['promo', 'create', 'ALLOFIT', '--percent', '100', '--max-uses', '5'])).code,
      0,
    );
    const anna = await visitor();
    await anna.say('/buy');
    await anna.press(/промокод/i);
    await anna.say('ALLOFIT');
    await anna.press(/Basic/);
    await anna.press(/1 месяц/);
    await anna.press(/бесплатно/i);
    await anna.readKey();
    assert.equal((await books(anna)).grants, '1');
    const invoices = await world.query(
      'select 1 from invoices join customers using (customer_id) where telegram_id = $1',
      [anna.telegramId],
    );
    assert.equal(invoices.length, 0);
  });

  it('refuses by card what is below 64 ₽, with words', async () => {
    assert.equal((await world.cli(['promo', 'create', 'NEARLYALL', '--percent', '60'])).code, 0);
    const anna = await visitor();
    await anna.say('/buy');
    await anna.press(/промокод/i);
    await anna.say('NEARLYALL');
    await anna.press(/Basic/);
    await anna.press(/1 месяц/);
    await anna.read(/К оплате: 59,60 ₽/);
    await anna.press(/Банковской картой/);
    await eventually('the refusal', async () => {
      const path = `transcript?chatId=${anna.telegramId}`;
      const { callbacks } = await world.client.chat<{ callbacks: { answers: { text?: string }[] }[] }>(path);
      return callbacks.some(({ answers }) => answers.some(({ text }) => text?.includes('64 ₽')));
    });
    assert.equal((await books(anna)).providers, null);
  });

  it('honours an invoice that was replaced, and one that a stranger paid', async () => {
    const anna = await visitor();
    await chooseBasicMonth(anna);
    await anna.press(/Банковской картой/);
    const first = await anna.findTelegramInvoice();
    await chooseBasicMonth(anna);
    await anna.press(/Криптовалютой/);
    await anna.findInvoice();
    const late = { messageId: first.messageId, skipCheckout: true };
    assert.equal((await anna.payTelegramInvoice(late)).outcome, 'paid');
    await anna.readKey();
    await chooseBasicMonth(anna);
    await anna.press(/Банковской картой/);
    const forwarded = await eventually('the second invoice', async () =>
      (await anna.messages()).findLast((one) => one.invoice && one.messageId !== first.messageId),
    );
    const stranger = await visitor('Stranger');
    const paid = { messageId: forwarded.messageId, payerId: stranger.telegramId };
    assert.equal(
      (await anna.payTelegramInvoice(paid)).outcome,
      'declined',
      'a stranger is not asked for money',
    );
    assert.equal((await anna.payTelegramInvoice({ ...paid, skipCheckout: true })).outcome, 'paid');
    await eventually('both are granted', async () => (await books(anna)).grants === '2');
    assert.equal((await books(stranger)).grants, '0');
  });

  it('pays who brought a friend, and shows the level that it pays', async () => {
    const anna = await visitor();
    const boris = await Customer.create(world.client, 'Boris');
    await boris.say(`/start ref_${anna.telegramId}`);
    await boris.press(/Русский/);
    await chooseBasicMonth(boris);
    await boris.press(/Банковской картой/);
    await boris.findTelegramInvoice();
    assert.equal((await boris.payTelegramInvoice()).outcome, 'paid');
    await anna.read(/14,90 ₽/);
    await anna.say('/referral');
    const screen = await anna.read(/10 %/);
    assert.match(screen.text, /24/, 'friends left to the next level');
    assert.equal((await books(anna)).balance, '1490');
    await anna.press(/Профиль|Главное меню|Назад/);
    await boris.say(`/start ref_${owner.telegramId}`);
    const [row] = await world.query(
      `select r.telegram_id::text as id from referrals f join customers c on c.customer_id = f.customer_id
       join customers r on r.customer_id = f.referrer_id where c.telegram_id = $1`,
      [boris.telegramId],
    );
    assert.equal(row?.id, String(anna.telegramId), 'nobody takes a friend over later');
  });

  describe('and withdrawals', { concurrency: false }, () => {
    /** Types a text and waits for the bot's next word that is like it. */
    async function answer(customer: Customer, text: string, pattern: RegExp): Promise<number> {
      const last = (await customer.messages()).at(-1)?.messageId ?? 0;
      await customer.say(text);
      const said = await eventually(`an answer like ${pattern}`, async () =>
        (await customer.messages()).find(({ messageId, from, text: words }) => {
          return messageId > last && from === 'bot' && pattern.test(words);
        }),
      );
      return said.messageId;
    }
    async function ask(customer: Customer, amount: string): Promise<void> {
      await customer.say('/profile');
      await customer.press(/Вывести/);
      const asked = await answer(customer, amount, /Куда перевести/);
      await customer.press(/Назад/);
      await eventually('one step back', async () => {
        const now = (await customer.messages()).find(({ messageId }) => messageId === asked);
        return /Напишите сумму/.test(now?.text ?? '');
      });
      await answer(customer, amount, /Куда перевести/);
      await answer(customer, BANK, /Проверьте заявку/);
      await customer.press(/Подтвердить/);
      await eventually('it is accepted', async () =>
        (await customer.messages()).findLast(({ text }) => text.includes('принята')),
      );
    }
    /** After the question, which shows where the money goes; the data of the button that decides. */
    async function approve(admin: Customer, amount: RegExp): Promise<string> {
      await admin.press(/Одобрить/, new RegExp(`Вывод ${amount.source}`));
      const question = await admin.read(new RegExp(`Одобрить вывод ${amount.source}[\\s\\S]+5536 9137`));
      const [yes] = question.buttons.flat();
      assert.ok(yes?.kind === 'callback');
      await admin.tap(question.messageId, yes.data);
      return yes.data;
    }
    async function openCard(admin: Customer, amount: RegExp): Promise<void> {
      await admin.say('/admin');
      await admin.press(/Выводы/);
      await admin.press(amount);
    }

    it('takes the money aside, shows bank details to admins only, pays out with one admin or two', async () => {
      const anna = await visitor();
      await fill(anna, 3_000);
      await ask(anna, '600,50');
      assert.deepEqual([(await books(anna)).balance, (await books(anna)).held], ['239950', '60050']);
      await openCard(owner, /600,50/);
      assert.doesNotMatch((await owner.messages()).map(({ text }) => text).join(), /5536/);
      await owner.press(/Реквизиты/, /Вывод 600,50/);
      await owner.read(/5536 9137 0000 4242/);
      await approve(owner, /600,50/);
      await anna.read(/600,50 ₽/);
      await eventually('it is paid out', async () => (await books(anna)).held === '0');
      await ask(anna, '1500');
      await openCard(owner, /1\s?500/);
      await approve(owner, /1\s?500/);
      await owner.read(/Согласны: 1 из 2/);
      await approve(owner, /1\s?500/);
      assert.equal((await books(anna)).held, '150000', 'the same admin twice is one admin');
      await openCard(second, /1\s?500/);
      const stolen = await approve(second, /1\s?500/);
      await eventually('it is paid out', async () => (await books(anna)).held === '0');
      assert.equal((await books(anna)).balance, '89950');
      const entries = await world.query<{ text: string }>(`select details::text as text from audit_entries`);
      assert.ok(entries.every(({ text }) => !text.includes('5536')));
      const sealed = await world.query<{ clear: string }>(
        `select encode(details_ciphertext, 'escape') as clear from withdrawals`,
      );
      assert.ok(sealed.length >= 2 && sealed.every(({ clear }) => !clear.includes('5536')), 'sealed at rest');
      await ask(anna, '500');
      const [waiting] = await world.query<{ id: string }>(
        "select withdrawal_id as id from withdrawals where status = 'pending'",
      );
      const forged = stolen.replace(/[0-9a-f-]{36}/, waiting?.id ?? '');
      await anna.tap((await anna.messages())[0]?.messageId ?? 1, forged);
      await anna.read(/быстрый и надёжный|Главное|Atlas/);
      assert.equal((await books(anna)).held, '50000', 'a customer cannot act as an admin');
    });

    it('gives the money back when it is rejected, and says why', async () => {
      const anna = await visitor();
      await fill(anna, 800);
      await ask(anna, '777');
      await openCard(owner, /777/);
      await owner.press(/Отклонить/, /Вывод 777/);
      await owner.press(/Реквизиты не подошли/);
      await anna.read(/реквизиты не подошли/);
      assert.equal((await books(anna)).balance, '80000');
    });

    it('says what is wrong with an amount and asks again', async () => {
      const anna = await visitor();
      await fill(anna, 600);
      await anna.say('/profile');
      await anna.press(/Вывести/);
      await anna.say('много');
      await anna.read(/Не получилось прочитать сумму/);
      await anna.say('499,99');
      await anna.read(/меньше минимума/);
      await anna.say('600,01');
      await anna.read(/На балансе только/);
      await anna.say('600');
      await anna.read(/Куда перевести/);
    });
  });
});
