import { conflict } from '../refusal.ts';
import type { Updates } from './updates.ts';

/** Source: payments.md §2.2: the server caps a long poll at 50 s and an answer at 100 updates. */
const MAX_TIMEOUT_SECONDS = 50;
const MAX_LIMIT = 100;

export type PollRequest = {
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed_updates?: string[];
};

/** getUpdates: one open request at a time. */
export type Polling = {
  /** Throws: ApiRefusal 409 when a newer request or a webhook takes over. `gone` aborts when the caller leaves. */
  poll(request: PollRequest, gone: AbortSignal): Promise<unknown[]>;
  /** Ends the open request with this conflict. */
  terminate(text: string): void;
  close(): void;
};

type Waiter = { finish(updates: unknown[]): void; fail(error: Error): void };

/** Updates that arrive together are answered together: the waiter is woken at the end of the turn. */
export function createPolling(updates: Updates): Polling {
  let waiter: Waiter | undefined;
  let wake: (() => void) | undefined;
  updates.onPush(() => {
    if (wake) setImmediate(wake);
  });
  const terminate = (text: string): void => waiter?.fail(conflict(text));

  return {
    poll(request, gone) {
      terminate('terminated by other getUpdates request; make sure that only one bot instance is running');
      if (request.allowed_updates) updates.allow(request.allowed_updates);
      const offset = resolveOffset(updates, request.offset ?? 0);
      if (offset > 0) updates.confirm(offset);
      const limit = Math.min(Math.max(request.limit ?? MAX_LIMIT, 1), MAX_LIMIT);
      const read = (): unknown[] => updates.list(offset, limit).map((update) => update.body);
      const ready = read();
      const timeoutMs = Math.min(Math.max(request.timeout ?? 0, 0), MAX_TIMEOUT_SECONDS) * 1000;
      if (ready.length > 0 || timeoutMs === 0) return Promise.resolve(ready);
      return new Promise((resolve, reject) => {
        const settle = (act: () => void): void => {
          clearTimeout(timer);
          gone.removeEventListener('abort', leave);
          if (waiter === mine) waiter = wake = undefined;
          act();
        };
        const mine: Waiter = {
          finish: (found) => settle(() => resolve(found)),
          fail: (error) => settle(() => reject(error)),
        };
        const leave = (): void => mine.finish([]);
        const timer = setTimeout(leave, timeoutMs);
        gone.addEventListener('abort', leave);
        waiter = mine;
        wake = () => {
          const found = waiter === mine ? read() : [];
          if (found.length > 0) mine.finish(found);
        };
      });
    },
    terminate,
    close: () => waiter?.finish([]),
  };
}

/** A negative offset counts from the end and forgets everything before it. */
function resolveOffset(updates: Updates, offset: number): number {
  if (offset >= 0) return offset;
  return updates.all().at(offset)?.updateId ?? updates.all()[0]?.updateId ?? 0;
}
