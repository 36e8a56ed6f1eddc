import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Clock, systemClock } from '../lib/clock.ts';
import type { Env } from '../lib/env-reader.ts';
import { describeError } from '../lib/fault.ts';
import { createLogger, type Logger } from '../lib/logger.ts';
import { NodeAgent } from '../node-agent/agent.ts';
import { type AgentConfig, parseAgentConfig } from '../node-agent/config.ts';
import { AttachedCore } from '../node-agent/core/attached-core.ts';
import { type CoreBase, parseCoreBase, realityBaseConfig } from '../node-agent/core/base-config.ts';
import { inspectBinary } from '../node-agent/core/core-process.ts';
import type { CoreDriver } from '../node-agent/core/driver.ts';
import { OwnedCore, tryConfig } from '../node-agent/core/owned-core.ts';
import { SimulatedCore } from '../node-agent/core/simulated-core.ts';
import { createAgentServer } from '../node-agent/http/agent-server.ts';
import { StartRefusal } from '../node-agent/start-refusal.ts';
import { DesiredStore } from '../node-agent/state/desired-store.ts';
import { lockStateDirectory } from '../node-agent/state/directory-lock.ts';
import { writeDurably } from '../node-agent/state/durable-file.ts';
import { readLastBase } from '../node-agent/state/last-base.ts';
import { loadRealitySecrets } from '../node-agent/state/reality-secrets.ts';
import { StateSeal } from '../node-agent/state/state-seal.ts';
import { TrafficCollector } from '../node-agent/traffic/traffic-collector.ts';
import { TrafficLedger } from '../node-agent/traffic/traffic-ledger.ts';

/** Requests in flight get this long before their connections are closed. */
const DRAIN_TIMEOUT_MS = 10_000;

type Started = {
  config: AgentConfig;
  agent: NodeAgent;
  traffic: TrafficCollector;
  server: FastifyInstance;
  logger: Logger;
};

/**
 * Runs a node agent until SIGTERM, SIGINT or the end of the parent's pipe; resolves to the exit code.
 * Writes `agent.json` (`{"pid","url"}`) into the state directory once it listens, and logs the same line.
 * 0 after a clean stop, 2 for configuration, 1 for anything else that prevents the start.
 */
export async function runNodeAgent(env: Env, clock: Clock = systemClock): Promise<number> {
  try {
    const config = parseAgentConfig(env);
    const logger = createLogger({ name: 'node-agent', level: config.logLevel });
    await prepareStateDirectory(config.stateDir);
    const unlock = lockStateDirectory(config.stateDir);
    const stopAsked = untilAskedToStop(config);
    try {
      const started = await startAgent(config, { clock, logger });
      await stopAsked;
      await stopAgent(started);
    } finally {
      unlock();
    }
    return 0;
  } catch (error) {
    return reportStartFailure(error);
  }
}

async function startAgent(config: AgentConfig, deps: { clock: Clock; logger: Logger }): Promise<Started> {
  const { logger } = deps;
  const { base, configProblem } = await chooseBase(config, logger);
  const store = await DesiredStore.open(config.stateDir, new StateSeal(config.apiKeys));
  const isDesired = (email: string) => store.credentials.has(email);
  const ledger = await TrafficLedger.open(config.stateDir, { isDesired, logger });
  const driver = createDriver(config, base, { ledger, ...deps });
  const traffic = new TrafficCollector({ driver, ledger, ...deps });
  const agent = new NodeAgent({ ...deps, driver, base, configProblem, store, version: await readVersion() });
  const server = createAgentServer({ agent, traffic, apiKeys: config.apiKeys, logger });
  try {
    await agent.start();
    await traffic.start();
    const url = await listen(server, config);
    await writeDurably(join(config.stateDir, 'agent.json'), JSON.stringify({ pid: process.pid, url }));
    logger.info({ address: url, core: driver.status() }, 'node agent ready');
    process.on('SIGHUP', () => void reconfigure({ config, agent, logger }));
  } catch (error) {
    await traffic.stop();
    await agent.stop(config.isCoreStoppedWithAgent);
    throw error;
  }
  return { config, agent, traffic, server, logger };
}

async function stopAgent({ config, agent, traffic, server, logger }: Started): Promise<void> {
  logger.info({ isCoreStopped: config.isCoreStoppedWithAgent }, 'stopping');
  const deadline = new Promise((resolve) => setTimeout(resolve, DRAIN_TIMEOUT_MS).unref());
  await Promise.race([server.close(), deadline]);
  await traffic.stop();
  await agent.stop(config.isCoreStoppedWithAgent);
}

