/** When what was used begins at zero again: never, or each month from the day it was set. */
export type ResetRule = 'never' | 'monthly';

/** What a node has counted for one credential. A larger `counter` is a count that began anew at zero. */
export type TrafficTotals = { counter: bigint; uplinkBytes: bigint; downlinkBytes: bigint };

/** A gigabyte as operators type it and customers read it. */
export const BYTES_PER_GB = 1_000_000_000n;

/**
 * What a node's totals add to those taken in before. Totals of one count only grow: where they went back, nothing
 * is added, and counting goes on from them.
 */
export function countTraffic(
  before: TrafficTotals | null,
  told: TrafficTotals,
): { bytes: bigint; hasGoneBack: boolean } {
  const isSameCount = before !== null && before.counter === told.counter;
  const uplink = told.uplinkBytes - (isSameCount ? before.uplinkBytes : 0n);
  const downlink = told.downlinkBytes - (isSameCount ? before.downlinkBytes : 0n);
  const hasGoneBack = uplink < 0n || downlink < 0n || (before !== null && told.counter < before.counter);
  return hasGoneBack ? { bytes: 0n, hasGoneBack } : { bytes: uplink + downlink, hasGoneBack };
}

/**
 * The month that `now` is in, counted from `anchoredAt`, however long ago that was. A month that lacks the day
 * ends on its last one, and the next month has the day again.
 */
export function periodAt(anchoredAt: Date, now: Date): { startedAt: Date; resetsAt: Date } {
  const years = now.getUTCFullYear() - anchoredAt.getUTCFullYear();
  let months = Math.max(0, years * 12 + now.getUTCMonth() - anchoredAt.getUTCMonth());
  if (months > 0 && addMonths(anchoredAt, months) > now) months -= 1;
  return { startedAt: addMonths(anchoredAt, months), resetsAt: addMonths(anchoredAt, months + 1) };
}

function addMonths(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCMonth(from.getUTCMonth() + months);
  // A day that the month lacks has run over into the next one: day 0 is the last of the month before.
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to;
}
