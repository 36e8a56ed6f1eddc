import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm start` tells Node about memory. */
export function startFlags(): string {
  const { scripts } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
  ) as {
    scripts: { start: string };
  };
  return scripts.start
    .split(' ')
    .filter((word) => word.startsWith('--'))
    .join(' ');
}
