/** The server's HTTP doors: who may come in, and what strangers and broken clients get. */
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { DEFAULT_CRYPTO_TOKEN } from '../../src/sandbox/settings.ts';
import { eventually } from '../support/core.ts';
import { World } from '../support/world.ts';

const SECRET = 'x-telegram-bot-api-secret-token';

/** Comes again after a 503, as Telegram and the providers do; a loaded machine may need it. */
async function insist(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, init);
    if (answer.status !== 503 || attempt === 20) return answer;
  }
}

describe('the doors of the server', () => {
  let world: World;
  let base = '';
  before(async () => {
    world = await World.open();
    const server = await world.startServer({ ...world.webhookEnv(), METRICS_TOKEN: 'metrics-secret' });
    base = server.url;
  });
  after(() => world[Symbol.asyncDispose]());

  const telegram = (body: string, secret: string | null = 'secret-of-the-webhook') =>
    insist(`${base}/telegram/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret === null ? {} : { [SECRET]: secret }) },
      body,
    });
  const cryptoPay = (body: string, signature?: string) => {
    const key = createHash('sha256').update(DEFAULT_CRYPTO_TOKEN).digest();
    const genuine = createHmac('sha256', key).update(body).digest('hex');
    return insist(`${base}/webhooks/cryptobot`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'crypto-pay-api-signature': signature ?? genuine },
      body,
    });
  };
  const countRows = async () => {
    const [row] = await world.query<{ updates: bigint; events: bigint }>(
      'select (select count(*) from inbox_updates) as updates, (select count(*) from provider_events) as events',
    );
    return { updates: Number(row?.updates), events: Number(row?.events) };
  };

  it('store an update once, and say 200 every time', async () => {
    const update = JSON.stringify({
      update_id: 900001,
      message: { message_id: 1, date: 1, chat: { id: 77, type: 'channel' } },
    });
    for (let time = 0; time < 3; time += 1) assert.equal((await telegram(update)).status, 200);
    const rows = await world.query('select 1 from inbox_updates where update_id = 900001');
    assert.equal(rows.length, 1);
  });

  it('refuse what is not from Telegram, not an update, or too large, and store nothing', async () => {
    const before = await countRows();
    const update = JSON.stringify({ update_id: 900002, message: { chat: { id: 1 } } });
    assert.equal((await telegram(update, null)).status, 401);
    assert.equal((await telegram(update, 'wrong')).status, 401);
    assert.equal((await telegram(update, 'secret-of-the-webhoo')).status, 401);
    assert.equal((await telegram('{"update_id":')).status, 400);
    assert.equal((await telegram('[]')).status, 400);
    assert.equal((await telegram('{"update_id":"1"}')).status, 400);
    assert.equal((await telegram(' '.repeat(1024 * 1024 + 1))).status, 413);
    assert.deepEqual(await countRows(), before);
  });

  it('park an update that no code can handle, and go on with its chat', async () => {
    const poison = {
      update_id: 900010,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: 88, type: 'private' },
        from: { id: 88, first_name: '\u0000' },
        text: '/start',
      },
    };
    assert.equal((await telegram(JSON.stringify(poison))).status, 200);
    assert.equal((await telegram(JSON.stringify({ update_id: 900011, poll: { id: '1' } }))).status, 200);
    await eventually('the other line goes on', async () => {
      const rows = await world.query('select 1 from inbox_updates where update_id = 900011 and status = $1', [
        'done',
      ]);
      return rows.length === 1;
    });
  });

  it('refuse forged and broken notices of Crypto Pay, and store nothing', async () => {
    const before = await countRows();
    assert.equal((await cryptoPay('{}', 'f'.repeat(64))).status, 401);
    assert.equal((await cryptoPay('{}', '')).status, 401);
    assert.equal((await cryptoPay('not json')).status, 400);
    assert.equal((await cryptoPay(' '.repeat(1024 * 1024 + 1))).status, 413);
    assert.deepEqual(await countRows(), before);
  });

  it('keep a genuine notice that nobody understands, so that the provider does not give up on us', async () => {
    const body = '{"update_type":"something_new","payload":{}}';
    assert.equal((await cryptoPay(body)).status, 200);
    assert.equal((await cryptoPay(body)).status, 200);
    const rows = await world.query("select 1 from provider_events where state = 'unreadable'");
    assert.equal(rows.length, 1);
  });

  it('put money for an unknown invoice into suspense, once', async () => {
    const invoice = {
      invoice_id: 424242,
      status: 'paid',
      currency_type: 'fiat',
      fiat: 'RUB',
      amount: '500.00',
      payload: 'somebody-elses',
      created_at: '2026-01-01T00:00:00.000Z',
      paid_at: '2026-01-01T00:01:00.000Z',
    };
    const body = (update_id: number) =>
      JSON.stringify({
        update_id,
        update_type: 'invoice_paid',
        request_date: '2026-01-01T00:01:00.000Z',
        payload: invoice,
      });
    for (const id of [1, 2, 3]) assert.equal((await cryptoPay(body(id))).status, 200);
    const charges = await eventually('the charge is recorded', async () => {
      const rows = await world.query<{ disposition: string }>(
        "select disposition from charges where provider_charge_id = '424242'",
      );
      return rows.length > 0 && rows;
    });
    assert.deepEqual(charges, [{ disposition: 'suspense' }]);
    assert.equal((await world.cli(['ledger', 'verify'])).code, 0);
  });

  it('tell strangers statuses only', async () => {
    const health = (await (await fetch(`${base}/health`)).json()) as {
      components: object;
      timestamp: string;
    };
    const shown = ['components', 'db_ready', 'inbox', 'nodes', 'severity', 'status', 'timestamp'];
    assert.deepEqual(Object.keys(health).sort(), shown);
    assert.equal(new Date(health.timestamp).toISOString(), health.timestamp);
    for (const status of Object.values(health.components))
      assert.match(status, /^(healthy|degraded|unavailable)$/);
    assert.equal((await fetch(`${base}/livez`)).status, 200);
    assert.equal((await fetch(`${base}/readyz`)).status, 200);
    assert.deepEqual(await (await fetch(`${base}/`)).json(), { service: 'atlas-secure', health: '/health' });
    assert.equal((await fetch(`${base}/nowhere`)).status, 404);
  });

  it('show metrics to whoever has the token', async () => {
    assert.equal((await fetch(`${base}/metrics`)).status, 401);
    const answer = await fetch(`${base}/metrics`, { headers: { authorization: 'Bearer metrics-secret' } });
    assert.match(await answer.text(), /atlas_updates_total/);
  });

  it('survive a thousand hostile bodies in flat memory', async () => {
    const rss = async () => {
      const answer = await fetch(`${base}/metrics`, { headers: { authorization: 'Bearer metrics-secret' } });
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(await answer.text())?.[1]);
    };
    const hostile = 'x'.repeat(1024 * 1024 + 1);
    const burst = async () => {
      for (let round = 0; round < 25; round += 1) {
        await Promise.all(
          Array.from({ length: 20 }, () =>
            telegram(hostile).then(
              (answer) => answer.body?.cancel(),
              () => undefined,
            ),
          ),
        );
      }
    };
    await burst();
    const settled = await rss();
    await burst();
    assert.ok((await rss()) < settled + 64 * 1024 * 1024, 'memory grows with what is refused');
  });
});
