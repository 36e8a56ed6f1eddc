/** Whatever goes wrong, and however much is logged: no secret, and nothing of a customer's, gets out. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  DEFAULT_BOT_TOKEN,
  DEFAULT_CRYPTO_TOKEN,
  DEFAULT_PROVIDER_TOKEN,
  DEFAULT_YOOKASSA_SECRET_KEY,
  DEFAULT_YOOKASSA_SHOP_ID,
} from '../../../src/sandbox/settings.ts';
import { apiKey } from '../../node/agent-process.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { type ServerProcess, World } from '../../support/world.ts';

const WEBHOOK_SECRET = 'canary-of-the-webhook';
const METRICS_TOKEN = 'canary-of-the-metrics';
const DATABASE_PASSWORD = 'canary-of-the-database';
const BANK_DETAILS = 'Sberbank 4276 5500 1234 9876 Canary';

describe('secrets', () => {
  let world: World;
  let server: ServerProcess;
  /** By name; more are learnt on the way. */
  const canaries = new Map<string, string>();
  /** Everything that came out: answers, and what the processes wrote. */
  const answers: string[] = [];
  let stdout = '';

  before(async () => {
    world = await World.open({ node: 'simulated' });
    server = await world.startServer({
      ...world.webhookEnv(),
      WEBHOOK_SECRET,
      METRICS_TOKEN,
      TG_PROVIDER_TOKEN: DEFAULT_PROVIDER_TOKEN,
      YOOKASSA_SHOP_ID: DEFAULT_YOOKASSA_SHOP_ID,
      YOOKASSA_SECRET_KEY: DEFAULT_YOOKASSA_SECRET_KEY,
      YOOKASSA_API_URL: `${world.client.base}/yookassa/v3`,
      LOG_LEVEL: 'trace',
    });
    server.child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    await world.addNode();
    for (const [name, value] of Object.entries({
      BOT_TOKEN: DEFAULT_BOT_TOKEN.split(':')[1] ?? '',
      CRYPTOBOT_TOKEN: DEFAULT_CRYPTO_TOKEN.split(':')[1] ?? '',
      TG_PROVIDER_TOKEN: DEFAULT_PROVIDER_TOKEN,
      YOOKASSA_SECRET_KEY: DEFAULT_YOOKASSA_SECRET_KEY,
      SECRETS_KEY: world.env().SECRETS_KEY ?? '',
      WEBHOOK_SECRET,
      METRICS_TOKEN,
      'the password of the database': DATABASE_PASSWORD,
      'the key of the node': apiKey,
      'bank details': BANK_DETAILS,
      'the card in them': '4276 5500 1234 9876',
    })) {
      canaries.set(name, value);
    }
  });
  after(() => world[Symbol.asyncDispose]());

  const outage = (fault: object, count = 1) =>
    Promise.all(Array.from({ length: count }, () => world.client.chat('faults', fault)));
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(`${server.url}${path}`, init);
    answers.push(`${path.split('/')[1]}: ${await answer.clone().text()}`);
    return answer;
  }
  const telegram = (body: string, secret = WEBHOOK_SECRET) =>
    ask('/telegram/webhook', {
      method: 'POST',
      body,
      headers: { 'x-telegram-bot-api-secret-token': secret },
    });

  it('are used: a purchase over failing providers, a link, and a withdrawal', async () => {
    const anna = await Customer.create(world.client);
    await anna.start();
    await anna.press(/Купить/);
    await anna.press(/Basic/);
    await anna.press(/1 месяц — 149/);
    await outage({ api: 'cryptopay', method: 'getInvoices', kind: 'close' });
    await outage({ method: 'sendMessage', kind: 'status', status: 500 });
    await anna.press(/Криптовалютой/);
    await anna.payInvoice();
    const link = await anna.readLink();
    canaries.set('the UUID of a credential', link.username);
    canaries.set('a share link', link.href);
    await anna.say('/profile');
    await anna.press(/Подключить устройство/);
    const url = await eventually('a subscription link', async () => {
      const texts = (await anna.messages()).flatMap(({ text, buttons }) => [text, JSON.stringify(buttons)]);
      return /http[^\s"<]+\/sub\/([\w-]{20,})/.exec(texts.join('\n'))?.[0];
    });
    const token = url.split('/').at(-1) ?? '';
    canaries.set('the token of a subscription link', token);
    const own = await fetch(`${server.url}/sub/${token}`, { headers: { 'user-agent': 'v2RayTun/1.0' } });
    assert.equal(own.status, 200);

    const paid = ['adjust', String(anna.telegramId), '--amount', '1000', '--reason', 'a gift'];
    assert.equal((await world.cli(paid)).code, 0);
    await anna.say('/profile');
    await anna.press(/Вывести/);
    await anna.read(/Вывод денег/);
    await anna.say('600');
    await anna.read(/Выводим/);
    await outage({ method: 'sendMessage', kind: 'close' });
    await anna.say(BANK_DETAILS);
    await anna.press(/Подтвердить/);
    await eventually(
      'the withdrawal',
      async () => (await world.query('select 1 from withdrawals')).length > 0,
    );
  });

  it('are at hand when everything fails', async () => {
    // Strangers, who may know a secret of another door.
    await telegram(`{"token":"${DEFAULT_BOT_TOKEN}"`);
    await telegram('{}', `${WEBHOOK_SECRET}x`);
    await telegram('{"update_id":"x"}');
    await ask('/webhooks/cryptobot', { method: 'POST', body: BANK_DETAILS });
    await ask('/webhooks/yookassa', { method: 'POST', body: `{"object":"${BANK_DETAILS}"}` });
    await ask(`/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}x` } });
    await ask(`/sub/${canaries.get('the token of a subscription link')}x`);
    await ask(`/nowhere/${canaries.get('the token of a subscription link')}`);
    // An update that no flow can handle, with a secret in it.
    const from = { id: 77, is_bot: false, first_name: BANK_DETAILS };
    const message = { message_id: 1, date: 1, chat: { id: 77, type: 'private' }, text: BANK_DETAILS };
    await telegram(JSON.stringify({ update_id: 900_000_001, message }));
    // A database that breaks under what is being done.
    await world.query('alter table devices rename to devices_away');
    await world.query('alter table customers rename column first_name to first_name_away');
    await ask(`/sub/${canaries.get('the token of a subscription link')}`, {
      headers: { 'x-hwid': 'device-1', 'user-agent': 'v2RayTun/1.0' },
    });
    await telegram(JSON.stringify({ update_id: 900_000_002, message: { ...message, from } }));
    await eventually('both updates failed', async () => {
      const rows = await world.query(
        'select 1 from inbox_updates where update_id >= 900000001 and last_error is not null',
      );
      return rows.length === 2;
    });
    await world.query('alter table devices_away rename to devices');
    await world.query('alter table customers rename column first_name_away to first_name');
    // A node that goes away while it is told.
    await world.node?.kill();
    const [entitlement] = await world.query<{ id: string }>('select entitlement_id as id from entitlements');
    const payload = JSON.stringify({ entitlementId: entitlement?.id });
    await world.query(`select graphile_worker.add_job('push-access', $1::json)`, [payload]);
    await eventually('it is missed', async () => server.log.includes('a node could not be told'));
  });

  it('are not told by commands that fail', async () => {
    const url = `postgres://atlas:${DATABASE_PASSWORD}@127.0.0.1:1/atlas`;
    for (const env of [
      { DATABASE_URL: url },
      { DATABASE_URL: `not-${url}` },
      { BOT_TOKEN: DEFAULT_BOT_TOKEN.replace(':', '') },
      { SECRETS_KEY: `${world.env().SECRETS_KEY}x` },
      { TELEGRAM_API_ROOT: 'http://127.0.0.1:1' },
      { CRYPTOBOT_API_URL: 'http://127.0.0.1:1/api' },
    ]) {
      const { stdout: said, stderr } = await world.cli(['doctor'], { LOG_LEVEL: 'trace', ...env });
      answers.push(said, stderr);
    }
  });

  it('are nowhere in logs, health, metrics or answers', async () => {
    await ask('/health');
    await ask('/readyz');
    const metrics = await ask('/metrics', { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
    assert.equal(metrics.status, 200);
    await server.kill();
    for (const told of ['a request failed', 'an update could not be handled', 'provider:cryptobot']) {
      assert.ok(server.log.includes(told), `nothing was said of: ${told}`);
    }
    const places = { stdout, log: server.log, 'log of the node': world.node?.stderr ?? '' };
    const all = [...Object.entries(places), ...answers.map((text): [string, string] => ['an answer', text])];
    assert.deepEqual(findLeaks(canaries, all), []);
    for (const [name, canary] of canaries) {
      assert.ok(canary.length >= 10, `${name} is too short to be found`);
      const [leak] = findLeaks(canaries, [['a place', `before "${encodeURIComponent(canary)}" after`]]);
      assert.ok(leak !== undefined, `${name} would not be found`);
    }
  });
});

/** Every canary that is in some text, as it is or as a URL or JSON writes it; with what stands before it. */
function findLeaks(canaries: ReadonlyMap<string, string>, texts: [place: string, text: string][]): string[] {
  return [...canaries].flatMap(([name, canary]) => {
    const forms = [canary, encodeURIComponent(canary), JSON.stringify(canary).slice(1, -1)];
    return texts.flatMap(([place, text]) => {
      const found = forms.map((form) => text.indexOf(form)).find((at) => at >= 0);
      if (found === undefined) return [];
      return [`${name} is in ${place}, after: ${text.slice(Math.max(0, found - 200), found)}`];
    });
  });
}
