import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bucketOf,
  bucketSums,
  countInExpiries,
  countInInbound,
  createSetDigest,
  differingBuckets,
  entrySum,
  type NodeDigests,
  rootDigest,
} from './digest.ts';

const tags = { plain: '', reality: 'xtls-rprx-vision' };
const credentials = Array.from({ length: 2_500 }, (_, index) => ({
  email: `c${index}`,
  vlessId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  expiresAtMs: 2_000 + index,
}));
type Credential = (typeof credentials)[number];

function digestsOf(set: Credential[], flows: Record<string, string> = tags, base = 'base'): NodeDigests {
  const expiries = createSetDigest();
  for (const one of set) countInExpiries(expiries, one, 1);
  const inbounds = Object.entries(flows).map(([tag, flow]) => {
    const digest = createSetDigest();
    for (const one of set) countInInbound(digest, { ...one, flow }, 1);
    return [tag, digest] as const;
  });
  return { baseConfigHash: base, inbounds: new Map(inbounds), expiries };
}

describe('digest', () => {
  const whole = digestsOf(credentials);

  it('does not depend on order', () => {
    assert.equal(rootDigest(digestsOf(credentials.toReversed())), rootDigest(whole));
    const { inbounds } = whole;
    assert.equal(rootDigest({ ...whole, inbounds: new Map([...inbounds].reverse()) }), rootDigest(whole));
  });

  const [first, ...rest] = credentials;
  assert.ok(first);
  const differences: [name: string, other: NodeDigests][] = [
    ['a missing credential', digestsOf(rest)],
    ['another e-mail', digestsOf([{ ...first, email: 'other' }, ...rest])],
    ['another UUID', digestsOf([{ ...first, vlessId: 'ffffffff-0000-4000-8000-000000000000' }, ...rest])],
    ['another expiry', digestsOf([{ ...first, expiresAtMs: 9 ** 9 }, ...rest])],
    ['another flow', digestsOf(credentials, { ...tags, plain: 'xtls-rprx-vision' })],
  ];
  for (const [name, other] of differences) {
    it(`sees ${name}, in the root and in the buckets of that e-mail`, () => {
      assert.notEqual(rootDigest(other), rootDigest(whole));
      const differing = differingBuckets(bucketSums(other), bucketSums(whole));
      assert.ok(differing.includes(bucketOf(first.email)), String(differing));
      if (name !== 'another flow') assert.ok(differing.length <= 2);
    });
  }

  it('sees another base configuration and a missing inbound', () => {
    assert.notEqual(rootDigest(digestsOf(credentials, tags, 'other')), rootDigest(whole));
    assert.notEqual(rootDigest(digestsOf(credentials, { plain: '' })), rootDigest(whole));
  });

  it('returns to the empty set when everything was taken away', () => {
    const digest = createSetDigest();
    for (const entry of credentials) countInInbound(digest, { ...entry, flow: '' }, 1);
    assert.notDeepEqual(digest, createSetDigest());
    for (const entry of credentials) countInInbound(digest, { ...entry, flow: '' }, -1);
    assert.deepEqual(digest, createSetDigest());
  });

  it('sums an entry by everything a node holds of it, whatever the order of its inbounds', () => {
    const held = [
      { tag: 'a', vlessId: first.vlessId, flow: '' },
      { tag: 'b', vlessId: first.vlessId, flow: '' },
    ];
    const sum = entrySum(first.email, 1, held);
    assert.match(sum, /^[\w-]{11}$/);
    assert.equal(entrySum(first.email, 1, held.toReversed()), sum);
    for (const other of [
      entrySum('other', 1, held),
      entrySum(first.email, 2, held),
      entrySum(first.email, null, held),
      entrySum(first.email, 1, held.slice(1)),
      entrySum(first.email, 1, []),
    ]) {
      assert.notEqual(other, sum);
    }
  });
});
