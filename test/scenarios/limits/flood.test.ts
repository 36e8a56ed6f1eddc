/** Who taps and types too much is told how long to wait, by whichever process; nobody else notices, and money always gets in. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DEFAULT_PROVIDER_TOKEN } from '../../../src/sandbox/settings.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

type Callback = { chatId: number; data: string; answers: { text?: string }[] };

describe('two servers, and somebody in a hurry', { timeout: 240_000 }, () => {
  let world: World;
  before(async () => {
    world = await World.open();
    await world.client.chat('limits', { burst: 1_000, perSecond: 1_000 });
    const env = { TG_PROVIDER_TOKEN: DEFAULT_PROVIDER_TOKEN };
    await world.startServer(env);
    await world.startServer(env);
  });
  after(() => world[Symbol.asyncDispose]());

  async function visitor(): Promise<{ customer: Customer; pickerId: number }> {
    const customer = await Customer.create(world.client);
    await customer.say('/start');
    const { messageId: pickerId } = await customer.read(/🌐/);
    await customer.tap(pickerId, 'locale:ru');
    return { customer, pickerId };
  }
  const answersTo = async (customer: Customer, data: string) => {
    const { callbacks } = await world.client.chat<{ callbacks: Callback[] }>('transcript');
    return callbacks
      .filter((one) => one.chatId === customer.telegramId && one.data.startsWith(data))
      .map(({ answers }) => answers[0]?.text ?? '');
  };
  const untilAnswered = (customer: Customer, data: string, count: number) =>
    eventually(`${count} answers to ${data}`, async () => {
      const { callbacks } = await world.client.chat<{ callbacks: Callback[] }>('transcript');
      const own = callbacks.filter((one) => one.chatId === customer.telegramId && one.data.startsWith(data));
      return own.filter(({ answers }) => answers.length === 1).length === count;
    });

  it('opens five invoices a minute; the sixth tap is answered with the wait', async () => {
    const { customer, pickerId } = await visitor();
    for (let n = 0; n < 6; n += 1) await customer.tap(pickerId, `top-up-pay:cryptobot:${100 + n}`);
    await untilAnswered(customer, 'top-up-pay', 6);
    const refused = (await answersTo(customer, 'top-up-pay')).filter((text) => /Слишком часто/.test(text));
    assert.equal(refused.length, 1);
    assert.match(refused[0] ?? '', /через \d+ секунд/);
    const wallet = `pay:wallet:00000000-0000-7000-8000-000000000000`;
    await customer.tap(pickerId, wallet);
    await untilAnswered(customer, wallet, 1);
    assert.match((await answersTo(customer, wallet))[0] ?? '', /Слишком часто/);
    const [row] = await world.query<{ count: string }>(
      `select count(*) from invoices i join customers c using (customer_id) where telegram_id = $1`,
      [customer.telegramId],
    );
    assert.equal(Number(row?.count), 5);
  });

  it('lets five codes be tried in a minute', async () => {
    const { customer, pickerId } = await visitor();
    await customer.tap(pickerId, 'promo');
    for (let n = 0; n < 6; n += 1) await customer.say(`WRONG${n}`);
    await customer.read(/Слишком часто/);
  });

  it('makes who floods wait alone, says it once, and takes their payment all the same', async () => {
    const [{ customer, pickerId }, quiet] = [await visitor(), await visitor()];
    await customer.tap(pickerId, 'top-up-pay:telegram:250');
    await customer.findTelegramInvoice();
    for (let n = 0; n < 100; n += 1) await customer.say('/help');
    // One tap may meet the moment at which one more is allowed; of two, one has to wait.
    for (let n = 0; n < 2; n += 1) await customer.tap(pickerId, 'profile');
    assert.equal((await customer.payTelegramInvoice()).outcome, 'paid');
    await customer.read(/Баланс пополнен/);
    await quiet.customer.say('/profile');
    await quiet.customer.read(/Баланс/);
    await untilAnswered(customer, 'profile', 2);
    assert.match((await answersTo(customer, 'profile')).join(), /Слишком часто/);
    const said = (await customer.messages()).filter(({ text }) => /Слишком часто/.test(text));
    assert.equal(said.length, 1);
    await eventually('nothing waits, nothing was given up', async () => {
      return (await world.query("select 1 from inbox_updates where status <> 'done'")).length === 0;
    });
  });
});
