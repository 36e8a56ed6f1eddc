import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Fault } from '../lib/fault.ts';

/** A process of ours that ends when we end, however we end: it watches the pipe on its standard input. */
export type Companion = {
  readonly exited: Promise<number | null>;
  /** Asks it to stop and waits. */
  stop(): Promise<void>;
};

/** Starts `src/main/<name>.ts` with `env` added to a clean environment; its log goes where ours goes. */
export function startCompanion(name: string, env: Record<string, string>): Companion {
  const child: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    {
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ATLAS_PARENT_PIPE: '1', ...env },
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
    },
  );
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  return {
    exited,
    async stop() {
      child.stdin?.end();
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** How often a companion is asked whether it is up. */
const ASK_EVERY_MS = 30;
const START_DEADLINE_MS = 15_000;

/** Waits until `url` answers 2xx. Throws: Fault `companion-failed` when the process ends or takes too long. */
export async function waitUntilUp(name: string, companion: Companion, url: string): Promise<void> {
  const end = { isReached: false };
  void companion.exited.then(() => {
    end.isReached = true;
  });
  const startedAt = performance.now();
  while (!end.isReached && performance.now() - startedAt < START_DEADLINE_MS) {
    const isUp = await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Fault('companion-failed', `the ${name} did not start`, { isRetryable: true });
}
