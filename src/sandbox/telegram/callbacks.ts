import type { Alarms } from '../state/alarms.ts';
import type { Counters } from '../state/counters.ts';
import type { Events } from '../state/events.ts';
import type { Journal } from '../state/journal.ts';

export type CallbackAnswer = { text: string; showAlert: boolean; url?: string };

/** One press of a button and what became of it. */
export type PressedCallback = {
  id: string;
  chatId: number;
  messageId: number;
  data: string;
  expiresAtMs: number;
  /** Accepted answers: none or one. */
  answers: CallbackAnswer[];
  /** Calls of answerCallbackQuery for this id, refused ones included. */
  attempts: number;
  hasExpired: boolean;
};

export type Callbacks = {
  press(chatId: number, messageId: number, data: string): PressedCallback;
  /** False when the id is unknown, expired or already answered. */
  answer(id: string, answer: CallbackAnswer): boolean;
  list(): PressedCallback[];
  setLifetime(seconds: number): void;
};

/** How long a person's client waits for an answer: a public shop's 16.9 s was too late (payments.md §2.3). */
const DEFAULT_LIFETIME_SECONDS = 15;
/** The transcript's memory; the oldest press is forgotten first. */
const MAX_KEPT = 5_000;

type Dependencies = { journal: Journal; counters: Counters; alarms: Alarms; events: Events };

export function createCallbacks({ journal, counters, alarms, events }: Dependencies): Callbacks {
  const callbacks = new Map<string, PressedCallback>();
  let lifetimeSeconds = journal.load<number>('callback-lifetime')[0]?.value ?? DEFAULT_LIFETIME_SECONDS;
  const save = (callback: PressedCallback): void => journal.put('callback', callback.id, callback);
  const expire = (callback: PressedCallback): void => {
    if (callback.answers.length > 0 || callback.hasExpired) return;
    callback.hasExpired = true;
    save(callback);
    events.emit({ type: 'callback-expired', chatId: callback.chatId, callbackId: callback.id });
  };
  const watch = (callback: PressedCallback): void =>
    alarms.set(`callback:${callback.id}`, callback.expiresAtMs, () => expire(callback));

  for (const { key, value } of journal.load<PressedCallback>('callback')) {
    callbacks.set(key, value);
    if (value.answers.length === 0 && !value.hasExpired) watch(value);
  }
  return {
    press(chatId, messageId, data) {
      const callback: PressedCallback = {
        id: String(counters.next('callback')),
        chatId,
        messageId,
        data,
        expiresAtMs: alarms.nowMs() + lifetimeSeconds * 1000,
        answers: [],
        attempts: 0,
        hasExpired: false,
      };
      callbacks.set(callback.id, callback);
      save(callback);
      watch(callback);
      for (const oldest of callbacks.keys()) {
        if (callbacks.size <= MAX_KEPT) break;
        callbacks.delete(oldest);
        journal.remove('callback', oldest);
      }
      return callback;
    },
    answer(id, answer) {
      const callback = callbacks.get(id);
      if (!callback) return false;
      callback.attempts += 1;
      save(callback);
      if (callback.expiresAtMs <= alarms.nowMs()) expire(callback);
      if (callback.hasExpired || callback.answers.length > 0) return false;
      callback.answers.push(answer);
      alarms.cancel(`callback:${id}`);
      events.emit({ type: 'callback-answered', chatId: callback.chatId, callbackId: id, ...answer });
      return true;
    },
    list: () => [...callbacks.values()],
    setLifetime(seconds) {
      lifetimeSeconds = seconds;
      journal.put('callback-lifetime', 'all', seconds);
    },
  };
}
