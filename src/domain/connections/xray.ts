import type { Connection } from './formats.ts';
import type { LinkInbound } from './vless-link.ts';

/**
 * Full configurations of an Xray client, one per connection, each with its name. Values that are not known are
 * undefined, which JSON leaves out.
 */
export function formatXray(connections: Connection[]): object[] {
  return connections.map((connection) => ({
    remarks: connection.name,
    log: { loglevel: 'warning' },
    inbounds: [
      {
        tag: 'socks',
        listen: '127.0.0.1',
        port: 10808,
        protocol: 'socks',
        settings: { udp: true },
        sniffing: { enabled: true, destOverride: ['http', 'tls', 'quic'] },
      },
    ],
    outbounds: [xrayOutbound(connection), { tag: 'direct', protocol: 'freedom' }],
  }));
}

function xrayOutbound({ inbound, vlessId }: Connection): object {
  const { flow } = inbound;
  const user = { id: vlessId, encryption: 'none', ...(flow === '' ? {} : { flow }) };
  return {
    tag: 'proxy',
    protocol: 'vless',
    settings: { vnext: [{ address: inbound.host, port: inbound.port, users: [user] }] },
    streamSettings: { security: inbound.security, ...xrayTransport(inbound), ...xraySecurity(inbound) },
  };
}

function xrayTransport(inbound: LinkInbound): object {
  const { network, path, hostHeader: host, serviceName, authority, mode } = inbound;
  if (network === 'ws') return { network, wsSettings: { path, host } };
  if (network === 'xhttp') return { network, xhttpSettings: { path, host, mode } };
  if (network === 'tcp') return { network: 'raw' };
  return { network, grpcSettings: { serviceName, authority, multiMode: mode === 'multi' } };
}

function xraySecurity(inbound: LinkInbound): object {
  const { fingerprint = 'chrome', publicKey, shortId = '', alpn } = inbound;
  const serverName = inbound.sni;
  if (inbound.security === 'tls') return { tlsSettings: { serverName, fingerprint, alpn } };
  if (inbound.security !== 'reality') return {};
  return { realitySettings: { serverName, fingerprint, publicKey, shortId, spiderX: '/' } };
}
