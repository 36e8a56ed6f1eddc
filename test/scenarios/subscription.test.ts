/** One link for every app: what it answers to whom, and that it opens nothing to anyone else. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../../src/http/create-http-server.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { createMetrics } from '../../src/lib/metrics.ts';
import { createSubscriptionTokens } from '../../src/lib/subscription-tokens.ts';
import { spreadPlacements } from '../../src/usecases/access/spread-placements.ts';
import {
  getSubscriptionToken,
  rotateSubscriptionToken,
} from '../../src/usecases/subscriptions/subscription-token.ts';
import {
  eventually,
  freePort,
  needsReality,
  reachesOverSocks,
  runClientCore,
  startWebTarget,
} from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { openTestShop, type TestShop } from '../support/shop.ts';
import { openTill, type Till } from '../support/till.ts';
import { World } from '../support/world.ts';

const REALITY = {
  tag: 'in',
  host: 'node.example',
  port: 443,
  network: 'tcp',
  security: 'reality',
  flow: 'xtls-rprx-vision',
  sni: 'front.example',
  fingerprint: 'chrome',
  publicKey: 'k'.repeat(43),
  shortId: 'ab',
};
const BASE = 'https://shop.example';

const logger = createLogger({ name: 'test', level: 'silent' });

describe('a subscription link', () => {
  let shop: TestShop;
  let till: Till;
  let server: FastifyInstance;
  const keys = [randomBytes(32)];
  const tokens = createSubscriptionTokens(keys);
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
    await addNode('vpn1', 'NL', true);
    await addNode('vpn2', 'FI', false);
    server = serve();
  });
  after(async () => {
    await server.close();
    await shop[Symbol.asyncDispose]();
  });

  function serve(): FastifyInstance {
    return createHttpServer({
      shop,
      logger,
      metrics: createMetrics(),
      metricsToken: null,
      providers: new Map(),
      trustedProxies: ['127.0.0.1'],
      telegram: null,
      subscriptions: { shop, tokens, baseUrl: BASE, botName: () => 'atlas_bot' },
      isReady: () => true,
      chatPageUrl: null,
    });
  }
  const addNode = (name: string, location: string, isHealthy: boolean) =>
    shop.ask(
      `insert into nodes (node_id, name, url, key_ciphertext, status, location, weight, capacity, inbounds, is_healthy,
         created_at) values (gen_random_uuid(), $1, $1, '\\x00', 'active', $2, 1, 1000, $3, $4, $5)`,
      [name, location, JSON.stringify([REALITY]), isHealthy, shop.clock.now()],
    );
  let visitors = 0;
  /** From an address of its own, so that nobody is stopped for what others asked. */
  const get = (url: string, headers: Record<string, string> = {}) =>
    server.inject({
      url,
      headers: { 'x-forwarded-for': `10.0.${visitors >> 8}.${visitors++ & 255}`, ...headers },
    });

  async function subscriber(): Promise<{ customerId: string; token: string }> {
    const customerId = await till.addCustomer();
    await till.buyMonth(customerId);
    await spreadPlacements({ shop, logger });
    return {
      customerId,
      token: (await getSubscriptionToken(shop, tokens, customerId)) ?? assert.fail('no token'),
    };
  }

  it('stays the same until it is rotated, and is kept as a hash only', async () => {
    const { customerId, token } = await subscriber();
    assert.match(token, /^[\w-]{43}$/);
    assert.equal(await getSubscriptionToken(shop, tokens, customerId), token);
    const [row] = await shop.ask<{ hash: Buffer }>(
      'select token_hash as hash from subscription_links where customer_id = $1',
      [customerId],
    );
    assert.ok(!row?.hash.toString('base64url').includes(token));
    const later = createSubscriptionTokens([randomBytes(32), ...keys]);
    assert.equal(
      await getSubscriptionToken(shop, later, customerId),
      token,
      'a new key leaves old links alone',
    );
    assert.equal(await getSubscriptionToken(shop, tokens, await till.addCustomer()), null);
  });

  it('is made once by many who look at once', async () => {
    const customerId = await till.addCustomer();
    await till.buyMonth(customerId);
    await spreadPlacements({ shop, logger });
    const made = await Promise.all(
      Array.from({ length: 20 }, () => getSubscriptionToken(shop, tokens, customerId)),
    );
    assert.equal(new Set(made).size, 1);
    assert.equal((await get(`/sub/${made[0]}`)).statusCode, 200);
  });

  it('opens nothing any more once it is rotated', async () => {
    const { customerId, token } = await subscriber();
    const wish = { tap: await shop.tap(1), customerId };
    const fresh = await rotateSubscriptionToken(shop, tokens, wish);
    assert.notEqual(fresh, token);
    assert.equal(await rotateSubscriptionToken(shop, tokens, wish), fresh, 'the same tap makes one link');
    assert.equal((await get(`/sub/${token}`)).statusCode, 404);
    assert.equal((await get(`/sub/${fresh}`)).statusCode, 200);
    const [entry] = await shop.ask(
      `select 1 from audit_entries where customer_id = $1 and action = 'subscription-link-rotated'`,
      [customerId],
    );
    assert.ok(entry);
  });

  it('gives links in base64 with the headers that apps read, and is never kept by anyone', async () => {
    const { token } = await subscriber();
    const answer = await get(`/sub/${token}`, { 'user-agent': 'v2RayTun/1.0' });
    const links = Buffer.from(answer.body, 'base64').toString().split('\n');
    assert.equal(links.length, 1, 'the node that is not reached is left out');
    assert.match(
      links[0] ?? '',
      /^vless:\/\/[-\w]{36}@node\.example:443\?.*flow=xtls-rprx-vision.*#Atlas%20NL%20vpn1$/,
    );
    const { headers } = answer;
    const ends = Math.floor(shop.clock.now().getTime() / 1000) + 30 * 86_400;
    assert.equal(headers['subscription-userinfo'], `upload=0; download=0; total=0; expire=${ends}`);
    assert.equal(headers['profile-title'], `base64:${Buffer.from('Atlas Secure').toString('base64')}`);
    assert.match(String(headers['profile-update-interval']), /^\d+$/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    const head = await server.inject({ method: 'HEAD', url: `/sub/${token}` });
    assert.deepEqual([head.statusCode, head.body], [200, '']);
  });

  const apps: [userAgent: string, type: RegExp, sign: string][] = [
    ['clash-verge/v2.0.1', /yaml/, '"proxy-groups"'],
    ['ClashMeta/1.0', /yaml/, '"reality-opts"'],
    ['mihomo/1.19', /yaml/, '"proxies"'],
    ['SFA/1.11.0 (sing-box 1.11.0)', /json/, '"urltest"'],
    ['HiddifyNext/2.5 (android) like ClashMeta v2ray sing-box', /json/, '"selector"'],
    ['Happ/2.1', /json/, '"vnext"'],
    ['v2rayNG/1.10.2', /json/, '"realitySettings"'],
    ['curl/8', /plain/, ''],
    ['', /plain/, ''],
  ];
  for (const [userAgent, type, sign] of apps) {
    it(`speaks to ${userAgent || 'who says nothing of itself'} in its own format`, async () => {
      const { token } = await subscriber();
      const answer = await get(`/sub/${token}`, { 'user-agent': userAgent });
      assert.match(String(answer.headers['content-type']), type);
      assert.ok(answer.body.includes(sign));
    });
  }

  it('gives every format by its name, whoever asks', async () => {
    const { token } = await subscriber();
    for (const format of ['links', 'xray', 'sing-box', 'mihomo']) {
      const answer = await get(`/sub/${token}/${format}`, { 'user-agent': 'Mozilla/5.0' });
      assert.equal(answer.statusCode, 200);
      if (format !== 'links') JSON.parse(answer.body);
    }
  });

  it('of a subscription that has ended has no connections, and works again after a renewal', async () => {
    const { customerId, token } = await subscriber();
    shop.advance(30 * 86_400_000);
    const ended = await get(`/sub/${token}`);
    assert.deepEqual([ended.statusCode, ended.body], [200, '']);
    assert.deepEqual(JSON.parse((await get(`/sub/${token}/xray`)).body), []);
    const page = await get(`/sub/${token}`, { accept: 'text/html' });
    assert.match(page.body, /закончилась/);
    assert.ok(!page.body.includes(token), 'nothing to connect with');
    await till.buyMonth(customerId);
    await spreadPlacements({ shop, logger });
    assert.notEqual((await get(`/sub/${token}`)).body, '');
  });

  it('shows a browser a page in the customer’s language that may load and run nothing else', async () => {
    const { customerId, token } = await subscriber();
    await shop.ask(`update customers set locale = 'en' where customer_id = $1`, [customerId]);
    const page = await get(`/sub/${token}`, { accept: 'text/html,*/*', 'accept-language': 'ru' });
    assert.match(page.body, /30 days left/);
    assert.match(page.body, /<svg/);
    assert.match(page.body, new RegExp(`href="${BASE}/sub/${token}/open/happ"`));
    assert.match(page.body, /Netherlands/, 'the country of the node that answers');
    assert.doesNotMatch(page.body, /Finland/, 'and not of the one that does not');
    const policy = String(page.headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
  });

  it('shows the page in the language asked for, else the customer’s, else the browser’s', async () => {
    const { customerId, token } = await subscriber();
    const languageOf = async (query: string, language: string) =>
      /<html lang="(\w+)"/.exec(
        (await get(`/sub/${token}${query}`, { accept: 'text/html', 'accept-language': language })).body,
      )?.[1];
    assert.equal(await languageOf('', 'ar,en;q=0.5'), 'ar');
    await shop.ask(`update customers set locale = 'en' where customer_id = $1`, [customerId]);
    assert.equal(await languageOf('', 'ar'), 'en');
    assert.equal(await languageOf('?lang=ar', 'ru'), 'ar');
    assert.equal(await languageOf('?lang=ar&lang=ru', 'ru'), 'en', 'what is asked twice is not asked');
    assert.equal(await languageOf('?lang=%3Cscript%3E', 'ru'), 'en');
  });

  it('leads from https into an app that is known, and nowhere else', async () => {
    const { token } = await subscriber();
    const open = await get(`/sub/${token}/open/happ`);
    assert.deepEqual([open.statusCode, open.headers.location], [302, `happ://add/${BASE}/sub/${token}`]);
    for (const app of ['javascript', 'https:%2F%2Fevil.example', '..%2F..', 'HAPP']) {
      assert.equal((await get(`/sub/${token}/open/${app}`)).statusCode, 404);
    }
  });

  it('answers everything that is wrong in the same way', async () => {
    const { token } = await subscriber();
    const unknown = await get(`/sub/${randomBytes(32).toString('base64url')}`);
    assert.deepEqual([unknown.statusCode, unknown.json()], [404, { error: 'not-found' }]);
    for (const path of [
      'x',
      'a'.repeat(5_000),
      '..%2F..%2Fetc',
      `${token}x`,
      `${token}/exe`,
      `${token}/open/exe`,
      '%00',
    ]) {
      const answer = await get(`/sub/${path}`);
      assert.equal(answer.statusCode, 404, path.slice(0, 40));
      assert.deepEqual(answer.json(), { error: 'not-found' });
    }
    const page = await get('/sub/x', { accept: 'text/html', 'accept-language': 'en' });
    assert.deepEqual([page.statusCode, /This link does not work/.test(page.body)], [404, true]);
    const opened = await get('/sub/x/open/happ', { accept: 'text/html', 'accept-language': 'en' });
    assert.deepEqual([opened.statusCode, opened.body], [404, page.body]);
  });

  it('stops whoever guesses: of 10,000 from one address, sixty are looked at in a minute', async () => {
    const guess = () =>
      server.inject({
        url: `/sub/${randomBytes(32).toString('base64url')}`,
        headers: { 'x-forwarded-for': '10.9.9.9' },
      });
    const statuses: number[] = [];
    for (let time = 0; time < 10_000; time += 1) statuses.push((await guess()).statusCode);
    assert.equal(statuses.filter((status) => status === 404).length, 60);
    assert.equal(statuses.filter((status) => status === 429).length, 9_940);
    assert.equal((await get(`/sub/${(await subscriber()).token}`)).statusCode, 200, 'others are served');
  });
});

