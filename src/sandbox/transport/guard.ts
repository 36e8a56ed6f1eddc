import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** True for the names of this machine's loopback interface, with or without brackets. */
export function isLoopbackName(hostname: string): boolean {
  return LOOPBACK_NAMES.has(hostname.toLowerCase());
}

/**
 * Says why a request may come from a foreign web page, or undefined when it cannot.
 * The Host header must name loopback (a rebound DNS name does not); whatever acts must come from this origin or
 * from no page at all. `Sec-Fetch-Site` covers what carries no Origin, such as a picture's address.
 */
export function foreignReason(request: IncomingMessage, isPage: boolean): string | undefined {
  const host = request.headers.host ?? '';
  const name = host.replace(/:\d+$/, '');
  if (!isLoopbackName(name)) return 'the Host header must name the loopback interface';
  if (isPage && (request.method === 'GET' || request.method === 'HEAD')) return undefined;
  const { origin } = request.headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return 'requests from other origins are refused';
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'requests from other sites are refused';
  }
  return undefined;
}
