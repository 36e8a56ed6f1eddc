import { EventEmitter } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lockDataDir } from '../data-dir.ts';
import { isFault } from '../fault.ts';
import { choosePort } from './choose-port.ts';
import { type Durability, prepareCluster } from './cluster.ts';
import { clearLeftoverServer } from './leftover-server.ts';
import { type PostgresBinaries, preparePostgresBinaries, removePostgresCopy } from './postgres-binaries.ts';
import {
  type EmbeddedPostgresLogger,
  type Postmaster,
  type PostmasterExit,
  type PostmasterOptions,
  startPostmaster,
} from './postmaster.ts';
import { chooseRunAs } from './run-as.ts';
import { readRuntime, removeRuntime, writeRuntime } from './runtime-file.ts';
import { type EmbeddedPostgresEvents, supervise } from './supervisor.ts';

/** A PostgreSQL server that belongs to this process. */
export type EmbeddedPostgres = {
  /** Connection URL of the owner's role (a superuser) and its database, password included. */
  readonly ownerUrl: string;
  /** TCP port on 127.0.0.1; the same for as long as this object lives. */
  readonly port: number;
  /** The server's process id; another one after a restart. */
  readonly pid: number;
  readonly events: EventEmitter<EmbeddedPostgresEvents>;
  /** Stops the server, then gives the directory up. A second call waits for the first. */
  stop(): Promise<void>;
  /** Lets this process end without `stop()`; the server then stops by itself. */
  unref(): void;
};

/** What `startEmbeddedPostgres` takes. */
export type EmbeddedPostgresOptions = {
  /** The directory that holds the data and belongs to this process alone while it runs; made when absent. */
  dir: string;
  durability: Durability;
  logger: EmbeddedPostgresLogger;
  /** Called when the server died by itself, before it is restarted. */
  onCrash?: (exit: PostmasterExit) => void;
};

const CLUSTER_DIR = 'postgres';
/** Another program may take a port between our look and the server's bind. */
const MAX_PORTS = 5;
/** How long the processes of a killed server may need to notice and go. */
const BUSY_TIMEOUT_MS = 15_000;
const BUSY_POLL_MS = 100;

/**
 * Starts PostgreSQL on the data in `dir`, creating it the first time, and keeps it running until `stop()`:
 * it is restarted on the same port when it dies, and it dies with this process, however that ends. Two
 * servers on one directory are impossible: the directory's lock is held until `stop()`. Runs as `nobody`
 * (or the data's owner) when this process is root.
 *
 * Throws: Fault `data-dir-locked`, `data-dir-unwritable`, `embedded-postgres-unavailable` (no programs for
 * this platform), `embedded-postgres-corrupt` (nothing was changed), `embedded-postgres-failed`. After a
 * Fault nothing is left running and a new call is safe.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dir = resolve(options.dir);
  const lock = lockDataDir(dir);
  let binaries: PostgresBinaries | null = null;
  const cleanUp = () => {
    removePostgresCopy(binaries?.copyDir ?? null);
    removeRuntime(dir);
    lock.release();
  };
  try {
    removePostgresCopy(readRuntime(dir)?.copyDir ?? null);
    const runAs = chooseRunAs(join(dir, CLUSTER_DIR));
    binaries = preparePostgresBinaries(runAs);
    const runtime = { launcherPid: process.pid, copyDir: binaries.copyDir };
    writeRuntime(dir, { ...runtime, ownerUrl: null });
    const started = await startServer(join(dir, CLUSTER_DIR), { ...options, binaries, runAs });
    writeRuntime(dir, { ...runtime, ownerUrl: started.ownerUrl });
    return keep(started, options, cleanUp);
  } catch (error) {
    cleanUp();
    throw error;
  }
}

type StartedServer = { first: Postmaster; start: () => Promise<Postmaster>; port: number; ownerUrl: string };

async function startServer(
  clusterDir: string,
  options: EmbeddedPostgresOptions & { binaries: PostgresBinaries; runAs: ReturnType<typeof chooseRunAs> },
): Promise<StartedServer> {
  const { binaries, durability, logger, runAs } = options;
  const cluster = await prepareCluster({ dir: clusterDir, binaries, runAs, durability });
  await clearLeftoverServer(clusterDir);
  const common = { program: binaries.postgres, cluster, durability, logger };
  const [port, first] = await startOnFreePort(common);
  const start = async () => {
    await clearLeftoverServer(clusterDir);
    return startWhenFree({ ...common, port });
  };
  return {
    first,
    start,
    port,
    ownerUrl: `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`,
  };
}

function keep(
  started: StartedServer,
  options: EmbeddedPostgresOptions,
  cleanUp: () => void,
): EmbeddedPostgres {
  const events = new EventEmitter<EmbeddedPostgresEvents>();
  if (options.onCrash !== undefined) events.on('crashed', options.onCrash);
  const supervisor = supervise({ ...started, events, logger: options.logger });
  let stopped: Promise<void> | null = null;
  return {
    ownerUrl: started.ownerUrl,
    port: started.port,
    events,
    get pid() {
      return supervisor.pid;
    },
    stop() {
      stopped ??= supervisor.stop().finally(cleanUp);
      return stopped;
    },
    unref: () => supervisor.unref(),
  };
}

async function startOnFreePort(options: Omit<PostmasterOptions, 'port'>): Promise<[number, Postmaster]> {
  for (let tries = 1; ; tries += 1) {
    const port = await choosePort();
    try {
      return [port, await startWhenFree({ ...options, port })];
    } catch (error) {
      if (tries === MAX_PORTS || !isFault(error, 'embedded-postgres-port-taken')) throw error;
    }
  }
}

/** Waits for the last processes of an earlier server on this cluster to go. */
async function startWhenFree(options: PostmasterOptions): Promise<Postmaster> {
  const until = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return await startPostmaster(options);
    } catch (error) {
      if (Date.now() > until || !isFault(error, 'embedded-postgres-busy')) throw error;
      await delay(BUSY_POLL_MS);
    }
  }
}
