/** Who comes back: the same again by few taps, and what was bought so far. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin, buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

describe('a customer who comes back', () => {
  let world: World;
  let anna: Customer;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    await world.startServer();
    await world.addNode();
    anna = await Customer.create(world.client);
    await begin(anna);
    await buyByCrypto(anna);
  });
  after(() => world[Symbol.asyncDispose]());

  it('buys the same again by two taps and the payment, at the price of now', async () => {
    await anna.say('/start');
    await anna.press(/Как в прошлый раз — 149 ₽/);
    await anna.read(/Тариф Basic, 1 месяц/);
    const vip = await world.cli(['discount', 'grant', String(anna.telegramId), '--vip']);
    assert.equal(vip.code, 0, vip.stderr);
    await anna.say('/start');
    const offer = await eventually('the reduced price', async () =>
      (await anna.messages())
        .at(-1)
        ?.buttons.flat()
        .find(({ text }) => /Как в прошлый раз — (?!149 ₽)/.test(text)),
    );
    const price = /— (.+ ₽)/.exec(offer.text)?.[1] ?? '';
    await anna.press(/Как в прошлый раз/);
    await anna.read(new RegExp(`К оплате: ${price} вместо 149 ₽`));
    await anna.press(/Криптовалютой/);
    await anna.read(new RegExp(`Счёт на ${price}`));
    await anna.payInvoice();
    await anna.read(/Подписка продлена/);
  });

  it('sees what a renewal will take, and what is missing for it', async () => {
    await anna.say('/profile');
    await anna.press(/Включить автопродление/);
    await anna.read(
      /Автопродление: Basic, 1 месяц — 104,30 ₽ с баланса[^\n]+\n⚠️ Для продления не хватает 104,30 ₽/,
    );
    await anna.press(/Выключить автопродление/);
    await anna.read(/Автопродление выключено/);
  });

  it('sees what was bought, and no key in it', async () => {
    await anna.say('/profile');
    await anna.press(/История/);
    const { text } = await anna.read(/История подписки/);
    assert.match(text, /продление · Basic[\s\S]+покупка · Basic/);
    assert.doesNotMatch(text, /vless/);
  });

  it('has bought, and not renewed, what follows a trial', async () => {
    const nova = await Customer.create(world.client, 'Nova');
    await begin(nova);
    await nova.press(/Попробовать/);
    await nova.read(/vless:/);
    await nova.say('/buy');
    for (const label of [/Basic/, /1 месяц — 149/, /Криптовалютой/]) await nova.press(label);
    await nova.read(/Счёт на 149 ₽/);
    await nova.payInvoice();
    await nova.read(/Оплата 149 ₽ получена|Подписка продлена/);
    await nova.say('/profile');
    await nova.press(/История/);
    const { text } = await nova.read(/История подписки/);
    assert.match(text, /покупка · Basic[\s\S]+пробный/);
    assert.doesNotMatch(text, /продление/);
  });

  it('is told how the service does', async () => {
    await anna.say('/help');
    await anna.press(/Статус сервиса/);
    await anna.read(/Серверы VPN работают\n✅ Оплата работает/);
    await world.query('update nodes set is_healthy = false');
    await anna.press(/Обновить/);
    const { text } = await anna.read(/Серверы VPN сейчас недоступны/);
    assert.match(text, /Всё, что вы оплатили, сохранится/);
  });
});
