import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { type Exchange, sendJson } from '../transport/http.ts';

/** Serves the chat page's files. */
export type Page = { serve(exchange: Exchange): Promise<void> };

/** Only our own files run, and nothing may frame the page. Pictures also come as object addresses. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** `prepare` bundles the page and returns its directory; it runs at the first visit, and again after a failure. */
export function createPage(prepare: () => Promise<string>, logger: Logger): Page {
  let prepared: Promise<string> | undefined;
  return {
    async serve({ request, response, url }) {
      let directory: string;
      try {
        prepared ??= prepare();
        directory = await prepared;
      } catch (error) {
        prepared = undefined;
        logger.error({ reason: describeError(error) }, 'the chat page cannot be built');
        return sendJson(response, 500, { error: 'the chat page cannot be built; the log says why' });
      }
      const name = url.pathname === '/' ? 'index.html' : normalize(decodeURIComponent(url.pathname)).slice(1);
      const bytes = isInside(name) ? await readFile(join(directory, name)).catch(() => undefined) : undefined;
      if (!bytes) return sendJson(response, 404, { error: 'not found' });
      response.writeHead(200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'content-length': bytes.length,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      });
      response.end(request.method === 'HEAD' ? undefined : bytes);
    },
  };
}

function isInside(name: string): boolean {
  return name !== '' && !name.startsWith('/') && !name.split(/[\\/]/).includes('..') && !name.includes('\0');
}
