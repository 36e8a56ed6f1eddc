import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DesiredEntitlement, DesiredSource } from '../ports/node-api.ts';
import { DesiredReplica } from './desired-replica.ts';
import { bucketOf, bucketSums, rootDigest } from './protocol/digest.ts';

const shape = {
  baseConfigHash: 'base',
  inbounds: [
    { tag: 'plain', flow: '' as const },
    { tag: 'reality', flow: 'xtls-rprx-vision' as const },
  ],
};

/** A source that is told what it holds; it tells changes since a reading, as PostgreSQL would. */
class MemorySource implements DesiredSource {
  readonly held = new Map<string, DesiredEntitlement>();
  readonly changes: string[] = [];
  failsAfterPages = Number.POSITIVE_INFINITY;

  set(entitlementId: string, credentials: DesiredEntitlement['credentials']): void {
    this.held.set(entitlementId, { entitlementId, credentials });
    this.changes.push(entitlementId);
  }

  now = () => new Date(0);

  read = async (since: string | null) => {
    const ids = since === null ? this.held.keys() : this.changes.slice(Number(since));
    const pages = this.#pages([...new Set(ids)]);
    return { cursor: String(this.changes.length), isWhole: since === null, pages };
  };

  async *#pages(ids: string[]): AsyncGenerator<DesiredEntitlement[]> {
    for (const [index, id] of ids.entries()) {
      if (index >= this.failsAfterPages) throw new Error('the database went away');
      yield [this.held.get(id) ?? assert.fail(id)];
    }
  }
}

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const credential = (number: number, endsAtMs: number) => ({
  email: `c${number}`,
  vlessId: uuid(number),
  expiresAt: new Date(endsAtMs),
});
const fingerprint = (replica: DesiredReplica) => rootDigest(replica.digests(shape));

async function wholeOf(source: MemorySource, byMs = 0): Promise<DesiredReplica> {
  const replica = new DesiredReplica();
  await replica.refresh(source);
  replica.dropEnded(byMs);
  return replica;
}

describe('what a node should run, kept in step', () => {
  it('equals a whole reading after any changes and ends', async () => {
    const step = fc.record({
      entitlement: fc.integer({ min: 0, max: 8 }),
      emails: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
      endsAtMs: fc.integer({ min: 1, max: 50 }),
      isRead: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const source = new MemorySource();
        const replica = new DesiredReplica();
        for (const [index, { entitlement, emails, endsAtMs, isRead }] of steps.entries()) {
          const credentials = emails.map((email) => credential(entitlement * 10 + email, endsAtMs + index));
          source.set(`e${entitlement}`, credentials);
          if (!isRead) continue;
          await replica.refresh(source);
          replica.dropEnded(index);
          const whole = await wholeOf(source, index);
          assert.equal(fingerprint(replica), fingerprint(whole));
          assert.equal(replica.credentials.length, whole.credentials.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('repeats a reading that failed half-way, whole or not', async () => {
    const source = new MemorySource();
    for (let number = 0; number < 10; number += 1) source.set(`e${number}`, [credential(number, 100)]);
    const replica = new DesiredReplica();
    source.failsAfterPages = 4;
    await assert.rejects(replica.refresh(source));
    source.failsAfterPages = Number.POSITIVE_INFINITY;
    await replica.refresh(source);
    assert.equal(fingerprint(replica), fingerprint(await wholeOf(source)));
    for (let number = 0; number < 6; number += 1) source.set(`e${number}`, [credential(number, 200)]);
    source.failsAfterPages = 2;
    await assert.rejects(replica.refresh(source));
    source.failsAfterPages = Number.POSITIVE_INFINITY;
    await replica.refresh(source);
    assert.equal(fingerprint(replica), fingerprint(await wholeOf(source)));
  });

  it('finds what a node lacks, holds otherwise and should not hold, in the buckets that were asked about', async () => {
    const source = new MemorySource();
    for (let number = 0; number < 300; number += 1) source.set(`e${number}`, [credential(number, 100)]);
    const ours = await wholeOf(source);
    source.set('e0', []);
    source.set('e1', [credential(1, 777)]);
    source.set('e900', [credential(900, 100)]);
    const theirs = await wholeOf(source);
    const buckets = new Set([0, 1, 900].map((number) => bucketOf(`c${number}`)));
    assert.notDeepEqual(bucketSums(ours.digests(shape)), bucketSums(theirs.digests(shape)));
    const entries = theirs.credentials
      .filter(({ email }) => buckets.has(bucketOf(email)))
      .map(({ email }) => [email, theirs.sumOf(email, shape)] as const);
    const { upsert, removeEmails } = ours.differences(shape, buckets, entries);
    assert.deepEqual(upsert.map(({ email }) => email).sort(), ['c0', 'c1']);
    assert.deepEqual(removeEmails, ['c900']);
  });
});
