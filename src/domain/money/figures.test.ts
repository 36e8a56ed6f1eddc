import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changePercent, monthsAround, perPayer, revenueOf } from './figures.ts';
import { kopecks } from './money.ts';

const facts = {
  takenKopecks: kopecks(100_000n),
  givenBackKopecks: kopecks(25_000n),
  commissionKopecks: kopecks(7_500n),
  payers: 4,
};

describe('figures of money', () => {
  it('are what came in less what was given back, for each who has paid', () => {
    assert.equal(revenueOf(facts), 75_000n);
    assert.deepEqual(perPayer(facts), { arpuKopecks: 18_750n, ltvKopecks: 16_875n });
  });
  it('are nothing while nobody has paid, and are rounded to the nearest kopeck', () => {
    assert.deepEqual(perPayer({ ...facts, payers: 0 }), { arpuKopecks: 0n, ltvKopecks: 0n });
    const third = { ...facts, takenKopecks: kopecks(200n), givenBackKopecks: kopecks(0n), payers: 3 };
    assert.deepEqual(perPayer({ ...third, commissionKopecks: kopecks(0n) }).arpuKopecks, 67n);
    assert.deepEqual(perPayer({ ...third, commissionKopecks: kopecks(400n) }).ltvKopecks, -67n);
  });
  const changes: [before: number, now: number, percent: number | null][] = [
    [100, 150, 50],
    [100, 100, 0],
    [100, 0, -100],
    [3, 4, 33],
    [0, 5, null],
    [-10, 5, null],
  ];
  for (const [before, now, percent] of changes)
    it(`change from ${before} to ${now} by ${percent} %`, () => {
      assert.equal(changePercent(before, now), percent);
      assert.equal(changePercent(BigInt(before), BigInt(now)), percent);
    });
  it('are compared by months, also across a year', () => {
    const { current, previous } = monthsAround(new Date('2027-01-31T23:59:59Z'));
    assert.deepEqual(
      [previous.since, previous.until, current.since, current.until].map((at) =>
        at.toISOString().slice(0, 10),
      ),
      ['2026-12-01', '2027-01-01', '2027-01-01', '2027-02-01'],
    );
  });
});
