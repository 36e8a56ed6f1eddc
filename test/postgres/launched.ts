import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type QueryResult } from 'pg';

/** What `postgres-launcher-main.ts` prints. */
export type LauncherAnswer = { ownerUrl: string; pid: number } | { code: string; message: string };

/** Longer than anything here takes; a test that reaches it has failed. */
const DEADLINE_MS = 60_000;
const ROOT = join(import.meta.dirname, '../..');

/** Starts the launcher in a process of its own; by default this checkout, this Node and this user. */
export function spawnLauncher(
  dir: string,
  options: { root?: string; node?: string; uid?: number; gid?: number } = {},
): ChildProcess {
  const { root = ROOT, node = process.execPath, ...user } = options;
  const main = join(root, 'test/support/postgres-launcher-main.ts');
  return spawn(node, [main, dir], { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/', ...user });
}

/** The launcher's one line. */
export async function answerOf(launcher: ChildProcess): Promise<LauncherAnswer> {
  if (launcher.stdout === null) throw new Error('the launcher has no stdout');
  const lines = createInterface({ input: launcher.stdout });
  const [line] = await once(lines, 'line', { signal: AbortSignal.timeout(DEADLINE_MS) });
  return JSON.parse(String(line));
}

/** The launcher's answer when it must be a running server. */
export async function serverOf(launcher: ChildProcess): Promise<{ ownerUrl: string; pid: number }> {
  const answer = await answerOf(launcher);
  if ('code' in answer) throw new Error(`${answer.code}: ${answer.message}`);
  return answer;
}

/** Ends a launcher as asked to, and waits until it has. */
export async function endLauncher(launcher: ChildProcess, how: 'SIGKILL' | 'end of input'): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const exited = once(launcher, 'exit', { signal: AbortSignal.timeout(DEADLINE_MS) });
  if (how === 'SIGKILL') launcher.kill('SIGKILL');
  else launcher.stdin?.end();
  await exited;
}

/** Waits for something that sends no event. */
export async function waitUntil(what: string, isTrue: () => boolean): Promise<void> {
  const until = Date.now() + DEADLINE_MS;
  while (!isTrue()) {
    if (Date.now() > until) throw new Error(`waited in vain until ${what}`);
    await delay(5);
  }
}

/** One statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<QueryResult> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: DEADLINE_MS });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
