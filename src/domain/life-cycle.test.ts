import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideLifeMessage, mayTry, nextActivationAt, type Period } from './life-cycle.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const END = Date.parse('2027-01-31T12:00:00Z');

function paid(days = 30): Period {
  return { origin: { kind: 'paid' }, endsAt: new Date(END), decidedAt: new Date(END - days * DAY) };
}

function gift(ms: number): Period {
  const origin = { kind: 'gift', durationMs: ms } as const;
  return { origin, endsAt: new Date(END), decidedAt: new Date(END - ms) };
}

const TRIAL: Period = {
  origin: { kind: 'trial', startsAt: new Date(END - 3 * DAY) },
  endsAt: new Date(END),
  decidedAt: new Date(END - 3 * DAY),
};

/** Everything that is said when somebody looks at every moment that is due. */
function story(period: Period): string[] {
  const said: string[] = [];
  let now: Date | null = period.decidedAt;
  while (now !== null) {
    const { message, nextAt } = decideLifeMessage(period, now);
    if (message !== null) said.push(`${(END - now.getTime()) / HOUR} h: ${message}`);
    now = nextAt;
  }
  return said;
}

describe('messages about an end', () => {
  it('of what was paid come three days, a day and three hours before it, and at it', () => {
    const whole = ['72 h: ends-in-3-days', '24 h: ends-in-24-hours', '3 h: ends-in-3-hours', '0 h: ended'];
    assert.deepEqual(story(paid()), whole);
    assert.deepEqual(story(gift(7 * DAY)), whole);
  });

  it('of a trial have words of their own', () => {
    assert.deepEqual(story(TRIAL), [
      '66 h: trial-first-hours',
      '24 h: trial-third-day',
      '6 h: trial-last-hours',
      '0 h: trial-ended',
    ]);
  });

  it('of a short gift come once, of a very short one not before its end', () => {
    assert.deepEqual(story(gift(DAY)), ['6 h: ends-in-6-hours', '0 h: ended']);
    assert.deepEqual(story(gift(6 * HOUR)), ['0 h: ended']);
  });

  it('are not said of moments that had passed when the end was decided', () => {
    assert.deepEqual(story(gift(3 * DAY)), ['24 h: ends-in-24-hours', '3 h: ends-in-3-hours', '0 h: ended']);
    assert.deepEqual(story(paid(0)), ['0 h: ended']);
  });

  it('say only the latest of several that an outage has kept back', () => {
    const late = decideLifeMessage(paid(), new Date(END - 2 * HOUR));
    assert.deepEqual(
      [late.message, late.skipped, late.nextAt],
      ['ends-in-3-hours', ['ends-in-3-days', 'ends-in-24-hours'], new Date(END)],
    );
    const muchLater = decideLifeMessage(paid(), new Date(END + 4 * DAY));
    assert.equal(muchLater.message, null);
    assert.equal(muchLater.skipped.length, 4);
    assert.equal(muchLater.nextAt, null);
  });

  it('are the same however often one looks', () => {
    const now = new Date(END - 30 * HOUR);
    assert.deepEqual(decideLifeMessage(paid(), now), decideLifeMessage(paid(), now));
    assert.equal(decideLifeMessage(paid(), now).message, 'ends-in-3-days');
  });
});

describe('tries to activate', () => {
  it('come after pauses that double from a minute to half an hour', () => {
    const now = new Date(END);
    const minutes = [1, 2, 3, 4, 5, 6, 7, 40].map(
      (attempts) => (nextActivationAt(attempts, now).getTime() - END) / 60_000,
    );
    assert.deepEqual(minutes, [1, 2, 4, 8, 16, 30, 30, 30]);
  });
});

describe('a trial', () => {
  it('is for who never had one, never bought, and has nothing now', () => {
    const nobody = { trialUsedAt: null, isEntitled: false, hasBought: false };
    assert.equal(mayTry(nobody), true);
    assert.equal(mayTry({ ...nobody, trialUsedAt: new Date(END) }), false);
    assert.equal(mayTry({ ...nobody, isEntitled: true }), false);
    assert.equal(mayTry({ ...nobody, hasBought: true }), false);
  });
});
