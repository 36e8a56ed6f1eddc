import { Agent, request as send } from 'undici';
import { type Exchange, HttpRefusal, readBody, sendJson } from './transport/http.ts';

/** Larger than any desired state of a sandbox's node. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
/** Headers that belong to one connection. Source: RFC 9110 §7.6.1. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'proxy-connection',
  'host',
  'content-length',
  'expect',
]);

/** Forwards `/node/*` to the node agent; while the node is "down" every connection is cut without an answer. */
export type NodeProxy = { serve(exchange: Exchange): Promise<void>; close(): Promise<void> };

export function createNodeProxy(targetUrl: string | undefined, isDown: () => boolean): NodeProxy {
  const agent = new Agent({ connections: 32, keepAliveTimeout: 10_000 });
  return {
    async serve({ request, response, url }) {
      if (isDown()) return void request.socket.destroy();
      if (!targetUrl) throw new HttpRefusal(404, 'no node is configured');
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
      const body = hasBody ? await readBody(request, MAX_BODY_BYTES) : null;
      try {
        const path = url.pathname.slice('/node'.length) || '/';
        const answer = await send(`${targetUrl.replace(/\/$/, '')}${path}${url.search}`, {
          dispatcher: agent,
          method: (request.method ?? 'GET') as 'GET',
          headers: forwardable(request.headers),
          body: body && body.length > 0 ? body : null,
          headersTimeout: TIMEOUT_MS,
          bodyTimeout: TIMEOUT_MS,
        });
        const bytes = Buffer.from(await answer.body.arrayBuffer());
        // Switched off while the agent worked: the call took effect and its answer is lost.
        if (isDown()) return void request.socket.destroy();
        response.writeHead(answer.statusCode, {
          ...forwardable(answer.headers),
          'content-length': bytes.length,
        });
        response.end(bytes);
      } catch {
        sendJson(response, 502, { error: 'the node agent does not answer' });
      }
    },
    close: () => agent.destroy(),
  };
}

function forwardable(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name.toLowerCase())) kept[name] = value;
  }
  return kept;
}
