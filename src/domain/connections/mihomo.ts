import { type Connection, EARLY_DATA_HEADER, readWsPath, withUniqueNames } from './formats.ts';
import type { LinkInbound } from './vless-link.ts';

/** Our groups, and what mihomo has by itself: no connection may be called so. */
const RESERVED = ['Atlas', 'Auto', 'DIRECT', 'REJECT', 'REJECT-DROP', 'COMPATIBLE', 'PASS', 'GLOBAL'];

/** Without a service name mihomo asks for one of its own, which an Xray server does not have. */
const isDescribable = ({ inbound }: Connection) => inbound.network !== 'grpc' || Boolean(inbound.serviceName);

/** A profile of mihomo (Clash Meta). Written as JSON, which is YAML too. */
export function formatMihomo(connections: Connection[]): object {
  const proxies = withUniqueNames(connections.filter(isDescribable), RESERVED).map(mihomoProxy);
  const names = proxies.map(({ name }) => name);
  const auto = { name: 'Auto', type: 'url-test', proxies: names, url: TEST_URL, interval: 300 };
  const groups =
    names.length === 0 ? [] : [{ name: 'Atlas', type: 'select', proxies: ['Auto', ...names] }, auto];
  return {
    'mixed-port': 7890,
    mode: 'rule',
    'log-level': 'warning',
    proxies,
    'proxy-groups': groups,
    rules: [names.length === 0 ? 'MATCH,DIRECT' : 'MATCH,Atlas'],
  };
}

/** Answers 204 to anyone; clients measure with it which connection is the fastest. */
const TEST_URL = 'https://www.gstatic.com/generate_204';

function mihomoProxy({ name, inbound, vlessId }: Connection): { name: string } {
  const { flow, security } = inbound;
  const proxy = {
    name,
    type: 'vless',
    server: inbound.host,
    port: inbound.port,
    uuid: vlessId,
    network: inbound.network,
    udp: true,
    'packet-encoding': 'xudp',
    ...(flow === '' ? {} : { flow }),
    ...(security === 'none' ? {} : mihomoTls(inbound)),
    ...mihomoTransport(inbound),
  };
  return proxy;
}

function mihomoTls(inbound: LinkInbound): object {
  const { sni, host, fingerprint = 'chrome', publicKey, shortId = '', alpn } = inbound;
  const reality = { 'reality-opts': { 'public-key': publicKey, 'short-id': shortId } };
  return {
    tls: true,
    // Unset, mihomo would take the Host header for it.
    servername: sni ?? host,
    'client-fingerprint': fingerprint,
    ...(alpn ? { alpn } : {}),
    ...(inbound.security === 'reality' ? reality : {}),
  };
}

function mihomoTransport(inbound: LinkInbound): object {
  const { network, hostHeader, serviceName = '', mode } = inbound;
  if (network === 'tcp') return {};
  // Of a path of one's own (`/service/Tun|TunMulti`) mihomo takes the stream that is not multiplexed.
  if (network === 'grpc') return { 'grpc-opts': { 'grpc-service-name': serviceName.split('|')[0] } };
  if (network === 'xhttp') {
    const host = hostHeader ? { host: hostHeader } : {};
    return { 'xhttp-opts': { path: inbound.path ?? '/', ...host, ...(mode ? { mode } : {}) } };
  }
  const { path, earlyData } = readWsPath(inbound.path);
  const early = { 'max-early-data': earlyData, 'early-data-header-name': EARLY_DATA_HEADER };
  const headers = hostHeader ? { headers: { Host: hostHeader } } : {};
  return { 'ws-opts': { path, ...headers, ...(earlyData === 0 ? {} : early) } };
}
