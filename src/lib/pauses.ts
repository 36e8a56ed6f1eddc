import { setInterval as every, setTimeout as pause } from 'node:timers/promises';

/** Waits, but no longer than until `signal` aborts. `ref: false`: the wait keeps no process alive. */
export async function rest(ms: number, signal: AbortSignal, options: { ref?: boolean } = {}): Promise<void> {
  await pause(ms, undefined, { ...options, signal }).catch(() => undefined);
}

/**
 * Calls `work` once in `everyMs`, one call after another, until `signal` aborts, which resolves it.
 * Throws: what `work` throws.
 */
export async function repeat(
  everyMs: number,
  signal: AbortSignal,
  work: () => Promise<void> | void,
): Promise<void> {
  try {
    for await (const _ of every(everyMs, undefined, { signal })) await work();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
