import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  eventually,
  findCore,
  freePort,
  loopbackFreedom,
  needsCore,
  needsReality,
  reachesOverSocks,
  reachesOverVless,
  startClientCore,
  startRealityTarget,
  startWebTarget,
} from '../support/core.ts';
import { credentialOf, TestNode } from './agent-process.ts';

const core = { XRAY_BIN: findCore() ?? '' };
let web: Awaited<ReturnType<typeof startWebTarget>>;
before(async () => {
  web = await startWebTarget();
});
after(() => web.close());

const cores: [name: string, env: Record<string, string>, options: { skip?: string }][] = [
  ['a real core', core, needsCore()],
  ['the simulated core', { NODE_CORE: 'simulated' }, {}],
];
for (const [name, env, options] of cores) {
  describe(`traffic over plain TCP through ${name}`, options, () => {
    let node: TestNode;
    let vlessPort: number;
    before(async () => {
      ({ node, vlessPort } = await TestNode.plain(env));
      await node.start();
    });
    after(() => node.dispose());

    it('passes only while the credential is there, in one and the same core process', async () => {
      const credential = credentialOf('c1');
      const pid = (await node.state()).core.pid;
      assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), false);
      assert.equal((await node.change([credential])).status, 200);
      assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
      assert.equal((await node.change([], ['c1'])).status, 200);
      assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), false);
      assert.equal((await node.state()).core.pid, pid);
    });

    it('replaces the UUID of an e-mail, and a repeat changes nothing', async () => {
      const [old, renewed] = [credentialOf('c2'), credentialOf('c2')];
      await node.change([old]);
      const { digest } = (await node.change([renewed])).body as { digest: string };
      assert.equal((await node.change([renewed])).status, 200);
      assert.equal((await node.state()).digest, digest);
      assert.equal(await reachesOverVless(vlessPort, old.vlessId, web.port), false);
      assert.equal(await reachesOverVless(vlessPort, renewed.vlessId, web.port), true);
    });

    it('ends at the expiry, by the agent alone', async () => {
      const credential = credentialOf('c3', 1_000);
      await node.change([credential]);
      assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
      await eventually(
        'the credential ends',
        async () => !(await reachesOverVless(vlessPort, credential.vlessId, web.port)),
      );
      assert.ok(Date.now() >= credential.expiresAtMs);
      const before = await node.state();
      assert.equal((await node.change([credential])).status, 200);
      assert.equal((await node.state()).digest, before.digest);
    });
  });
}

describe('traffic over REALITY with Vision', needsReality(), () => {
  const sni = 'front.example';
  let target: Awaited<ReturnType<typeof startRealityTarget>>;
  let node: TestNode;
  before(async () => {
    target = await startRealityTarget(sni);
    node = new TestNode({ ...core, XRAY_SNI: sni, XRAY_TARGET: `127.0.0.1:${target.port}` });
  });
  after(async () => {
    await node.dispose();
    target.close();
  });

  it('passes only while the credential is there', async () => {
    const port = String(await freePort());
    await node.start({ XRAY_PORT: port });
    const [inbound] = (await node.state()).inbounds;
    assert.ok(inbound);
    await node.kill('SIGTERM');
    allowLoopback(node, port);
    await node.start({ XRAY_CONFIG_PATH: join(node.folder, 'base.json') });
    assert.equal((await node.state()).inbounds[0]?.publicKey, inbound.publicKey);

    const credential = credentialOf('r1');
    const { publicKey = '', shortId = '' } = inbound;
    const client = await startClientCore({
      port: inbound.port,
      uuid: credential.vlessId,
      sni,
      publicKey,
      shortId,
    });
    try {
      assert.equal(inbound.flow, 'xtls-rprx-vision');
      assert.equal(await reachesOverSocks(client.socksPort, web.port), false);
      await node.change([credential]);
      assert.equal(await reachesOverSocks(client.socksPort, web.port), true);
      await node.change([], ['r1']);
      assert.equal(await reachesOverSocks(client.socksPort, web.port), false);
    } finally {
      await client.stop();
    }
  });

  /** The default configuration, with loopback as a reachable internet. */
  function allowLoopback(of: TestNode, port: string): void {
    const config = JSON.parse(readFileSync(join(of.stateDir, 'core.json'), 'utf8'));
    assert.equal(String(config.inbounds[0].port), port);
    const base = { log: config.log, inbounds: config.inbounds, outbounds: [loopbackFreedom()] };
    writeFileSync(join(of.folder, 'base.json'), JSON.stringify(base));
  }
});