function createDriver(
  config: AgentConfig,
  base: CoreBase,
  deps: { ledger: TrafficLedger; clock: Clock; logger: Logger },
): CoreDriver {
  const { core, stateDir } = config;
  const { ledger, clock, logger } = deps;
  switch (core.kind) {
    case 'owned':
      return new OwnedCore({
        binaryPath: core.binary,
        apiAddress: core.apiAddress,
        base,
        stateDir,
        onLastTraffic: (traffic) => ledger.record(traffic, clock.now().getTime()),
        logger,
      });
    case 'attached': {
      const isOnlineKept = base.config.policy?.levels?.['0']?.statsUserOnline === true;
      return new AttachedCore({ ...core, isOnlineKept, logger });
    }
    case 'simulated':
      logger.warn('no core found: a simulated one stands in');
      return new SimulatedCore(base.inbounds);
  }
}

/**
 * The configuration to start with: the one on the disk, or, when that is none a core would start with, the last
 * one that it did start with, and why. A first start has nothing to fall back on.
 *
 * Throws: StartRefusal naming XRAY_CONFIG_PATH.
 */
async function chooseBase(
  config: AgentConfig,
  logger: Logger,
): Promise<{ base: CoreBase; configProblem: string | null }> {
  const lastText = await readLastBase(config.stateDir);
  try {
    const base = await readBase(config);
    if (lastText !== null && config.core.kind === 'owned') {
      const binary = inspectBinary(config.core.binary);
      const start = { stateDir: config.stateDir, apiAddress: '127.0.0.1:1', usersByTag: new Map() };
      const isSame = parseBase(lastText, config).hash === base.hash;
      const problem = isSame ? null : await tryConfig(binary, base, start);
      if (problem !== null) refuseConfig(`the core refuses it: ${problem}`);
    }
    return { base, configProblem: null };
  } catch (error) {
    if (!(error instanceof StartRefusal) || lastText === null) throw error;
    if (error.faults.some(({ name }) => name !== 'XRAY_CONFIG_PATH')) throw error;
    logger.error({ problem: error.message }, 'the configuration is not used; the last good one is');
    return { base: parseBase(lastText, config), configProblem: error.message };
  }
}

/** SIGHUP: the configuration is read again and used if it is good. */
async function reconfigure(started: {
  config: AgentConfig;
  agent: NodeAgent;
  logger: Logger;
}): Promise<void> {
  const { config, agent, logger } = started;
  try {
    const problem = await agent.reconfigure(await readBase(config));
    if (problem === null) logger.info('the configuration on the disk is the one that runs');
  } catch (error) {
    logger.error({ problem: describeError(error) }, 'the new configuration is not used');
  }
}

async function readBase(config: AgentConfig): Promise<CoreBase> {
  return parseBase(await readBaseText(config), config);
}

function parseBase(text: string, { publicHost, fingerprint }: AgentConfig): CoreBase {
  return parseCoreBase(text, { host: publicHost, fingerprint });
}

async function readBaseText(config: AgentConfig): Promise<string> {
  const { base, stateDir } = config;
  if (base.kind === 'reality') {
    return realityBaseConfig({ ...base, ...(await loadRealitySecrets(stateDir, base)) });
  }
  try {
    return await readFile(base.path, 'utf8');
  } catch (error) {
    return refuseConfig(`cannot be read: ${describeError(error)}`);
  }
}

function refuseConfig(problem: string): never {
  throw new StartRefusal([{ name: 'XRAY_CONFIG_PATH', problem }]);
}

async function prepareStateDirectory(stateDir: string): Promise<void> {
  try {
    await mkdir(stateDir, { recursive: true, mode: 0o700 });
    await writeDurably(join(stateDir, 'format'), '1\n');
  } catch (error) {
    throw new StartRefusal([
      { name: 'NODE_STATE_DIR', problem: `cannot be written: ${describeError(error)}` },
    ]);
  }
}

async function listen(server: FastifyInstance, { host, port }: AgentConfig): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    throw new StartRefusal([
      { name: 'NODE_PORT', problem: `cannot be listened on: ${describeError(error)}` },
    ]);
  }
}

function untilAskedToStop({ hasParentPipe }: AgentConfig): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
    if (!hasParentPipe) return;
    process.stdin
      .once('end', resolve)
      .once('error', () => resolve())
      .resume();
  });
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return String(Reflect.get(Object(JSON.parse(text)), 'version'));
}

function reportStartFailure(error: unknown): number {
  const lines =
    error instanceof StartRefusal ? error.faults.map(({ name, problem }) => `${name}: ${problem}`) : [];
  const text = lines.length > 0 ? lines.join('\n') : describeError(error);
  process.stderr.write(`${text}\n`);
  return error instanceof StartRefusal ? error.exitCode : 1;
}

if (import.meta.main) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.exitCode = await runNodeAgent(process.env);
  process.exit();
}
