import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countTraffic, periodAt } from './traffic.ts';

const totals = (counter: bigint, uplinkBytes: bigint, downlinkBytes: bigint) => ({
  counter,
  uplinkBytes,
  downlinkBytes,
});

describe('what totals add', () => {
  const told = totals(3n, 100n, 50n);
  const cases: [
    name: string,
    before: ReturnType<typeof totals> | null,
    bytes: bigint,
    hasGoneBack: boolean,
  ][] = [
    ['the first ones count whole', null, 150n, false],
    ['the same ones count nothing', told, 0n, false],
    ['larger ones count the difference', totals(3n, 60n, 50n), 40n, false],
    ['a count that began anew counts whole', totals(2n, 900n, 900n), 150n, false],
    ['one direction that went back is told, and counts nothing', totals(3n, 101n, 0n), 0n, true],
    ['an older count is told, and counts nothing', totals(4n, 0n, 0n), 0n, true],
  ];
  for (const [name, before, bytes, hasGoneBack] of cases) {
    it(name, () => assert.deepEqual(countTraffic(before, told), { bytes, hasGoneBack }));
  }
});

describe('the month of a traffic period', () => {
  const cases: [anchor: string, now: string, startedAt: string, resetsAt: string][] = [
    ['2026-01-10', '2026-01-10', '2026-01-10', '2026-02-10'],
    ['2026-01-10', '2026-02-09T23:59:59', '2026-01-10', '2026-02-10'],
    ['2026-01-10', '2026-02-10', '2026-02-10', '2026-03-10'],
    ['2026-01-10', '2028-07-01', '2028-06-10', '2028-07-10'],
    ['2026-01-31', '2026-02-28', '2026-02-28', '2026-03-31'],
    ['2026-01-31', '2026-04-29', '2026-03-31', '2026-04-30'],
    ['2026-12-31', '2027-03-01', '2027-02-28', '2027-03-31'],
    ['2026-03-10', '2026-01-01', '2026-03-10', '2026-04-10'],
  ];
  const date = (text: string) => new Date(text.includes('T') ? `${text}Z` : text);
  for (const [anchor, now, startedAt, resetsAt] of cases) {
    it(`from ${anchor}, on ${now}: ${startedAt} to ${resetsAt}`, () =>
      assert.deepEqual(periodAt(date(anchor), date(now)), {
        startedAt: date(startedAt),
        resetsAt: date(resetsAt),
      }));
  }
});
