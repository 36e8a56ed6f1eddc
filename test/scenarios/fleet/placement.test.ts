/** Who is placed where, when nodes and customers come and go: PostgreSQL alone, nodes are rows. */
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import pg from 'pg';
import { createLogger } from '../../../src/lib/logger.ts';
import type { DesiredEntitlement, DesiredSource } from '../../../src/ports/node-api.ts';
import { desiredSourceOf } from '../../../src/usecases/access/desired-source.ts';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { placeAccess } from '../../../src/usecases/access/place-access.ts';
import { reissueCredential } from '../../../src/usecases/access/reissue-credential.ts';
import { spreadPlacements } from '../../../src/usecases/access/spread-placements.ts';
import { treatNode } from '../../../src/usecases/nodes/manage-nodes.ts';
import { eventually } from '../../support/core.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const DAY_MS = 86_400_000;

describe('placements', () => {
  let shop: TestShop;
  beforeEach(async () => {
    await shop?.[Symbol.asyncDispose]();
    shop = await openTestShop();
  });
  after(() => shop[Symbol.asyncDispose]());

  let nodes = 0;
  async function addNode(facts: { location?: string; capacity?: number } = {}): Promise<string> {
    nodes += 1;
    const nodeId = shop.ids.rowId();
    await shop.ask(
      `insert into nodes (node_id, name, url, key_ciphertext, status, location, weight, capacity, inbounds, created_at)
       values ($1, $2, $2, '\\x00', 'active', $3, 1, $4, '[]', $5)`,
      [nodeId, `n${nodes}`, facts.location ?? 'NL', facts.capacity ?? 100, shop.clock.now()],
    );
    return nodeId;
  }
  let people = 0;
  async function addAccess(days = 30): Promise<string> {
    people += 1;
    const telegramId = BigInt(people);
    await grantAccess(shop, { actor: 'test', telegramId, plan: 'basic', durationMs: days * DAY_MS });
    const [row] = await shop.ask<{ id: string }>(
      'select entitlement_id as id from entitlements join customers using (customer_id) where telegram_id = $1',
      [String(telegramId)],
    );
    return row?.id ?? assert.fail('no entitlement');
  }
  const placedOn = async (entitlementId: string) =>
    (
      await shop.ask<{ id: string }>('select node_id as id from placements where entitlement_id = $1', [
        entitlementId,
      ])
    )
      .map(({ id }) => id)
      .sort();
  /** Differences between what each node counts and what there is. */
  const miscounted = () =>
    shop.ask(
      `select name from nodes n where placed_count <> (select count(*) from placements p where p.node_id = n.node_id)`,
    );

  it('are made by many at once without one too many on a node, and every count is right', async () => {
    await addNode();
    await addNode({ capacity: 10 });
    await addNode();
    await addNode({ location: 'FI' });
    const ids = await Promise.all(Array.from({ length: 40 }, () => addAccess()));
    await Promise.all([...ids, ...ids].map((id) => placeAccess(shop, [id])));
    const counts = await shop.ask<{ placed_count: number }>('select placed_count from nodes order by name');
    assert.deepEqual(
      counts.map((row) => row.placed_count).sort((a, b) => a - b),
      [10, 35, 35, 40],
    );
    assert.deepEqual(await miscounted(), []);
    for (const id of ids) assert.equal((await placedOn(id)).length, 3);
  });

  it('go past the capacity rather than leave a customer with nothing', async () => {
    await addNode({ capacity: 1 });
    const [first, second] = [await addAccess(), await addAccess()];
    assert.equal(await placeAccess(shop, [first]), false);
    assert.equal(await placeAccess(shop, [second]), true);
    assert.equal((await placedOn(second)).length, 1);
  });

  it('follow a node that comes, drains, is lost and comes back; nobody loses one', async () => {
    const a = await addNode();
    const b = await addNode();
    const ids = await Promise.all(Array.from({ length: 30 }, () => addAccess()));
    await spreadPlacements({ shop, logger });
    for (const id of ids) assert.deepEqual(await placedOn(id), [a, b].sort());
    const c = await addNode();
    await spreadPlacements({ shop, logger });
    for (const id of ids) assert.deepEqual(await placedOn(id), [a, b].sort());
    const [row] = await shop.ask<{ name: string }>('select name from nodes where node_id = $1', [a]);
    await treatNode(shop, { actor: 'test', name: row?.name ?? '', treatment: 'draining', mayStrand: true });
    await spreadPlacements({ shop, logger });
    for (const id of ids) assert.deepEqual(await placedOn(id), [a, b, c].sort());
    await shop.ask('update nodes set dead_at = $2 where node_id = $1', [b, shop.clock.now()]);
    const d = await addNode({ location: 'FI' });
    await spreadPlacements({ shop, logger });
    for (const id of ids) assert.deepEqual(await placedOn(id), [a, b, c, d].sort());
    assert.deepEqual(await miscounted(), []);
  });

  it('are not lost to two operators who each disable one of the last two nodes at once', async () => {
    await addNode();
    await addNode();
    await addAccess();
    await spreadPlacements({ shop, logger });
    const names = (await shop.ask<{ name: string }>('select name from nodes')).map(({ name }) => name);
    const disable = (name: string, mayStrand: boolean) =>
      treatNode(shop, { actor: 'test', name, treatment: 'disabled', mayStrand });
    const answers = await Promise.all(names.map((name) => disable(name, false)));
    assert.deepEqual(answers.map((answer) => answer.ok).toSorted(), [false, true]);
    assert.deepEqual(
      answers.find(({ ok }) => !ok),
      { ok: false, refusal: 'customers-stranded' },
    );
    for (const name of names) assert.deepEqual(await disable(name, true), { ok: true });
    assert.deepEqual(await shop.ask('select distinct status from nodes'), [{ status: 'disabled' }]);
  });

  it('are given up a fortnight after the end, and not before', async () => {
    await addNode();
    const id = await addAccess(1);
    const other = await addAccess(30);
    await spreadPlacements({ shop, logger });
    shop.advance(DAY_MS + 1);
    await shop.ask("update entitlements set status = 'ended' where entitlement_id = $1", [id]);
    await spreadPlacements({ shop, logger });
    assert.equal((await placedOn(id)).length, 1);
    shop.advance(14 * DAY_MS);
    await spreadPlacements({ shop, logger });
    assert.equal((await placedOn(id)).length, 0);
    assert.equal((await placedOn(other)).length, 1);
    assert.deepEqual(await miscounted(), []);
  });

  async function read(source: DesiredSource, since: string | null) {
    const { cursor, isWhole, pages } = await source.read(since);
    const told: DesiredEntitlement[] = [];
    for await (const page of pages) told.push(...page);
    return { cursor, isWhole, told };
  }

  it('are told as what has changed since, and nothing that committed late is left out', async () => {
    const nodeId = await addNode();
    const source = desiredSourceOf(shop, { nodeId, status: 'active' });
    const [early, late] = [await addAccess(), await addAccess()];
    await spreadPlacements({ shop, logger });
    const whole = await read(source, null);
    assert.deepEqual(
      whole.told.map((one) => one.credentials.length),
      [1, 1],
    );

    const slow = new pg.Client({ connectionString: shop.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `update entitlements set ends_at = ends_at + interval '1 day' where entitlement_id = $1`,
      [late],
    );
    await shop.ask(`update entitlements set ends_at = ends_at + interval '1 day' where entitlement_id = $1`, [
      early,
    ]);
    const between = await read(source, whole.cursor);
    assert.ok(between.told.some(({ entitlementId }) => entitlementId === early));
    assert.equal(between.isWhole, false);
    await slow.query('commit');
    await slow.end();
    const last = await read(source, between.cursor);
    const told = last.told.find(({ entitlementId }) => entitlementId === late);
    const before = whole.told.find(({ entitlementId }) => entitlementId === late);
    assert.equal(
      (told?.credentials[0]?.expiresAt.getTime() ?? 0) - (before?.credentials[0]?.expiresAt.getTime() ?? 0),
      DAY_MS,
    );
    // Somebody else's open transaction, in any database of this server, has the same told once more.
    const state = { cursor: last.cursor };
    await eventually('nothing is told twice', async () => {
      const again = await read(source, state.cursor);
      state.cursor = again.cursor;
      return again.told.length === 0;
    });
  });

  it('are told again when a credential is reissued or a place is given up, and whole after a restore', async () => {
    const nodeId = await addNode();
    const source = desiredSourceOf(shop, { nodeId, status: 'active' });
    const id = await addAccess();
    await spreadPlacements({ shop, logger });
    const { cursor } = await read(source, null);
    const [row] = await shop.ask<{ id: string }>('select customer_id as id from entitlements');
    await reissueCredential(shop, { customerId: row?.id ?? '', actor: null });
    const reissued = await read(source, cursor);
    assert.deepEqual(
      reissued.told.map((one) => one.credentials.length),
      [2],
    );
    await shop.ask('delete from placements where entitlement_id = $1', [id]);
    const released = await read(source, reissued.cursor);
    assert.deepEqual(
      released.told.map((one) => one.credentials),
      [[]],
    );
    assert.equal((await read(source, '999999999999')).isWhole, true);
    const disabled = await read(desiredSourceOf(shop, { nodeId, status: 'disabled' }), released.cursor);
    assert.deepEqual({ isWhole: disabled.isWhole, told: disabled.told }, { isWhole: true, told: [] });
    assert.equal((await read(source, disabled.cursor)).isWhole, true);
  });

  it('count every change once, whoever makes it: an update without a change of access is told as well', async () => {
    const nodeId = await addNode();
    const id = await addAccess();
    await placeAccess(shop, [id]);
    await assert.rejects(
      shop.ask('insert into placements (entitlement_id, node_id, placed_at) values ($1, $2, $3)', [
        id,
        nodeId,
        shop.clock.now(),
      ]),
    );
    assert.deepEqual(await miscounted(), []);
  });
});
