/** An export that an operator asks for in the chat: it arrives, and no file stays, whatever happens on the way. */
import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Export } from '../../../src/domain/exports.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { countDocuments, exportsDirOf, isExporting, readDocuments } from '../../support/exports/documents.ts';
import { type ExportRequests, openRequests } from '../../support/exports/export-requests.ts';
import { type ServerProcess, World } from '../../support/world.ts';

const CUSTOMERS = 100_000;

describe('an export in the chat', () => {
  let world: World;
  let requests: ExportRequests;
  let admin: Customer;
  let server: ServerProcess;
  let received = 0;
  before(async () => {
    world = await World.open();
    admin = await Customer.create(world.client, '=Anna');
    await admin.say('/start');
    assert.equal((await world.cli(['migrate'])).code, 0);
    await world.query(
      `insert into customers (customer_id, telegram_id, first_name, created_at)
       select gen_random_uuid(), 9000000 + i, '=1+1', '2026-01-01' from generate_series(1, $1) i`,
      [CUSTOMERS],
    );
    requests = openRequests(world, admin.telegramId);
  });
  after(async () => {
    await requests[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  const start = () => world.startServer({ ADMIN_TELEGRAM_ID: String(admin.telegramId) });
  const ask = (what: Export, telegramId?: number) => requests.ask(what, telegramId);
  /** Waits until so many more documents have come and no export is promised any more. */
  async function receive(more: number): Promise<Awaited<ReturnType<typeof readDocuments>>> {
    await eventually(
      `${more} more documents`,
      async () => (await countDocuments(world, admin.telegramId)) >= received + more,
      60_000,
    );
    await allDone();
    const documents = await readDocuments(world, admin.telegramId);
    const fresh = documents.slice(received);
    received = documents.length;
    assert.equal(fresh.length, more);
    assert.deepEqual(readdirSync(exportsDirOf(world)), []);
    return fresh;
  }
  const allDone = () =>
    eventually('no export is promised', async () => {
      const jobs = await world.query(
        "select from graphile_worker.jobs where task_identifier = 'send-export'",
      );
      return jobs.length === 0;
    });
  const rowsOf = (text: string) => text.trimEnd().split('\n').slice(1);
  /** The customers who were there from the beginning. */
  const formulasOf = (document?: { text: string }) =>
    rowsOf(document?.text ?? '').filter((row) => row.includes(",'=1+1,"));
  const audited = async () =>
    (
      await world.query<{ entry: string }>(
        `select actor || ' ' || action || ' ' || details::text as entry from audit_entries
         where action like '%export%' order by entry_id`,
      )
    ).map(({ entry }) => entry);

  it('comes once to who taps impatiently, whole, and is audited', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ask('customers')));
    server = await start();
    const [document] = await receive(1);
    assert.match(document?.fileName ?? '', /^customers-\d{4}-\d\d-\d\d\.csv$/);
    assert.match(document?.caption ?? '', /Клиенты: 100\D?00[01] строк/);
    assert.equal(new Set(formulasOf(document)).size, CUSTOMERS);
    const actor = `admin:${admin.telegramId}`;
    assert.deepEqual((await audited()).slice(-2), [
      `${actor} customers-export-begun {"to": "chat"}`,
      `${actor} customers-exported {"to": "chat", "rows": ${rowsOf(document?.text ?? '').length}}`,
    ]);
  });

  it('does not go to who is no operator, whoever promised it', async () => {
    const stranger = await Customer.create(world.client);
    await ask('charges', stranger.telegramId);
    await allDone();
    assert.equal(await countDocuments(world, stranger.telegramId), 0);
    assert.ok(!(await audited()).some((entry) => /charges-export-begun/.test(entry)));
  });

  it('waits while Telegram asks for it, and comes again when nobody knows whether it came', async () => {
    await world.client.chat('faults', {
      method: 'sendDocument',
      kind: 'status',
      status: 429,
      retryAfterSeconds: 1,
    });
    await ask('charges');
    assert.deepEqual(rowsOf((await receive(1))[0]?.text ?? ''), []);
    await world.client.chat('faults', { method: 'sendDocument', kind: 'close', when: 'after' });
    await ask('audit');
    await receive(2);
  });

  it('is given up for who has blocked the bot, and nothing stays', async () => {
    await world.client.chat('block', { chatId: admin.telegramId, isBlocked: true });
    await ask('transfers');
    await allDone();
    await world.client.chat('block', { chatId: admin.telegramId, isBlocked: false });
    await receive(0);
    assert.ok(!(await audited()).some((entry) => /transfers-exported/.test(entry)));
  });

  it('says so when it will not come, after the last try, and comes when it is asked for again', async () => {
    const isSaid = async () => (await admin.messages()).some(({ text }) => /не удалась/.test(text));
    const failedOnce = async () => {
      const jobs = await world.query(
        'select from graphile_worker._private_jobs where attempts = 1 and locked_at is null',
      );
      return jobs.length === 1;
    };
    rmSync(exportsDirOf(world), { recursive: true });
    writeFileSync(exportsDirOf(world), 'where a directory should be');
    await ask('audit');
    await eventually('the first try has failed', failedOnce);
    assert.ok(!(await isSaid()), 'another try may still succeed');
    await world.query(
      'update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now() where attempts = 1',
    );
    await admin.read(/Выгрузка «Журнал действий» не удалась/);
    // The one that has failed stays in the queue, to be looked at.
    await world.query('delete from graphile_worker._private_jobs where attempts >= max_attempts');
    rmSync(exportsDirOf(world));
    await ask('audit');
    await receive(1);
  });

  it('is made anew by another process when the one that made it is killed', async () => {
    await ask('customers');
    await eventually('a file is open', async () => isExporting(world, server));
    await server.kill('SIGKILL');
    assert.deepEqual(readdirSync(exportsDirOf(world)), []);
    writeFileSync(join(exportsDirOf(world), 'left'), 'by one that was killed before its file lost its name');
    server = await start();
    const [document] = await receive(1);
    assert.equal(formulasOf(document).length, CUSTOMERS);
  });

  it('ends with its process, and is made anew by the next', async () => {
    await ask('customers');
    await eventually('a file is open', async () => isExporting(world, server));
    const askedAtMs = performance.now();
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    assert.ok(performance.now() - askedAtMs < 5_000, 'the process waited for the export');
    assert.deepEqual(readdirSync(exportsDirOf(world)), []);
    server = await start();
    const [document] = await receive(1);
    assert.equal(formulasOf(document).length, CUSTOMERS);
  });
});
