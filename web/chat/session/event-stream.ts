import type { ChatEvent } from '../../../src/sandbox/contract/chat.ts';
import { retryDelayMs } from './retry-delay.ts';

export type Connection = { status: 'open' } | { status: 'lost'; retryAt: number };

type Options = {
  path: string;
  /** Reads the whole state; runs after every (re)connection, before any event of that connection. */
  load: () => Promise<void>;
  onEvent: (event: ChatEvent) => void;
  onConnection: (connection: Connection) => void;
};

/**
 * Follows the sandbox's events for as long as the page lives.
 *
 * The stream opens first and the state is read second, while events wait in a queue: an event that happens
 * between the two is never missed, and one seen twice changes nothing. After a loss it waits with back-off,
 * or until `retryNow`, and starts over.
 */
export function followEvents(options: Options): { retryNow: () => void } {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;

  const lose = (lost: EventSource) => {
    if (lost !== source) return;
    source = undefined;
    lost.close();
    const delayMs = retryDelayMs(failures, Math.random());
    failures += 1;
    timer = setTimeout(connect, delayMs);
    options.onConnection({ status: 'lost', retryAt: Date.now() + delayMs });
  };

  function connect(): void {
    clearTimeout(timer);
    const opened = new EventSource(options.path);
    source = opened;
    let waiting: ChatEvent[] | undefined = [];
    opened.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as ChatEvent;
      if (waiting) waiting.push(event);
      else options.onEvent(event);
    };
    opened.onerror = () => lose(opened);
    opened.onopen = () => {
      options.load().then(
        () => {
          if (opened !== source) return;
          failures = 0;
          const queued = waiting ?? [];
          waiting = undefined;
          for (const event of queued) options.onEvent(event);
          options.onConnection({ status: 'open' });
        },
        () => lose(opened),
      );
    };
  }

  const retryNow = () => {
    if (source === undefined) connect();
  };
  window.addEventListener('online', retryNow);
  connect();
  return { retryNow };
}
