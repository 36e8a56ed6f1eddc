#!/usr/bin/env node
// The operator's command. It needs Node 24; where `node` is older, it hands over to the one from npm.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major >= 24) {
  await import('../src/main/operator.ts');
} else {
  const node = createRequire(import.meta.url).resolve('node/bin/node');
  const operator = fileURLToPath(new URL('../src/main/operator.ts', import.meta.url));
  const child = spawn(node, [operator, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)));
}
