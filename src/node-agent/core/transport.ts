import { z } from 'zod';
import type { WireInbound } from '../../nodes/protocol/contract.ts';

/** Xray takes a list of ALPN names as an array and as one text with commas. */
const listSchema = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]);

const httpSchema = z.looseObject({ path: z.string().optional(), host: z.string().optional() });
const xhttpSchema = httpSchema.extend({
  mode: z.string().optional(),
  extra: z.looseObject({}).nullish(),
});
const rawSchema = z.looseObject({ header: z.looseObject({ type: z.string().optional() }).optional() });

/** The parts of `streamSettings` that clients have to agree with. */
export const streamSchema = z.looseObject({
  network: z.string().optional(),
  method: z.string().optional(),
  security: z.string().optional(),
  tlsSettings: z.looseObject({ serverName: z.string().optional(), alpn: listSchema.optional() }).optional(),
  realitySettings: z
    .looseObject({
      privateKey: z.string(),
      serverNames: z.array(z.string()).min(1),
      shortIds: z.array(z.string()).min(1),
    })
    .optional(),
  rawSettings: rawSchema.optional(),
  tcpSettings: rawSchema.optional(),
  wsSettings: httpSchema.extend({ headers: z.record(z.string(), z.string()).optional() }).optional(),
  grpcSettings: z
    .looseObject({
      serviceName: z.string().optional(),
      multiMode: z.boolean().optional(),
      authority: z.string().optional(),
    })
    .optional(),
  xhttpSettings: xhttpSchema.optional(),
  splithttpSettings: xhttpSchema.optional(),
});
export type Stream = z.infer<typeof streamSchema>;

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
 * XHTTP settings on which both sides must agree and that links do not carry, with the core's defaults.
 * Source: infra/conf/transport_method.go and transport/internet/splithttp of Xray-core 26.7.28.
 */
const XHTTP_DEFAULTS: Readonly<Record<string, string>> = {
  xPaddingBytes: '100-1000',
  xPaddingObfsMode: 'false',
  uplinkHTTPMethod: 'POST',
  sessionIDPlacement: 'path',
  sessionIDKey: '',
  seqPlacement: 'path',
  seqKey: '',
  uplinkDataPlacement: 'auto',
  uplinkDataKey: '',
  scMaxEachPostBytes: '1000000',
};

type Transport = Pick<WireInbound, 'network' | 'path' | 'hostHeader' | 'serviceName' | 'mode' | 'authority'>;

/** What a client needs to speak the inbound's transport; a text when no link can say it. */
export function transportOf(stream: Stream): Transport | string {
  // A core that knows `method` prefers it to the old name.
  const network = NETWORKS[(stream.method ?? stream.network ?? 'tcp').toLowerCase()];
  if (network === 'tcp') return rawTransport(stream);
  if (network === 'ws') return wsTransport(stream);
  if (network === 'grpc') return grpcTransport(stream);
  if (network === 'xhttp') return xhttpTransport(stream);
  return 'uses a transport that is not supported';
}

function rawTransport({ rawSettings, tcpSettings }: Stream): Transport | string {
  const disguise = (rawSettings ?? tcpSettings)?.header?.type ?? 'none';
  return disguise === 'none' ? { network: 'tcp' } : 'uses a header over TCP, which is not supported';
}

function wsTransport({ wsSettings: { path, host, headers } = {} }: Stream): Transport {
  const oldHost = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'host')?.[1];
  const hostHeader = host || oldHost;
  return { network: 'ws', ...pathOf(path), ...(hostHeader ? { hostHeader } : {}) };
}

function grpcTransport({ grpcSettings: { serviceName, multiMode, authority } = {} }: Stream): Transport {
  return {
    network: 'grpc',
    mode: multiMode ? 'multi' : 'gun',
    ...(serviceName ? { serviceName } : {}),
    ...(authority ? { authority } : {}),
  };
}

function xhttpTransport({ xhttpSettings, splithttpSettings }: Stream): Transport | string {
  const { path, host, mode, ...settings } = xhttpSettings ?? splithttpSettings ?? {};
  // `extra` stands for everything but path, host and mode.
  const differing = Object.entries(settings.extra ?? settings).find(([key, value]) => {
    const standard = XHTTP_DEFAULTS[key];
    return standard !== undefined && ![standard, '', '0', 'null'].includes(String(value));
  });
  if (differing) return `sets ${differing[0]} of XHTTP, which clients would have to know`;
  return {
    network: 'xhttp',
    ...pathOf(path),
    ...(host ? { hostHeader: host } : {}),
    ...(mode ? { mode } : {}),
  };
}

/** As the core reads it: with a slash in front. An empty path is its default, which clients have too. */
function pathOf(path: string | undefined): { path?: string } {
  if (!path) return {};
  return { path: path.startsWith('/') ? path : `/${path}` };
}
