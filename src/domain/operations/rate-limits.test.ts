import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RATE_LIMITS, type RateLimit, secondsToWait, takeOne } from './rate-limits.ts';

const START = Date.parse('2027-01-31T12:00:00Z');

/** What becomes of actions at these seconds: `ok`, or how long to wait. */
function story(limit: RateLimit, atSeconds: number[]): (string | number)[] {
  let fullAt: Date | null = null;
  return atSeconds.map((second) => {
    const now = new Date(START + second * 1000);
    const taken = takeOne(limit, fullAt, now);
    fullAt = taken.fullAt;
    return taken.isAdmitted ? 'ok' : secondsToWait(limit, taken.fullAt, now);
  });
}

describe('a rate limit', () => {
  it('lets so many through at once, then one per refill, and names the wait', () => {
    const payment = RATE_LIMITS['payment-init'];
    assert.deepEqual(story(payment, [0, 0, 0, 0, 0, 0, 11, 12, 12, 24]), [
      ...Array(5).fill('ok'),
      ...[12, 1, 'ok', 12, 'ok'],
    ]);
  });

  it('of one an hour waits for the hour', () => {
    assert.deepEqual(story(RATE_LIMITS['trial-activate'], [0, 0, 3_599, 3_600]), ['ok', 3_600, 1, 'ok']);
  });

  it('is full again after its window, and never fuller than full', () => {
    const admitted = story(RATE_LIMITS['vpn-reissue'], [0, 0, 0, 100_000, 100_000, 100_000, 100_000]);
    assert.deepEqual(admitted, ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 100]);
  });

  it('of ordinary taps lets a quick reader through, and a flood at half a tap per second', () => {
    const flood = story(RATE_LIMITS.visit, [...Array(100).fill(0), ...Array(10).fill(60)]);
    assert.equal(flood.filter((one) => one === 'ok').length, 60 + 10);
    assert.equal(flood[60], 2);
  });

  it('waits no longer than for one, whatever a clock that was wrong has written', () => {
    const limit = RATE_LIMITS['payment-init'];
    const now = new Date(START);
    const taken = takeOne(limit, new Date(START + 86_400_000), now);
    assert.deepEqual([taken.isAdmitted, secondsToWait(limit, taken.fullAt, now)], [false, 12]);
  });

  it('never admits more than its burst and what time gives back, whatever the pattern; who waits as told gets in', () => {
    const limits = fc.constantFrom(...Object.values<RateLimit>(RATE_LIMITS));
    const gaps = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(limits, gaps, (limit, pauses) => {
        let fullAt: Date | null = null;
        let now = START;
        let admitted = 0;
        for (const pause of pauses) {
          now += pause;
          const taken = takeOne(limit, fullAt, new Date(now));
          fullAt = taken.fullAt;
          admitted += taken.isAdmitted ? 1 : 0;
          if (taken.isAdmitted) continue;
          const later = new Date(now + secondsToWait(limit, fullAt, new Date(now)) * 1000);
          assert.ok(takeOne(limit, fullAt, later).isAdmitted);
        }
        assert.ok(admitted <= limit.burst + (limit.count * (now - START)) / limit.windowMs + 1e-6);
      }),
    );
  });
});
