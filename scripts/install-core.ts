/**
 * Installs the Xray core that tests and production run, by Go, into a cache outside the checkout, and prints
 * its path. `ATLAS_CACHE_DIR` overrides the cache's directory (default `~/.cache/atlas-secure`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Release tags of the core are no module versions; these are. The second stands in when the first fails. */
const CORES = [
  { version: '26.7.28', module: 'v1.260327.1-0.20260728075948-5ca6f4b7d4dc' },
  { version: '26.3.27', module: 'v1.260327.0' },
];
/** A build from nothing takes about two minutes on two cores. */
const BUILD_TIMEOUT_MS = 15 * 60_000;

const cache = process.env.ATLAS_CACHE_DIR ?? join(homedir(), '.cache', 'atlas-secure');
const pathOf = (version: string) => join(cache, `xray-${version}`);

function build({ version, module }: { version: string; module: string }): boolean {
  const folder = mkdtempSync(join(cache, 'build-'));
  const result = spawnSync('go', ['install', '-trimpath', `github.com/xtls/xray-core/main@${module}`], {
    env: { ...process.env, GOBIN: folder, GOTOOLCHAIN: 'auto', CGO_ENABLED: '0' },
    stdio: ['ignore', 2, 2],
    timeout: BUILD_TIMEOUT_MS,
  });
  if (result.status === 0) renameSync(join(folder, 'main'), pathOf(version));
  rmSync(folder, { recursive: true, force: true });
  return result.status === 0;
}

mkdirSync(cache, { recursive: true });
const installed = CORES.find(({ version }) => existsSync(pathOf(version))) ?? CORES.find(build);
if (installed) {
  console.log(pathOf(installed.version));
} else {
  console.error('no core could be built: Go 1.21 or newer on PATH and a module proxy are needed');
  process.exitCode = 1;
}
