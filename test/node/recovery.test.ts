import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  endChild,
  eventually,
  findCore,
  freePort,
  needsCore,
  reachesOverVless,
  startWebTarget,
} from '../support/core.ts';
import { credentialOf, TestNode } from './agent-process.ts';

describe('recovery of a node with a real core', needsCore(), () => {
  let web: Awaited<ReturnType<typeof startWebTarget>>;
  let node: TestNode;
  let vlessPort: number;
  before(async () => {
    web = await startWebTarget();
  });
  after(() => web.close());
  beforeEach(async () => {
    ({ node, vlessPort } = await TestNode.plain({ XRAY_BIN: findCore() ?? '' }));
    await node.start();
  });
  afterEach(() => node.dispose());

  it('kill -9 of the agent: the next one adopts the same core, set and digest', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    const before = await node.state();
    await node.kill();
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
    await node.start();
    const state = await node.state();
    assert.equal(state.core.pid, before.core.pid);
    assert.equal(state.digest, before.digest);
    assert.equal(state.credentialCount, 1);
    assert.equal(coresOf(node).length, 1);
  });

  it('SIGTERM leaves the core running, and what expires meanwhile is ended by the next agent', async () => {
    const credential = credentialOf('c1', 1_500);
    await node.change([credential]);
    const { pid } = (await node.state()).core;
    await node.kill('SIGTERM');
    await eventually('the term passes', async () => Date.now() > credential.expiresAtMs);
    await node.start();
    const state = await node.state();
    assert.equal(state.core.pid, pid);
    assert.equal(state.credentialCount, 0);
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), false);
  });

  it('tests a new configuration before it is swapped in: a bad one changes nothing, across a restart', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    const { pid } = (await node.state()).core;
    const path = join(node.folder, 'base.json');
    const good = readFileSync(path, 'utf8');
    const bad = { ...JSON.parse(good), outbounds: [{ protocol: 'no-such-thing' }] };
    writeFileSync(path, JSON.stringify(bad));
    node.agent?.kill('SIGHUP');
    const told = await eventually(
      'the problem is told',
      async () => (await node.state()).configProblem ?? false,
    );
    assert.match(told, /no-such-thing|unknown config/i);
    assert.equal((await node.state()).core.pid, pid);
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
    await node.kill();
    await node.start();
    const again = await node.state();
    assert.equal(again.core.pid, pid);
    assert.match(again.configProblem ?? '', /XRAY_CONFIG_PATH/);
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
  });

  it('swaps in a good new configuration, with every credential', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    const { pid, nodeHash } = { ...(await node.state()).core, ...(await node.state()) };
    const newPort = await freePort();
    TestNode.plainBase(node.folder, newPort);
    node.agent?.kill('SIGHUP');
    await eventually('the new port is open', async () =>
      reachesOverVless(newPort, credential.vlessId, web.port).catch(() => false),
    );
    const state = await eventually('the credentials were read back', async () => {
      const now = await node.state();
      return now.credentialCount === 1 && now;
    });
    assert.notEqual(state.core.pid, pid);
    assert.notEqual(state.nodeHash, nodeHash);
    assert.equal(state.configProblem, null);
    assert.equal(state.inbounds[0]?.port, newPort);
    assert.equal(coresOf(node).length, 1);
  });

  it('kill -9 of the core: another one has every credential within 5 s', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    const { core, digest } = await node.state();
    const killedAtMs = performance.now();
    process.kill(core.pid ?? 0, 'SIGKILL');
    await eventually(
      'traffic is back',
      () => reachesOverVless(vlessPort, credential.vlessId, web.port),
      5_000,
    );
    assert.ok(performance.now() - killedAtMs < 5_000);
    const state = await eventually('the digest is back', async () => {
      const now = await node.state();
      return now.digest === digest && now;
    });
    assert.notEqual(state.core.pid, core.pid);
    assert.equal(coresOf(node).length, 1);
  });

  it('an adopted core that is killed is restarted as well', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    await node.kill();
    await node.start();
    const { pid } = (await node.state()).core;
    process.kill(pid ?? 0, 'SIGKILL');
    await eventually('traffic is back', async () => {
      const now = (await node.state()).core;
      return (
        now.isRunning && now.pid !== pid && (await reachesOverVless(vlessPort, credential.vlessId, web.port))
      );
    });
  });

  it('agent and core killed together: the next start brings the credentials back', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    const { core } = await node.state();
    await node.kill();
    process.kill(core.pid ?? 0, 'SIGKILL');
    await node.start();
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
  });

  it('a second agent on the same state directory is refused with exit 2', async () => {
    const second = node.spawn();
    const [code] = await once(second, 'exit');
    assert.equal(code, 2);
    assert.match(node.stderr, /NODE_STATE_DIR: is in use by another agent/);
    assert.equal((await node.state()).core.isRunning, true);
  });

  it('a second agent with its own state directory does not share the port of the first', async () => {
    const second = node.spawn({ NODE_STATE_DIR: join(node.folder, 'other') });
    const [code] = await once(second, 'exit');
    assert.equal(code, 2);
    assert.match(node.stderr, new RegExp(`port ${vlessPort} is in use`));
    assert.equal(coresOf(node).length, 1);
  });

  it('the end of the parent pipe stops core and agent', async () => {
    await node.kill('SIGTERM');
    await node.start({ ATLAS_PARENT_PIPE: '1' });
    const { agent } = node;
    assert.ok(agent);
    const ended = once(agent, 'exit');
    agent.stdin?.end();
    assert.deepEqual(await ended, [0, null]);
    assert.deepEqual(coresOf(node), []);
  });

  it('a changed base configuration replaces the core, the same one does not', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    const { pid } = (await node.state()).core;
    await node.kill('SIGTERM');
    const path = join(node.folder, 'base.json');
    const base = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...base, log: { loglevel: 'error' } }));
    await node.start();
    assert.notEqual((await node.state()).core.pid, pid);
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
  });

  it('what somebody else changes in the core is repaired by a read-back', async () => {
    const credential = credentialOf('c1');
    await node.change([credential]);
    const record = JSON.parse(readFileSync(join(node.stateDir, 'core.pid'), 'utf8'));
    const removed = spawnSync(findCore() ?? '', [
      'api',
      'rmu',
      `--server=${record.apiAddress}`,
      '-tag=plain',
      'c1',
    ]);
    assert.equal(removed.status, 0, String(removed.stderr));
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), false);
    await node.kill();
    await node.start();
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
  });

  function coresOf(of: TestNode): string[] {
    const { stdout } = spawnSync('pgrep', ['-f', '--', `-config ${of.folder}`], { encoding: 'utf8' });
    return stdout.split('\n').filter(Boolean);
  }
});

