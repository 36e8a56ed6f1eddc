import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countInInbound, createInboundDigest, expectedDigest } from './digest.ts';

const inbounds = [
  { tag: 'plain', flow: '' },
  { tag: 'reality', flow: 'xtls-rprx-vision' },
];
const node = { baseConfigHash: 'base', inbounds, asOfMs: 1_000 };
const credentials = Array.from({ length: 2_500 }, (_, index) => ({
  email: `c${index}`,
  vlessId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  expiresAtMs: 2_000 + index,
}));

describe('digest', () => {
  it('does not depend on order', async () => {
    assert.equal(
      await expectedDigest(node, credentials),
      await expectedDigest(node, [...credentials].reverse()),
    );
  });

  const [first, ...rest] = credentials;
  assert.ok(first);
  const differences: [name: string, node: typeof node, credentials: typeof credentials][] = [
    ['a missing credential', node, rest],
    ['another e-mail', node, [{ ...first, email: 'other' }, ...rest]],
    ['another UUID', node, [{ ...first, vlessId: 'ffffffff-0000-4000-8000-000000000000' }, ...rest]],
    ['another expiry', node, [{ ...first, expiresAtMs: 9 ** 9 }, ...rest]],
    ['another base configuration', { ...node, baseConfigHash: 'other' }, credentials],
    ['another flow', { ...node, inbounds: inbounds.map((one) => ({ ...one, flow: '' })) }, credentials],
    ['a missing inbound', { ...node, inbounds: inbounds.slice(1) }, credentials],
  ];
  for (const [name, otherNode, others] of differences) {
    it(`sees ${name}`, async () => {
      assert.notEqual(await expectedDigest(node, credentials), await expectedDigest(otherNode, others));
    });
  }

  it('leaves out what ended by the instant of the report', async () => {
    const ended = { ...first, email: 'ended', expiresAtMs: 1_000 };
    assert.equal(
      await expectedDigest(node, [ended, ...credentials]),
      await expectedDigest(node, credentials),
    );
  });

  it('returns to the empty set when everything was taken away', () => {
    const digest = createInboundDigest();
    for (const entry of credentials) countInInbound(digest, { ...entry, flow: '' }, 1);
    assert.notDeepEqual(digest, createInboundDigest());
    for (const entry of credentials) countInInbound(digest, { ...entry, flow: '' }, -1);
    assert.deepEqual(digest, createInboundDigest());
  });
});
