/**
 * `npm test`: one throw-away PostgreSQL for all test files, then Node's own runner. Arguments are passed on:
 * `npm test -- test/scenarios/purchase.test.ts`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCluster } from './support/postgres.ts';

/** Most tests wait for other processes, so more files than cores run at once. */
const CONCURRENCY = 4;

/** Compiled once, loaded by every process that the tests start. */
const COMPILE_CACHE = join(tmpdir(), 'atlas-compile-cache');

const args = process.argv.slice(2);
const files = args.length > 0 ? args : globSync('test/**/*.test.ts').sort();
const cluster = await startTestCluster();
// Never in step with this process: what the server says has to be read, or it stands still.
const runner = spawn(
  process.execPath,
  ['--test', '--test-reporter=spec', '--test-timeout=300000', `--test-concurrency=${CONCURRENCY}`, ...files],
  {
    stdio: 'inherit',
    env: { ...process.env, TEST_POSTGRES_URL: cluster.url, NODE_COMPILE_CACHE: COMPILE_CACHE },
  },
);
const [code] = (await once(runner, 'exit')) as [number | null];
await cluster.stop();
process.exit(code ?? 1);
