import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FAILPOINTS } from '../../src/lib/failpoint.ts';
import { CHAINED_PLANS, nameKillPlan, playKillPlan } from '../proofs/kill-points.ts';

describe('servers killed between tap and delivery', { concurrency: true, timeout: 300_000 }, () => {
  for (const plan of CHAINED_PLANS) {
    it(`bought exactly once all the same: ${nameKillPlan(plan)}`, async () => {
      await playKillPlan(plan, 'simulated');
    });
  }

  it('every failpoint has its kill', () => {
    const killed = new Set(CHAINED_PLANS.flatMap((plan) => plan.points));
    assert.deepEqual(
      FAILPOINTS.filter((point) => !killed.has(point)),
      [],
    );
  });
});
