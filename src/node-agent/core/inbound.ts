import { z } from 'zod';
import type { WireInbound } from '../../nodes/protocol/contract.ts';
import { isRealityKey, realityPublicKey } from './reality-key.ts';

/** How customers reach this node. */
export type PublicSide = { host: string; fingerprint: string };

const streamSchema = z.looseObject({
  network: z.string().optional(),
  method: z.string().optional(),
  security: z.string().optional(),
  tlsSettings: z.looseObject({ serverName: z.string().optional() }).optional(),
  realitySettings: z
    .looseObject({
      privateKey: z.string(),
      serverNames: z.array(z.string()).min(1),
      shortIds: z.array(z.string()).min(1),
    })
    .optional(),
});
type Stream = z.infer<typeof streamSchema>;

/** A core's names for transports, old and new, and ours. */
const NETWORKS: Readonly<Record<string, WireInbound['network']>> = {
  raw: 'tcp',
  tcp: 'tcp',
  ws: 'ws',
  websocket: 'ws',
  grpc: 'grpc',
  xhttp: 'xhttp',
  splithttp: 'xhttp',
};

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
  const network = NETWORKS[stream.network ?? stream.method ?? 'tcp'];
  if (!network) return `${where} uses a transport that is not supported`;
  const security = securityOf(stream);
  if (typeof security === 'string') return `${where} ${security}`;
  const flow = flowOf(inbound.settings, network === 'tcp' && security.security === 'reality');
  if (flow === null) return `${where} uses a flow that is not supported`;
  const fingerprint = security.security === 'none' ? {} : { fingerprint: publicSide.fingerprint };
  return { tag: inbound.tag, host: publicSide.host, port, network, flow, ...security, ...fingerprint };
}

function securityOf(
  stream: Stream,
): Pick<WireInbound, 'security' | 'sni' | 'publicKey' | 'shortId'> | string {
  const security = stream.security ?? 'none';
  if (security === 'none') return { security };
  if (security === 'tls') {
    const sni = stream.tlsSettings?.serverName;
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

function flowOf(settings: object | undefined, isVisionDefault: boolean): WireInbound['flow'] | null {
  const flow: unknown = Reflect.get(settings ?? {}, 'flow');
  if (flow === undefined) return isVisionDefault ? 'xtls-rprx-vision' : '';
  return flow === '' || flow === 'xtls-rprx-vision' ? flow : null;
}
