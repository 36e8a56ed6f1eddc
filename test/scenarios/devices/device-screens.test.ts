/** A customer connects from the chat and keeps the list of devices; an operator does it on the command line. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

describe('connecting a device', () => {
  it('starts at the key that was bought and goes on to the list of devices, by buttons alone', async () => {
    await using world = await World.open({ node: 'simulated' });
    await world.startServer({ PUBLIC_BASE_URL: `http://127.0.0.1:${world.port}`, TELEGRAM_MODE: 'polling' });
    await world.addNode();
    const anna = await Customer.create(world.client);
    const id = String(anna.telegramId);
    await anna.start();
    assert.match((await world.cli(['devices', 'show', id])).stderr, /no access/);
    assert.equal((await world.cli(['grant', id, '--plan', 'basic', '--for', '30d'])).code, 0);
    await anna.readKey();

    await anna.press(/Подключить устройство/);
    const screen = await anna.read(/Ваша ссылка на подписку/);
    const url = /https?:\S+\/sub\/[\w-]{43}/.exec(screen.text)?.[0] ?? assert.fail('no link');
    const buttons = screen.buttons.flat();
    const happ = buttons.find(({ text }) => text === 'Happ');
    assert.ok(happ?.kind === 'url' && happ.url === `${url}/open/happ`);
    const opened = await fetch(happ.url, { redirect: 'manual' });
    assert.deepEqual([opened.status, opened.headers.get('location')], [302, `happ://add/${url}`]);
    await anna.press(/QR-код ссылки/);
    assert.ok((await anna.read(/камеру другого устройства/)).photo);

    await anna.press(/📱 Устройства/);
    await anna.read(/Устройства: 0 из 5\s+Пока пусто/);
    const read = async (hwid: string) => {
      const headers = {
        'x-hwid': hwid,
        'x-device-os': 'Android',
        'x-ver-os': '14',
        'x-device-model': `<${hwid}>`,
        'user-agent': 'Happ/2.1',
      };
      return (await (await fetch(`${url}/links`, { headers })).text()) !== '';
    };
    for (const hwid of ['one', 'two']) assert.equal(await read(hwid), true);
    await anna.say('/profile');
    await anna.press(/📱 Устройства/);
    const list = await anna.read(/Устройства: 2 из 5/);
    assert.match(list.text, /<one> · Android 14 · Happ 2\.1\nОбновлялось в последний час/);

    assert.equal((await world.cli(['devices', 'limit', id, '2'])).code, 0);
    assert.equal(await read('three'), false);
    await anna.press(/🗑 \d\. <one>/);
    await anna.read(/Устройства: 1 из 2/);
    assert.equal(await read('three'), true);
    assert.equal(await read('one'), false);
    await anna.tap(list.messageId, 'device-remove:00000000-0000-7000-8000-000000000000');
    await anna.read(/Устройства: 2 из 2/);
    await anna.press(/Удалить все/);
    await anna.read(/Устройства: 0 из 2/);
    await anna.press(/Назад/);
    await eventually('the profile is back', async () =>
      (await anna.messages()).some((one) => one.messageId === list.messageId && /Баланс/.test(one.text)),
    );
  });
});
