/** Three servers of which one is killed now and then, at the size of a test; `npm run proof -- three-processes` goes on. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { playStorm } from '../proofs/three-processes.ts';

describe('three servers in a storm', { timeout: 300_000 }, () => {
  it('do everything once, whoever is killed', async () => {
    const storm = await playStorm(10_000, 240_000, 11);
    // A slow machine gets less far.
    assert.ok(storm.kills >= 1 && storm.customers >= 1);
  });
});
