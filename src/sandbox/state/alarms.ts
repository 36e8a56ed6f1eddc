import type { Clock } from '../../lib/clock.ts';

/** Things to do at a moment of the sandbox's clock: retries, expiries. One timer serves them all. */
export type Alarms = {
  /** Milliseconds of the sandbox's clock. */
  nowMs(): number;
  /** Calls `ring` once at `atMs`; an alarm with the same key is replaced. */
  set(key: string, atMs: number, ring: () => void): void;
  cancel(key: string): void;
  /** Moves the clock forward and rings what became due, earliest first. */
  advance(ms: number): void;
  /** Looks at the clock again: for a test that moved its own clock. */
  wake(): void;
  close(): void;
};

/** Timers never sleep longer: a clock moved from outside is noticed within a second without `wake`. */
const LONGEST_SLEEP_MS = 1_000;

export function createAlarms(clock: Clock): Alarms {
  const alarms = new Map<string, { atMs: number; ring: () => void }>();
  let offsetMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let timerAtMs = Number.POSITIVE_INFINITY;
  let isClosed = false;
  const nowMs = (): number => clock.now().getTime() + offsetMs;

  const arm = (): void => {
    if (isClosed || alarms.size === 0) return;
    let nextMs = Number.POSITIVE_INFINITY;
    for (const { atMs } of alarms.values()) nextMs = Math.min(nextMs, atMs);
    armAt(nextMs);
  };
  const armAt = (atMs: number): void => {
    if (timer && timerAtMs <= atMs) return;
    clearTimeout(timer);
    timerAtMs = atMs;
    timer = setTimeout(ringDue, Math.min(Math.max(atMs - nowMs(), 0), LONGEST_SLEEP_MS));
  };
  const ringDue = (): void => {
    clearTimeout(timer);
    timer = undefined;
    timerAtMs = Number.POSITIVE_INFINITY;
    const dueMs = nowMs();
    const due = [...alarms].filter(([, alarm]) => alarm.atMs <= dueMs);
    due.sort(([, a], [, b]) => a.atMs - b.atMs);
    for (const [key, alarm] of due) {
      if (alarms.get(key) !== alarm) continue;
      alarms.delete(key);
      alarm.ring();
    }
    arm();
  };
  return {
    nowMs,
    set(key, atMs, ring) {
      alarms.set(key, { atMs, ring });
      if (!isClosed) armAt(atMs);
    },
    cancel: (key) => void alarms.delete(key),
    advance(ms) {
      offsetMs += ms;
      ringDue();
    },
    wake: ringDue,
    close() {
      isClosed = true;
      clearTimeout(timer);
      alarms.clear();
    },
  };
}
