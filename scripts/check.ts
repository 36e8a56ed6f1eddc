/** `npm run check`: format, lint, types, fence, dead code; every step runs, the first failure decides the exit. */
import { spawnSync } from 'node:child_process';

const steps: [name: string, bin: string, args: string[]][] = [
  ['format and lint', 'biome', ['ci', '--error-on-warnings', '.']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the domain', 'tsc', ['-p', 'tsconfig.domain.json']],
  ['types of the web', 'tsc', ['-p', 'tsconfig.web.json']],
  ['fence', 'depcruise', ['src', 'web', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
  ['dead code', 'knip', []],
  ['catalogues', 'node', ['scripts/locales.ts', '--check']],
];

const failed: string[] = [];
for (const [name, bin, args] of steps) {
  const startedAt = performance.now();
  const result = spawnSync(bin, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${result.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (result.status !== 0) {
    console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`);
    failed.push(name);
  }
}
if (failed.length > 0) {
  console.log(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
