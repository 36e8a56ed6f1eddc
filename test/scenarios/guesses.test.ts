/** Whoever guesses and floods: at the agent and at subscription links, ten thousand times. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it, type TestContext } from 'node:test';
import { agentRoutes } from '../../src/nodes/protocol/contract.ts';
import { residentMb } from '../bench/machine.ts';
import { apiKey, credentialOf, TestNode } from '../node/agent-process.ts';
import { inLanes } from '../proofs/proof.ts';
import { findCore, needsCore, reachesOverVless, startWebTarget } from '../support/core.ts';
import { World } from '../support/world.ts';

const GUESSES = 10_000;
const LANES = 20;
/** What a process may breathe by between two rounds of the same; a leak of 4 KiB per guess would be 40. */
const FLAT_MB = 24;

/** How often each status was answered. */
async function knock(
  times: number,
  one: (time: number) => Promise<Response>,
): Promise<Record<number, number>> {
  const statuses = await inLanes(
    Array.from({ length: times }, (_, time) => time),
    LANES,
    async (time) => {
      const answer = await one(time);
      await answer.arrayBuffer();
      return answer.status;
    },
  );
  const counts: Record<number, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Does the same three times: memory that is kept for each would show between the second and the third. */
async function assertFlat(
  test: TestContext,
  pid: number | undefined,
  round: () => Promise<void>,
): Promise<void> {
  assert.ok(pid);
  await round();
  await round();
  const before = residentMb(pid).now;
  await round();
  const { now } = residentMb(pid);
  test.diagnostic(`${before.toFixed(1)} MB before the last round, ${now.toFixed(1)} MB after it`);
  assert.ok(now - before < FLAT_MB, `${before.toFixed(0)} MB grew to ${now.toFixed(0)} MB`);
}

describe('an agent that is guessed at', needsCore(), () => {
  let node: TestNode;
  let vlessPort: number;
  let web: Awaited<ReturnType<typeof startWebTarget>>;
  const credential = credentialOf('c1');
  before(async () => {
    web = await startWebTarget();
    ({ node, vlessPort } = await TestNode.plain({ XRAY_BIN: findCore() ?? '' }));
    await node.start();
    await node.change([credential]);
  });
  after(async () => {
    await node.dispose();
    web.close();
  });

  const unharmed = async (act: () => Promise<void>) => {
    const before = await node.state();
    await act();
    const { core, digest } = await node.state();
    assert.deepEqual({ core, digest }, { core: before.core, digest: before.digest });
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
  };

  it('refuses 10,000 wrong keys in flat memory, and serves on', (test) =>
    unharmed(() =>
      assertFlat(test, node.agent?.pid, async () => {
        const guess = () =>
          fetch(`${node.url}${agentRoutes.state}`, {
            headers: { 'x-api-key': randomBytes(16).toString('hex') },
          });
        assert.deepEqual(await knock(GUESSES, guess), { 401: GUESSES });
      }),
    ));

  it('refuses bodies that are huge or no JSON in flat memory, and serves on', (test) =>
    unharmed(() =>
      assertFlat(test, node.agent?.pid, async () => {
        const huge = 'x'.repeat(4 * 1024 * 1024 + 1);
        const deep = '['.repeat(500_000);
        const send = (body: string) =>
          fetch(`${node.url}${agentRoutes.change}`, {
            method: 'POST',
            headers: { 'x-api-key': apiKey, 'content-type': 'application/json', connection: 'close' },
            body,
          });
        assert.deepEqual(await knock(100, () => send(deep)), { 400: 100 });
        // A client that is still sending may see its connection end before it reads the answer.
        const refused = await knock(100, () => send(huge).catch(() => new Response(null, { status: 413 })));
        assert.deepEqual(refused, { 413: 100 });
      }),
    ));
});

describe('a server whose subscription links are guessed', () => {
  let world: World;
  before(async () => {
    world = await World.open();
    await world.startServer({ ...world.webhookEnv(), TRUSTED_PROXIES: '127.0.0.1' });
  });
  after(() => world[Symbol.asyncDispose]());

  it('opens none of 10,000, from as many addresses, in flat memory', async (test) => {
    const [server] = world.servers;
    await assertFlat(test, server?.child.pid, async () => {
      const guess = (time: number) =>
        fetch(`${server?.url}/sub/${randomBytes(32).toString('base64url')}`, {
          headers: { 'x-forwarded-for': `10.${time >> 16}.${(time >> 8) & 255}.${time & 255}` },
        });
      assert.deepEqual(await knock(GUESSES, guess), { 404: GUESSES });
    });
    assert.equal((await fetch(`${server?.url}/livez`)).status, 200);
  });

  it('stops one address after sixty in a minute', async () => {
    const [server] = world.servers;
    const guess = () => fetch(`${server?.url}/sub/${randomBytes(32).toString('base64url')}`);
    assert.deepEqual(await knock(1_000, guess), { 404: 60, 429: 940 });
  });
});
