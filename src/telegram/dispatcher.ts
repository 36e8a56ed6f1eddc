import { setInterval as every } from 'node:timers/promises';
import { describeError, isFault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { correlate } from '../lib/telemetry/correlation.ts';
import { since } from '../lib/telemetry/log-facts.ts';
import { traced } from '../lib/telemetry/tracing.ts';
import type { Shop, Tap } from '../usecases/shop.ts';
import { takeChats, type UpdateOutcome, workChat } from '../usecases/updates/work-chat.ts';
import type { UpdateHandler } from './create-bot.ts';

export type Dispatcher = {
  /** Says that these chats have new updates, so that nobody waits for the next look. */
  wake(chatKeys: bigint[]): void;
  /** Stops taking chats; resolves when those in work are done, or after `deadlineMs`. */
  drain(deadlineMs: number): Promise<void>;
};

export type DispatcherSettings = {
  shop: Shop;
  workerId: string;
  handle: UpdateHandler;
  maxConcurrentUpdates: number;
  logger: Logger;
  onOutcome: (outcome: UpdateOutcome) => void;
};

/** How soon a process notices updates that another one stored, or a retry that has become due. */
const LOOK_EVERY_MS = 250;

/**
 * Works the inbox: many chats at once, each chat's updates one after another. Chats named by `wake` are taken
 * at once; a look at the whole inbox finds those of dead or busy processes.
 */
export function startDispatcher(settings: DispatcherSettings): Dispatcher {
  const { shop, workerId, maxConcurrentUpdates, logger } = settings;
  const inWork = new Map<bigint, Promise<void>>();
  const named = new Set<bigint>();
  const stopping = new AbortController();
  let isLookDue = true;
  let isTaking = false;
  let taken = Promise.resolve();

  function take(): void {
    if (!isTaking) taken = takeWhileFree();
  }

  async function takeWhileFree(): Promise<void> {
    isTaking = true;
    try {
      while (!stopping.signal.aborted && inWork.size < maxConcurrentUpdates) {
        const limit = maxConcurrentUpdates - inWork.size;
        const chatKeys = [...named].filter((key) => !inWork.has(key)).slice(0, limit);
        if (chatKeys.length === 0 && !isLookDue) break;
        if (chatKeys.length === 0) isLookDue = false;
        for (const key of chatKeys) named.delete(key);
        const leases = await takeChats(shop, {
          workerId,
          limit,
          chatKeys: chatKeys.length > 0 ? chatKeys : null,
          inWork: [...inWork.keys()],
        });
        if (chatKeys.length === 0 && leases.length === limit) isLookDue = true;
        for (const lease of leases) inWork.set(lease.chatKey, work(lease));
      }
    } catch (error) {
      logger.warn(
        { component: 'telegram', operation: 'inbox', outcome: 'failed', error: describeError(error) },
        'the inbox cannot be read; trying again',
      );
    } finally {
      isTaking = false;
    }
  }

  async function work(lease: ChatLease): Promise<void> {
    await workLease(settings, lease);
    inWork.delete(lease.chatKey);
    take();
  }

  void lookAround(stopping.signal, () => {
    isLookDue = true;
    take();
  });

  return {
    wake(chatKeys) {
      for (const key of chatKeys) named.add(key);
      take();
    },
    async drain(deadlineMs) {
      stopping.abort();
      // Chats that were being taken at this moment come into work first.
      const finished = taken.then(() => Promise.allSettled(inWork.values()));
      await Promise.race([finished, passed(deadlineMs)]);
    },
  };
}

type ChatLease = Tap['lease'];

/** Never throws: a chat that had to be left is taken again, by us or by another process. */
async function workLease(settings: DispatcherSettings, lease: ChatLease): Promise<void> {
  const { shop, handle, logger } = settings;
  try {
    const durations = new Map<bigint, number>();
    const outcomes = await workChat(shop, lease, (update) => {
      const tap = { key: keyOf(update), lease };
      const startedAt = performance.now();
      const work = () => handle(JSON.parse(update.body), { tap, attempts: update.attempts });
      return correlate(tap.key, () =>
        traced({ name: 'update', kind: 'server' }, work).finally(() =>
          durations.set(update.updateId, since(startedAt)),
        ),
      );
    });
    for (const outcome of outcomes) {
      const durationMs = durations.get(outcome.update.updateId) ?? 0;
      correlate(keyOf(outcome.update), () => report(settings, outcome, durationMs));
    }
  } catch (error) {
    logger.warn(
      { component: 'telegram', operation: 'chat', outcome: 'failed', error: describeError(error) },
      'a chat had to be left; it will be taken again',
    );
  }
}

/** Names a tap for good; what it leads to is correlated by it. */
function keyOf({ updateId }: { updateId: bigint }): string {
  return `update:${updateId}`;
}

function passed(ms: number): Promise<void> {
  const deadline = AbortSignal.timeout(ms);
  return new Promise((resolve) => deadline.addEventListener('abort', () => resolve()));
}

async function lookAround(signal: AbortSignal, look: () => void): Promise<void> {
  try {
    for await (const _ of every(LOOK_EVERY_MS, undefined, { signal })) look();
  } catch {
    // Aborted: the dispatcher is stopping.
  }
}

function report(settings: DispatcherSettings, outcome: UpdateOutcome, durationMs: number): void {
  settings.onOutcome(outcome);
  const shared = { component: 'telegram', operation: 'update', outcome: outcome.status, durationMs };
  if (outcome.status === 'done') {
    settings.logger.info(shared, 'an update was handled');
    return;
  }
  const facts = {
    ...shared,
    updateId: String(outcome.update.updateId),
    attempts: outcome.update.attempts + 1,
    error: describeError(outcome.error),
  };
  if (isFault(outcome.error)) settings.logger.warn(facts, 'an update could not be handled');
  else settings.logger.error({ ...facts, err: outcome.error }, 'an update could not be handled');
}
