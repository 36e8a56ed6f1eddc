/** Load generators. `send` performs the n-th operation and throws when it fails: a failed one is never a figure. */
import { setTimeout as delay } from 'node:timers/promises';
import { nowMs } from './clock.ts';
import { percentilesOf, type Round } from './figures.ts';

type Send = (index: number) => Promise<void>;

/** As fast as it goes, `concurrency` at a time, until `until` says so. Indexes count from 0. */
async function saturate(send: Send, concurrency: number, isOver: (index: number) => boolean): Promise<Round> {
  const samples: number[] = [];
  let next = 0;
  const startedAt = nowMs();
  const worker = async () => {
    while (!isOver(next)) {
      const sentAt = nowMs();
      await send(next++);
      samples.push(nowMs() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (nowMs() - startedAt) / 1000;
  return { perSecond: samples.length / seconds, times: percentilesOf(samples) };
}

export function saturateFor(send: Send, load: { concurrency: number; seconds: number }): Promise<Round> {
  const endsAt = nowMs() + load.seconds * 1000;
  return saturate(send, load.concurrency, () => nowMs() >= endsAt);
}

export function saturateTimes(send: Send, load: { concurrency: number; count: number }): Promise<Round> {
  return saturate(send, load.concurrency, (index) => index >= load.count);
}

/** The timer's step; an operation is sent at most so much after its moment. */
const STEP_MS = 1;

/**
 * Sends at a fixed rate whatever the answers do, and counts every time from the moment it was due, so that a
 * stall is paid for by everyone it delays. `onDue` hears each moment.
 */
export async function sendAtRate(
  send: Send,
  load: { perSecond: number; seconds: number },
  onDue: (index: number, dueMs: number) => void = () => undefined,
): Promise<Round> {
  const count = Math.round(load.perSecond * load.seconds);
  const samples: number[] = [];
  const startedAt = nowMs();
  const sendOne = async (index: number) => {
    const dueMs = startedAt + (index * 1000) / load.perSecond;
    onDue(index, dueMs);
    await send(index);
    samples.push(nowMs() - dueMs);
  };
  const sent: Promise<void>[] = [];
  while (sent.length < count) {
    const due = Math.min(count, Math.floor(((nowMs() - startedAt) * load.perSecond) / 1000) + 1);
    while (sent.length < due) sent.push(sendOne(sent.length));
    await delay(STEP_MS);
  }
  await Promise.all(sent);
  const seconds = (nowMs() - startedAt) / 1000;
  return { perSecond: count / seconds, times: percentilesOf(samples) };
}
