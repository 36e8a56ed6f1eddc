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
/** What a process may breathe by while it is guessed at: a leak of 5 KiB per guess would be 25. */
const GUESSES_MB = 24;
/** And while bodies of 4 MiB come in: keeping each would be 400. */
const BODIES_MB = 80;

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

/** Memory half-way and at the end: what is kept for each would show. */
async function assertFlat(
  test: TestContext,
  pid: number | undefined,
  round: { times: number; act: (times: number) => Promise<void>; flatMb: number },
): Promise<void> {
  assert.ok(pid);
  await round.act(round.times / 2);
  const before = residentMb(pid).now;
  await round.act(round.times / 2);
  const { now } = residentMb(pid);
  test.diagnostic(`${before.toFixed(1)} MB half-way, ${now.toFixed(1)} MB at the end`);
  assert.ok(now - before < round.flatMb, `${before.toFixed(0)} MB grew to ${now.toFixed(0)} MB`);
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

  it('refuses 10,000 wrong keys in flat memory, and serves on', (test) => {
    const guess = () =>
      fetch(`${node.url}${agentRoutes.state}`, { headers: { 'x-api-key': randomBytes(16).toString('hex') } });
    const act = async (times: number) => assert.deepEqual(await knock(times, guess), { 401: times });
    return unharmed(() => assertFlat(test, node.agent?.pid, { times: GUESSES, act, flatMb: GUESSES_MB }));
  });

  it('refuses bodies that are huge or no JSON in flat memory, and serves on', (test) => {
    const huge = 'x'.repeat(4 * 1024 * 1024 + 1);
    const deep = '['.repeat(500_000);
    const send = (body: string) =>
      fetch(`${node.url}${agentRoutes.change}`, {
        method: 'POST',
        headers: { 'x-api-key': apiKey, 'content-type': 'application/json', connection: 'close' },
        body,
        // A client that is still sending may see its connection end before it reads the answer: status 0.
      }).catch(() => Response.error());
    const act = async (times: number) => {
      assert.deepEqual(await knock(times, () => send(deep)), { 400: times });
      const refused = await knock(times, () => send(huge));
      assert.deepEqual(
        Object.keys(refused).filter((status) => !['0', '413'].includes(status)),
        [],
      );
    };
    return unharmed(() => assertFlat(test, node.agent?.pid, { times: 200, act, flatMb: BODIES_MB }));
  });
});

describe('a server whose subscription links are guessed', () => {
  let world: World;
  before(async () => {
    world = await World.open();
    const asStarted = { NODE_OPTIONS: '--max-semi-space-size=6 --max-old-space-size=512' };
    await world.startServer({ ...world.webhookEnv(), TRUSTED_PROXIES: '127.0.0.1', ...asStarted });
  });
  after(() => world[Symbol.asyncDispose]());

  it('opens none of 10,000, from as many addresses, in flat memory', async (test) => {
    const [server] = world.servers;
    const guess = (time: number) =>
      fetch(`${server?.url}/sub/${randomBytes(32).toString('base64url')}`, {
        headers: { 'x-forwarded-for': `10.${time >> 16}.${(time >> 8) & 255}.${time & 255}` },
      });
    const act = async (times: number) => assert.deepEqual(await knock(times, guess), { 404: times });
    await assertFlat(test, server?.child.pid, { times: GUESSES, act, flatMb: GUESSES_MB });
    assert.equal((await fetch(`${server?.url}/livez`)).status, 200);
  });

  it('stops one address after sixty in a minute', async () => {
    const [server] = world.servers;
    const guess = () => fetch(`${server?.url}/sub/${randomBytes(32).toString('base64url')}`);
    assert.deepEqual(await knock(1_000, guess), { 404: 60, 429: 940 });
  });
});
