import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { choosePlacements, type PlacementNode } from './placements.ts';

function node(nodeId: string, changes: Partial<PlacementNode> = {}): PlacementNode {
  const base = { status: 'active' as const, location: 'NL', weight: 1, capacity: 100, placedCount: 0 };
  return { nodeId, ...base, deadAt: null, ...changes };
}
const choose = (nodes: PlacementNode[], ...placedOn: string[]) => choosePlacements(nodes, new Set(placedOn));
const dead = { deadAt: new Date(0) };

describe('placement', () => {
  it('takes two nodes in every location, the least loaded for their weight', () => {
    const nodes = [
      node('a', { placedCount: 30, weight: 3 }),
      node('b', { placedCount: 12 }),
      node('c', { placedCount: 9 }),
      node('f', { location: 'FI', placedCount: 90 }),
    ];
    assert.deepEqual(choose(nodes).nodeIds, ['c', 'a', 'f']);
  });

  it('wants nothing where two serve already, and fills what one location lacks', () => {
    const nodes = [node('a'), node('b'), node('c'), node('f', { location: 'FI' })];
    assert.deepEqual(choose(nodes, 'a', 'b', 'f').nodeIds, []);
    assert.deepEqual(choose(nodes, 'a', 'f').nodeIds, ['b']);
    assert.deepEqual(choose(nodes, 'a', 'b').nodeIds, ['f']);
  });

  it('replaces a node that drains, is disabled or is lost', () => {
    for (const change of [{ status: 'draining' as const }, { status: 'disabled' as const }, dead]) {
      const nodes = [node('a', change), node('b'), node('c')];
      assert.deepEqual(choose(nodes, 'a', 'b').nodeIds, ['c']);
    }
  });

  it('leaves out a full node, and fills one past its capacity only when there is nothing else', () => {
    const full = { placedCount: 100 };
    assert.deepEqual(choose([node('a', full), node('b')]), { nodeIds: ['b'], isOverfull: false });
    assert.deepEqual(choose([node('a', full), node('b', { placedCount: 101 })]), {
      nodeIds: ['a'],
      isOverfull: true,
    });
    assert.deepEqual(choose([node('a', full), node('b', full)], 'b').nodeIds, []);
  });

  it('waits on a lost node rather than nowhere, when all are lost', () => {
    assert.deepEqual(choose([node('a', dead), node('b', dead)]).nodeIds, ['a']);
    assert.deepEqual(choose([node('a', dead), node('b', dead)], 'b').nodeIds, []);
    assert.deepEqual(choose([]), { nodeIds: [], isOverfull: false });
    assert.deepEqual(choose([node('a', { status: 'disabled' })]).nodeIds, []);
  });

  it('spreads any number of customers evenly, by weight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        (weights, customers) => {
          const nodes = weights.map((weight, index) => node(`n${index}`, { weight, capacity: 10_000 }));
          for (let customer = 0; customer < customers; customer += 1) {
            const { nodeIds } = choose(nodes);
            assert.equal(new Set(nodeIds).size, 2);
            for (const one of nodes) if (nodeIds.includes(one.nodeId)) one.placedCount += 1;
          }
          const total = nodes.reduce((sum, { placedCount }) => sum + placedCount, 0);
          assert.equal(total, 2 * customers);
          const fewest = Math.min(...nodes.map(({ placedCount, weight }) => (placedCount + 1) / weight));
          // Nobody is ahead of the emptiest by more than the one customer it got last; two share each customer, so
          // a node that is heavier than all others together cannot get its whole share.
          const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
          if (weights.every((weight) => weight * 2 <= totalWeight)) {
            for (const { placedCount, weight } of nodes) assert.ok(placedCount / weight <= fewest + 1);
          }
        },
      ),
    );
  });
});
