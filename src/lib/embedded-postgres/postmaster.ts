import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { Fault } from '../fault.ts';
import type { Logger } from '../logger.ts';
import { type Cluster, corruptCluster, type Durability, dataArgument, POSTGRES_ENV } from './cluster.ts';

/** What the launcher needs of a logger. */
export type EmbeddedPostgresLogger = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** How one server process ended. */
export type PostmasterExit = { code: number | null; signal: NodeJS.Signals | null };

/** One running PostgreSQL server process that accepts connections. */
export type Postmaster = {
  pid: number;
  /** Settles when the process has ended, for whatever reason. */
  exited: Promise<PostmasterExit>;
  /** Fast shutdown, then harder ones; resolves when the process has ended. */
  stop(): Promise<void>;
  /** Lets this process end although the server runs; the server then stops by itself. */
  unref(): void;
};

/** What one start needs. */
export type PostmasterOptions = {
  program: string;
  cluster: Cluster;
  port: number;
  durability: Durability;
  logger: EmbeddedPostgresLogger;
};

/** Recovery of a large write-ahead log takes a while; longer than this is a hanging disk. */
const READY_TIMEOUT_MS = 120_000;
/** A fast shutdown writes one checkpoint; an immediate one writes nothing. */
const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 5_000;

/**
 * Becomes the server, leaving behind a watcher that reads the launcher's pipe (fd 3). At end of file the
 * launcher is dead and the server gets a fast, then an immediate shutdown; a line means that the server has
 * ended already and its process id is no longer ours. The double fork keeps the watcher from being a child
 * of the server, which would take its end for a crash.
 */
const WATCHED_START = `
( (
  if read -r _ <&3; then exit; fi
  kill -INT $$
  for _ in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 $$ || exit; done
  kill -QUIT $$
) </dev/null >/dev/null 2>&1 & )
exec "$@" 3<&-
`;

/** Answers to "why did it not start" that are this machine's doing, not the data's. */
const MACHINE_TROUBLE =
  /no space left|cannot allocate|shared memory|semaphore|too many open files|permission denied|read-only file|input\/output|effective user|address|tcp\/ip socket|lock file|another postmaster/i;

/**
 * Starts the server on 127.0.0.1 and waits until it accepts connections. It runs in a session of its own, so
 * that a Ctrl-C meant for this process does not stop the database under its feet, and ends with this process
 * even when that is killed.
 *
 * Throws: Fault `embedded-postgres-port-taken` and `embedded-postgres-busy` (an earlier server of the same
 * cluster is still going away): retry; `embedded-postgres-failed`: the machine's doing, retryable;
 * `embedded-postgres-corrupt`: the data cannot be opened.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const child = spawnServer(options);
  const exited = new Promise<PostmasterExit>((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const watcherPipe = child.stdio[3] as Duplex | null | undefined;
  watcherPipe?.on('error', () => undefined);
  void exited.then(() => watcherPipe?.end('ended\n'));
  const postmaster = { pid: child.pid ?? 0, exited, stop: () => stopChild(child, exited), unref };
  function unref(): void {
    child.unref();
    for (const stream of [child.stderr, watcherPipe]) (stream as { unref?: () => void } | null)?.unref?.();
  }
  try {
    await becomeReady(child, options);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return postmaster;
}

/** The mark by which a server of this cluster is recognised among all processes: moves with it, not with a copy. */
export function clusterMark(dir: string): string {
  return `cluster_name=atlas-${statSync(dir).ino}`;
}

function spawnServer({ program, cluster, port, durability }: PostmasterOptions): ChildProcess {
  const { cwd, argument } = dataArgument(cluster.dir, cluster.runAs);
  const command = [program, '-D', argument, '-p', String(port), ...settings(cluster.dir, durability)];
  const [file, ...parameters] =
    process.platform === 'win32' ? command : ['/bin/sh', '-c', WATCHED_START, 'sh', ...command];
  return spawn(file ?? program, parameters, {
    cwd,
    env: POSTGRES_ENV,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    ...cluster.runAs,
  });
}

/**
 * TCP on loopback with a password rather than a Unix socket: every driver and tool accepts the URL, no path
 * is too long for it, Windows has it. No statement text and no row values in the log.
 */
function settings(dir: string, durability: Durability): string[] {
  const values = [
    clusterMark(dir),
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'logging_collector=off',
    'log_destination=stderr',
    'log_line_prefix=',
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_checkpoints=off',
    'timezone=UTC',
    'jit=off',
  ];
  if (durability === 'fast') values.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return values.flatMap((value) => ['-c', value]);
}

/** Resolves at "ready to accept connections"; keeps reading stderr, so that the pipe never fills. */
async function becomeReady(child: ChildProcess, { cluster, logger }: PostmasterOptions): Promise<void> {
  const complaints: string[] = [];
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const isComplaint = /^(FATAL|PANIC|HINT|LOG:\s+could not|sh:|\S+: (line )?\d+:)|: error/.test(line);
      if (isComplaint && complaints.length < 20) complaints.push(line);
      logger[/^(FATAL|PANIC)/.test(line) ? 'warn' : 'debug']({ line }, 'postgres');
      if (line.includes('ready to accept connections')) resolve();
    });
  }
  child.once('error', (error) => complaints.push(error.message));
  const timer = setTimeout(() => {
    reject(new Fault('embedded-postgres-failed', 'PostgreSQL did not get ready', { isRetryable: true }));
  }, READY_TIMEOUT_MS);
  // 'close' follows 'exit' when stderr is read to its end, so that the reason is known.
  child.once('close', () => reject(startFault(cluster.dir, complaints)));
  child.once('error', () => reject(startFault(cluster.dir, complaints)));
  await ready.finally(() => clearTimeout(timer));
}

function startFault(dir: string, complaints: string[]): Fault {
  const all = complaints.join('\n');
  const last =
    complaints.findLast((line) => /^(FATAL|PANIC)/.test(line)) ?? complaints.at(-1) ?? 'no reason given';
  const failed = (code: string) =>
    new Fault(code, `PostgreSQL in ${dir} did not start: ${last}`, { isRetryable: true });
  if (/could not bind|address already in use/i.test(all)) return failed('embedded-postgres-port-taken');
  if (/pre-existing shared memory|lock file .* already exists/i.test(all))
    return failed('embedded-postgres-busy');
  if (!/^(FATAL|PANIC)/m.test(all) || MACHINE_TROUBLE.test(last)) return failed('embedded-postgres-failed');
  return corruptCluster(dir, last);
}

async function stopChild(child: ChildProcess, exited: Promise<PostmasterExit>): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
    ['SIGKILL', IMMEDIATE_STOP_MS],
  ];
  for (const [signal, waitMs] of steps) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill(signal);
    if (await endsWithin(exited, waitMs)) return;
  }
}

async function endsWithin(exited: Promise<PostmasterExit>, waitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), waitMs);
  });
  const ended = await Promise.race([exited.then(() => true), tooLate]);
  clearTimeout(timer);
  return ended;
}
