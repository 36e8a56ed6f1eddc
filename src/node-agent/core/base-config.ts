import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { WireInbound } from '../../nodes/protocol/contract.ts';
import type { RealitySettings } from '../config.ts';
import { StartRefusal } from '../start-refusal.ts';
import type { CoreUser } from './core-user.ts';
import { deriveInbound, type PublicSide } from './inbound.ts';

/** The parts of a core's configuration that the agent reads; everything else passes through untouched. */
const baseSchema = z.looseObject({
  inbounds: z.array(
    z.looseObject({
      tag: z.string().optional(),
      protocol: z.string(),
      listen: z.string().optional(),
      port: z.union([z.number().int(), z.string()]).optional(),
      settings: z.looseObject({}).optional(),
      streamSettings: z.looseObject({}).optional(),
    }),
  ),
  api: z
    .looseObject({ tag: z.string(), listen: z.string().optional(), services: z.array(z.string()).optional() })
    .optional(),
  policy: z.looseObject({ levels: z.record(z.string(), z.looseObject({})).optional() }).optional(),
  routing: z.looseObject({ rules: z.array(z.unknown()).optional() }).optional(),
  stats: z.looseObject({}).optional(),
});
export type CoreConfig = z.infer<typeof baseSchema>;

/** A configuration without users, and what follows from it. */
export type CoreBase = {
  config: CoreConfig;
  /** Changes only when something but the users does; a running core with another hash is restarted. */
  hash: string;
  inbounds: WireInbound[];
  /** Where inbounds listen; none of them may be anybody else's when the core starts. */
  listeners: { host: string; port: number }[];
};

/**
 * Reads a base configuration: VLESS inbounds lose their users and get a tag where they have none.
 *
 * Throws: StartRefusal (exit 2) naming XRAY_CONFIG_PATH.
 */
export function parseCoreBase(text: string, publicSide: PublicSide): CoreBase {
  const parsed = baseSchema.safeParse(parseJson(text));
  if (!parsed.success) refuse(z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' '));
  const config = parsed.data;
  const inbounds: WireInbound[] = [];
  for (const [index, inbound] of config.inbounds.entries()) {
    if (inbound.protocol !== 'vless') continue;
    inbound.tag ??= `vless-${index}`;
    inbound.settings = { ...inbound.settings, clients: undefined, users: undefined };
    const derived = deriveInbound({ ...inbound, tag: inbound.tag }, publicSide);
    if (typeof derived === 'string') refuse(derived);
    if (inbounds.some(({ tag }) => tag === derived.tag))
      refuse(`has two inbounds with the tag ${derived.tag}`);
    inbounds.push(derived);
  }
  if (inbounds.length === 0) refuse('has no VLESS inbound');
  const listeners = config.inbounds.flatMap(({ listen = '0.0.0.0', port }) =>
    /^\d+$/.test(String(port)) && !listen.startsWith('/') ? [{ host: listen, port: Number(port) }] : [],
  );
  return { config, hash: hashOf(config), inbounds, listeners };
}

/** The default base: one VLESS inbound with REALITY over raw TCP. */
export function realityBaseConfig(
  settings: RealitySettings & { privateKey: string; shortId: string },
): string {
  return JSON.stringify({
    log: { loglevel: 'warning' },
    inbounds: [
      {
        tag: 'vless-reality',
        protocol: 'vless',
        listen: '0.0.0.0',
        port: settings.port,
        settings: { decryption: 'none', flow: 'xtls-rprx-vision' },
        streamSettings: {
          network: 'tcp',
          security: 'reality',
          realitySettings: {
            target: settings.target,
            serverNames: [settings.sni],
            privateKey: settings.privateKey,
            shortIds: [settings.shortId],
            // Unset, the core turns away every client that is not a recent Xray.
            minClientVer: '0.0.0',
          },
        },
      },
    ],
    outbounds: [{ tag: 'direct', protocol: 'freedom' }],
  });
}

/** What a core is started with: the base, its API, counters, and the users of each VLESS inbound. */
export function completeCoreConfig(
  base: CoreBase,
  start: { apiAddress: string; hasApiListen: boolean; usersByTag: ReadonlyMap<string, CoreUser[]> },
): string {
  const { config } = base;
  const inbounds = config.inbounds.map((inbound) => {
    const users = inbound.protocol === 'vless' ? (start.usersByTag.get(inbound.tag ?? '') ?? []) : null;
    if (users === null) return inbound;
    const clients = users.map(({ email, vlessId, flow }) => ({ id: vlessId, email, flow, level: 0 }));
    return { ...inbound, settings: { ...inbound.settings, clients } };
  });
  const complete = { ...config, inbounds, stats: config.stats ?? {}, policy: countedPolicy(config) };
  const api = { tag: 'atlas-api', ...config.api, services: apiServices(config) };
  if (config.api?.listen) return JSON.stringify({ ...complete, api });
  if (start.hasApiListen) return JSON.stringify({ ...complete, api: { ...api, listen: start.apiAddress } });
  return JSON.stringify({
    ...complete,
    api,
    ...throughApiInbound(complete, { tag: api.tag, address: start.apiAddress }),
  });
}

/** Cores before `api.listen` take API calls through an inbound of their own and a routing rule. */
function throughApiInbound(config: CoreConfig, api: { tag: string; address: string }): Partial<CoreConfig> {
  const split = api.address.lastIndexOf(':');
  const tag = `${api.tag}-in`;
  const listener = {
    tag,
    protocol: 'dokodemo-door',
    listen: api.address.slice(0, split),
    port: Number(api.address.slice(split + 1)),
    settings: { address: '127.0.0.1' },
  };
  const rule = { type: 'field', inboundTag: [tag], outboundTag: api.tag };
  return {
    inbounds: [listener, ...config.inbounds],
    routing: { ...config.routing, rules: [rule, ...(config.routing?.rules ?? [])] },
  };
}

function apiServices(config: CoreConfig): string[] {
  return [...new Set([...(config.api?.services ?? []), 'HandlerService', 'StatsService'])];
}

function countedPolicy(config: CoreConfig): NonNullable<CoreConfig['policy']> {
  const counted = { statsUserUplink: true, statsUserDownlink: true, statsUserOnline: true };
  const levels = config.policy?.levels ?? {};
  return { ...config.policy, levels: { ...levels, '0': { ...counted, ...levels['0'] } } };
}

function hashOf(config: CoreConfig): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(config)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('is not JSON (comments are not allowed)');
  }
}

function refuse(problem: string): never {
  throw new StartRefusal([{ name: 'XRAY_CONFIG_PATH', problem }]);
}
