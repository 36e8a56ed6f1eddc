/** One customer, three nodes with real cores: bought, reissued, expired; no core is restarted for any of it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { apiKey, TestNode } from '../../node/agent-process.ts';
import { eventually, findCore, needsCore, reachesOverVless, startWebTarget } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

/** A look at a node is due every 10 s; on a slow machine everything takes its time. */
const PATIENCE_MS = 120_000;

describe('a customer on three real cores', needsCore(), () => {
  let world: World;
  let target: Awaited<ReturnType<typeof startWebTarget>>;
  let nodes: { node: TestNode; vlessPort: number }[] = [];
  let anna: Customer;
  let first = '';
  before(async () => {
    target = await startWebTarget();
    world = await World.open();
    await world.startServer();
    nodes = await Promise.all([1, 2, 3].map(() => TestNode.plain({ XRAY_BIN: findCore() ?? '' })));
    const keyFile = join(world.dir, 'node.key');
    writeFileSync(keyFile, apiKey);
    for (const [index, { node }] of nodes.entries()) {
      await node.start();
      const place = ['NL', 'FI', 'DE'][index] ?? '';
      const facts = ['--url', node.url, '--key-file', keyFile, '--location', place];
      const added = await world.cli(['node', 'add', `vpn-${place.toLowerCase()}`, ...facts]);
      assert.equal(added.code, 0, added.stderr);
    }
  });
  after(async () => {
    target.close();
    await Promise.all(nodes.map(({ node }) => node.dispose()));
    await world[Symbol.asyncDispose]();
  });

  const reaches = (vlessPort: number, vlessId: string) => reachesOverVless(vlessPort, vlessId, target.port);
  const everywhere = async (vlessId: string, isExpected: boolean) => {
    const reached = await Promise.all(nodes.map(({ vlessPort }) => reaches(vlessPort, vlessId)));
    return reached.every((one) => one === isExpected);
  };
  const corePids = () => Promise.all(nodes.map(async ({ node }) => (await node.state()).core.pid));
  let pids: (number | null)[] = [];

  it('passes traffic through each of them after one purchase', async () => {
    anna = await Customer.create(world.client);
    await anna.start();
    await anna.press(/Купить/);
    await anna.press(/Basic/);
    await anna.press(/1 месяц — 149/);
    await anna.press(/Криптовалютой/);
    pids = await corePids();
    await anna.payInvoice();
    first = await anna.readKey();
    await eventually('traffic on every core', () => everywhere(first, true), PATIENCE_MS);
  });

  let second = '';
  it('never stands without a credential that works while it is reissued, and the old one is refused then', async () => {
    let isWatching = true;
    const watched = nodes.map(async ({ vlessPort }) => {
      let looks = 0;
      for (; isWatching; looks += 1) {
        // The old one goes after the new one is there: who finds the old one gone finds the new one.
        const works = (await reaches(vlessPort, first)) || (await reaches(vlessPort, await presentId()));
        assert.ok(works, 'neither credential works');
      }
      return looks;
    });
    const reissued = await world.cli(['reissue', String(anna.telegramId)]);
    assert.equal(reissued.code, 0, reissued.stderr);
    second = await presentId();
    assert.notEqual(second, first);
    await eventually('the old one is refused', () => everywhere(first, false), PATIENCE_MS);
    assert.ok(await everywhere(second, true));
    isWatching = false;
    const looks = await Promise.all(watched);
    assert.ok(
      looks.every((count) => count > 2),
      `watched ${looks.join(', ')} times`,
    );
  });

  it('is blocked on each of them once its time is over, in the same core processes', async () => {
    await world.query(`update entitlements set ends_at = $1`, [new Date(Date.now() + 3_000)]);
    await eventually('blocked everywhere', () => everywhere(second, false), PATIENCE_MS);
    assert.deepEqual(await corePids(), pids);
    assert.ok(pids.every((pid) => pid !== null));
  });

  async function presentId(): Promise<string> {
    const [row] = await world.query<{ id: string }>(
      `select vless_id as id from credentials where revoked_at is null and superseded_at is null`,
    );
    return row?.id ?? assert.fail('no credential');
  }
});
