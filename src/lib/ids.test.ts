import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { randomIds } from './ids.ts';

describe('ids of rows', () => {
  it('are UUIDs of version 7 that only grow, also within one millisecond', () => {
    const made = Array.from({ length: 20_000 }, () => randomIds.rowId());
    assert.deepEqual(made.toSorted(), made);
    assert.equal(new Set(made).size, made.length);
    for (const id of made)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('grow on when the clock is put back', () => {
    const before = randomIds.rowId();
    const clock = mock.method(Date, 'now', () => 1_000);
    try {
      assert.ok(randomIds.rowId() > before);
    } finally {
      clock.mock.restore();
    }
  });
});
