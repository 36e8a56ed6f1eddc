import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { EVERY_FEATURE_ON } from '../../../src/domain/operations/features.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { randomIds } from '../../../src/lib/ids.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { verifyLedger } from '../../../src/usecases/ledger/verify-ledger.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { testCluster } from '../../support/postgres.ts';
import { World } from '../../support/world.ts';

/** One line of the ledger, as the proof names it. */
type Line = {
  transfer_id: string;
  kind: string;
  customer_id: string;
  charge_id: string | null;
  invoice_id: string | null;
};

type Verdict = { code: number; text: string };

describe('atlas ledger verify over a copy of the books that was tampered with', {
  concurrency: true,
  timeout: 300_000,
}, () => {
  let world: World;
  let lines: Line[];
  const copies: string[] = [];

  before(async () => {
    world = await World.open();
    const server = await world.startServer();
    const [anna, boris] = await Promise.all(
      ['Anna', 'Boris'].map((name) => Customer.create(world.client, name)),
    );
    assert.ok(anna && boris);
    await Promise.all([buyTwice(anna), buyTwice(boris)]);
    await server.kill();
    lines = await world.query<Line>(
      'select transfer_id, kind, customer_id, charge_id, invoice_id from transfers order by transfer_id',
    );
    assert.equal(lines.length, 8);
  });
  after(async () => {
    await asOwner(async (client) => {
      for (const name of copies) await client.query(`drop database if exists ${name} with (force)`);
    });
    await world[Symbol.asyncDispose]();
  });

  /** The month, and a month more: two charges of one amount by one customer. */
  async function buyTwice(customer: Customer): Promise<void> {
    await customer.start();
    for (const [bought, notice] of [/Ключ придёт/, /Подписка продлена/].entries()) {
      await customer.say('/buy');
      await customer.press(/Basic/);
      await customer.press(/1 месяц — 149/);
      await customer.press(/Криптовалютой/);
      await eventually('a new invoice', async () => (await countInvoices(customer)) > bought);
      await customer.payInvoice();
      await customer.read(notice);
    }
  }

  async function countInvoices(customer: Customer): Promise<number> {
    return (await customer.messages()).filter(({ text }) => /Счёт на 149/.test(text)).length;
  }

  /** A copy of the books in which `tampering` was done by somebody with the owner's rights. */
  async function tamper(tampering: string, values: unknown[]): Promise<string> {
    const name = `copy_${process.pid}_${randomBytes(5).toString('hex')}`;
    copies.push(name);
    await asOwner((client) => client.query(`create database ${name} template ${world.database.name}`));
    const url = new URL(world.database.url);
    url.pathname = `/${name}`;
    await withClient(url.href, async (client) => {
      await client.query('alter table transfers disable trigger all');
      await client.query('drop index transfers_charge, transfers_invoice');
      const { rowCount } = await client.query(tampering, values);
      assert.equal(rowCount, 1, 'one line is tampered with');
    });
    return url.href;
  }

  /** What the command says and with which code it ends. */
  async function verifyByCommand(url: string): Promise<Verdict> {
    const { code, stderr } = await world.cli(['ledger', 'verify'], { DATABASE_URL: url });
    return { code, text: stderr };
  }

  /** The same proof without a process of its own. */
  async function verifyInside(url: string): Promise<Verdict> {
    const logger = createLogger({ name: 'test', level: 'silent' });
    const pool = { minSize: 0, maxSize: 1, acquireTimeoutMs: 10_000, commandTimeoutMs: 10_000 };
    const db = openDatabase({ url, ...pool }, logger);
    const proof = await verifyLedger({
      db,
      clock: systemClock,
      ids: randomIds,
      features: EVERY_FEATURE_ON,
    }).finally(() => db.close());
    return proof.ok ? { code: 0, text: '' } : { code: 1, text: `${proof.row}: ${proof.problem}` };
  }

  /** Lines of a kind: the first customer's first, their other one, and another customer's. */
  function pick(kind: string): { line: Line; sibling: Line; stranger: Line } {
    const ofKind = lines.filter((line) => line.kind === kind);
    const line = ofKind[0];
    const sibling = ofKind.find((one) => one !== line && one.customer_id === line?.customer_id);
    const stranger = ofKind.find((one) => one.customer_id !== line?.customer_id);
    assert.ok(line && sibling && stranger);
    return { line, sibling, stranger };
  }

  function assertNames(verdict: Verdict, line: Line): void {
    assert.equal(verdict.code, 1, verdict.text);
    assert.match(verdict.text, new RegExp(`transfer ${line.transfer_id}`));
  }

  it('an untouched copy proves', async () => {
    const { line } = pick('purchase');
    const url = await tamper('update transfers set kind = kind where transfer_id = $1', [line.transfer_id]);
    assert.deepEqual(await verifyByCommand(url), { code: 0, text: '' });
  });

  for (const kind of ['charge-received', 'purchase']) {
    const verify = kind === 'purchase' ? verifyByCommand : verifyInside;

    it(`${kind}: another amount`, async () => {
      const { line } = pick(kind);
      const sql = 'update transfers set amount_kopecks = amount_kopecks + 1 where transfer_id = $1';
      assertNames(await verify(await tamper(sql, [line.transfer_id])), line);
    });

    it(`${kind}: the other direction`, async () => {
      const { line } = pick(kind);
      const sql = `update transfers set debit_account = credit_account, credit_account = debit_account
        where transfer_id = $1`;
      assertNames(await verify(await tamper(sql, [line.transfer_id])), line);
    });

    for (const whose of ['stranger', 'sibling'] as const) {
      it(`${kind}: the cause of a ${whose}`, async () => {
        const { line, [whose]: other } = pick(kind);
        const sql = 'update transfers set charge_id = $2, invoice_id = $3 where transfer_id = $1';
        const url = await tamper(sql, [line.transfer_id, other.charge_id, other.invoice_id]);
        assertNames(await (whose === 'sibling' ? verify : verifyInside)(url), line);
      });
    }
  }

  it('a deleted line: its cause is named', async () => {
    const { line } = pick('charge-received');
    const url = await tamper('delete from transfers where transfer_id = $1', [line.transfer_id]);
    const verdict = await verifyInside(url);
    assert.equal(verdict.code, 1);
    assert.match(verdict.text, new RegExp(String(line.charge_id)));
  });
});

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  await withClient(await testCluster(), work);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
