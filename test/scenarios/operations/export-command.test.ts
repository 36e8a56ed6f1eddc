/** `atlas export`: what is in a file, and that half a file never has its name. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { openOutFile } from '../../../src/cli/exports/out-file.ts';
import { EXPORTS } from '../../../src/domain/exports.ts';
import { writeExport } from '../../../src/usecases/exports/write-export.ts';
import { fillShop } from '../../support/fill-shop.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';
import { spawnOperator, World } from '../../support/world.ts';

const CUSTOMERS = 5_000;
const never = new AbortController().signal;

describe('atlas export', () => {
  let shop: TestShop;
  let till: Till;
  const dir = mkdtempSync(join(tmpdir(), 'atlas-export-'));
  const at = (name: string) => join(dir, name);
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
    const client = new pg.Client({ connectionString: shop.url });
    await client.connect();
    await fillShop(client);
    await client.end();
  });
  after(async () => {
    await shop[Symbol.asyncDispose]();
    rmSync(dir, { recursive: true });
  });

  async function exported(what: string): Promise<{ columns: string; rows: string[] }> {
    const file = at(`${what}.csv`);
    const answer = await till.atlas('export', what, '--out', file, '--force');
    assert.equal(answer.code, 0, answer.err);
    const [columns = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    assert.equal(answer.out, `${file}: ${rows.length} rows\n`);
    return { columns, rows };
  }

  it('writes every customer once, for their owner only', async () => {
    const { columns, rows } = await exported('customers');
    assert.equal(columns, '\ufeffcustomer_id,telegram_id,first_name,username,language,created_at');
    assert.equal(rows.length, CUSTOMERS);
    assert.equal(new Set(rows.map((row) => row.split(',')[1])).size, CUSTOMERS);
    assert.match(rows[0] ?? '', /^[0-9a-f-]{36},\d+,Anna,,,2026-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
    assert.equal(statSync(at('customers.csv')).mode & 0o777, 0o600);
  });

  it('writes names that are formulas as texts', async () => {
    await shop.ask(
      "update customers set first_name = '=cmd|''/C calc''!A0', username = '@x' where telegram_id = 1",
    );
    const { rows } = await exported('customers');
    assert.ok(rows.some((row) => row.includes(",1,'=cmd|'/C calc'!A0,'@x,,")));
  });

  it('writes living subscriptions without their keys', async () => {
    await shop.ask(`insert into notices (notice_key, customer_id, kind, status, created_at)
      select 'k' || n.kind, customer_id, n.kind, n.status, starts_at + interval '1 hour' from entitlements,
        (values ('ends-in-3-days', 'sent'), ('ends-in-3-hours', 'unknown'), ('ended', 'sent')) n (kind, status)
      where customer_id = md5('2')::uuid`);
    const { columns, rows } = await exported('subscriptions');
    assert.equal(
      columns.slice(1),
      'telegram_id,plan,status,starts_at,ends_at,renews_itself,source,reminders_sent,key',
    );
    assert.equal(rows.length, CUSTOMERS / 2);
    const row = rows.find((one) => one.startsWith('2,'));
    assert.match(row ?? '', /^2,basic,active,[^,]+Z,[^,]+Z,false,purchase,1,redacted$/);
    const keys = await shop.ask<{ vless_id: string }>('select vless_id from credentials');
    const text = readFileSync(at('subscriptions.csv'), 'utf8');
    assert.ok(!text.includes('vless:') && !keys.some(({ vless_id }) => text.includes(vless_id)));
  });

  it('writes charges and lines of the ledger that add up to the kopeck', async () => {
    const charges = await exported('charges');
    assert.match(
      charges.rows[0] ?? '',
      /^[0-9a-f-]{36},cryptobot,\d+,\d+,149\.00,149,RUB,purchase,buy,paid,/,
    );
    const lines = await exported('transfers');
    assert.match(
      lines.rows[0] ?? '',
      /^\d+,[0-9a-f-]{36},charge-received,provider:cryptobot,wallet:[^,]+,149\.00,\d+,charge,[0-9a-f-]{36},/,
    );
    const sum = lines.rows.reduce(
      (total, row) => total + BigInt(row.split(',')[5]?.replace('.', '') ?? 0),
      0n,
    );
    const [stored] = await shop.ask<{ sum: string }>('select sum(amount_kopecks) from transfers');
    assert.equal(String(sum), stored?.sum);
  });

  it('writes the audit log, with who has exported what', async () => {
    const { rows } = await exported('audit');
    assert.ok(
      rows.some((row) => /operator:cli,customers-exported,,"{""to"": ""file"", ""rows"": 5000}"/.test(row)),
    );
    assert.ok(rows.some((row) => row.includes('operator:cli,audit-export-begun')));
  });

  it('answers in JSON, and refuses what it does not know', async () => {
    const answer = await till.atlas('export', 'charges', '--out', at('json.csv'), '--json');
    assert.deepEqual(JSON.parse(answer.out), {
      ok: true,
      data: { what: 'charges', rows: CUSTOMERS, file: at('json.csv') },
    });
    const unknown = await till.atlas('export', 'passwords', '--out', at('x.csv'));
    assert.deepEqual([unknown.code, unknown.err], [2, `what must be one of ${EXPORTS.join(', ')}\n`]);
    const mixed = await till.atlas('export', 'charges', '--out', '-', '--json');
    assert.equal(mixed.code, 2);
    const nowhere = await till.atlas('export', 'charges', '--out', at('absent/x.csv'));
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /^--out .*absent\/x\.csv cannot be written: ENOENT/);
  });

  it('leaves a file that is there as it is, unless it is forced', async () => {
    writeFileSync(at('mine.csv'), 'mine');
    const refused = await till.atlas('export', 'charges', '--out', at('mine.csv'));
    assert.equal(refused.code, 2);
    assert.match(refused.err, /--force replaces it/);
    assert.equal(readFileSync(at('mine.csv'), 'utf8'), 'mine');
    assert.equal((await till.atlas('export', 'charges', '--out', at('mine.csv'), '--force')).code, 0);
    assert.match(readFileSync(at('mine.csv'), 'utf8'), /charge_id/);
  });

  it('never puts a file in the place of a folder, a link or nothing', async () => {
    mkdirSync(at('folder'));
    symlinkSync('/dev/null', at('link'));
    for (const out of [at('folder'), at('link'), ''])
      for (const forced of [[], ['--force']]) {
        const refused = await till.atlas('export', 'charges', '--out', out, ...forced);
        assert.deepEqual([refused.code, refused.err], [2, `--out ${out} is not the name of a file\n`]);
      }
    assert.ok(lstatSync(at('link')).isSymbolicLink());
    assert.deepEqual(readdirSync(at('folder')), []);
  });

  it('leaves the file of another export alone, which gets its name before the next may begin', async () => {
    const file = await openOutFile(at('same.csv'), false);
    const answers: string[] = [];
    const tryToo = async () => {
      const second = await till.atlas('export', 'charges', '--out', at('same.csv'));
      answers.push(second.err);
    };
    const target = {
      signal: never,
      write: (lines: string) => file.write(lines),
      async finish() {
        await tryToo();
        await file.finish();
      },
    };
    const written = await writeExport(shop, { actor: 'test', what: 'customers' }, target);
    const running = 'another export is being made: try again when it is done\n';
    assert.deepEqual(answers, [running]);
    assert.ok(written.ok);
    assert.equal(readFileSync(at('same.csv'), 'utf8').trimEnd().split('\n').length, written.rows + 1);
  });

  it('does not take the name of a file that came meanwhile', async () => {
    const file = await openOutFile(at('late.csv'), false);
    await file.write('ours');
    writeFileSync(at('late.csv'), 'theirs');
    await assert.rejects(file.finish(), { code: 'file-exists' });
    assert.equal(readFileSync(at('late.csv'), 'utf8'), 'theirs');
    assert.ok(!existsSync(at('late.csv.part')));
  });

  it('writes over what a killed process has left', async () => {
    writeFileSync(at('again.csv.part'), 'half of it', { mode: 0o644 });
    assert.equal((await till.atlas('export', 'charges', '--out', at('again.csv'))).code, 0);
    assert.equal(statSync(at('again.csv')).mode & 0o777, 0o600);
    assert.ok(!existsSync(at('again.csv.part')));
  });

  it('is one at a time in the whole installation, and holds nobody else up', async () => {
    const answers: string[] = [];
    await writeExport(
      shop,
      { actor: 'test', what: 'customers' },
      {
        signal: never,
        finish: async () => undefined,
        async write(_lines, rows) {
          if (rows === 0 || answers.length > 0) return;
          const second = await till.atlas('export', 'charges', '--out', at('second.csv'));
          answers.push(`${second.code} ${second.err}`);
          await shop.ask("update customers set username = 'changed' where telegram_id = 2");
          await shop.addCustomer(9_000_000);
        },
      },
    );
    assert.deepEqual(answers, ['1 another export is being made: try again when it is done\n']);
    assert.deepEqual(
      readdirSync(dir).filter((name) => name.startsWith('second')),
      [],
    );
    assert.equal((await till.atlas('export', 'charges', '--out', at('second.csv'))).code, 0);
  });

  it('sees one moment, however long it takes', async () => {
    const texts: string[] = [];
    const written = await writeExport(
      shop,
      { actor: 'test', what: 'customers' },
      {
        signal: never,
        finish: async () => undefined,
        async write(lines) {
          texts.push(lines);
          await shop.addCustomer(9_100_000 + texts.length);
        },
      },
    );
    const [before] = await shop.ask<{ count: string }>(
      'select count(*) from customers where telegram_id < 9100000',
    );
    assert.ok(written.ok);
    assert.equal(String(written.rows), before?.count);
    assert.doesNotMatch(texts.join(''), /,91\d{5},/);
  });

  it('gives its connection back when it is stopped, when the disk is full and when the reader has gone', async () => {
    const stopping = new AbortController();
    const target = { finish: () => assert.fail('it is not whole'), signal: stopping.signal };
    const full = new Error('ENOSPC: no space left on device, write');
    const order = { actor: 'test', what: 'customers' } as const;
    const write = async (_lines: string, rows: number) => assert.ok(rows === 0, full);
    await assert.rejects(writeExport(shop, order, { ...target, write }), full);
    const stop = async () => stopping.abort();
    await assert.rejects(writeExport(shop, order, { ...target, write: stop }), { code: 'export-stopped' });
    const [idle] = await shop.ask<{ count: string }>(
      "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in%'",
    );
    assert.equal(idle?.count, '0');
  });
});

describe('atlas export, as a process', () => {
  let world: World;
  before(async () => {
    world = await World.open();
    assert.equal((await world.cli(['migrate'])).code, 0);
    await world.query(`insert into customers (customer_id, telegram_id, first_name, created_at)
      select gen_random_uuid(), i, 'Anna', '2026-01-01' from generate_series(1, 200000) i`);
  });
  after(() => world[Symbol.asyncDispose]());

  it('writes to standard output alone when it is told to', async () => {
    const answer = await world.cli(['export', 'customers', '--out', '-']);
    assert.equal(answer.code, 0, answer.stderr);
    assert.equal(answer.stdout.trimEnd().split('\n').length, 200_001);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`leaves nothing when ${signal} ends it`, async () => {
      const running = await half(world);
      running.child.kill(signal);
      assert.equal(await running.ended, 1);
      assert.match(running.log, /the export was stopped/);
      assert.deepEqual(
        readdirSync(world.dir).filter((name) => name.includes('csv')),
        [],
      );
    });
  }

  it('leaves no file of that name when it is killed, and the next one is whole', async () => {
    const running = await half(world);
    await running.kill('SIGKILL');
    assert.deepEqual(
      readdirSync(world.dir).filter((name) => name.includes('csv')),
      ['half.csv.part'],
    );
    const again = await world.cli(['export', 'customers', '--out', 'half.csv']);
    assert.equal(again.code, 0, again.stderr);
    assert.deepEqual(
      readdirSync(world.dir).filter((name) => name.includes('csv')),
      ['half.csv'],
    );
  });

  it('ends when its reader does', async () => {
    const running = spawnOperator(['export', 'customers', '--out', '-'], world.env(), world.dir);
    assert.ok(running.child.stdout);
    await once(running.child.stdout, 'data');
    running.child.stdout.destroy();
    assert.equal(await running.ended, 1);
    assert.match(running.log, /standard output cannot be written/);
  });
});

/** An export that has begun to write. */
async function half(world: World): Promise<ReturnType<typeof spawnOperator>> {
  const running = spawnOperator(['export', 'customers', '--out', 'half.csv'], world.env(), world.dir);
  const part = join(world.dir, 'half.csv.part');
  while (!existsSync(part) || statSync(part).size === 0)
    await new Promise((resolve) => setImmediate(resolve));
  return running;
}
