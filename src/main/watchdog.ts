import { Worker } from 'node:worker_threads';

/** Ends the process when Telegram has not answered for too long, even if this thread is stuck. */
export type Watchdog = {
  /** Telegram has answered. */
  beat(): void;
  /**
   * From now on silence counts. `askTelegram` is called now and then so that a quiet bot still gets answers;
   * `askDatabase` only so that its silence can be told in the log.
   */
  expectBeats(ask: { askTelegram(): Promise<void>; askDatabase(): Promise<boolean> }): void;
  stop(): void;
};

/** Places of the times, on a clock that never jumps, at which each was last seen alive. */
const TELEGRAM = 0;
const LOOP = 1;
const DATABASE = 2;
/** A main thread that is alive exits within this. */
const EXIT_GRACE_MS = 2_000;

/**
 * Runs in a thread of its own and looks at the last answer of Telegram; nothing else makes it act. When that is too
 * old it says what else is silent, which tells a blocked event loop from a silent Telegram. A main thread that is
 * alive is asked to exit with 1; a stuck one can do nothing gentler than being killed.
 */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  const beats = new BigInt64Array(workerData.shared);
  const silentMs = (place) => Number((process.hrtime.bigint() - Atomics.load(beats, place)) / 1000000n);
  const kill = () => process.kill(process.pid, 'SIGKILL');
  const look = setInterval(() => {
    if (Atomics.load(beats, ${TELEGRAM}) === 0n || silentMs(${TELEGRAM}) < workerData.timeoutMs) return;
    const isBlocked = silentMs(${LOOP}) > workerData.blockedMs;
    const msg = isBlocked
      ? 'the event loop is blocked and Telegram has not answered for too long: ending'
      : 'Telegram has not answered for too long: ending';
    const facts = {
      telegramSilentMs: silentMs(${TELEGRAM}),
      loopSilentMs: silentMs(${LOOP}),
      databaseSilentMs: silentMs(${DATABASE}),
    };
    writeSync(2, JSON.stringify({ level: 60, time: Date.now(), component: 'watchdog', ...facts, msg }) + '\\n');
    if (isBlocked) return kill();
    clearInterval(look);
    parentPort.postMessage('end');
    setTimeout(kill, ${EXIT_GRACE_MS});
  }, Math.min(1000, workerData.timeoutMs / 4));
`;

/** How many times a quiet bot asks Telegram within the timeout. */
const ASKS_PER_TIMEOUT = 6;
/** How often the main thread shows that it is not stuck. */
const TICK_MS = 250;

/** `timeoutMs`: how long Telegram may stay silent. */
export function startWatchdog(timeoutMs: number): Watchdog {
  const shared = new SharedArrayBuffer(3 * BigInt64Array.BYTES_PER_ELEMENT);
  const beats = new BigInt64Array(shared);
  const beatAt = (place: number) => void Atomics.store(beats, place, process.hrtime.bigint());
  const workerData = { shared, timeoutMs, blockedMs: Math.min(5_000, timeoutMs / 2) };
  const worker = new Worker(THREAD, { eval: true, workerData });
  worker.on('message', () => process.exit(1));
  worker.unref();
  const timers: NodeJS.Timeout[] = [];
  const repeat = (everyMs: number, work: () => void) => timers.push(setInterval(work, everyMs).unref());
  return {
    beat: () => beatAt(TELEGRAM),
    expectBeats({ askTelegram, askDatabase }) {
      for (const place of [TELEGRAM, LOOP, DATABASE]) beatAt(place);
      repeat(TICK_MS, () => beatAt(LOOP));
      repeat(timeoutMs / ASKS_PER_TIMEOUT, () => {
        askTelegram().catch(() => undefined);
        void askDatabase().then((isReady) => isReady && beatAt(DATABASE));
      });
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
      void worker.terminate();
    },
  };
}
