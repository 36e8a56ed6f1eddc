/** Three nodes with agents of their own, and an operator who drains, disables, re-keys and removes them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isFault } from '../../../src/lib/fault.ts';
import { type Access, findAccess } from '../../../src/store/entitlements.ts';
import { convergeNode } from '../../../src/usecases/access/converge-node.ts';
import { finishReissue } from '../../../src/usecases/access/finish-reissue.ts';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { reissueCredential } from '../../../src/usecases/access/reissue-credential.ts';
import { addNode } from '../../../src/usecases/nodes/add-node.ts';
import { viewNodes } from '../../../src/usecases/nodes/list-nodes.ts';
import { rekeyNode, removeNode, treatNode } from '../../../src/usecases/nodes/manage-nodes.ts';
import { apiKey, type TestNode } from '../../node/agent-process.ts';
import { addSimulatedNode, type FleetDeps, openFleet, settleFleet } from '../../support/fleet.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

const DAY_MS = 86_400_000;
const actor = 'test';

describe('a fleet of three nodes', () => {
  let opened: TestShop;
  let deps: FleetDeps;
  const nodes: { node: TestNode; nodeId: string }[] = [];
  const names = ['vpn1', 'vpn2', 'vpn3'];
  before(async () => {
    opened = await openTestShop();
    deps = openFleet(opened);
    nodes.push(...(await Promise.all(names.map((name) => addSimulatedNode(deps, { name })))));
    for (let telegramId = 1n; telegramId <= 6n; telegramId += 1n) {
      await grantAccess(deps.shop, { actor, telegramId, plan: 'basic', durationMs: DAY_MS });
    }
    await settle();
  });
  after(async () => {
    await deps.fleet.api.close();
    await Promise.all(nodes.map(({ node }) => node.dispose()));
    await opened[Symbol.asyncDispose]();
  });

  const settle = () =>
    settleFleet(
      deps,
      nodes.map(({ nodeId }) => nodeId),
    );
  const counts = () => Promise.all(nodes.map(async ({ node }) => (await node.state()).credentialCount));
  const nodeOf = (index: number) => nodes[index] ?? assert.fail('no such node');
  async function accessOf(telegramId: number): Promise<Access> {
    const [row] = await deps.shop.ask<{ id: string }>(
      'select entitlement_id as id from entitlements join customers using (customer_id) where telegram_id = $1',
      [telegramId],
    );
    return (await findAccess(deps.shop.db, row?.id ?? '')) ?? assert.fail('no access');
  }

  it('shares its customers evenly, each on two nodes, and confirms them', async () => {
    assert.deepEqual(await counts(), [4, 4, 4]);
    const [row] = await deps.shop.ask<{ count: string }>(
      "select count(*) from entitlements where status = 'active'",
    );
    assert.equal(Number(row?.count), 6);
    assert.ok((await viewNodes(deps.shop)).every(({ health }) => health === 'healthy'));
  });

  it('refuses a second installation', async () => {
    const other = openFleet(opened, 'fleet-2');
    const { node } = nodeOf(0);
    const facts = { actor, name: 'stolen', url: node.url, apiKey, location: 'NL', weight: 1, capacity: 1 };
    assert.deepEqual(await addNode(other.shop, other.fleet, facts), {
      ok: false,
      refusal: 'held-by-another',
    });
    const target = { nodeId: 'x', url: node.url, apiKey };
    await assert.rejects(
      other.fleet.api.lease(target, { owner: 'fleet-2', fence: 999n, ttlMs: 1_000 }),
      (error) => isFault(error, 'node-lease-held'),
    );
    await other.fleet.api.close();
  });

  it('drains a node: nobody loses it, everybody there gets another', async () => {
    assert.deepEqual(
      await treatNode(deps.shop, { actor, name: 'vpn1', treatment: 'draining', mayStrand: true }),
      {
        ok: true,
      },
    );
    await settle();
    assert.deepEqual(await counts(), [4, 6, 6]);
    await grantAccess(deps.shop, { actor, telegramId: 7n, plan: 'basic', durationMs: DAY_MS });
    await settle();
    assert.deepEqual(await counts(), [4, 7, 7]);
  });

  it('empties a disabled node, and fills it when it is enabled again', async () => {
    await treatNode(deps.shop, { actor, name: 'vpn1', treatment: 'disabled', mayStrand: true });
    await convergeNode(deps, nodeOf(0).nodeId);
    assert.deepEqual(await counts(), [0, 7, 7]);
    await treatNode(deps.shop, { actor, name: 'vpn1', treatment: 'active', mayStrand: true });
    await convergeNode(deps, nodeOf(0).nodeId);
    assert.deepEqual(await counts(), [4, 7, 7]);
  });

  it('reissues: both credentials everywhere, then only the new one; a node that is away gets both changes at once', async () => {
    const before = await accessOf(3);
    const { customerId, entitlementId } = before;
    const away = nodeOf(1);
    await away.node.kill();
    assert.deepEqual(await reissueCredential(deps.shop, { customerId, actor: null }), { ok: true });
    await assert.rejects(finishReissue(deps, { entitlementId }), (error) => isFault(error, 'node-not-told'));
    const living = async (index: number) => {
      const { body } = await nodeOf(index).node.call('GET', '/list-users');
      return (body as { uuids: string[] }).uuids;
    };
    const fresh = await accessOf(3);
    assert.notEqual(fresh.vlessId, before.vlessId);
    const told = await living(2);
    assert.ok(told.includes(before.vlessId) && told.includes(fresh.vlessId), 'both work meanwhile');
    for (let check = 0; check < 3; check += 1) await convergeNode(deps, away.nodeId);
    await finishReissue(deps, { entitlementId });
    assert.deepEqual(
      (await living(2)).filter((id) => [before.vlessId, fresh.vlessId].includes(id)),
      [fresh.vlessId],
    );
    await away.node.start();
    await deps.shop.ask('update nodes set url = $2 where node_id = $1', [away.nodeId, away.node.url]);
    for (let check = 0; check < 2; check += 1) await convergeNode(deps, away.nodeId);
    assert.deepEqual(
      (await living(1)).filter((id) => [before.vlessId, fresh.vlessId].includes(id)),
      [fresh.vlessId],
    );
  });

  it("limits a customer's own reissues to three a day, and lets an operator", async () => {
    const { customerId } = await accessOf(4);
    const wish = { customerId, actor: null };
    const answers = await Promise.all(Array.from({ length: 8 }, () => reissueCredential(deps.shop, wish)));
    assert.equal(answers.filter(({ ok }) => ok).length, 3);
    assert.deepEqual(
      answers.filter(({ ok }) => !ok),
      Array(5).fill({ ok: false, refusal: 'too-often' }),
    );
    assert.deepEqual(await reissueCredential(deps.shop, { customerId, actor }), { ok: true });
    const [row] = await deps.shop.ask<{ count: string }>(
      'select count(*) from credentials where customer_id = $1 and superseded_at is null',
      [customerId],
    );
    assert.equal(Number(row?.count), 1);
    await finishReissue(deps, await accessOf(4));
  });

  it('uses a new key only when the agent accepts it', async () => {
    const order = { actor, name: 'vpn3', url: null };
    await assert.rejects(rekeyNode(deps.shop, deps.fleet, { ...order, apiKey: 'wrong' }), (error) =>
      isFault(error, 'node-refused'),
    );
    assert.deepEqual(await rekeyNode(deps.shop, deps.fleet, { ...order, apiKey }), { ok: true });
    assert.deepEqual(await rekeyNode(deps.shop, deps.fleet, { ...order, name: 'vpn9', apiKey }), {
      ok: false,
      refusal: 'node-unknown',
    });
    assert.equal(await convergeNode(deps, nodeOf(2).nodeId), 'converged');
  });

  it('removes a node whose customers have another, emptied and free for others; not the last one', async () => {
    const vpn3 = nodeOf(2);
    const remove = (name: string, isForced = false) =>
      removeNode(deps.shop, deps.fleet, { actor, name, isForced });
    assert.deepEqual(await remove('vpn3'), { ok: true, isEmptied: true });
    assert.equal((await vpn3.node.state()).credentialCount, 0);
    assert.equal(await convergeNode(deps, vpn3.nodeId), 'away');
    await settle();
    assert.deepEqual(await counts(), [7, 7, 0]);
    await remove('vpn1');
    const refused = await remove('vpn2');
    assert.deepEqual(refused, { ok: false, refusal: 'customers-stranded', stranded: 7 });
    const other = openFleet(opened, 'fleet-2');
    const facts = { actor, name: 'vpn3', url: vpn3.node.url, apiKey, location: 'NL', weight: 1, capacity: 9 };
    assert.equal((await addNode(other.shop, other.fleet, facts)).ok, true);
    await other.fleet.api.close();
    assert.deepEqual(await remove('vpn2', true), { ok: true, isEmptied: true });
  });
});
