import { buildVlessLink, type LinkInbound } from './vless-link.ts';

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

/**
 * Clients with one configuration for all connections refuse it when two share a name, or when one is called like
 * a group: the later one gets a number.
 */
export function withUniqueNames(connections: Connection[], reserved: readonly string[]): Connection[] {
  const taken = new Set(reserved);
  return connections.map((connection) => {
    let { name } = connection;
    for (let number = 2; taken.has(name); number += 1) name = `${connection.name} ${number}`;
    taken.add(name);
    return { ...connection, name };
  });
}

/**
 * A WebSocket path as clients other than Xray take it. Xray writes the length of early data into the path
 * (`/ws?ed=2560`); to others it is a setting of its own, and a path with a query would not be the server's.
 */
export function readWsPath(text = '/'): { path: string; earlyData: number } {
  const [path = '/', query = ''] = text.split('?', 2);
  const parameters = query.split('&').filter((pair) => pair !== '');
  const earlyData = Number(parameters.find((pair) => /^ed=\d{1,5}$/.test(pair))?.slice(3) ?? 0);
  const others = parameters.filter((pair) => !pair.startsWith('ed='));
  return { path: others.length === 0 ? path : `${path}?${others.join('&')}`, earlyData };
}

/** The header in which an Xray server looks for early data. */
export const EARLY_DATA_HEADER = 'Sec-WebSocket-Protocol';
