import { setTimeout as pause } from 'node:timers/promises';
import type { Transformer } from 'grammy';

/** A tap waits no longer than this for Telegram to take its answer; the inbox tries again later. */
const MAX_PAUSE_MS = 5_000;
const MAX_PAUSES = 3;

/**
 * Answers to taps and commands go out at once and are counted, so that other messages give way to them; when Telegram
 * asks for a short pause it is kept and the call is made again. `onSent` is told of every message.
 */
export function paceAnswers(onSent: () => void): Transformer {
  return async (call, method, payload, signal) => {
    for (let pauses = 0; ; pauses += 1) {
      if (method.startsWith('send')) onSent();
      const answer = await call(method, payload, signal);
      if (answer.ok || answer.error_code !== 429) return answer;
      const pauseMs = (answer.parameters?.retry_after ?? 1) * 1000;
      if (pauses === MAX_PAUSES || pauseMs > MAX_PAUSE_MS) return answer;
      await pause(pauseMs);
    }
  };
}

/** Messages of this long are counted together. */
const TALLY_MS = 200;

/** Counts messages and tells `charge` of them a few times a second, never while nothing was sent. */
export function createTally(charge: (count: number) => Promise<void>): () => void {
  let count = 0;
  const tell = () => {
    const told = count;
    count = 0;
    // What cannot be counted now, with the database away, need not be: nothing else is sent either.
    void charge(told).catch(() => undefined);
  };
  return () => {
    if (count === 0) setTimeout(tell, TALLY_MS).unref();
    count += 1;
  };
}