describe('an agent that cannot start', () => {
  const cases: [name: string, env: Record<string, string>, code: number, says: RegExp][] = [
    [
      'nothing set',
      { NODE_API_KEY: '', NODE_PUBLIC_HOST: '', XRAY_CONFIG_PATH: '' },
      2,
      /NODE_API_KEY.*\nNODE_PUBLIC_HOST.*\n(.*\n)*XRAY_SNI/,
    ],
    [
      'no such core',
      { XRAY_BIN: '/nowhere/xray' },
      2,
      /^XRAY_BIN: \/nowhere\/xray is not an executable file$/m,
    ],
    ['a core that is none', { XRAY_BIN: '/bin/true' }, 2, /^XRAY_BIN: .*does not answer as Xray/m],
    [
      'no such configuration',
      { XRAY_CONFIG_PATH: '/nowhere/base.json' },
      2,
      /^XRAY_CONFIG_PATH: cannot be read/m,
    ],
    [
      'a state directory that cannot be',
      { NODE_STATE_DIR: '/dev/null/state' },
      2,
      /^NODE_STATE_DIR: cannot be written/m,
    ],
    [
      'a simulated core for strangers',
      { NODE_HOST: '0.0.0.0' },
      2,
      /^XRAY_BIN: .* never serves beyond loopback/m,
    ],
  ];
  for (const [name, env, code, says] of cases) {
    it(`${name}: exit ${code}, by name`, async () => {
      const { node } = await TestNode.plain({
        NODE_CORE: 'simulated',
        ...(env.XRAY_BIN ? { NODE_CORE: 'owned' } : {}),
      });
      const child = node.spawn(env);
      const [exitCode] = await once(child, 'exit');
      assert.equal(exitCode, code, node.stderr);
      assert.match(node.stderr, says);
      await endChild(child);
      await node.dispose();
    });
  }
});
