import { Worker } from 'node:worker_threads';

/** Ends the process when Telegram has not answered for too long, even if this thread is stuck. */
export type Watchdog = {
  /** Telegram has answered. */
  beat(): void;
  /** From now on silence counts; `ask` is called now and then so that a quiet bot still gets answers. */
  expectBeats(ask: () => Promise<void>): void;
  stop(): void;
};

/**
 * Runs in a thread of its own: looks at the time of the last answer (on a clock that never jumps), and kills
 * the whole process when it is too old: a stuck main thread could do nothing gentler. Nothing else makes it
 * act.
 */
const THREAD = `
  const { workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  const beats = new BigInt64Array(workerData.shared);
  setInterval(() => {
    const last = Atomics.load(beats, 0);
    const silentMs = Number((process.hrtime.bigint() - last) / 1000000n);
    if (last === 0n || silentMs < workerData.timeoutMs) return;
    writeSync(2, JSON.stringify({ level: 60, msg: 'Telegram has not answered for too long: ending' }) + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, Math.min(1000, workerData.timeoutMs / 4));
`;

/** How many times a quiet bot asks Telegram within the timeout. */
const ASKS_PER_TIMEOUT = 6;

/** `timeoutMs`: how long Telegram may stay silent. */
export function startWatchdog(timeoutMs: number): Watchdog {
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const lastAnswer = new BigInt64Array(shared);
  const worker = new Worker(THREAD, { eval: true, workerData: { shared, timeoutMs } });
  worker.unref();
  let timer: NodeJS.Timeout | undefined;
  const beat = () => void Atomics.store(lastAnswer, 0, process.hrtime.bigint());
  return {
    beat,
    expectBeats(ask) {
      beat();
      timer = setInterval(() => ask().catch(() => undefined), timeoutMs / ASKS_PER_TIMEOUT);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
      void worker.terminate();
    },
  };
}
