/** The sandbox as a process of its own, for tests of what outlives it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createSandboxClient, type SandboxClient, within } from './sandbox-client.ts';

const MAIN = new URL('../../src/main/sandbox.ts', import.meta.url).pathname;

/** Starts the sandbox's process; its standard output and error are pipes. */
export function start(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Starts the sandbox's process and waits until it listens. */
export async function run(
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; client: SandboxClient }> {
  const child = start(environment);
  const ready = new Promise<number>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve((JSON.parse(text) as { port: number }).port);
    });
    child.stderr?.on('data', (chunk) => process.stderr.write(chunk));
    child.on('exit', (code) => reject(new Error(`the sandbox exited with ${code}`)));
  });
  const port = await within(
    'ready line',
    () => 'nothing',
    () => ready,
  );
  return { child, client: createSandboxClient(port) };
}

/** Ends a process and returns its exit code. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}
