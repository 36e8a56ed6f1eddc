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

  it('sees what was bought, and no key in it', async () => {
    await anna.say('/profile');
    await anna.press(/История/);
    const { text } = await anna.read(/История подписки/);
    assert.match(text, /продление · Basic[\s\S]+покупка · Basic/);
    assert.doesNotMatch(text, /vless/);
  });

  it('is told how the service does', async () => {
    await anna.say('/help');
    await anna.press(/Статус сервиса/);
    await anna.read(/Серверы VPN работают\n✅ Оплата работает/);
    await world.query('update nodes set is_healthy = false');
    await anna.press(/Обновить/);
    const { text } = await anna.read(/Часть серверов VPN недоступна/);
    assert.match(text, /Всё, что вы оплатили, сохранится/);
  });
});
