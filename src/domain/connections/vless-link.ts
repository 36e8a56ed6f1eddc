/** The name a client app shows for a customer's one link. Source: product.md §4.2. */
export const LINK_NAME = 'AtlasSecure';

/** A listener as its share link needs it. */
export type LinkInbound = {
  host: string;
  port: number;
  network: 'tcp' | 'ws' | 'grpc' | 'xhttp';
  security: 'none' | 'tls' | 'reality';
  flow: '' | 'xtls-rprx-vision';
  sni?: string | undefined;
  fingerprint?: string | undefined;
  publicKey?: string | undefined;
  shortId?: string | undefined;
  /** What TLS offers to speak, in this order. */
  alpn?: string[] | undefined;
  /** Of WebSocket and XHTTP, with the name that the `Host` header has to say. */
  path?: string | undefined;
  hostHeader?: string | undefined;
  /** Of gRPC; `mode` is also XHTTP's. */
  serviceName?: string | undefined;
  authority?: string | undefined;
  mode?: string | undefined;
};

/**
 * A VLESS share link. Empty values are left out, every value is percent-encoded (a `+` would stay a plus),
 * IPv6 hosts are bracketed. It never asks a client to skip the check of a certificate.
 * Source: xray.md §4.1, product.md §4.2 (order of parameters).
 */
export function buildVlessLink(inbound: LinkInbound, vlessId: string, name: string): string {
  const parameters: [string, string | undefined][] = [
    ['encryption', 'none'],
    ['security', inbound.security],
    ['flow', inbound.flow],
    ['type', inbound.network],
    ['sni', inbound.sni],
    ['fp', inbound.fingerprint],
    ['alpn', inbound.alpn?.join(',')],
    ['pbk', inbound.publicKey],
    ['sid', inbound.shortId],
    ['path', inbound.path],
    ['host', inbound.hostHeader],
    ['serviceName', inbound.serviceName],
    ['mode', inbound.mode],
    ['authority', inbound.authority],
  ];
  const query = parameters
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    .map(([key, value]) => `${key}=${encode(value)}`)
    .join('&');
  const host = inbound.host.includes(':') ? `[${inbound.host}]` : inbound.host;
  return `vless://${vlessId}@${host}:${inbound.port}?${query}#${encode(name)}`;
}

/** Half a surrogate pair, which JSON may hold, cannot be encoded: one such name would end every link. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
