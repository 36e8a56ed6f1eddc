import { type Connection, EARLY_DATA_HEADER, readWsPath, withUniqueNames } from './formats.ts';
import type { LinkInbound } from './vless-link.ts';

/** Tags of our own in the configuration, which no connection may have. */
const RESERVED = ['select', 'auto', 'direct', 'tun-in'];

/** sing-box has no XHTTP, and of gRPC only services at their standard path. */
const isDescribable = ({ inbound: { network, serviceName = '' } }: Connection) =>
  network === 'tcp' ||
  network === 'ws' ||
  (network === 'grpc' && serviceName !== '' && !serviceName.startsWith('/'));

/** One configuration of sing-box with every connection, the fastest of which is used unless another is chosen. */
export function formatSingBox(connections: Connection[]): object {
  const outbounds = withUniqueNames(connections.filter(isDescribable), RESERVED).map(singBoxOutbound);
  const tags = outbounds.map(({ tag }) => tag);
  const groups =
    tags.length === 0
      ? []
      : [
          { type: 'selector', tag: 'select', outbounds: ['auto', ...tags], default: 'auto' },
          { type: 'urltest', tag: 'auto', outbounds: tags },
        ];
  return {
    log: { level: 'warn' },
    inbounds: [
      { type: 'tun', tag: 'tun-in', address: ['172.19.0.1/30'], auto_route: true, strict_route: true },
    ],
    outbounds: [...groups, ...outbounds, { type: 'direct', tag: 'direct' }],
    route: { auto_detect_interface: true, final: tags.length === 0 ? 'direct' : 'select' },
  };
}

function singBoxOutbound({ name, inbound, vlessId }: Connection): { tag: string } {
  const { flow } = inbound;
  const outbound = {
    type: 'vless',
    tag: name,
    server: inbound.host,
    server_port: inbound.port,
    uuid: vlessId,
    ...(flow === '' ? {} : { flow }),
    packet_encoding: 'xudp',
    ...(inbound.security === 'none' ? {} : { tls: singBoxTls(inbound) }),
    ...(inbound.network === 'tcp' ? {} : { transport: singBoxTransport(inbound) }),
  };
  return outbound;
}

function singBoxTransport(inbound: LinkInbound): object {
  if (inbound.network === 'grpc') return { type: 'grpc', service_name: inbound.serviceName };
  const { path, earlyData } = readWsPath(inbound.path);
  const early = { max_early_data: earlyData, early_data_header_name: EARLY_DATA_HEADER };
  return {
    type: 'ws',
    path,
    ...(inbound.hostHeader ? { headers: { Host: inbound.hostHeader } } : {}),
    ...(earlyData === 0 ? {} : early),
  };
}

function singBoxTls(inbound: LinkInbound): object {
  const { sni, host, fingerprint = 'chrome', publicKey, shortId = '', alpn } = inbound;
  const reality = { enabled: true, public_key: publicKey, short_id: shortId };
  return {
    enabled: true,
    server_name: sni ?? host,
    ...(alpn ? { alpn } : {}),
    utls: { enabled: true, fingerprint },
    ...(inbound.security === 'reality' ? { reality } : {}),
  };
}
