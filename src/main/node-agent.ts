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
import type { CoreDriver } from '../node-agent/core/driver.ts';
import { OwnedCore } from '../node-agent/core/owned-core.ts';
import { SimulatedCore } from '../node-agent/core/simulated-core.ts';
import { createAgentServer } from '../node-agent/http/agent-server.ts';
import { StartRefusal } from '../node-agent/start-refusal.ts';
import { DesiredStore } from '../node-agent/state/desired-store.ts';
import { lockStateDirectory } from '../node-agent/state/directory-lock.ts';
import { writeDurably } from '../node-agent/state/durable-file.ts';
import { loadRealitySecrets } from '../node-agent/state/reality-secrets.ts';

/** Requests in flight get this long before their connections are closed. */
const DRAIN_TIMEOUT_MS = 10_000;

type Started = { config: AgentConfig; agent: NodeAgent; server: FastifyInstance; logger: Logger };

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
  const base = parseCoreBase(await readBaseText(config), {
    host: config.publicHost,
    fingerprint: config.fingerprint,
  });
  const driver = createDriver(config, base, logger);
  const store = await DesiredStore.open(config.stateDir);
  const agent = new NodeAgent({ ...deps, driver, base, store, version: await readVersion() });
  const server = createAgentServer({ agent, apiKey: config.apiKey, logger });
  try {
    await agent.start();
    const url = await listen(server, config);
    await writeDurably(join(config.stateDir, 'agent.json'), JSON.stringify({ pid: process.pid, url }));
    logger.info({ address: url, core: driver.status() }, 'node agent ready');
  } catch (error) {
    await agent.stop(config.isCoreStoppedWithAgent);
    throw error;
  }
  return { config, agent, server, logger };
}

async function stopAgent({ config, agent, server, logger }: Started): Promise<void> {
  logger.info({ isCoreStopped: config.isCoreStoppedWithAgent }, 'stopping');
  const deadline = new Promise((resolve) => setTimeout(resolve, DRAIN_TIMEOUT_MS).unref());
  await Promise.race([server.close(), deadline]);
  await agent.stop(config.isCoreStoppedWithAgent);
}

function createDriver(config: AgentConfig, base: CoreBase, logger: Logger): CoreDriver {
  const { core, stateDir } = config;
  switch (core.kind) {
    case 'owned':
      return new OwnedCore({ binaryPath: core.binary, apiAddress: core.apiAddress, base, stateDir, logger });
    case 'attached':
      return new AttachedCore({ ...core, logger });
    case 'simulated':
      logger.warn('no core found: a simulated one stands in');
      return new SimulatedCore(base.inbounds);
  }
}

async function readBaseText(config: AgentConfig): Promise<string> {
  const { base, stateDir } = config;
  if (base.kind === 'reality') {
    return realityBaseConfig({ ...base, ...(await loadRealitySecrets(stateDir, base)) });
  }
  try {
    return await readFile(base.path, 'utf8');
  } catch (error) {
    throw new StartRefusal([
      { name: 'XRAY_CONFIG_PATH', problem: `cannot be read: ${describeError(error)}` },
    ]);
  }
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
