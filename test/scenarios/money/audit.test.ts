/** The chain: what is sealed cannot be changed, removed, moved or forgotten without being found out. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import pg from 'pg';
import { roubles } from '../../../src/domain/money/money.ts';
import { insertAuditEntry } from '../../../src/store/audit.ts';
import { commitMoney } from '../../../src/store/money/commit-money.ts';
import { getWallet } from '../../../src/store/money/wallets.ts';
import { sealRows } from '../../../src/usecases/audit/seal-rows.ts';
import { verifyBooks } from '../../../src/usecases/audit/verify-books.ts';
import { verifyChain } from '../../../src/usecases/audit/verify-chain.ts';
import { makeTransfers } from '../../../src/usecases/ledger/make-transfers.ts';
import { eventually } from '../../support/core.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

describe('the chain', () => {
  let shop: TestShop;
  let customerId: string;
  beforeEach(async () => {
    shop = await openTestShop();
    customerId = await shop.addCustomer(1);
  });
  afterEach(() => shop[Symbol.asyncDispose]());

  /** An adjustment of 100 ₽: one transfer; and an audit entry about it. */
  async function record(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      shop.advance(1_000);
      const adjustmentId = shop.ids.rowId();
      await shop.ask(
        `insert into adjustments (adjustment_id, customer_id, amount_kopecks, counter_account, actor, reason,
           source_key, recorded_at) values ($1, $2, 10000, 'adjustments', 'test', 'a gift', $3, $4)`,
        [adjustmentId, customerId, adjustmentId, shop.clock.now()],
      );
      const facts = {
        kind: 'adjustment',
        customerId,
        amountKopecks: roubles(100),
        counterAccount: 'adjustments',
      } as const;
      const { version } = await getWallet(shop.db, customerId);
      await commitMoney(shop.db, {
        customerId,
        version,
        at: shop.clock.now(),
        transfers: makeTransfers(shop, { causeId: adjustmentId, facts }),
        jobs: [],
      });
      await insertAuditEntry(shop.db, {
        entryId: shop.ids.rowId(),
        actor: 'test',
        action: 'wallet-adjusted',
        customerId,
        details: { amountKopecks: 10_000, reason: `gift ${index}` },
        recordedAt: shop.clock.now(),
      });
    }
  }

  /** What only the database's owner can do, and leaves no trigger to object. */
  async function tamper(...statements: string[]): Promise<void> {
    const owner = new pg.Client({ connectionString: shop.url });
    await owner.connect();
    await owner.query(`set session_replication_role = 'replica'`);
    for (const statement of statements) await owner.query(statement);
    await owner.end();
  }

  const linkAt = async (sequence: number) => {
    const [row] = await shop.ask<{ row_kind: string; row_id: string }>(
      'select row_kind, row_id from chain_links where sequence = $1',
      [sequence],
    );
    return `${row?.row_kind === 'audit' ? 'audit entry' : 'transfer'} ${row?.row_id}`;
  };
  const headNow = async () => {
    const proof = await verifyChain(shop);
    assert.ok(proof.ok && proof.head);
    return proof.head;
  };

  it('seals every row once, in an order that anyone can compute again', async () => {
    await record(3);
    assert.equal(await sealRows(shop), 6);
    assert.equal(await sealRows(shop), 0);
    const head = await headNow();
    assert.equal(head.sequence, 6n);
    // Computed here in its own way, from the format that the domain documents.
    const [first] = await shop.ask<{ row_kind: string; row_id: string; hash: string }>(
      `select row_kind, row_id, encode(hash, 'hex') as hash from chain_links where sequence = 1`,
    );
    const [transfer] = await shop.ask<{ [column: string]: string | null }>(
      'select * from transfers where transfer_id = $1',
      [first?.row_id],
    );
    assert.equal(first?.row_kind, 'transfer');
    const json = [
      `"adjustmentId":"${transfer?.adjustment_id}"`,
      '"amountKopecks":"10000"',
      '"chargeId":null,"collectionId":null,"commissionId":null',
      `"creditAccount":"wallet:${customerId}","customerId":"${customerId}"`,
      '"debitAccount":"adjustments"',
      `"idempotencyKey":"adjustment:${transfer?.adjustment_id}"`,
      '"invoiceId":null,"kind":"adjustment","recordedAt":"2026-11-24T12:00:01.000000Z"',
      `"refundId":null,"reversalId":null,"transferId":"${first?.row_id}","withdrawalId":null`,
    ].join(',');
    const text = `${'0'.repeat(64)}\n1\ntransfer\n{${json}}`;
    assert.equal(first?.hash, createHash('sha256').update(text).digest('hex'));
  });

  it('never forks when many seal at once: one works, the others leave it to it', async () => {
    await record(20);
    const slow = new pg.Client({ connectionString: shop.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query('select from unsealed_rows for update');
    let done = 0;
    const seals = Array.from({ length: 5 }, () => sealRows(shop).finally(() => ++done));
    await eventually('each of them waits or is done', async () => {
      const waiting = await shop.ask('select 1 from pg_locks where not granted');
      return waiting.length + done >= seals.length;
    });
    await slow.query('commit');
    await slow.end();
    await Promise.all(seals);
    await sealRows(shop);
    assert.equal((await headNow()).sequence, 40n);
  });

  it('takes in a row that was committed late', async () => {
    const late = await shop.db.pool.connect();
    await late.query('begin');
    await late.query(
      `insert into audit_entries (entry_id, actor, action, details, recorded_at)
       values (gen_random_uuid(), 'test', 'late', '{}', $1)`,
      [new Date(shop.clock.now().getTime() - 5_000)],
    );
    await record(1);
    assert.equal(await sealRows(shop), 2);
    await late.query('commit');
    late.release();
    assert.equal(await sealRows(shop), 1);
    assert.equal((await headNow()).sequence, 3n);
  });

  const tampering: [name: string, statement: string, sequence: number, problem: RegExp][] = [
    [
      'an amount that was changed',
      `update transfers set amount_kopecks = 1 where transfer_id = (select row_id from chain_links where sequence = 3)`,
      3,
      /not what link 3 sealed/,
    ],
    [
      'a detail that was changed',
      `update audit_entries set details = '{"reason":"bribe"}'
       where entry_id = (select row_id from chain_links where sequence = 6)`,
      6,
      /not what link 6 sealed/,
    ],
    [
      'a row that was removed',
      'delete from transfers where transfer_id = (select row_id from chain_links where sequence = 3)',
      3,
      /is gone/,
    ],
    ['a link that was removed', 'delete from chain_links where sequence = 4', 5, /link 4 is missing/],
    [
      'two links that changed places',
      `update chain_links set row_id = case sequence
           when 1 then (select row_id from chain_links where sequence = 3)
           else (select row_id from chain_links where sequence = 1) end
       where sequence in (1, 3)`,
      1,
      /not what link 1 sealed/,
    ],
  ];
  for (const [name, statement, sequence, problem] of tampering) {
    it(`finds ${name}`, async () => {
      await record(3);
      await sealRows(shop);
      const wanted = await linkAt(sequence);
      await tamper('alter table chain_links drop constraint chain_links_row_kind_row_id_key', statement);
      const proof = await verifyChain(shop);
      assert.ok(!proof.ok);
      if (!name.includes('places')) assert.equal(proof.row, wanted);
      assert.match(proof.problem, problem);
    });
  }

  it('finds a row that never got a place, and one that waits too long', async () => {
    await record(1);
    shop.advance(61_000);
    const waiting = await verifyChain(shop);
    assert.ok(!waiting.ok && /waited 61 s/.test(waiting.problem));
    await tamper('delete from unsealed_rows');
    const forgotten = await verifyChain(shop);
    assert.ok(!forgotten.ok && /waits for none/.test(forgotten.problem));
  });

  it('finds a tail that was cut off, by a witness', async () => {
    await record(2);
    await sealRows(shop);
    const witness = await headNow();
    await tamper(
      'delete from transfers where transfer_id = (select row_id from chain_links where sequence = 4)',
      'delete from audit_entries where entry_id = (select row_id from chain_links where sequence = 4)',
      'delete from chain_links where sequence = 4',
    );
    assert.ok((await verifyChain(shop)).ok, 'from inside it looks whole');
    const proof = await verifyChain(shop, witness);
    assert.ok(!proof.ok && /link 4 was witnessed/.test(proof.problem));
  });

  it('finds a chain that was computed anew, by a witness', async () => {
    await record(2);
    await sealRows(shop);
    const witness = await headNow();
    await tamper(
      `update audit_entries set actor = 'nobody'`,
      `insert into unsealed_rows select row_kind, row_id, sealed_at from chain_links`,
      'delete from chain_links',
    );
    await sealRows(shop);
    assert.ok((await verifyChain(shop)).ok, 'from inside it looks whole');
    const proof = await verifyChain(shop, witness);
    assert.ok(!proof.ok && /computed anew/.test(proof.problem));
  });

  it('cannot be changed by the application', async () => {
    await record(1);
    await sealRows(shop);
    for (const table of ['transfers', 'audit_entries', 'chain_links']) {
      await assert.rejects(shop.ask(`truncate ${table}`), /permission denied/);
      await assert.rejects(shop.ask(`delete from ${table}`), /permission denied/);
    }
    await assert.rejects(shop.ask('update transfers set amount_kopecks = 1'), /permission denied/);
    await assert.rejects(shop.ask('update chain_links set sequence = 9'), /permission denied/);
    await assert.rejects(shop.ask(`update audit_entries set actor = 'x'`), /permission denied/);
  });

  it('makes one task of a fault, however often it is found', async () => {
    await record(1);
    await sealRows(shop);
    await tamper('update transfers set amount_kopecks = 1');
    await verifyBooks(shop);
    await verifyBooks(shop);
    const tasks = await shop.ask<{ finding: string }>(
      `select details ->> 'finding' as finding from operator_tasks where kind = 'ledger' order by 1`,
    );
    assert.equal(tasks.length, 2);
    assert.ok(tasks.every(({ finding }) => finding.startsWith('transfer ')));
  });
});
