import type { Logger } from '../lib/logger.ts';
import { adoptNode } from '../usecases/nodes/add-node.ts';
import type { Config } from './config.ts';
import { installationDir, openPostgres, type Postgres } from './open-shop.ts';
import { type SandboxWorld, startSandboxWorld } from './sandbox-world.ts';
import { type RunningServer, startServer } from './server.ts';

/** How long a stop may take in all before the process ends anyway. Source: decisions.md §3. */
const STOP_DEADLINE_MS = 20_000;

/** Runs a server until it is asked to stop or can no longer work; resolves with the exit code. */
export async function runStart(config: Config, logger: Logger, say: (line: string) => void): Promise<number> {
  const asked = untilSignal();
  const started: Stoppable[] = [];
  try {
    const postgres = await openPostgres(config, logger, false);
    started.unshift(postgres);
    const server =
      config.installation.kind === 'sandbox'
        ? await startSandbox(config, { postgres, logger, say, started })
        : await startLive(config, { postgres, logger, say, started });
    const failure = await Promise.race([asked, server.failed]);
    if (failure === null) logger.info('stopping');
    else logger.fatal({ error: failure instanceof Error ? failure.message : String(failure) }, 'ending');
    await stopAll(started, logger);
    return failure === null ? 0 : 1;
  } catch (error) {
    await stopAll(started, logger);
    throw error;
  }
}

type Stoppable = { stop(): Promise<void> };
type Environment = {
  postgres: Postgres;
  logger: Logger;
  say: (line: string) => void;
  started: Stoppable[];
};

/** What runs: `failed` resolves when it can no longer do its work. */
type Running = { readonly failed: Promise<unknown> };

async function startLive(config: Config, around: Environment): Promise<Running> {
  if (config.installation.kind !== 'live') throw new Error('not a live configuration');
  const live = config.installation;
  const server = await startServer({ ...around, config, live, chatPageUrl: null });
  around.started.unshift(server);
  around.say(`Atlas Secure is ready at ${server.url} (${live.telegram.mode})`);
  return server;
}

async function startSandbox(config: Config, around: Environment): Promise<Running> {
  const world = await startSandboxWorld(config.process, installationDir(config), config.process.port);
  around.started.unshift(world);
  const { live, chatPageUrl } = world;
  const server = await startServer({ ...around, config, live, chatPageUrl });
  around.started.unshift(server);
  await addSandboxNode(server, world);
  around.say(`Atlas Secure sandbox is ready. Node: ${describeCore(world.node.core)}`);
  around.say(`Open ${server.url} to chat with the bot and buy.`);
  return { failed: Promise.race([server.failed, world.failed]) };
}

async function addSandboxNode(server: RunningServer, world: SandboxWorld): Promise<void> {
  await adoptNode(server.shop, server.fleet, {
    actor: 'sandbox',
    name: 'sandbox',
    url: world.node.url,
    apiKey: world.node.apiKey,
    location: 'XX',
    weight: 1,
    capacity: 1_000,
  });
}

function describeCore(core: string): string {
  return core.startsWith('simulated')
    ? 'a simulated core (no Xray found; set XRAY_BIN)'
    : `a real core, ${core}`;
}

/** SIGTERM or SIGINT asks for an orderly stop; a second one ends the process at once. */
function untilSignal(): Promise<null> {
  return new Promise((resolve) => {
    let isAsked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (isAsked) process.exit(1);
        isAsked = true;
        resolve(null);
      });
    }
  });
}

/** Stops in the reverse order of starting. */
async function stopAll(started: Stoppable[], logger: Logger): Promise<void> {
  const deadline = setTimeout(() => {
    logger.error('the stop took too long');
    process.exit(1);
  }, STOP_DEADLINE_MS);
  for (const one of started) await one.stop();
  clearTimeout(deadline);
}
