import type { ChatEvent } from '../contract/chat.ts';

/** What the chat page is told, as it happens. Nothing is kept: a late page reads the whole state. */
export type Events = {
  emit(event: ChatEvent): void;
  /** Returns the function that unsubscribes. */
  subscribe(listener: (event: ChatEvent) => void): () => void;
};

export function createEvents(): Events {
  const listeners = new Set<(event: ChatEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
