import { setInterval as every } from 'node:timers/promises';
import { describeError, isFault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import type { Shop } from '../usecases/shop.ts';
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

  async function take(): Promise<void> {
    if (isTaking) return;
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
        });
        if (chatKeys.length === 0 && leases.length === limit) isLookDue = true;
        for (const lease of leases) inWork.set(lease.chatKey, work(lease));
      }
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'the inbox cannot be read; trying again');
    } finally {
      isTaking = false;
    }
  }

  async function work(lease: Awaited<ReturnType<typeof takeChats>>[number]): Promise<void> {
    try {
      const outcomes = await workChat(shop, lease, (update) =>
        settings.handle(JSON.parse(update.body), {
          tap: { key: `update:${update.updateId}`, lease },
          attempts: update.attempts,
        }),
      );
      for (const outcome of outcomes) report(settings, outcome);
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'a chat had to be left; it will be taken again');
    } finally {
      inWork.delete(lease.chatKey);
      void take();
    }
  }

  void lookAround(stopping.signal, () => {
    isLookDue = true;
    void take();
  });

  return {
    wake(chatKeys) {
      for (const key of chatKeys) named.add(key);
      void take();
    },
    async drain(deadlineMs) {
      stopping.abort();
      const deadline = AbortSignal.timeout(deadlineMs);
      const late = new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve()));
      await Promise.race([Promise.allSettled(inWork.values()), late]);
    },
  };
}

async function lookAround(signal: AbortSignal, look: () => void): Promise<void> {
  try {
    for await (const _ of every(LOOK_EVERY_MS, undefined, { signal })) look();
  } catch {
    // Aborted: the dispatcher is stopping.
  }
}

function report(settings: DispatcherSettings, outcome: UpdateOutcome): void {
  settings.onOutcome(outcome);
  if (outcome.status === 'done') return;
  const facts = {
    updateId: String(outcome.update.updateId),
    attempts: outcome.update.attempts + 1,
    status: outcome.status,
    error: describeError(outcome.error),
  };
  if (isFault(outcome.error)) settings.logger.warn(facts, 'an update could not be handled');
  else settings.logger.error({ ...facts, err: outcome.error }, 'an update could not be handled');
}
