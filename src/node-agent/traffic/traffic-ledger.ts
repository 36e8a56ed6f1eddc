import type { Logger } from '../../lib/logger.ts';
import {
  countedEmailSchema,
  maxTrafficEntries,
  type TrafficEntry,
  type TrafficPage,
} from '../../nodes/protocol/traffic-contract.ts';
import type { CoreRun, CoreTraffic, UserBytes } from '../core/driver.ts';
import { type Counter, readTrafficFile, type TrafficState, writeTrafficFile } from './traffic-file.ts';

/** A count that nobody asked for in this time is given up. */
const KEEP_UNASKED_MS = 30 * 86_400_000;
/** How far the clock and a core's own idea of its age may be apart. */
const UPTIME_SLACK_MS = 60_000;

type Page = Omit<TrafficPage, 'online'>;
/** `since`: how to read raw values: they go on from the last ones, begin at zero, or are not ours to count. */
type Reading = { since: 'last' | 'zero' | 'nothing'; nowMs: number };

/**
 * What every credential has carried on this node, in totals that outlive cores and agents. A total is on the disk
 * before anybody is told of it, so that it never goes back. One writer at a time: callers take turns.
 *
 * A counter is kept while its e-mail is desired or the core still holds it (the core frees none while it
 * lives: a count that was given up would begin again with all of it), and until the server has said that it has it.
 */
export class TrafficLedger {
  readonly #stateDir: string;
  readonly #isDesired: (email: string) => boolean;
  #state: TrafficState;
  #acknowledged = 0;

  private constructor(stateDir: string, isDesired: (email: string) => boolean, state: TrafficState) {
    this.#stateDir = stateDir;
    this.#isDesired = isDesired;
    this.#state = state;
  }

  /** A new epoch is on the disk before the first page names it. Throws: what the disk throws. */
  static async open(
    stateDir: string,
    options: { isDesired: (email: string) => boolean; logger: Logger },
  ): Promise<TrafficLedger> {
    const state = await readTrafficFile(stateDir, options.logger);
    if (state.change === 0) await writeTrafficFile(stateDir, state);
    return new TrafficLedger(stateDir, options.isDesired, state);
  }

