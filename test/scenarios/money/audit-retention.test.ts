/** Audit entries go after a year; what is left is proved as before, and nobody else can make one go. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { kopecks } from '../../../src/domain/money/money.ts';
import { forgetAudit } from '../../../src/store/postgres/forget-audit.ts';
import { sealRows } from '../../../src/usecases/audit/seal-rows.ts';
import { verifyChain } from '../../../src/usecases/audit/verify-chain.ts';
import { adjustWallet } from '../../../src/usecases/wallets/adjust-wallet.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

const DAY_MS = 86_400_000;

describe('audit entries', () => {
  let shop: TestShop;
  let key = 0;
  before(async () => {
    shop = await openTestShop();
    await shop.addCustomer(1);
  });
  after(() => shop[Symbol.asyncDispose]());

  /** One transfer and one audit entry, sealed. */
  const adjust = async () => {
    key += 1;
    const amountKopecks = kopecks(100n);
    const wish = { actor: 'test', telegramId: 1n, amountKopecks, reason: 'a gift', sourceKey: `gift ${key}` };
    assert.ok((await adjustWallet(shop, wish)).ok);
    await sealRows(shop);
  };
  const entries = async () =>
    (await shop.ask<{ entry_id: string }>('select entry_id from audit_entries order by recorded_at')).length;
  const forget = () => forgetAudit(shop.url, shop.clock.now());
  async function tamper(statement: string): Promise<void> {
    const owner = new pg.Client({ connectionString: shop.url });
    await owner.connect();
    await owner.query(`set session_replication_role = 'replica'`);
    await owner.query(statement);
    await owner.end();
  }
  const problem = async () => {
    const proof = await verifyChain(shop);
    return proof.ok ? null : proof.problem;
  };

  it('go a year after they were written, and the chain still proves everything else', async () => {
    for (let count = 0; count < 3; count += 1) await adjust();
    shop.advance(200 * DAY_MS);
    await adjust();
    assert.equal(await forget(), 0, 'nothing is a year old');
    shop.advance(166 * DAY_MS);
    await adjust();
    const before = await verifyChain(shop);
    assert.equal(await forget(), 3);
    assert.equal(await entries(), 2);
    assert.deepEqual(await verifyChain(shop), before, 'the head is the same');
    assert.equal(await forget(), 0);
    await adjust();
    assert.equal(await problem(), null);
  });

  it('that are younger may not be missing', async () => {
    await tamper(
      `delete from audit_entries where recorded_at = (select max(recorded_at) from audit_entries)`,
    );
    assert.match((await problem()) ?? '', /^it is gone; link \d+ sealed it$/);
  });

  it('that were forgotten leave links that cannot be changed', async () => {
    const shifted = `set hash = sha256('x'::bytea)`;
    const first = `(select min(sequence) from chain_links where row_kind = 'audit')`;
    const [kept] = await shop.ask<{ hash: Buffer }>(`select hash from chain_links where sequence = ${first}`);
    await tamper(`update chain_links ${shifted} where sequence = ${first}`);
    assert.match((await problem()) ?? '', /is not what link \d+ sealed/);
    await tamper(
      `update chain_links set hash = '\\x${kept?.hash.toString('hex')}' where sequence = ${first}`,
    );
    await tamper(`update audit_checkpoints ${shifted}`);
    assert.match((await problem()) ?? '', /is not the one that its checkpoint keeps/);
  });

  it('cannot be forgotten by the application', async () => {
    const all = [new Date('2100-01-01'), new Date('2100-01-01'), 100];
    await assert.rejects(shop.ask('select forget_audit_entries($1, $2, $3)', all), /permission denied/);
    await assert.rejects(shop.ask('delete from audit_entries'), /permission denied/);
    await assert.rejects(
      shop.ask(`insert into audit_checkpoints values (1, sha256('x'), now(), now())`),
      /permission denied/,
    );
  });
});
