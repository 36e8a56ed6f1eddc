/** How many devices may read one subscription link: exactly so many, whoever asks at once and whatever they send. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../../../src/http/create-http-server.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { createMetrics } from '../../../src/lib/metrics.ts';
import { createSubscriptionTokens } from '../../../src/lib/subscription-tokens.ts';
import { spreadPlacements } from '../../../src/usecases/access/spread-placements.ts';
import {
  changeDeviceLimit,
  removeDevices,
  viewDevices,
} from '../../../src/usecases/devices/manage-devices.ts';
import { registerDevice } from '../../../src/usecases/devices/register-device.ts';
import {
  getSubscriptionToken,
  rotateSubscriptionToken,
} from '../../../src/usecases/subscriptions/subscription-token.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const INBOUND = { tag: 'in', host: 'node.example', port: 443, network: 'tcp', security: 'none', flow: '' };
const HOUR_MS = 3_600_000;

const logger = createLogger({ name: 'test', level: 'silent' });

describe('the devices of a subscription', () => {
  let shop: TestShop;
  let till: Till;
  let server: FastifyInstance;
  const tokens = createSubscriptionTokens([randomBytes(32)]);
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
    await shop.ask(
      `insert into nodes (node_id, name, url, key_ciphertext, status, location, weight, capacity, inbounds, is_healthy,
         created_at) values (gen_random_uuid(), 'vpn1', 'vpn1', '\\x00', 'active', 'NL', 1, 10, $1, true, $2)`,
      [JSON.stringify([INBOUND]), shop.clock.now()],
    );
    server = createHttpServer({
      shop,
      logger,
      metrics: createMetrics(),
      metricsToken: null,
      providers: new Map(),
      trustedProxies: ['127.0.0.1'],
      telegram: null,
      subscriptions: { shop, tokens, baseUrl: 'https://shop.example', botName: () => 'atlas_bot' },
      isReady: () => true,
      chatPageUrl: null,
    });
  });
  after(async () => {
    await server.close();
    await shop[Symbol.asyncDispose]();
  });

  async function subscriber(): Promise<{ customerId: string; token: string; entitlementId: string }> {
    const customerId = await till.addCustomer();
    await till.buyMonth(customerId);
    await spreadPlacements({ shop, logger });
    const [row] = await shop.ask<{ id: string }>(
      'select entitlement_id as id from entitlements where customer_id = $1',
      [customerId],
    );
    const token = (await getSubscriptionToken(shop, tokens, customerId)) ?? assert.fail('no token');
    return { customerId, token, entitlementId: row?.id ?? assert.fail('no entitlement') };
  }
  let visitors = 0;
  const read = (path: string, headers: Record<string, string> = {}) =>
    server.inject({
      url: `/sub/${path}`,
      headers: { 'x-forwarded-for': `10.1.${visitors >> 8}.${visitors++ & 255}`, ...headers },
    });
  const devicesOf = async (customerId: string) => (await viewDevices(shop, customerId))?.devices ?? [];

  it('are five by default: twenty new ones at once leave exactly five', async () => {
    const { customerId, token } = await subscriber();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => read(token, { 'x-hwid': `device-${index}` })),
    );
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200]);
    const isServed = answers.map(({ body }) => body !== '');
    assert.equal(isServed.filter(Boolean).length, 5);
    assert.equal((await devicesOf(customerId)).length, 5);
    const again = await Promise.all(answers.map((_, index) => read(token, { 'x-hwid': `device-${index}` })));
    assert.deepEqual(
      again.map(({ body }) => body !== ''),
      isServed,
      'who came first stays, and nobody is put out',
    );
  });

  it('are one when the same one reads twenty times at once', async () => {
    const { customerId, token } = await subscriber();
    const answers = await Promise.all(Array.from({ length: 20 }, () => read(token, { 'x-hwid': 'same' })));
    assert.ok(answers.every(({ body }) => body !== ''));
    assert.equal((await devicesOf(customerId)).length, 1);
  });

  it('past the limit get a well-formed answer without connections that says why', async () => {
    const { customerId, token } = await subscriber();
    await changeDeviceLimit(shop, { actor: 'test', customerId, limit: 1 });
    const first = await read(token, { 'x-hwid': 'first' });
    assert.equal(first.headers['x-hwid-active'], 'true');
    assert.equal(first.headers['x-hwid-limit'], undefined);
    const bodies = { links: '', xray: '[]', 'sing-box': /"outbounds"/, mihomo: /"proxies": \[\]/ };
    for (const [format, body] of Object.entries(bodies)) {
      const { statusCode, headers, ...answer } = await read(`${token}/${format}`, { 'x-hwid': 'second' });
      assert.equal(statusCode, 200);
      if (typeof body === 'string') assert.equal(answer.body, body);
      else assert.match(answer.body, body);
      assert.doesNotMatch(answer.body, /node\.example/);
      for (const name of ['x-hwid-active', 'x-hwid-max-devices-reached', 'x-hwid-limit']) {
        assert.equal(headers[name], 'true', name);
      }
      const words = Buffer.from(String(headers.announce).replace(/^base64:/, ''), 'base64').toString();
      assert.match(words, /лимит устройств/);
      assert.ok(words.length <= 200);
    }
    assert.notEqual((await read(token, { 'x-hwid': 'first' })).body, '', 'the first one is not cut');
  });

  it('are not counted when an app does not name its device, on the page, or on the way into an app', async () => {
    const { customerId, token } = await subscriber();
    for (let time = 0; time < 7; time += 1) assert.notEqual((await read(token)).body, '');
    await read(token, { 'x-hwid': '   ' });
    await read(token, { 'x-hwid': 'browser', accept: 'text/html' });
    await read(`${token}/open/happ`, { 'x-hwid': 'browser' });
    assert.deepEqual(await devicesOf(customerId), []);
  });

  it('are written at most once an hour, and then with what they say now', async () => {
    const { customerId, token } = await subscriber();
    const seen = async (model: string) => {
      await read(token, { 'x-hwid': 'phone', 'x-device-model': model });
      const [device] = await devicesOf(customerId);
      return [device?.model, device?.lastSeenAt.getTime()];
    };
    const first = await seen('Pixel 8');
    shop.advance(HOUR_MS - 1);
    assert.deepEqual(await seen('Pixel 9'), first);
    shop.advance(1);
    assert.deepEqual(await seen('Pixel 9'), ['Pixel 9', shop.clock.now().getTime()]);
  });

  it('make room at once when they are removed, and may come back while there is room', async () => {
    const { customerId, token } = await subscriber();
    const actor = 'test';
    await changeDeviceLimit(shop, { actor, customerId, limit: 1 });
    await read(token, { 'x-hwid': 'a' });
    const [device] = await devicesOf(customerId);
    const deviceId = device?.deviceId ?? assert.fail('no device');
    const stranger = await subscriber();
    assert.equal(await removeDevices(shop, { actor, customerId: stranger.customerId, deviceId }), 0);
    assert.equal(await removeDevices(shop, { actor, customerId, deviceId }), 1);
    assert.equal(await removeDevices(shop, { actor, customerId, deviceId }), 0, 'a second tap is harmless');
    assert.notEqual((await read(token, { 'x-hwid': 'b' })).body, '');
    assert.equal((await read(token, { 'x-hwid': 'a' })).body, '', 'no room for it any more');
    assert.equal(await removeDevices(shop, { actor, customerId, deviceId: null }), 1);
    assert.notEqual((await read(token, { 'x-hwid': 'a' })).body, '');
  });

  it('outlive a renewal and a new link; nothing is registered after the end', async () => {
    const { customerId, token } = await subscriber();
    await read(token, { 'x-hwid': 'a' });
    const fresh = await rotateSubscriptionToken(shop, tokens, { tap: await shop.tap(1), customerId });
    assert.equal((await devicesOf(customerId)).length, 1);
    shop.advance(30 * 24 * HOUR_MS);
    await read(`${fresh}`, { 'x-hwid': 'b' });
    assert.equal((await devicesOf(customerId)).length, 1);
    await till.buyMonth(customerId);
    assert.notEqual((await read(`${fresh}`, { 'x-hwid': 'a' })).body, '');
    assert.equal((await devicesOf(customerId)).length, 1);
  });

  it('stay when the limit is lowered, and are all served without one, of which a hundred are listed', async () => {
    const { customerId, entitlementId } = await subscriber();
    const actor = 'test';
    const come = (hwid: string) =>
      registerDevice(shop, { entitlementId, hwid, facts: { os: '', model: '', app: '' } });
    await changeDeviceLimit(shop, { actor, customerId, limit: null });
    const met = await Promise.all(Array.from({ length: 105 }, (_, index) => come(`d${index}`)));
    assert.ok(met.every(({ ok }) => ok));
    assert.equal((await devicesOf(customerId)).length, 100);
    await changeDeviceLimit(shop, { actor, customerId, limit: 1 });
    assert.equal((await come('d0')).ok, true);
    assert.deepEqual(await come('another'), { ok: false, refusal: 'device-limit' });
  });

  it('are kept as a hash that differs from customer to customer', async () => {
    const [one, two] = [await subscriber(), await subscriber()];
    for (const { token } of [one, two]) await read(token, { 'x-hwid': 'the-very-same' });
    const rows = await shop.ask<{ text: string; hash: Buffer }>(
      'select d::text as text, hwid_hash as hash from devices d where customer_id = any ($1)',
      [[one.customerId, two.customerId]],
    );
    assert.equal(rows.length, 2);
    assert.equal(new Set(rows.map(({ hash }) => hash.toString('hex'))).size, 2);
    for (const { text } of rows) assert.doesNotMatch(text, /very-same/);
  });

  const hostile: [name: string, value: string, shown: string][] = [
    ['SQL', "'); drop table devices; --", "'); drop table devices; --"],
    ['ten kilobytes', 'x'.repeat(10_000), 'x'.repeat(100)],
    ['UTF-8 as Node reads it', Buffer.from('Телефон 📱').toString('latin1'), 'Телефон 📱'],
    ['control characters', 'a\tb\u0000c\u001bd', 'a b c d'],
    ['a line break', 'a\r\nx-hwid-limit: false', 'a x-hwid-limit: false'],
    ['markup', '<b>&amp;', '<b>&amp;'],
  ];
  for (const [name, value, shown] of hostile) {
    it(`may be called ${name} and do no harm`, async () => {
      const { customerId, token } = await subscriber();
      const headers = { 'x-hwid': value, 'x-device-os': value, 'x-device-model': value };
      const answer = await read(token, headers);
      assert.equal(answer.statusCode, 200);
      assert.notEqual(answer.body, '');
      const devices = await devicesOf(customerId);
      assert.deepEqual(
        devices.map(({ model }) => model),
        [shown],
      );
      assert.doesNotMatch(JSON.stringify(answer.headers), /drop table|xxxx|<b>/);
    });
  }
});
