import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Legacy, reviewLegacy } from './legacy-credentials.ts';

const key = (name: string, telegramId: bigint | null, day: number): Legacy => ({
  email: `legacy.${name}`,
  vlessId: name,
  telegramId,
  expiresAt: new Date(Date.UTC(2027, 0, day)),
});

describe('a set that an older bot left', () => {
  it('is adopted key by key: the last of each owner, unless it cannot be', () => {
    const set = [
      key('first', 1n, 5),
      key('later', 1n, 9),
      key('nobodys', null, 7),
      key('entitled', 2n, 8),
      key('taken', 3n, 6),
      key('good', 4n, 4),
      key('zero', 0n, 3),
      key('group', -1_001n, 2),
    ];
    const facts = { entitledTelegramIds: new Set([2n]), takenIds: new Set(['taken']) };
    assert.deepEqual(
      reviewLegacy(set, facts).map(({ credential, fate }) => [credential.vlessId, fate]),
      [
        ['later', 'adopted'],
        ['entitled', 'has-access'],
        ['nobodys', 'owner-unknown'],
        ['taken', 'id-taken'],
        ['first', 'second-key'],
        ['good', 'adopted'],
        ['zero', 'owner-unknown'],
        ['group', 'owner-unknown'],
      ],
    );
  });

  it('gives an owner their second key when the one that ends last is taken, whichever comes first', () => {
    const [last, other] = [key('last', 1n, 9), key('other', 1n, 5)];
    const facts = { entitledTelegramIds: new Set<bigint>(), takenIds: new Set([last.email]) };
    for (const set of [
      [last, other],
      [other, last],
    ]) {
      assert.deepEqual(
        reviewLegacy(set, facts).map(({ credential, fate }) => [credential.vlessId, fate]),
        [
          ['last', 'id-taken'],
          ['other', 'adopted'],
        ],
      );
    }
  });

  it('of nobody is nothing', () => {
    assert.deepEqual(reviewLegacy([], { entitledTelegramIds: new Set(), takenIds: new Set() }), []);
  });
});
