/** Starts that cannot work say so in one line, with the right exit code, and damage nothing. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { freePort } from '../support/core.ts';
import { createShopDatabase, runOperator, World } from '../support/world.ts';

const dir = mkdtempSync(join(tmpdir(), 'atlas-start-'));
const PATH = process.env.PATH ?? '';
const quiet = { PATH, LOG_LEVEL: 'error' };
const live = {
  ...quiet,
  BOT_TOKEN: '6000000001:AAsandbox_bot_token_of_the_emulator',
  ADMIN_TELEGRAM_ID: '1',
  TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
};

after(() => rmSync(dir, { recursive: true, force: true }));

describe('a start', () => {
  it('with faults in the configuration names them all and exits 2', async () => {
    const answer = await runOperator(['start'], { ...quiet, DATABASE_URL: 'nonsense', PORT: 'eighty' }, dir);
    assert.equal(answer.code, 2);
    for (const name of ['BOT_TOKEN', 'ADMIN_TELEGRAM_ID', 'DATABASE_URL', 'SECRETS_KEY', 'PORT']) {
      assert.match(answer.stderr, new RegExp(`^${name} `, 'm'));
    }
    assert.doesNotMatch(answer.stderr, /nonsense|eighty|\n\s+at /);
  });

  it('without its database exits 1 with one line', async () => {
    const env = { ...live, DATABASE_URL: `postgresql://app@127.0.0.1:${await freePort()}/atlas` };
    const answer = await runOperator(['start'], env, dir);
    assert.equal(answer.code, 1);
    assert.match(answer.stderr, /cannot connect/);
    assert.equal(answer.stderr.trim().split('\n').length, 1);
  });

  it('on a used port exits 2 naming PORT', async () => {
    const database = await createShopDatabase();
    const taken = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((resolve) =>
      taken.once('listening', () => resolve((taken.address() as { port: number }).port)),
    );
    const answer = await runOperator(
      ['start'],
      { ...live, DATABASE_URL: database.url, PORT: String(port) },
      dir,
    );
    taken.close();
    await database.drop();
    assert.equal(answer.code, 2, answer.stderr);
    assert.match(answer.stderr, /^PORT: cannot listen/m);
  });

  it('in a place that cannot be written exits 2 naming DATA_DIR', async () => {
    const file = join(dir, 'a-file');
    writeFileSync(file, '');
    const answer = await runOperator(['start'], { ...quiet, DATA_DIR: join(file, 'data') }, dir);
    assert.equal(answer.code, 2, answer.stderr);
    assert.match(answer.stderr, /DATA_DIR/);
  });

  it('on the database of another bot exits 2 and changes nothing', async () => {
    await using world = await World.open();
    const server = await world.startServer();
    await server.kill();
    const answer = await world.cli(['start'], { BOT_TOKEN: '6000000002:AAanother_bot_token', PORT: '0' });
    assert.equal(answer.code, 2, answer.stderr);
    assert.match(answer.stderr, /BOT_TOKEN.*belongs to a live installation of bot 6000000001/);
    const rows = await world.query('select bot_id from installation');
    assert.equal(rows.length, 1);
  });
});

describe('a command', () => {
  it('that is misused exits 2 with one line, and helps when asked', async () => {
    const cases: [args: string[], message: RegExp][] = [
      [['dance'], /unknown command/],
      [['grant', '1', '--plan', 'basic'], /--for/],
      [['grant', '1', '--plan', 'gold', '--for', '7d'], /^--plan must be one of basic, plus/],
      [['grant', '1', '--plan', 'basic', '--for', '7'], /^--for must be/],
      [['grant', 'abc', '--plan', 'basic', '--for', '7d'], /^telegramId must be/],
      [['node', 'add', 'n', '--url', 'http://10.0.0.1:1', '--key-file', 'x'], /^--url is private plain http/],
      [['node', 'add', 'n', '--url', 'http://node.example', '--key-file', 'x'], /^--url must be https/],
    ];
    for (const [args, message] of cases) {
      const answer = await runOperator(args, live, dir);
      assert.equal(answer.code, 2, args.join(' '));
      assert.match(answer.stderr, message);
      assert.equal(answer.stderr.trim().split('\n').length, 1);
    }
    const help = await runOperator(['grant', '--help'], live, dir);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--for <time>/);
    const json = await runOperator(['grant', 'abc', '--plan', 'basic', '--for', '7d', '--json'], live, dir);
    assert.deepEqual(JSON.parse(json.stdout), {
      ok: false,
      error: { code: 'usage', message: 'telegramId must be a positive whole number', field: 'telegramId' },
    });
  });

  it('gives and takes access, and says until when', async () => {
    await using world = await World.open();
    assert.equal((await world.cli(['migrate'])).code, 0);
    const granted = await world.cli(['grant', '4242', '--plan', 'plus', '--for', '36h', '--json']);
    assert.equal(granted.code, 0, granted.stderr);
    const { data } = JSON.parse(granted.stdout);
    assert.equal(data.plan, 'plus');
    const hours = (Date.parse(data.endsAt) - Date.now()) / 3_600_000;
    assert.ok(hours > 35.9 && hours <= 36);
    assert.equal((await world.cli(['revoke', '4242'])).code, 0);
    const again = await world.cli(['revoke', '4242']);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /4242 has no access/);
    const audit = await world.query<{ action: string }>(
      'select action from audit_entries order by recorded_at',
    );
    assert.deepEqual(
      audit.map((row) => row.action),
      ['access-granted', 'access-revoked'],
    );
    const doctor = await world.cli(['doctor']);
    assert.equal(doctor.code, 0, doctor.stdout + doctor.stderr);
    assert.match(doctor.stdout, /ok +telegram/);
  });
});
