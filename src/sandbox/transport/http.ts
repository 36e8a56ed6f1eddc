import type { IncomingMessage, ServerResponse } from 'node:http';

/** One exchange with the parsed address. Headers and body are still unread. */
export type Exchange = { request: IncomingMessage; response: ServerResponse; url: URL };

/** A request that cannot be served; becomes `{ "error": message }` with this status. */
export class HttpRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'HttpRefusal';
    this.status = status;
  }
}

/** Reads the whole body. Throws: HttpRefusal 413 past `maxBytes`, 400 when the sender goes away. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        request.pause();
        reject(new HttpRefusal(413, `the body is larger than ${maxBytes} bytes`));
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', () => reject(new HttpRefusal(400, 'the request was cut short')));
  });
}

/** Sends JSON and closes the exchange; does nothing when the peer is gone. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.destroyed || response.headersSent) return;
  const body = Buffer.from(JSON.stringify(value));
  // The rest of a body that was refused for its size is never read.
  if (status === 413) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

/** Resolves after `ms` of real time, which keeps no process alive: only for troubles that were asked for. */
export function pause(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms).unref());
}
