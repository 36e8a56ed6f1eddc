/** A hundred thousand credentials on one real core: how long a fill takes, and what a look and a repair cost. */
import assert from 'node:assert/strict';
import pg from 'pg';
import type { NodeLease } from '../../src/ports/node-api.ts';
import { convergeNode } from '../../src/usecases/access/converge-node.ts';
import { desiredSourceOf } from '../../src/usecases/access/desired-source.ts';
import { addNode } from '../../src/usecases/nodes/add-node.ts';
import { apiKey, TestNode } from '../node/agent-process.ts';
import { findCore } from '../support/core.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { type FleetDeps, openFleet } from '../support/fleet.ts';
import { openTestShop } from '../support/shop.ts';
import { type Proof, seconds } from './proof.ts';

const CREDENTIALS = 100_000;
const LOOKS = 20;
/** Source: Must show of the fleet: first fill, a look where nothing has changed, ten differences. */
const MAX_FILL_MS = 60_000;
const MAX_LOOK_MS = 50;
const MAX_LOOK_BYTES = 1_024;
const MAX_REPAIR_MS = 1_000;
const MAX_REPAIR_BYTES = 100 * 1024;

const FILL_SHOP = [
  `create temp table n as select i, gen_random_uuid() as id, $1::timestamptz + i * interval '1 second' as ends
   from generate_series(1, ${CREDENTIALS}) i`,
  `insert into customers (customer_id, telegram_id, first_name, created_at) select id, i, 'Anna', $1 from n`,
  `insert into entitlements (entitlement_id, customer_id, plan, status, starts_at, ends_at)
   select id, id, 'basic', 'active', $1, ends from n`,
  `insert into credentials (credential_id, customer_id, entitlement_id, vless_id, email, created_at)
   select id, id, id, gen_random_uuid(), 'c.' || id, $1 from n`,
  `insert into placements (entitlement_id, node_id, placed_at) select n.id, m.node_id, $1 from n cross join nodes m`,
  'analyze',
];

export const proveBigNode: Proof = async () => {
  await using shop = await openTestShop();
  const deps = openFleet(shop);
  const { node } = await TestNode.plain({ XRAY_BIN: findCore() ?? assert.fail('this proof needs a core') });
  await node.start();
  const proxy = await FaultProxy.open(() => node.url);
  try {
    const facts = { actor: 'proof', name: 'big', location: 'NL', weight: 1, capacity: 2 * CREDENTIALS };
    const added = await addNode(deps.shop, deps.fleet, { ...facts, url: proxy.url, apiKey });
    assert.ok(added.ok);
    await fillShop(deps);
    return await measure(deps, { node, proxy, nodeId: added.nodeId });
  } finally {
    await deps.fleet.api.close();
    await proxy.close();
    await node.dispose();
  }
};

async function fillShop({ shop }: FleetDeps): Promise<void> {
  const inTenDays = new Date(Date.now() + 864_000_000);
  // A connection of its own: the shop's are given up after twenty seconds of one statement.
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  try {
    for (const text of FILL_SHOP) await client.query(text.replaceAll('$1', `'${inTenDays.toISOString()}'`));
  } finally {
    await client.end();
  }
}

type BigNode = { node: TestNode; proxy: FaultProxy; nodeId: string };

async function measure(deps: FleetDeps, big: BigNode) {
  const fill = await timed(big, () => convergeNode(deps, big.nodeId));
  assert.equal((await big.node.state()).credentialCount, CREDENTIALS);
  assert.ok(fill.ms <= MAX_FILL_MS, `the first fill took ${fill.ms} ms`);
  const looks: Cost[] = [];
  for (let look = 0; look < LOOKS; look += 1)
    looks.push(await timed(big, () => convergeNode(deps, big.nodeId)));
  const middle = looks.toSorted((a, b) => a.ms - b.ms)[Math.floor(LOOKS / 2)] ?? assert.fail();
  const bytes = Math.max(...looks.map((look) => look.bytes));
  assert.ok(middle.ms <= MAX_LOOK_MS, `half of all looks took longer than ${middle.ms} ms`);
  assert.ok(bytes <= MAX_LOOK_BYTES, `a look moved ${bytes} bytes`);
  const repair = await repairTen(deps, big);
  assert.ok(repair.ms <= MAX_REPAIR_MS, `ten differences took ${repair.ms} ms`);
  assert.ok(repair.bytes <= MAX_REPAIR_BYTES, `ten differences moved ${repair.bytes} bytes`);
  return {
    size: `${CREDENTIALS} credentials on one core`,
    figures: {
      'first fill': `${seconds(fill.ms)}, ${Math.round(fill.bytes / 1024)} KB`,
      'no-change check': `${middle.ms.toFixed(1)} ms in the middle of ${LOOKS}, ${bytes} bytes at most`,
      'ten differences': `${seconds(repair.ms)}, ${Math.round(repair.bytes / 1024)} KB`,
      'memory of the server': `${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MiB`,
    },
  };
}

type Cost = { ms: number; bytes: number };

async function timed({ proxy }: BigNode, work: () => Promise<unknown>): Promise<Cost> {
  const [bytes, startedAtMs] = [proxy.bytes, performance.now()];
  await work();
  return { ms: performance.now() - startedAtMs, bytes: proxy.bytes - bytes };
}

/** Three that the node lost, two that it gained, three renewed and two ended here: in one look they are gone. */
async function repairTen(deps: FleetDeps, big: BigNode): Promise<Cost> {
  const [owner] = await deps.shop.ask<{ fence: string }>('select lease_fence as fence from nodes');
  const lease: NodeLease = { owner: deps.fleet.fleetId, fence: BigInt(owner?.fence ?? 0), ttlMs: 30_000 };
  const target = { nodeId: big.nodeId, url: big.proxy.url, apiKey };
  const lost = await deps.shop.ask<{ email: string }>('select email from credentials order by email limit 3');
  const strangers = ['stranger.1', 'stranger.2'].map((email) => {
    return { email, vlessId: crypto.randomUUID(), expiresAt: new Date(Date.now() + 3_600_000) };
  });
  const removeEmails = lost.map(({ email }) => email);
  await deps.fleet.api.change(target, lease, { upsert: strangers, removeEmails });
  const of = (order: string, limit: number) =>
    `entitlement_id in (select entitlement_id from credentials order by email ${order} limit ${limit})`;
  await deps.shop.ask(
    `update entitlements set ends_at = ends_at + interval '30 days' where ${of('desc', 3)}`,
  );
  await deps.shop.ask(
    `update entitlements set starts_at = '2020-01-01', ends_at = '2020-01-02' where entitlement_id in
       (select entitlement_id from credentials order by email desc offset 10 limit 2)`,
  );
  const cost = await timed(big, () => convergeNode(deps, big.nodeId));
  const source = desiredSourceOf(deps.shop, { nodeId: big.nodeId, status: 'active' });
  const { changed, isInStep } = await deps.fleet.api.converge(target, lease, source);
  assert.deepEqual({ changed, isInStep }, { changed: false, isInStep: true });
  assert.equal((await big.node.state()).credentialCount, CREDENTIALS - 2);
  return cost;
}
