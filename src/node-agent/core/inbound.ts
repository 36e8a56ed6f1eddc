import { isIP } from 'node:net';
import type { WireInbound } from '../../nodes/protocol/contract.ts';
import { isRealityKey, realityPublicKey } from './reality-key.ts';
import { type Stream, streamSchema, transportOf } from './transport.ts';

/** How customers reach this node. */
export type PublicSide = { host: string; fingerprint: string };

/**
 * What customers need to know of a VLESS inbound; a text when the agent cannot serve it. The flow follows from
 * the inbound (its own `settings.flow`, else Vision on raw TCP with REALITY), because the core takes any flow
 * from its API and then rejects clients that disagree.
 */
export function deriveInbound(
  inbound: {
    tag: string;
    port?: number | string | undefined;
    settings?: object | undefined;
    streamSettings?: object | undefined;
  },
  publicSide: PublicSide,
): WireInbound | string {
  const where = `inbound ${inbound.tag}`;
  const port = Number(inbound.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return `${where} has no single port`;
  const parsed = streamSchema.safeParse(inbound.streamSettings ?? {});
  if (!parsed.success) return `${where} has unreadable streamSettings`;
  const stream = parsed.data;
  const transport = transportOf(stream);
  if (typeof transport === 'string') return `${where} ${transport}`;
  const security = securityOf(stream, publicSide.host);
  if (typeof security === 'string') return `${where} ${security}`;
  const isRaw = transport.network === 'tcp';
  const flow = flowOf(inbound.settings, isRaw && security.security === 'reality');
  const canVision = isRaw && security.security !== 'none';
  if (flow === null || (flow !== '' && !canVision)) return `${where} uses a flow that is not supported`;
  const fingerprint = security.security === 'none' ? {} : { fingerprint: publicSide.fingerprint };
  return {
    tag: inbound.tag,
    host: publicSide.host,
    port,
    ...transport,
    flow,
    ...security,
    ...alpnOf(stream, transport.network),
    ...fingerprint,
  };
}

/**
 * A server needs no `serverName` of its own. Without one, clients ask for the name they connect to, which the
 * certificate then has to cover; an address is no name, so they ask for none and verify the address.
 */
function securityOf(
  stream: Stream,
  host: string,
): Pick<WireInbound, 'security' | 'sni' | 'publicKey' | 'shortId'> | string {
  const security = stream.security || 'none';
  if (security === 'none') return { security };
  if (security === 'tls') {
    const sni = stream.tlsSettings?.serverName || (isIP(host) === 0 ? host : undefined);
    return { security, ...(sni ? { sni } : {}) };
  }
  if (security !== 'reality') return 'uses a security that is not supported';
  const reality = stream.realitySettings;
  if (!reality || !isRealityKey(reality.privateKey)) return 'has no valid REALITY private key';
  return {
    security,
    sni: reality.serverNames[0] ?? '',
    publicKey: realityPublicKey(reality.privateKey),
    shortId: reality.shortIds[0] ?? '',
  };
}

/** A WebSocket begins as HTTP/1.1: a client that is told of h2 may choose it and never connect. */
function alpnOf(stream: Stream, network: WireInbound['network']): Pick<WireInbound, 'alpn'> {
  const names = stream.security === 'tls' ? (stream.tlsSettings?.alpn ?? []) : [];
  const alpn = names
    .map((name) => name.trim())
    .filter((name) => name && (network !== 'ws' || name === 'http/1.1'));
  return alpn.length > 0 ? { alpn } : {};
}

function flowOf(settings: object | undefined, isVisionDefault: boolean): WireInbound['flow'] | null {
  const flow: unknown = Reflect.get(settings ?? {}, 'flow');
  if (flow === undefined) return isVisionDefault ? 'xtls-rprx-vision' : '';
  return flow === '' || flow === 'xtls-rprx-vision' ? flow : null;
}
