import { buildVlessLink, type LinkInbound } from '../connections.ts';

/** One way to connect: an inbound of a living node, and the credential that it honours. */
export type Connection = { name: string; inbound: LinkInbound; vlessId: string };

export const SUBSCRIPTION_FORMATS = ['links', 'xray', 'sing-box', 'mihomo'] as const;
export type SubscriptionFormat = (typeof SUBSCRIPTION_FORMATS)[number];

/**
 * What a client app understands, by how it calls itself; anchored, for some name several others in one line. In
 * their order; whoever is not here gets links, which every app reads.
 * Source: xray.md §4.3.
 */
const BY_USER_AGENT: [pattern: RegExp, format: SubscriptionFormat][] = [
  [
    /^(flclash|mihomo|clash(-verge|-nyanpasu|x meta|[-.]?meta)|koala-clash|prizrak-box|stash|clash)/i,
    'mihomo',
  ],
  [/^(sfa|sfi|sfm|sft|karing|sing-box|hiddifynext)/i, 'sing-box'],
  [/^(streisand|happ\/|incy\/|v2rayng\/|v2rayn\/)/i, 'xray'],
];

export function formatFor(userAgent: string): SubscriptionFormat {
  return BY_USER_AGENT.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'links';
}

/** Share links, one a line; the door wraps them in base64. */
export function formatLinks(connections: Connection[]): string {
  return connections.map(({ inbound, vlessId, name }) => buildVlessLink(inbound, vlessId, name)).join('\n');
}

/** What the JSON formats can say here: plain TCP, with TLS or REALITY or without. */
const isDescribable = ({ inbound }: Connection) => inbound.network === 'tcp';

/** Full configurations of an Xray client, one per connection, each with its name. */
export function formatXray(connections: Connection[]): object[] {
  return connections.filter(isDescribable).map((connection) => ({
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
    streamSettings: { network: 'raw', security: inbound.security, ...xraySecurity(inbound) },
  };
}

function xraySecurity(inbound: LinkInbound): object {
  const { sni: serverName, fingerprint = 'chrome', publicKey, shortId = '' } = inbound;
  if (inbound.security === 'tls') return { tlsSettings: { serverName, fingerprint } };
  if (inbound.security !== 'reality') return {};
  return { realitySettings: { serverName, fingerprint, publicKey, shortId, spiderX: '/' } };
}

/** One configuration of sing-box with every connection, the fastest of which is used unless another is chosen. */
export function formatSingBox(connections: Connection[]): object {
  const outbounds = connections.filter(isDescribable).map(singBoxOutbound);
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
  return {
    type: 'vless',
    tag: name,
    server: inbound.host,
    server_port: inbound.port,
    uuid: vlessId,
    ...(flow === '' ? {} : { flow }),
    packet_encoding: 'xudp',
    ...(inbound.security === 'none' ? {} : { tls: singBoxTls(inbound) }),
  } as { tag: string };
}

function singBoxTls(inbound: LinkInbound): object {
  const { sni, fingerprint = 'chrome', publicKey, shortId = '' } = inbound;
  const reality = { enabled: true, public_key: publicKey, short_id: shortId };
  return {
    enabled: true,
    server_name: sni,
    utls: { enabled: true, fingerprint },
    ...(inbound.security === 'reality' ? { reality } : {}),
  };
}

/** A profile of mihomo (Clash Meta). Written as JSON, which is YAML too. */
export function formatMihomo(connections: Connection[]): object {
  const proxies = connections.filter(isDescribable).map(mihomoProxy);
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
  const { flow, security, sni, fingerprint = 'chrome', publicKey, shortId = '' } = inbound;
  const reality = { 'reality-opts': { 'public-key': publicKey, 'short-id': shortId } };
  return {
    name,
    type: 'vless',
    server: inbound.host,
    port: inbound.port,
    uuid: vlessId,
    network: 'tcp',
    udp: true,
    'packet-encoding': 'xudp',
    ...(flow === '' ? {} : { flow }),
    ...(security === 'none' ? {} : { tls: true, servername: sni, 'client-fingerprint': fingerprint }),
    ...(security === 'reality' ? reality : {}),
  } as { name: string };
}