  /**
   * Adds what the core has counted since it was last read. The first reading of an epoch only tells where to count
   * from: what a core had counted before may have been told under an earlier epoch.
   */
  async record(traffic: CoreTraffic, nowMs: number): Promise<void> {
    const before = this.#state;
    const reading: Reading = { since: readingOf(before, traffic.run, nowMs), nowMs };
    const next = { ...before, run: traffic.run, readAtMs: nowMs, counters: new Map(before.counters) };
    let isChanged = reading.since !== 'last';
    if (reading.since === 'zero') forgetRaw(next.counters, traffic.counters);
    for (const [email, raw] of traffic.counters) {
      const known = next.counters.get(email);
      if (
        known ? isSeen(known, raw) && reading.since !== 'zero' : !countedEmailSchema.safeParse(email).success
      )
        continue;
      this.#count(next, { email, raw, known }, reading);
      isChanged = true;
    }
    for (const email of this.#listForgettable(traffic, nowMs)) isChanged = next.counters.delete(email);
    if (isChanged) await writeTrafficFile(this.#stateDir, next);
    this.#state = next;
  }

  /** What has changed since `cursor`, oldest change first; everything when it is none of ours. */
  page(cursor: string | undefined): Page {
    const { epoch, change, counters } = this.#state;
    const from = this.#parseCursor(cursor);
    this.#acknowledged = Math.max(this.#acknowledged, from);
    const entries: TrafficEntry[] = [];
    let reached = from;
    for (const [email, one] of counters) {
      if (one.change <= from) continue;
      if (entries.length === maxTrafficEntries) {
        return { epoch, cursor: `${epoch}.${reached}`, entries, more: true };
      }
      reached = one.change;
      const { counter, uplinkBytes, downlinkBytes } = one;
      entries.push({
        email,
        counter,
        uplinkBytes: String(uplinkBytes),
        downlinkBytes: String(downlinkBytes),
      });
    }
    return { epoch, cursor: `${epoch}.${change}`, entries, more: false };
  }

  /** A changed total goes to the end of the map, which is in the order of changes by that. */
  #count(
    next: TrafficState,
    seen: { email: string; raw: UserBytes; known: Counter | undefined },
    { since, nowMs }: Reading,
  ): void {
    const { email, raw } = seen;
    const known = seen.known ?? newCounter(nowMs);
    const hasGoneBack = raw.uplinkBytes < known.rawUplinkBytes || raw.downlinkBytes < known.rawDownlinkBytes;
    const isFromZero = since === 'zero' || hasGoneBack;
    const isUncounted = since === 'nothing';
    const uplink = isUncounted ? 0n : raw.uplinkBytes - (isFromZero ? 0n : known.rawUplinkBytes);
    const downlink = isUncounted ? 0n : raw.downlinkBytes - (isFromZero ? 0n : known.rawDownlinkBytes);
    const counted: Counter = {
      ...known,
      rawUplinkBytes: raw.uplinkBytes,
      rawDownlinkBytes: raw.downlinkBytes,
      uplinkBytes: known.uplinkBytes + uplink,
      downlinkBytes: known.downlinkBytes + downlink,
    };
    if (uplink + downlink > 0n) {
      next.change += 1;
      counted.change = next.change;
      counted.changedAtMs = nowMs;
      if (counted.counter === 0) counted.counter = next.change;
      next.counters.delete(email);
    }
    next.counters.set(email, counted);
  }

  #listForgettable(traffic: CoreTraffic, nowMs: number): string[] {
    return [...this.#state.counters]
      .filter(([email]) => !traffic.counters.has(email) && !this.#isDesired(email))
      .filter(
        ([, { change, changedAtMs }]) =>
          change <= this.#acknowledged || nowMs - changedAtMs > KEEP_UNASKED_MS,
      )
      .map(([email]) => email);
  }

  #parseCursor(cursor: string | undefined): number {
    const { epoch, change } = this.#state;
    if (!cursor?.startsWith(`${epoch}.`)) return 0;
    const named = Number(cursor.slice(epoch.length + 1));
    return Number.isSafeInteger(named) && named >= 0 && named <= change ? named : 0;
  }
}

function readingOf(before: TrafficState, run: CoreRun, nowMs: number): Reading['since'] {
  if (before.run === null) return 'nothing';
  return isSameRun(before, run, nowMs) ? 'last' : 'zero';
}

/**
 * A run known by its age is another one when it is younger than the one before was, or began after the last
 * reading.
 */
function isSameRun({ run: last, readAtMs }: TrafficState, run: CoreRun, nowMs: number): boolean {
  if (last?.kind === 'process' && run.kind === 'process') return last.id === run.id;
  if (last?.kind !== 'uptime' || run.kind !== 'uptime') return false;
  return run.seconds >= last.seconds && run.seconds * 1_000 + UPTIME_SLACK_MS >= nowMs - readAtMs;
}

/** A new core has not counted these yet. */
function forgetRaw(counters: Map<string, Counter>, seen: ReadonlyMap<string, UserBytes>): void {
  for (const [email, one] of counters) {
    if (!seen.has(email)) counters.set(email, { ...one, rawUplinkBytes: 0n, rawDownlinkBytes: 0n });
  }
}

function isSeen(known: Counter, raw: UserBytes): boolean {
  return known.rawUplinkBytes === raw.uplinkBytes && known.rawDownlinkBytes === raw.downlinkBytes;
}

function newCounter(nowMs: number): Counter {
  return {
    rawUplinkBytes: 0n,
    rawDownlinkBytes: 0n,
    uplinkBytes: 0n,
    downlinkBytes: 0n,
    counter: 0,
    change: 0,
    changedAtMs: nowMs,
  };
}
