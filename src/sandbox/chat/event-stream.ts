import type { ServerResponse } from 'node:http';
import type { Events } from '../state/events.ts';

/** Keeps proxies and browsers from giving up on a quiet chat. */
const HEARTBEAT_MS = 15_000;
/** A page that reads slower than this much behind is cut off and reads the whole state again. */
const MAX_BEHIND_BYTES = 1024 * 1024;

/** Open event streams of chat pages. */
export type EventStreams = {
  open(response: ServerResponse): void;
  closeAll(): void;
};

export function createEventStreams(events: Events): EventStreams {
  const open = new Set<ServerResponse>();
  return {
    open(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      const send = (text: string): void => {
        if (response.writableLength > MAX_BEHIND_BYTES) response.destroy();
        else response.write(text);
      };
      const unsubscribe = events.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`));
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      open.add(response);
      response.on('close', () => {
        unsubscribe();
        clearInterval(heartbeat);
        open.delete(response);
      });
    },
    closeAll() {
      for (const response of open) response.destroy();
    },
  };
}
