/** Every test that stands beside its source, in one process: they share nothing and start nothing slow. */
import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
for (const file of globSync('src/**/*.test.ts', { cwd: root })) await import(join(root, file));