describe('a client configured by nothing but its subscription link', needsReality(), () => {
  it('passes traffic over REALITY', async () => {
    const target = await startWebTarget();
    await using world = await World.open({ node: 'reality' });
    await world.startServer({ PUBLIC_BASE_URL: `http://127.0.0.1:${world.port}`, TELEGRAM_MODE: 'polling' });
    await world.addNode();
    const anna = await Customer.create(world.client);
    await anna.start();
    await anna.say('/buy');
    await anna.press(/Basic/);
    await anna.press(/1 месяц/);
    await anna.press(/Криптовалютой/);
    await anna.payInvoice();
    await anna.readKey();
    await anna.say('/profile');
    await anna.press(/Подключить устройство/);
    const connect = await eventually('the button that opens the page', async () =>
      (await anna.messages())
        .flatMap(({ buttons }) => buttons.flat())
        .findLast((button) => button.kind === 'url' && /Открыть страницу/.test(button.text)),
    );
    assert.ok(connect?.kind === 'url');
    const answer = await fetch(`${connect.url}/xray`);
    const [config] = (await answer.json()) as { inbounds: { port: number }[] }[];
    const socksPort = await freePort();
    assert.ok(config?.inbounds[0]);
    config.inbounds[0].port = socksPort;
    const client = await runClientCore(config, socksPort);
    try {
      assert.equal(await reachesOverSocks(client.socksPort, target.port), true);
      await anna.say('/profile');
      await anna.press(/Новая ссылка/);
      await anna.press(/Заменить ссылку/);
      await eventually('the old link is dead', async () => (await fetch(connect.url)).status === 404);
      assert.equal(await reachesOverSocks(client.socksPort, target.port), true, 'the key itself still works');
    } finally {
      await client.stop();
      target.close();
    }
  });
});
