/**
 * Installs others' descriptions of client configurations, against which the formats of subscriptions are tested,
 * into a cache outside the checkout, and prints their paths. They are no dependencies: nothing at runtime needs
 * them. `ATLAS_CACHE_DIR` overrides the cache's directory (default `~/.cache/atlas-secure`).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_SCHEMAS, type ClientSchema, findSchema, schemaCache, schemaPath } from './client-schemas.ts';

/** Two packages of less than 200 KB each. */
const FETCH_TIMEOUT_MS = 120_000;

/** Fetches the package, and keeps the one file of it when it is the package that was reviewed. */
function install(schema: ClientSchema): void {
  const folder = mkdtempSync(join(schemaCache, 'schema-'));
  try {
    const packed = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', schema.package], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 2],
      timeout: FETCH_TIMEOUT_MS,
      shell: process.platform === 'win32',
    });
    if (packed.status !== 0) throw new Error(`${schema.package} could not be fetched`);
    const archive = join(folder, packed.stdout.trim());
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== schema.integrity) throw new Error(`${schema.package} is not what it was: ${integrity}`);
    const unpacked = spawnSync('tar', ['-xzf', archive, '-C', folder, schema.file], {
      stdio: ['ignore', 2, 2],
    });
    if (unpacked.status !== 0) throw new Error(`${schema.package} has no ${schema.file}`);
    renameSync(join(folder, schema.file), schemaPath(schema));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(schemaCache, { recursive: true });
try {
  for (const schema of Object.values(CLIENT_SCHEMAS)) {
    if (!findSchema(schema)) install(schema);
    console.log(schemaPath(schema));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
