import type { Alarms } from '../../state/alarms.ts';
import type { Counters } from '../../state/counters.ts';
import type { Journal } from '../../state/journal.ts';
import type { UpdateKind } from '../wire.ts';

/** One event the bot has not confirmed yet. */
export type PendingUpdate = {
  updateId: number;
  /** Updates of one queue are delivered one by one: messages by chat, callbacks and checkouts by person. */
  queue: string;
  body: Record<string, unknown>;
  expiresAtMs: number;
  /** Failed webhook deliveries so far, and when the next one is due. */
  failures: number;
  nextAttemptAtMs: number;
};

/** The bot's pending updates, in order of their ids, whatever way they leave. */
export type Updates = {
  /** Returns undefined when the bot did not ask for this kind. */
  push(kind: UpdateKind, ownerId: number, content: unknown): PendingUpdate | undefined;
  /** The first live updates with an id ≥ `offset`. */
  list(offset: number, limit: number): PendingUpdate[];
  all(): PendingUpdate[];
  find(updateId: number): PendingUpdate | undefined;
  save(update: PendingUpdate): void;
  remove(updateId: number): void;
  /** Removes every update with an id < `offset`. */
  confirm(offset: number): void;
  clear(): void;
  count(): number;
  allowedKinds(): string[];
  /** Empty = every kind. */
  allow(kinds: string[]): void;
  onPush(listener: (update: PendingUpdate) => void): void;
};

/** Source: payments.md §2.2: messages live 24 h, callbacks and checkouts 150 s. */
const LIFETIME_MS: Record<UpdateKind, number> = {
  message: 24 * 3_600_000,
  my_chat_member: 24 * 3_600_000,
  callback_query: 150_000,
  pre_checkout_query: 150_000,
};
type Dependencies = { journal: Journal; counters: Counters; alarms: Alarms };

export function createUpdates({ journal, counters, alarms }: Dependencies): Updates {
  const pending = new Map<number, PendingUpdate>();
  const listeners: ((update: PendingUpdate) => void)[] = [];
  for (const { value } of journal.load<PendingUpdate>('update')) pending.set(value.updateId, value);
  let allowed = journal.load<string[]>('allowed-updates')[0]?.value ?? [];

  const remove = (updateId: number): void => {
    if (pending.delete(updateId)) journal.remove('update', updateId);
  };
  const dropExpired = (): void => {
    const nowMs = alarms.nowMs();
    for (const update of pending.values()) if (update.expiresAtMs <= nowMs) remove(update.updateId);
  };
  const save = (update: PendingUpdate): void => {
    if (pending.has(update.updateId)) journal.put('update', update.updateId, update);
  };
  return {
    push(kind, ownerId, content) {
      if (allowed.length > 0 && !allowed.includes(kind)) return undefined;
      const updateId = counters.next('update');
      const update: PendingUpdate = {
        updateId,
        queue: `${kind === 'message' ? 'chat' : kind}:${ownerId}`,
        body: { update_id: updateId, [kind]: content },
        expiresAtMs: alarms.nowMs() + LIFETIME_MS[kind],
        failures: 0,
        nextAttemptAtMs: 0,
      };
      pending.set(updateId, update);
      save(update);
      for (const listener of listeners) listener(update);
      return update;
    },
    list(offset, limit) {
      dropExpired();
      const found: PendingUpdate[] = [];
      for (const update of pending.values()) {
        if (found.length >= limit) break;
        if (update.updateId >= offset) found.push(update);
      }
      return found;
    },
    all: () => [...pending.values()],
    find: (updateId) => pending.get(updateId),
    save,
    remove,
    confirm(offset) {
      for (const updateId of pending.keys()) {
        if (updateId >= offset) break;
        remove(updateId);
      }
    },
    clear() {
      for (const updateId of [...pending.keys()]) remove(updateId);
    },
    count() {
      dropExpired();
      return pending.size;
    },
    allowedKinds: () => allowed,
    allow(kinds) {
      allowed = kinds;
      journal.put('allowed-updates', 'all', kinds);
    },
    onPush: (listener) => void listeners.push(listener),
  };
}
