import { rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { describeError, Fault, isFault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { rest } from '../../lib/pauses.ts';
import type { ProcessIdentity } from '../process-identity.ts';
import { isSameProcess } from '../process-identity.ts';
import { StartRefusal } from '../start-refusal.ts';
import { writeDurably } from '../state/durable-file.ts';
import { rememberBase } from '../state/last-base.ts';
import { type CoreBase, completeCoreConfig } from './base-config.ts';
import { CoreApi, type CoreDialect } from './core-api.ts';
import {
  type CoreBinary,
  coreConfigPath,
  endProcess,
  findFreePort,
  findLeftCore,
  findTakenPort,
  inspectBinary,
  recordCore,
  spawnCore,
  testConfig,
  waitForEnd,
} from './core-process.ts';
import type { CoreUser } from './core-user.ts';
import type { CoreDriver, CoreHooks, CoreStatus, CoreTraffic } from './driver.ts';

export type OwnedCoreOptions = {
  binaryPath: string;
  base: CoreBase;
  stateDir: string;
  /** A free loopback port at each start when undefined. */
  apiAddress: string | undefined;
  /** Gets what a core had counted that an earlier agent left and this one replaces, just before its end. */
  onLastTraffic?: (traffic: CoreTraffic) => Promise<void>;
  logger: Logger;
};

/** A core with 100,000 users answers in about a second. */
const READY_TIMEOUT_MS = 15_000;
/** Ports are chosen at random; three collisions in a row are something else. */
const START_ATTEMPTS = 3;
const READY_PROBE_MS = 50;
const FIRST_RESTART_DELAY_MS = 50;
const MAX_RESTART_DELAY_MS = 10_000;
/** A core that lived this long did not die of its configuration: the back-off starts anew. */
const HEALTHY_AFTER_MS = 30_000;

/** Why a core would not start with this configuration; null when it would. Nothing that runs is touched. */
export async function tryConfig(
  binary: CoreBinary,
  base: CoreBase,
  start: { stateDir: string; apiAddress: string; usersByTag: ReadonlyMap<string, CoreUser[]> },
): Promise<string | null> {
  const path = candidatePath(start.stateDir);
  const hasApiListen = binary.kind === 'xray';
  await writeDurably(path, completeCoreConfig(base, { ...start, hasApiListen }));
  return testConfig(binary, path);
}

type RunningCore = { process: ProcessIdentity; api: CoreApi; sinceMs: number };

/**
 * The one core of a state directory: started with all its users, restarted within a second of its death (later
 * with back-off), adopted when an earlier agent left it running. It is never stopped because a server is
 * silent, and restarted only when its base configuration or its binary changed.
 */
export class OwnedCore implements CoreDriver {
  readonly #options: OwnedCoreOptions;
  readonly #binary: CoreBinary;
  readonly #released = new AbortController();
  #hooks: CoreHooks | null = null;
  #running: RunningCore | null = null;
  #base: CoreBase;
  #failures = 0;

  /** Throws: StartRefusal naming XRAY_BIN. */
  constructor(options: OwnedCoreOptions) {
    this.#options = options;
    this.#base = options.base;
    this.#binary = inspectBinary(options.binaryPath);
  }

  status(): CoreStatus {
    const { kind, version } = this.#binary;
    return { kind, version, pid: this.#running?.process.pid ?? null, isRunning: this.#running !== null };
  }

  async start(hooks: CoreHooks): Promise<void> {
    this.#hooks = hooks;
    if (!(await this.#adopt())) await this.#launchAtStart();
  }

  /** A core that ends at once may have met a port that was taken in between: it gets another one. */
  async #launchAtStart(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#launch();
      } catch (error) {
        if (!isFault(error, 'core-down') || attempt === START_ATTEMPTS) throw error;
      }
    }
  }

  addUser(tag: string, user: CoreUser): Promise<void> {
    return this.#api().addUser(tag, user);
  }

  removeUser(tag: string, email: string): Promise<void> {
    return this.#api().removeUser(tag, email);
  }

  listUsers(tag: string): Promise<CoreUser[] | null> {
    return this.#api().listUsers(tag);
  }

  async reconfigure(base: CoreBase, use: (base: CoreBase) => void): Promise<string | null> {
    const before = this.#base;
    const problem = await this.#try(base);
    if (problem !== null) return problem;
    await this.#endRunning();
    try {
      await this.#launchWith(base, use);
      return null;
    } catch (error) {
      await this.#launchWith(before, use).catch(() => void this.#launchUntilUp());
      return describeError(error);
    }
  }

  /** A core is replaced only after its end was noticed, so one that still runs is the one that was read. */
  async readTraffic(): Promise<CoreTraffic> {
    const running = this.#running;
    const traffic = await readTraffic(this.#api(), running?.process);
    if (running === this.#running) return traffic;
    throw new Fault('core-down', 'the core ended while it was read', { isRetryable: true });
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.release();
    if (running) await endProcess(running.process);
  }

  release(): void {
    this.#released.abort();
    this.#running?.api.close();
    this.#running = null;
  }

  #api(): CoreApi {
    if (this.#running) return this.#running.api;
    throw new Fault('core-down', 'the core is not running', { isRetryable: true });
  }

  get #dialect(): CoreDialect {
    const isXray = this.#binary.kind === 'xray';
    return { root: isXray ? 'xray' : 'v2ray.core', canListUsers: isXray };
  }

  async #adopt(): Promise<boolean> {
    const left = await findLeftCore(this.#options.stateDir);
    if (!left) return false;
    const { path, version } = this.#binary;
    const isCurrent = left.baseHash === this.#base.hash && left.binary === path && left.version === version;
    const api = new CoreApi(left.apiAddress, this.#dialect);
    if (isCurrent && (await this.#isReady(left, api))) {
      this.#options.logger.info({ corePid: left.pid }, 'adopted the running core');
      this.#take({ pid: left.pid, startedAt: left.startedAt }, api);
      return true;
    }
    await this.#keepLastTraffic(api, left);
    api.close();
    const problem = await this.#try(this.#base);
    if (problem !== null) refuseConfig(problem);
    this.#options.logger.warn({ corePid: left.pid, isCurrent }, 'replacing the running core');
    await endProcess(left);
    return false;
  }

  async #keepLastTraffic(api: CoreApi, left: ProcessIdentity): Promise<void> {
    try {
      await this.#options.onLastTraffic?.(await readTraffic(api, left));
    } catch (error) {
      this.#options.logger.warn({ reason: describeError(error) }, 'last traffic of the old core is lost');
    }
  }

  async #launch(): Promise<void> {
    const { stateDir, logger } = this.#options;
    const base = this.#base;
    const taken = await findTakenPort(base.listeners);
    if (taken !== null) {
      throw new StartRefusal([{ name: 'XRAY_PORT', problem: `port ${taken} is in use by another process` }]);
    }
    const apiAddress = await this.#chooseApiAddress();
    const problem = await this.#writeConfig(base, apiAddress);
    if (problem !== null) refuseConfig(problem);
    await rename(candidatePath(stateDir), coreConfigPath(stateDir));
    const process = await spawnCore(this.#binary, stateDir);
    const { path: binary, version } = this.#binary;
    await recordCore(stateDir, { ...process, baseHash: base.hash, apiAddress, binary, version });
    const api = new CoreApi(apiAddress, this.#dialect);
    if (!(await this.#isReady(process, api))) {
      api.close();
      await endProcess(process);
      throw new Fault('core-down', 'the core did not come up; see core.log', { isRetryable: true });
    }
    logger.info({ corePid: process.pid, version }, 'core started');
    await rememberBase(stateDir, base.config);
    this.#take(process, api);
  }

  async #chooseApiAddress(): Promise<string> {
    return this.#base.config.api?.listen ?? this.#options.apiAddress ?? `127.0.0.1:${await findFreePort()}`;
  }

  /** Null when the core would start with this base; nothing that runs is touched. */
  #try(base: CoreBase): Promise<string | null> {
    return this.#writeConfig(base, this.#options.apiAddress ?? '127.0.0.1:1');
  }

  #writeConfig(base: CoreBase, apiAddress: string): Promise<string | null> {
    const usersByTag = this.#hooks?.usersByTag() ?? new Map();
    return tryConfig(this.#binary, base, { stateDir: this.#options.stateDir, apiAddress, usersByTag });
  }

  async #isReady(process: ProcessIdentity, api: CoreApi): Promise<boolean> {
    const deadlineMs = performance.now() + READY_TIMEOUT_MS;
    while (performance.now() < deadlineMs && isSameProcess(process)) {
      try {
        await api.uptimeSeconds(500);
        return true;
      } catch {
        await delay(READY_PROBE_MS);
      }
    }
    return false;
  }

  #take(process: ProcessIdentity, api: CoreApi): void {
    if (this.#released.signal.aborted) {
      api.close();
      return;
    }
    this.#running = { process, api, sinceMs: performance.now() };
    this.#hooks?.onUp();
    void this.#restartAfterEnd(this.#running);
  }

  async #restartAfterEnd(core: RunningCore): Promise<void> {
    const { signal } = this.#released;
    await waitForEnd(core.process, signal);
    if (signal.aborted || this.#running !== core) return;
    this.#drop(core);
    if (performance.now() - core.sinceMs > HEALTHY_AFTER_MS) this.#failures = 0;
    this.#options.logger.error({ corePid: core.process.pid }, 'the core died');
    await this.#launchUntilUp();
  }

  async #launchUntilUp(): Promise<void> {
    const { signal } = this.#released;
    while (!signal.aborted && this.#running === null) {
      const backOffMs = Math.min(FIRST_RESTART_DELAY_MS * 2 ** this.#failures, MAX_RESTART_DELAY_MS);
      this.#failures += 1;
      await rest(backOffMs, signal);
      if (signal.aborted) return;
      await this.#launch().catch((error: unknown) => {
        this.#options.logger.error({ reason: describeError(error) }, 'the core could not be restarted');
      });
    }
  }

  async #launchWith(base: CoreBase, use: (base: CoreBase) => void): Promise<void> {
    this.#base = base;
    use(base);
    await this.#launch();
  }

  async #endRunning(): Promise<void> {
    const core = this.#running;
    if (!core) return;
    await this.#keepLastTraffic(core.api, core.process);
    this.#drop(core);
    await endProcess(core.process);
  }

  #drop(core: RunningCore): void {
    core.api.close();
    this.#running = null;
    this.#hooks?.onDown();
  }
}

function candidatePath(stateDir: string): string {
  return `${coreConfigPath(stateDir)}.candidate.json`;
}

function refuseConfig(problem: string): never {
  throw new StartRefusal([{ name: 'XRAY_CONFIG_PATH', problem: `the core refuses it: ${problem}` }]);
}

async function readTraffic(api: CoreApi, process: ProcessIdentity | undefined): Promise<CoreTraffic> {
  const counters = await api.userBytes();
  const onlineEmails = await api.onlineEmails();
  const id = `${process?.pid}:${process?.startedAt}`;
  return { run: { kind: 'process', id }, counters, onlineEmails };
}
