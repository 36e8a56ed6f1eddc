import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { credentialEmail, daysToMs, isEntitledAt, placeTerm } from './entitlements.ts';

const now = new Date('2026-01-31T12:00:00Z');

describe('a term', () => {
  it('begins now for whoever has none', () => {
    const term = placeTerm(null, now, daysToMs(30));
    assert.deepEqual(
      [term.startsAt.toISOString(), term.endsAt.toISOString()],
      ['2026-01-31T12:00:00.000Z', '2026-03-02T12:00:00.000Z'],
    );
  });
  it('begins now after a gap, and exactly at the end of what is left', () => {
    const past = new Date(now.getTime() - 1);
    const future = new Date(now.getTime() + 1);
    assert.equal(placeTerm({ endsAt: past }, now, 1000).startsAt, now);
    assert.equal(placeTerm({ endsAt: now }, now, 1000).startsAt, now);
    assert.equal(placeTerm({ endsAt: future }, now, 1000).startsAt, future);
  });
  it('always adds its whole length to what is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e11 }), (left, length) => {
        const endsAt = new Date(now.getTime() + left);
        const term = placeTerm({ endsAt }, now, length);
        assert.equal(term.endsAt.getTime(), Math.max(endsAt.getTime(), now.getTime()) + length);
      }),
    );
  });
  it('has a length', () => assert.throws(() => placeTerm(null, now, 0)));
});

describe('an entitlement', () => {
  it('has ended at the very moment it ends', () => {
    assert.equal(isEntitledAt({ endsAt: now }, now), false);
    assert.equal(isEntitledAt({ endsAt: new Date(now.getTime() + 1) }, now), true);
    assert.equal(isEntitledAt(null, now), false);
  });
  it('has a credential named in lower case', () => assert.equal(credentialEmail('AB-1'), 'c-ab-1'));
});
