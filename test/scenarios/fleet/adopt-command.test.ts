/** An operator takes over a node that an older bot has filled: looks first, consents, and may be interrupted. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type CliOutcome, runCli } from '../../../src/cli/program.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { explainFailure } from '../../../src/main/exit-codes.ts';
import { commitMoney } from '../../../src/store/money/commit-money.ts';
import { lockWallet } from '../../../src/store/money/wallets.ts';
import { convergeNode } from '../../../src/usecases/access/converge-node.ts';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { planAccess } from '../../../src/usecases/access/plan-access.ts';
import { revokeAccess } from '../../../src/usecases/access/revoke-access.ts';
import { apiKey, TestNode } from '../../node/agent-process.ts';
import { eventually } from '../../support/core.ts';
import { type FleetDeps, openFleet, settleFleet } from '../../support/fleet.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

const DAY_MS = 86_400_000;

describe('node add, of a node that an older bot has filled', () => {
  let opened: TestShop;
  let deps: FleetDeps;
  let node: TestNode;
  beforeEach(async () => {
    opened = await openTestShop();
    deps = openFleet(opened);
    ({ node } = await TestNode.plain({ NODE_CORE: 'simulated' }));
    await node.start();
    writeFileSync(keyFile(), apiKey);
  });
  afterEach(async () => {
    await deps.fleet.api.close();
    await node.dispose();
    await opened[Symbol.asyncDispose]();
  });

  const keyFile = () => join(node.folder, 'node.key');
  async function put(telegramId: number, endsAtMs = Date.now() + 30 * DAY_MS): Promise<string> {
    const uuid = randomUUID();
    const body = { uuid, telegram_id: telegramId, expiry_timestamp_ms: endsAtMs };
    assert.equal((await node.call('POST', '/add-user', body)).status, 200);
    return uuid;
  }
  async function add(...flags: string[]): Promise<CliOutcome & { out: string; err: string }> {
    const said = { out: '', err: '' };
    const key = await readFile(keyFile(), 'utf8');
    const unused = () => assert.fail('adding a node needs nothing else');
    const { exitCode } = await runCli(
      ['node', 'add', 'old', '--url', node.url, '--key-file', keyFile(), ...flags],
      {
        withShop: (work) => work(deps.shop, async () => deps.fleet),
        withProviders: unused,
        start: unused,
        node: unused,
        migrate: unused,
        doctor: unused,
        say: unused,
        terminal: unused,
        readFile: () => key,
      },
      {
        output: {
          out: (line) => {
            said.out += line;
          },
          err: (line) => {
            said.err += line;
          },
        },
        explain: explainFailure,
      },
    );
    return { exitCode, ...said };
  }
  const uuids = async () =>
    ((await node.call('GET', '/list-users')).body as { uuids: string[] }).uuids.sort();
  const living = () =>
    deps.shop.ask<{ id: string; ends: Date; uuid: string; status: string }>(
      `select c.telegram_id as id, e.ends_at as ends, k.vless_id as uuid, e.status from entitlements e
       join customers c using (customer_id) join credentials k using (entitlement_id)
       where k.revoked_at is null and k.superseded_at is null order by telegram_id`,
    );
  const count = async (table: string) => (await deps.shop.ask(`select from ${table}`)).length;
  async function assertUntouched(): Promise<void> {
    assert.equal((await node.state()).mode, 'legacy');
    for (const table of ['nodes', 'placements', 'audit_entries']) assert.equal(await count(table), 0, table);
  }
  async function convergeAll(): Promise<void> {
    const [row] = await deps.shop.ask<{ id: string }>('select node_id as id from nodes');
    assert.equal(await convergeNode(deps, row?.id ?? ''), 'converged');
  }

  it('keeps an access that had ended here: it begins anew with the key that works', async () => {
    await grantAccess(deps.shop, { actor: 'test', telegramId: 41n, plan: 'plus', durationMs: DAY_MS });
    await revokeAccess(deps.shop, { actor: 'test', telegramId: 41n });
    const [before] = await living();
    const endsAtMs = Date.now() + 9 * DAY_MS;
    const uuid = await put(41, endsAtMs);
    assert.equal((await add('--adopt', '--yes')).exitCode, 0);
    await convergeAll();
    const rows = await living();
    assert.deepEqual(
      rows.map((row) => [Number(row.id), row.uuid, row.ends.getTime(), row.status]),
      [[41, uuid, endsAtMs, 'active']],
    );
    assert.notEqual(before?.uuid, uuid);
    assert.deepEqual(await uuids(), [uuid]);
  });

  it('survives an agent and a server that end between the import and the first check; a repeat adds nothing', async () => {
    const kept = [await put(41), await put(42)].sort();
    assert.equal((await add('--adopt', '--yes')).exitCode, 0);
    await node.kill();
    await node.start();
    assert.equal((await node.state()).mode, 'legacy');
    await deps.shop.ask('update nodes set url = $1', [node.url]);
    for (const flags of [['--adopt'], ['--adopt', '--yes'], ['--adopt', '--yes', '--force'], []]) {
      const again = await add(...flags);
      assert.equal(again.exitCode, 1);
      assert.match(again.err, /a node of this name or at this address exists/);
    }
    assert.deepEqual([await count('entitlements'), await count('entitlement_grants')], [2, 2]);
    assert.deepEqual(await uuids(), kept);
    await convergeAll();
    assert.deepEqual(await uuids(), kept);
    assert.match((await add('--adopt', '--yes', '--force')).err, /exists/);
    assert.deepEqual(await uuids(), kept);
  });

  it('finds nothing to change with the first check: keys, e-mails and ends are the same', async () => {
    for (let telegramId = 1; telegramId <= 5; telegramId += 1) await put(telegramId);
    const { digest } = await node.state();
    await add('--adopt', '--yes');
    await convergeAll();
    const after = await node.state();
    assert.equal(after.mode, 'managed');
    assert.equal(after.digest, digest);
    const entries = await deps.shop.ask<{ action: string; actor: string }>(
      'select action, actor from audit_entries order by action',
    );
    assert.deepEqual(
      entries.map(({ action }) => action),
      [...Array(5).fill('access-adopted'), 'node-added'],
    );
    assert.deepEqual(new Set(entries.map(({ actor }) => actor)), new Set(['operator:cli']));
  });

  it('is refused without --adopt, in one line that says how many would be cut off', async () => {
    await put(41);
    await put(42);
    const refused = await add();
    assert.equal(refused.exitCode, 1);
    assert.match(refused.err, /^.*2 customers.*--adopt.*\n$/);
    const answer = JSON.parse((await add('--json')).out);
    assert.deepEqual([answer.ok, answer.error.code], [false, 'has-customers']);
    await assertUntouched();
  });

  it('shows with --adopt alone what would become of everybody, and takes nothing', async () => {
    await put(41);
    const second = await put(41, Date.now() + DAY_MS);
    const nobodys = await put(0);
    const group = await put(-1_001);
    const seen = await add('--adopt');
    assert.equal(seen.exitCode, 0, seen.err);
    assert.match(seen.out, /would adopt 1 of 4 customers' keys/);
    assert.match(
      seen.out,
      new RegExp(`customer 41, key ${second.slice(0, 8)}…, until .*: its owner has another`),
    );
    assert.match(seen.out, new RegExp(`key ${nobodys.slice(0, 8)}…, until .*: nobody said whose it is`));
    assert.match(
      seen.out,
      /nothing has changed: stop the older bot, then add --yes --force, and the other 3 lose/,
    );
    const { data } = JSON.parse((await add('--adopt', '--json')).out);
    assert.equal(data.isAdded, false);
    assert.deepEqual(data.legacy, { adopted: 1, 'second-key': 1, 'owner-unknown': 2 });
    assert.deepEqual(
      data.notAdopted.map(({ key, fate }: { key: string; fate: string }) => `${key} ${fate}`).sort(),
      [
        `${second.slice(0, 8)} second-key`,
        ...[nobodys, group].map((id) => `${id.slice(0, 8)} owner-unknown`),
      ].sort(),
    );
    await assertUntouched();
    const refused = await add('--adopt', '--yes');
    assert.equal(refused.exitCode, 1);
    assert.match(
      refused.err,
      /3 of 4 keys there cannot be adopted \(2 owner-unknown, 1 second-key\): --force/,
    );
    await assertUntouched();
    assert.equal((await uuids()).length, 4);
  });

  it('lets those end who cannot be kept, when told to, and says which', async () => {
    await grantAccess(deps.shop, { actor: 'test', telegramId: 42n, plan: 'basic', durationMs: DAY_MS });
    const kept = await put(41);
    const other = await put(42);
    const added = JSON.parse((await add('--adopt', '--yes', '--force', '--json')).out).data;
    assert.deepEqual([added.isAdded, added.legacy], [true, { adopted: 1, 'has-access': 1 }]);
    await settleFleet(deps, [added.nodeId]);
    const [, theirs] = await living();
    assert.deepEqual(await uuids(), [kept, theirs?.uuid].sort());
    assert.notEqual(theirs?.uuid, other);
  });

  it('waits for a purchase of an owner that is being settled, and leaves its key alone', async () => {
    const customerId = await opened.addCustomer(41);
    const uuid = await put(41);
    const [isLocked, isPaid] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const purchase = deps.shop.db.transaction('test-purchase', async (tx) => {
      const { version } = await lockWallet(tx, customerId);
      isLocked.resolve();
      await isPaid.promise;
      const term = { customerId, plan: 'plus', durationMs: DAY_MS, reason: { source: 'operator' } } as const;
      const access = planAccess(deps.shop, null, term);
      await commitMoney(tx, { customerId, version, at: systemClock.now(), transfers: [], access, jobs: [] });
    });
    await isLocked.promise;
    const adding = add('--adopt', '--yes');
    await eventually(
      'adding waits for the purchase',
      async () => (await deps.shop.ask('select from pg_locks where not granted')).length > 0,
    );
    isPaid.resolve();
    await purchase;
    const refused = await adding;
    assert.equal(refused.exitCode, 1);
    assert.match(refused.err, /1 of 1 keys there cannot be adopted \(1 has-access\)/);
    assert.equal((await node.state()).mode, 'legacy');
    assert.deepEqual(await uuids(), [uuid]);
  });

  it('names the option that misses another', async () => {
    for (const [flags, named] of [
      [['--yes'], '--yes goes with --adopt'],
      [['--force'], '--force goes with --adopt --yes'],
      [['--adopt', '--force'], '--force goes with --adopt --yes'],
    ] as const) {
      const refused = await add(...flags);
      assert.deepEqual([refused.exitCode, refused.err.trim().includes(named)], [2, true], refused.err);
    }
    assert.match((await add('--adopt')).out, /no older bot has customers there/);
    await assertUntouched();
  });
});
