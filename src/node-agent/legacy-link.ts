import type { WireInbound } from '../nodes/protocol/contract.ts';

/**
 * The share link of the legacy routes: parameters in the original's order, values percent-encoded, empty ones
 * left out. It agrees with the inbound, flow included.
 */
export function buildLegacyLink(vlessId: string, inbound: WireInbound): string {
  const parameters: [name: string, value: string | undefined][] = [
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
  const query = parameters.flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value.toWellFormed())}`] : [],
  );
  const host = inbound.host.includes(':') ? `[${inbound.host}]` : inbound.host;
  return `vless://${vlessId}@${host}:${inbound.port}?${query.join('&')}#AtlasSecure`;
}
