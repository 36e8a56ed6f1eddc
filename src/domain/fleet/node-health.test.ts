import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEAD_AFTER_MS, type NodeHealth, nextHealth } from './node-health.ts';

const NEW: NodeHealth = { isHealthy: false, failedChecks: 0, goodChecks: 0, downSince: null, deadAt: null };

/** `+` a good check, `-` a failed one, each 10 s after the one before; what the node is after them. */
function after(checks: string, from = NEW): NodeHealth {
  return [...checks].reduce(
    (health, check, index) => nextHealth(health, { isGood: check === '+', at: new Date(index * 10_000) }),
    from,
  );
}

describe('health of a node', () => {
  const cases: [checks: string, isHealthy: boolean][] = [
    ['+', true],
    ['-', false],
    ['-+', false],
    ['-++', true],
    ['+-', true],
    ['+--', true],
    ['+---', false],
    ['+--+--+--', true],
    ['+---+', false],
    ['+---+-+', false],
    ['+---++', true],
  ];
  for (const [checks, isHealthy] of cases) {
    it(`is ${isHealthy ? 'good' : 'bad'} after ${checks}`, () => {
      assert.equal(after(checks).isHealthy, isHealthy);
    });
  }

  it('remembers since when a node is down, until it is healthy again', () => {
    assert.deepEqual(after('+---').downSince, new Date(30_000));
    assert.deepEqual(after('+---+').downSince, new Date(30_000));
    assert.equal(after('+---++').downSince, null);
  });

  it('gives a node up for lost after ten minutes down, once, and takes that back', () => {
    const checks = DEAD_AFTER_MS / 10_000;
    assert.equal(after(`+---${'-'.repeat(checks - 1)}`).deadAt, null);
    const dead = after(`+---${'-'.repeat(checks)}`);
    assert.deepEqual(dead.deadAt, new Date(30_000 + DEAD_AFTER_MS));
    assert.deepEqual(after('-', dead).deadAt, dead.deadAt);
    assert.equal(after('++', dead).deadAt, null);
  });
});
