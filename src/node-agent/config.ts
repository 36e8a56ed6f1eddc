import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { createEnvReader, type Env, type EnvReader, isLoopback } from '../lib/env-reader.ts';
import { isRealityKey } from './core/reality-key.ts';
import { StartRefusal } from './start-refusal.ts';

/** Which core the agent drives. An owned core's API address is picked anew at each start when unset. */
export type CoreChoice =
  | { kind: 'owned'; binary: string; apiAddress: string | undefined }
  | { kind: 'attached'; apiAddress: string; serviceRoot: 'xray' | 'v2ray.core' }
  | { kind: 'simulated' };

/** What the default REALITY inbound is made of; unset secrets are generated into the state directory. */
export type RealitySettings = {
  port: number;
  sni: string;
  target: string;
  privateKey: string | undefined;
  shortId: string | undefined;
};

export type AgentConfig = {
  /** What the server may send in X-API-Key, and what signs the state; the first one is the present one. */
  apiKeys: string[];
  host: string;
  port: number;
  stateDir: string;
  publicHost: string;
  fingerprint: string;
  logLevel: string;
  core: CoreChoice;
  base: { kind: 'file'; path: string } | ({ kind: 'reality' } & RealitySettings);
  /** The owned core ends with the agent instead of being left for the next one to adopt. */
  isCoreStoppedWithAgent: boolean;
  /** stdin is a pipe of the parent; its end stops the core and the agent. */
  hasParentPipe: boolean;
};

const DEFAULT_API_ADDRESS = '127.0.0.1:10085';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Parses the agent's environment once.
 *
 * Throws: StartRefusal (exit 2) naming every variable at fault.
 */
export function parseAgentConfig(env: Env): AgentConfig {
  const reader = createEnvReader(env);
  const host = reader.text('NODE_HOST') ?? '127.0.0.1';
  const hasParentPipe = reader.flag('ATLAS_PARENT_PIPE', false);
  const config: AgentConfig = {
    apiKeys: readKeys(reader),
    host,
    port: readPort(reader, 'NODE_PORT', 8_000),
    stateDir: resolve(reader.text('NODE_STATE_DIR') ?? './.data/node'),
    publicHost: readPublicHost(reader),
    fingerprint: reader.matching('XRAY_FP', /^[a-z0-9_]{1,32}$/, 'a uTLS fingerprint name') ?? 'chrome',
    logLevel: reader.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    core: readCore(reader, env, host),
    base: readBase(reader),
    isCoreStoppedWithAgent: reader.flag('NODE_CORE_STOPS_WITH_AGENT', false) || hasParentPipe,
    hasParentPipe,
  };
  if (config.core.kind === 'attached' && config.base.kind !== 'file') {
    reader.fault('XRAY_CONFIG_PATH', 'is required to attach to a running core: it tells the VLESS inbounds');
  }
  if (reader.faults.length > 0) {
    throw new StartRefusal(reader.faults.map(({ name, message }) => ({ name, problem: message })));
  }
  return config;
}

/** While a key is being changed there are two: the new one, a comma, the old one. */
function readKeys(reader: EnvReader): string[] {
  const text = reader.required('NODE_API_KEY', 'the key that the server sends in X-API-Key');
  const keys = text.split(',').map((key) => key.trim());
  if (text !== '' && keys.includes('')) reader.fault('NODE_API_KEY', 'must be keys separated by commas');
  return keys;
}

function readPublicHost(reader: EnvReader): string {
  const host = reader.required('NODE_PUBLIC_HOST', 'the name or address customers connect to');
  if (host && isIP(host) === 0 && !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(host)) {
    reader.fault('NODE_PUBLIC_HOST', 'must be a host name or an IP address, without scheme and port');
  }
  return host;
}

function readCore(reader: EnvReader, env: Env, host: string): CoreChoice {
  const binary = reader.text('XRAY_BIN');
  const apiAddress = reader.matching(
    'XRAY_API_ADDRESS',
    /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]):\d{1,5}$|^unix:\/.+/,
    'a loopback host:port or unix:/path; the core asks nobody for a key',
  );
  const serviceRoot = reader.choice('XRAY_SERVICE_ROOT', ['xray', 'v2ray.core'], 'xray');
  const found = binary?.includes('/') ? resolve(binary) : findOnPath(env, binary ?? 'xray');
  const automatic = binary ? 'owned' : apiAddress ? 'attached' : found ? 'owned' : 'simulated';
  const kind = reader.choice('NODE_CORE', ['owned', 'attached', 'simulated'] as const, automatic);
  if (kind === 'attached') return { kind, apiAddress: apiAddress ?? DEFAULT_API_ADDRESS, serviceRoot };
  if (kind === 'owned') {
    if (!found) reader.fault('XRAY_BIN', `is required: no ${binary ?? 'xray'} on PATH`);
    if (found && !isExecutable(found)) reader.fault('XRAY_BIN', `${found} is not an executable file`);
    return { kind, binary: found ?? '', apiAddress };
  }
  if (!isLoopback(host))
    reader.fault('XRAY_BIN', 'no core found; a simulated one never serves beyond loopback');
  return { kind: 'simulated' };
}

function readBase(reader: EnvReader): AgentConfig['base'] {
  const path = reader.text('XRAY_CONFIG_PATH');
  if (path) return { kind: 'file', path: resolve(path) };
  const sni = reader.required('XRAY_SNI', 'XRAY_CONFIG_PATH is unset');
  const privateKey = reader.text('XRAY_PRIVATE_KEY');
  if (privateKey && !isRealityKey(privateKey)) {
    reader.fault('XRAY_PRIVATE_KEY', 'must be an X25519 key, 43 base64url characters');
  }
  return {
    kind: 'reality',
    port: readPort(reader, 'XRAY_PORT', 443),
    sni,
    target: reader.matching('XRAY_TARGET', /^.+:\d{1,5}$/, 'host:port') ?? `${sni}:443`,
    privateKey,
    shortId: reader.matching('XRAY_SHORT_ID', /^([0-9a-f]{2}){0,8}$/, 'up to 16 hex digits, an even number'),
  };
}

function findOnPath(env: Env, name: string): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readPort(reader: EnvReader, name: string, fallback: number): number {
  return reader.integer(name, { fallback, min: 0, max: 65_535 });
}
