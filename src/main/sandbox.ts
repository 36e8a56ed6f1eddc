import { describeError, isFault } from '../lib/fault.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { readSandboxSettings } from '../sandbox/settings.ts';

type Environment = Record<string, string | undefined>;

/**
 * Runs the sandbox as a process of its own: reads the environment, prints `{"ready":true,"port":N}` on stdout,
 * stops on SIGTERM and SIGINT. With `ATLAS_PARENT_PIPE=1` it also stops when stdin ends, so that it never
 * outlives the process that started it, even one that was killed.
 *
 * Exits 2 naming every wrong variable, 1 when it cannot start.
 */
export async function runSandbox(environment: Environment): Promise<void> {
  const read = readSandboxSettings(environment);
  if ('faults' in read) {
    process.stderr.write(`${read.faults.join('\n')}\n`);
    process.exit(2);
  }
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox(read.settings);
  } catch (error) {
    const { code, line } = explain(error);
    process.stderr.write(`${line}\n`);
    process.exit(code);
  }
  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (environment.ATLAS_PARENT_PIPE === '1') {
    process.stdin.on('end', stop).on('error', stop).resume();
  }
  process.stdout.write(`${JSON.stringify({ ready: true, port: sandbox.port })}\n`);
}

/** A used port and an unusable state directory are matters of configuration; anything else is the machine's. */
function explain(error: unknown): { code: number; line: string } {
  if (isFault(error, 'sandbox-state')) return { code: 2, line: describeError(error) };
  const reason = error instanceof Error && 'code' in error ? error.code : undefined;
  if (reason === 'EADDRINUSE') return { code: 2, line: 'SANDBOX_PORT is in use' };
  return { code: 1, line: `the sandbox cannot start: ${describeError(error)}` };
}

if (import.meta.main) await runSandbox(process.env);
