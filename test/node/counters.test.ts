/** What a node tells of each credential's bytes: equal to what was sent, whatever dies in between. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  type TrafficPage,
  trafficPageSchema,
  trafficRoute,
} from '../../src/nodes/protocol/traffic-contract.ts';
import { eventually, findCore, needsCore } from '../support/core.ts';
import { type MeasuredTarget, startMeasuredTarget, transfer } from '../support/vless-transfer.ts';
import { credentialOf, TestNode } from './agent-process.ts';

const cores: [name: string, env: Record<string, string>, options: { skip?: string }][] = [
  ['a real core', { XRAY_BIN: findCore() ?? '' }, needsCore()],
  ['the simulated core', { NODE_CORE: 'simulated' }, {}],
];
for (const [name, env, options] of cores) {
  describe(`traffic counters of ${name}`, options, () => {
    const credential = credentialOf('c1');
    const open: Socket[] = [];
    const sent = { uplink: 0, downlink: 0 };
    let target: MeasuredTarget;
    let node: TestNode;
    let vlessPort: number;
    before(async () => {
      target = await startMeasuredTarget();
      ({ node, vlessPort } = await TestNode.plain(env));
      await node.start();
      await node.change([credential]);
    });
    after(async () => {
      hangUp();
      target.close();
      await node.dispose();
    });

    const hangUp = () => {
      for (const socket of open.splice(0)) socket.destroy();
    };
    const send = async (uplink: number, downlink: number) => {
      const through = { vlessPort, uuid: credential.vlessId, targetPort: target.port };
      open.push(await transfer(through, { uplink, downlink }));
      sent.uplink += uplink;
      sent.downlink += downlink;
    };
    const ask = async (since?: string): Promise<TrafficPage> => {
      const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`;
      return trafficPageSchema.parse((await node.call('GET', `${trafficRoute}${query}`)).body);
    };
    /** Waits until exactly what was sent is told: more would be counted twice, less would be lost. */
    const expectAllTold = async (): Promise<TrafficPage> => {
      let told = '';
      const wanted = `${sent.uplink} ${sent.downlink}`;
      const check = async () => {
        const page = await ask();
        told = page.entries.map((entry) => `${entry.uplinkBytes} ${entry.downlinkBytes}`).join();
        return told === wanted && page;
      };
      return eventually(`totals of ${wanted}`, check).catch((error: unknown) => {
        throw new Error(`${error}; told ${told}`);
      });
    };

    it('are what was sent, tell who is online, and come again when an answer was lost', async () => {
      const nobody = await ask();
      assert.deepEqual([nobody.entries, nobody.online, nobody.more], [[], [], false]);
      await send(300_000, 500_000);
      const page = await expectAllTold();
      assert.deepEqual(page.online, ['c1']);
      await send(1_000, 2_000);
      const { cursor } = await expectAllTold();
      assert.equal((await ask(page.cursor)).entries.length, 1);
      assert.deepEqual((await ask(page.cursor)).entries, (await ask(page.cursor)).entries);
      assert.deepEqual((await ask(cursor)).entries, []);
      hangUp();
      await eventually('nobody is online', async () => (await ask(cursor)).online?.length === 0);
    });

    it('need the key, and a cursor that could be one', async () => {
      const denied = await fetch(`${node.url}${trafficRoute}`, { headers: { 'x-api-key': 'wrong' } });
      assert.equal(denied.status, 401);
      assert.equal((await node.call('GET', `${trafficRoute}?since=${'x'.repeat(65)}`)).status, 422);
      assert.equal((await node.call('GET', `${trafficRoute}?since=another`)).status, 200);
    });

    if (env.NODE_CORE === 'simulated') return;

    it('go on when the agent is killed, with what passed meanwhile', async () => {
      const { epoch, cursor } = await expectAllTold();
      await node.kill('SIGKILL');
      await send(1_000, 2_000);
      await node.start();
      await expectAllTold();
      const page = await ask(cursor);
      assert.equal(page.epoch, epoch);
      assert.equal(page.entries[0]?.uplinkBytes, String(sent.uplink));
    });

    it('go on when the core is killed', async () => {
      const { pid } = (await node.state()).core;
      process.kill(pid ?? 0, 'SIGKILL');
      await eventually('another core', async () => {
        const { core, credentialCount } = await node.state();
        return core.isRunning && core.pid !== pid && credentialCount === 1;
      });
      await send(50_000, 1_000);
      await expectAllTold();
    });

    it('are read once more from a core that the next agent replaces', async () => {
      await node.kill('SIGTERM');
      const path = join(node.folder, 'base.json');
      const base = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...base, log: { loglevel: 'error' } }));
      await send(200, 200);
      await node.start({ NODE_CORE_STOPS_WITH_AGENT: '1' });
      await send(100, 100);
      await node.kill('SIGTERM');
      await node.start();
      await expectAllTold();
    });

    it('begin a new epoch when the disk lost them, without telling again what was told', async () => {
      const told = await expectAllTold();
      await node.kill('SIGKILL');
      rmSync(join(node.stateDir, 'traffic'));
      await node.start();
      const page = await ask(told.cursor);
      assert.notEqual(page.epoch, told.epoch);
      assert.deepEqual(page.entries, []);
      Object.assign(sent, { uplink: 0, downlink: 0 });
      await send(400, 500);
      await expectAllTold();
    });
  });
}
