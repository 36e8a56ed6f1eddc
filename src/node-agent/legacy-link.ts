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
    ['pbk', inbound.publicKey],
    ['sid', inbound.shortId],
  ];
  const query = parameters.flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  const host = inbound.host.includes(':') ? `[${inbound.host}]` : inbound.host;
  return `vless://${vlessId}@${host}:${inbound.port}?${query.join('&')}#AtlasSecure`;
}
