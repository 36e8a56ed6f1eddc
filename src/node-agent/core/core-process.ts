import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { rest } from '../../lib/pauses.ts';
import {
  findProcessesWithArgument,
  identifyProcess,
  isSameProcess,
  type ProcessIdentity,
} from '../process-identity.ts';
import { StartRefusal } from '../start-refusal.ts';
import { writeDurably } from '../state/durable-file.ts';

const run = promisify(execFile);

const recordSchema = z.object({
  pid: z.number(),
  startedAt: z.string(),
  baseHash: z.string(),
  apiAddress: z.string(),
  binary: z.string(),
  version: z.string(),
});
/** A core that was started from this state directory, as its pid file tells. */
export type CoreRecord = z.infer<typeof recordSchema>;

/** What a binary says of itself. */
export type CoreBinary = { path: string; kind: 'xray' | 'v2ray'; version: string };

/** How often an adopted core is looked at; it is not our child, so nobody tells us of its death. */
const WATCH_INTERVAL_MS = 200;
const STOP_GRACE_MS = 3_000;
/** The core's own log starts anew at a core start once it is this large. */
const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** Throws: StartRefusal naming XRAY_BIN when the file is no core. */
export function inspectBinary(path: string): CoreBinary {
  const answer = spawnSync(path, ['version'], { encoding: 'utf8', timeout: 10_000 });
  const fallback =
    answer.status === 0 ? answer : spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  const match = /^(Xray|V2Ray) (\S+)/i.exec(fallback.stdout ?? '');
  if (!match)
    throw new StartRefusal([{ name: 'XRAY_BIN', problem: `${path} does not answer as Xray or V2Ray` }]);
  return { path, kind: match[1]?.toLowerCase() === 'xray' ? 'xray' : 'v2ray', version: match[2] ?? '' };
}

/** The core's opinion of a configuration file: null when fine, else its last words. */
export async function testConfig(binary: CoreBinary, path: string): Promise<string | null> {
  try {
    await run(binary.path, [...runArguments(binary, path), '-test'], { timeout: 30_000 });
    return null;
  } catch (error) {
    const output = `${Reflect.get(Object(error), 'stdout')}${Reflect.get(Object(error), 'stderr')}`;
    return output.trim().split('\n').at(-1) ?? '';
  }
}

/** Spawns a core in its own process group, its output in a file, so that it outlives the agent unharmed. */
export async function spawnCore(binary: CoreBinary, stateDir: string): Promise<ProcessIdentity> {
  const logPath = join(stateDir, 'core.log');
  if ((statSync(logPath, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) rmSync(logPath);
  const log = openSync(logPath, 'a', 0o600);
  try {
    const child = spawn(binary.path, runArguments(binary, coreConfigPath(stateDir)), {
      cwd: stateDir,
      detached: true,
      stdio: ['ignore', log, log],
    });
    await once(child, 'spawn');
    child.unref();
    const pid = child.pid ?? 0;
    return identifyProcess(pid) ?? { pid, startedAt: 'ended' };
  } finally {
    closeSync(log);
  }
}

/**
 * The core left by an earlier agent on this state directory, if it lives. Cores of this directory without a
 * record (the agent died between spawning and recording) cannot be trusted and are ended.
 */
export async function findLeftCore(stateDir: string): Promise<CoreRecord | null> {
  const record = readRecord(stateDir);
  const left = record && isSameProcess(record) ? record : null;
  for (const stray of findProcessesWithArgument(coreConfigPath(stateDir))) {
    if (stray.pid !== left?.pid && stray.pid !== process.pid) await endProcess(stray);
  }
  return left;
}

export function recordCore(stateDir: string, record: CoreRecord): Promise<void> {
  return writeDurably(recordPath(stateDir), JSON.stringify(record));
}

/** Resolves when the process is gone. */
export async function waitForEnd(identity: ProcessIdentity, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && isSameProcess(identity)) {
    await rest(WATCH_INTERVAL_MS, signal);
  }
}

/** Asks a process to end and, after a grace, makes it. */
export async function endProcess(identity: ProcessIdentity): Promise<void> {
  signalProcess(identity, 'SIGTERM');
  await waitForEnd(identity, AbortSignal.timeout(STOP_GRACE_MS));
  if (!isSameProcess(identity)) return;
  signalProcess(identity, 'SIGKILL');
  await waitForEnd(identity, AbortSignal.timeout(STOP_GRACE_MS));
}

/**
 * The first listener that somebody else holds already. The core shares ports with SO_REUSEPORT and would
 * start beside a stranger, each getting some of the connections; a plain listen shows the stranger.
 */
export async function findTakenPort(
  listeners: readonly { host: string; port: number }[],
): Promise<number | null> {
  for (const { host, port } of listeners) {
    const probe = createServer();
    const error = await new Promise<Error | null>((resolve) => {
      probe.once('error', resolve);
      probe.listen({ host, port, exclusive: true }, () => resolve(null));
    });
    if (!error) await new Promise((resolve) => probe.close(resolve));
    if (error && 'code' in error && error.code === 'EADDRINUSE') return port;
  }
  return null;
}

/**
 * A loopback port that nobody listens on, below the range from which the system takes ports for connections: it
 * is still free when the core opens it a moment later.
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + randomInt(10_000);
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

export function coreConfigPath(stateDir: string): string {
  return join(stateDir, 'core.json');
}

function runArguments(binary: CoreBinary, configPath: string): string[] {
  const isOldStyle = binary.kind === 'v2ray' && /^[1-4]\./.test(binary.version);
  return [...(isOldStyle ? [] : ['run']), '-config', configPath];
}

function readRecord(stateDir: string): CoreRecord | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(readFileSync(recordPath(stateDir), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function recordPath(stateDir: string): string {
  return join(stateDir, 'core.pid');
}

function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isSameProcess(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
