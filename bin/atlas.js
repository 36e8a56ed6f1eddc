#!/usr/bin/env node
// The operator's command. It needs Node 24 with the memory settings of a server; where `node` is older, the
// one from npm runs it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const MEMORY = ['--max-semi-space-size=6', '--max-old-space-size=512'];
const isNew = Number(process.versions.node.split('.')[0]) >= 24;
const node = isNew ? process.execPath : createRequire(import.meta.url).resolve('node/bin/node');
const operator = fileURLToPath(new URL('../src/main/operator.ts', import.meta.url));
const child = spawn(node, [...MEMORY, operator, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)));
