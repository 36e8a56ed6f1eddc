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
};

/**
 * A VLESS share link. Empty values are left out, every value is percent-encoded (a `+` would stay a plus),
 * IPv6 hosts are bracketed.
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
    ['pbk', inbound.publicKey],
    ['sid', inbound.shortId],
  ];
  const query = parameters
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  const host = inbound.host.includes(':') ? `[${inbound.host}]` : inbound.host;
  return `vless://${vlessId}@${host}:${inbound.port}?${query}#${encodeURIComponent(name)}`;
}
