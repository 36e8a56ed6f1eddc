/** A node that an older bot has filled comes under this shop: its customers keep their keys, without a gap. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { convergeNode } from '../../../src/usecases/access/converge-node.ts';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { pushAccess } from '../../../src/usecases/access/push-access.ts';
import { type Adoption, addNode } from '../../../src/usecases/nodes/add-node.ts';
import { apiKey, TestNode } from '../../node/agent-process.ts';
import { findCore, needsCore, reachesOverVless, startWebTarget } from '../../support/core.ts';
import { type FleetDeps, openFleet } from '../../support/fleet.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

const DAY = 86_400_000;

describe('a node with customers of an older bot', needsCore(), () => {
  let web: Awaited<ReturnType<typeof startWebTarget>>;
  let opened: TestShop;
  let deps: FleetDeps;
  let node: TestNode;
  let vlessPort: number;
  before(async () => {
    web = await startWebTarget();
  });
  after(() => web.close());
  beforeEach(async () => {
    opened = await openTestShop();
    deps = openFleet(opened);
    ({ node, vlessPort } = await TestNode.plain({ XRAY_BIN: findCore() ?? '' }));
    await node.start();
  });
  afterEach(async () => {
    await deps.fleet.api.close();
    await node.dispose();
    await opened[Symbol.asyncDispose]();
  });

  async function put(telegramId: number, inMs = 30 * DAY): Promise<string> {
    const uuid = randomUUID();
    const body = { uuid, telegram_id: telegramId, expiry_timestamp_ms: Date.now() + inMs };
    assert.equal((await node.call('POST', '/add-user', body)).status, 200);
    return uuid;
  }
  const add = (adoption?: Adoption) =>
    addNode(
      deps.shop,
      deps.fleet,
      { actor: 'test', name: 'old', url: node.url, apiKey, location: 'NL', weight: 1, capacity: 100 },
      adoption,
    );
  const works = (uuid: string) => reachesOverVless(vlessPort, uuid, web.port).catch(() => false);
  const entitlements = () =>
    deps.shop.ask<{ id: string; ends: Date; uuid: string }>(
      `select c.telegram_id as id, e.ends_at as ends, k.vless_id as uuid from entitlements e
       join customers c using (customer_id) join credentials k using (entitlement_id) order by telegram_id`,
    );

  it('is not added without a word: they would all lose access', async () => {
    const uuid = await put(41);
    const refused = await add();
    assert.ok(!refused.ok && refused.refusal === 'has-customers' && refused.review.length === 1);
    assert.equal((await node.state()).mode, 'legacy');
    assert.equal(await works(uuid), true);
    assert.equal((await deps.shop.ask('select from nodes')).length, 0);
  });

  it('is adopted: same keys, same ends, the same core, and not one moment without service', async () => {
    const uuids = [await put(41), await put(42, 3 * DAY), await put(43)];
    const { core } = await node.state();
    const watching = { isOver: false, gaps: 0, looks: 0 };
    const watch = (async () => {
      while (!watching.isOver) {
        watching.looks += 1;
        if (!(await works(uuids[0] ?? ''))) watching.gaps += 1;
      }
    })();
    const added = await add('whole');
    assert.ok(added.ok);
    assert.deepEqual(new Set(added.review.map(({ fate }) => fate)), new Set(['adopted']));
    for (let look = 0; look < 3; look += 1) assert.equal(await convergeNode(deps, added.nodeId), 'converged');
    watching.isOver = true;
    await watch;
    assert.ok(watching.looks > 3);
    assert.equal(watching.gaps, 0);
    const state = await node.state();
    assert.deepEqual([state.mode, state.credentialCount, state.core.pid], ['managed', 3, core.pid]);
    for (const uuid of uuids) assert.equal(await works(uuid), true);
    const rows = await entitlements();
    assert.deepEqual(
      rows.map(({ id, uuid }) => [Number(id), uuid]),
      [41, 42, 43].map((id, index) => [id, uuids[index]]),
    );
    assert.ok(Math.abs((rows[1]?.ends.getTime() ?? 0) - Date.now() - 3 * DAY) < 60_000);
  });

  it('refuses as a whole when somebody cannot be kept, and lets them end when told to', async () => {
    await grantAccess(deps.shop, { actor: 'test', telegramId: 42n, plan: 'basic', durationMs: DAY });
    const [kept, second, known, nobodys] = [await put(41), await put(41, DAY), await put(42), randomUUID()];
    const body = { uuid: nobodys, expiry_timestamp_ms: Date.now() + DAY };
    assert.equal((await node.call('POST', '/update-user', body)).status, 200);
    const refused = await add('whole');
    assert.ok(!refused.ok && refused.refusal === 'not-adoptable');
    assert.equal((await entitlements()).length, 1);
    assert.equal(await works(second), true);
    const added = await add('forced');
    assert.ok(added.ok);
    assert.equal(await convergeNode(deps, added.nodeId), 'converged');
    assert.deepEqual(await Promise.all([kept, second, known, nobodys].map(works)), [
      true,
      false,
      false,
      false,
    ]);
  });

  it('is adopted once: who tries again is told that it is there', async () => {
    const uuid = await put(41);
    const results = await Promise.all([add('whole'), add('whole'), add('whole')]);
    assert.equal(results.filter(({ ok }) => ok).length, 1);
    assert.equal((await entitlements()).length, 1);
    const [row] = await deps.shop.ask<{ id: string }>('select entitlement_id as id from entitlements');
    // A crash before the first check changes nothing: the next look or push finds everything as it should be.
    await pushAccess(deps, row?.id ?? '');
    assert.equal(await works(uuid), true);
    assert.equal((await node.state()).credentialCount, 1);
  });
});
