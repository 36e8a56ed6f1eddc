import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  accepts,
  endChild,
  eventually,
  findCore,
  freePort,
  needsCore,
  reachesOverVless,
  startWebTarget,
} from '../support/core.ts';
import { credentialOf, TestNode } from './agent-process.ts';

describe('an agent attached to a core that somebody else runs', needsCore(), () => {
  let web: Awaited<ReturnType<typeof startWebTarget>>;
  let node: TestNode;
  let vlessPort: number;
  let apiPort: number;
  let core: ChildProcess;
  before(async () => {
    web = await startWebTarget();
    apiPort = await freePort();
    ({ node, vlessPort } = await TestNode.plain({
      XRAY_API_ADDRESS: `127.0.0.1:${apiPort}`,
      NODE_CORE: 'attached',
    }));
    core = await startCore();
    await node.start();
  });
  after(async () => {
    await node.dispose();
    await endChild(core);
    web.close();
  });

  it('gives it the credentials again after its restart, and survives its absence', async () => {
    const credential = credentialOf('c1');
    assert.equal((await node.change([credential])).status, 200);
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
    await endChild(core);
    await eventually('the agent notices', async () => !(await node.state()).core.isRunning);
    const refused = await node.change([credentialOf('c2')]);
    assert.equal(refused.status, 503);
    assert.equal(Reflect.get(Object(refused.body), 'code'), 'core-down');
    core = await startCore();
    await eventually('both are back', async () => (await node.state()).credentialCount === 2, 5_000);
    assert.equal(await reachesOverVless(vlessPort, credential.vlessId, web.port), true);
  });

  async function startCore(): Promise<ChildProcess> {
    const folder = join(node.folder, 'foreign');
    mkdirSync(folder, { recursive: true });
    const base = JSON.parse(readFileSync(join(node.folder, 'base.json'), 'utf8'));
    const api = { tag: 'api', listen: `127.0.0.1:${apiPort}`, services: ['HandlerService', 'StatsService'] };
    writeFileSync(join(folder, 'core.json'), JSON.stringify({ ...base, api, stats: {} }));
    const child = spawn(findCore() ?? '', ['run', '-config', join(folder, 'core.json')], { stdio: 'ignore' });
    await eventually('the foreign core listens', () => accepts(apiPort));
    return child;
  }
});
