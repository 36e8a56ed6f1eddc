import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isFault } from '../../src/lib/fault.ts';
import { createNodeApi } from '../../src/nodes/create-node-api.ts';
import type { DesiredCredential, DesiredSource, NodeLease, NodeTarget } from '../../src/ports/node-api.ts';
import { findCore, needsCore } from '../support/core.ts';
import { apiKey, TestNode } from './agent-process.ts';

const cores: [name: string, env: Record<string, string>, options: { skip?: string }][] = [
  ['a real core', { XRAY_BIN: findCore() ?? '' }, needsCore()],
  ['the simulated core', { NODE_CORE: 'simulated' }, {}],
];
for (const [name, env, options] of cores) {
  describe(`node API against ${name}`, options, () => {
    const api = createNodeApi();
    const lease: NodeLease = { owner: 'server-1', fence: 5n, ttlMs: 30_000 };
    const credentials = Array.from({ length: 6_000 }, (_, index) => credential(index));
    let node: TestNode;
    let target: NodeTarget;
    before(async () => {
      ({ node } = await TestNode.plain(env));
      await node.start();
      target = { nodeId: 'n1', url: node.url, apiKey };
    });
    after(async () => {
      await api.close();
      await node.dispose();
    });

    it('brings a node to a set of several parts, and then finds it equal', async () => {
      const first = await api.converge(target, lease, sourceOf(credentials));
      assert.equal(first.changed, true);
      assert.equal(first.report.credentialCount, 6_000);
      const second = await api.converge(target, lease, sourceOf([...credentials].reverse()));
      assert.equal(second.changed, false);
      assert.deepEqual(second.report, { ...first.report });
    });

    it('sees a renewed, a missing and a strange credential', async () => {
      const [head, ...tail] = credentials;
      assert.ok(head);
      const renewed = [{ ...head, expiresAt: new Date(head.expiresAt.getTime() + 1_000) }, ...tail];
      for (const set of [renewed, tail, [...tail, credential(9_999)], credentials]) {
        assert.equal((await api.converge(target, lease, sourceOf(set))).changed, true);
        assert.equal((await api.converge(target, lease, sourceOf(set))).changed, false);
      }
    });

    it('changes a few, repeatably, and agrees with the whole set afterwards', async () => {
      const added = credential(7_000);
      const change = { upsert: [added], removeEmails: ['c0', 'absent'] };
      await api.change(target, lease, change);
      const { digest } = await node.state();
      await api.change(target, lease, change);
      assert.equal((await node.state()).digest, digest);
      const set = [...credentials.slice(1), added];
      assert.equal((await api.converge(target, lease, sourceOf(set))).changed, false);
    });

    it('leaves out what has ended', async () => {
      const ended = { ...credential(8_000), expiresAt: new Date(Date.now() - 1) };
      const set = credentials.slice(0, 10);
      await api.converge(target, lease, sourceOf(set));
      assert.equal((await api.converge(target, lease, sourceOf([...set, ended]))).changed, false);
      await api.change(target, lease, { upsert: [ended], removeEmails: [] });
      assert.equal((await api.inspect(target)).credentialCount, 10);
    });

    it('tells its faults apart', async () => {
      const code = (expected: string) => (error: unknown) => isFault(error, expected);
      const late = { ...lease, fence: 4n };
      await assert.rejects(api.lease(target, late), code('node-lease-held'));
      await assert.rejects(api.converge(target, late, sourceOf([])), code('node-lease-held'));
      await assert.rejects(api.inspect({ ...target, nodeId: 'n2', apiKey: 'wrong' }), code('node-refused'));
      const nowhere = { ...target, nodeId: 'n3', url: 'http://127.0.0.1:1' };
      await assert.rejects(api.inspect(nowhere), code('node-unreachable'));
      const badEmail = { ...credential(1), email: 'BAD' };
      await assert.rejects(
        api.change(target, lease, { upsert: [badEmail], removeEmails: [] }),
        code('node-refused'),
      );
    });
  });
}

function credential(index: number): DesiredCredential {
  const vlessId = `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
  return { email: `c${index}`, vlessId, expiresAt: new Date(4_000_000_000_000 + index) };
}

/** A source that always tells everything. */
function sourceOf(credentials: DesiredCredential[]): DesiredSource {
  const pages = async function* () {
    yield credentials.map((one) => ({ entitlementId: one.email, credentials: [one] }));
  };
  return {
    now: () => new Date(),
    read: async () => ({ cursor: 'whole', isWhole: true, pages: pages() }),
  };
}
