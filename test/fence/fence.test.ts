import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  join(root, '.dependency-cruiser.cjs'),
);

/** For each rule, an import it must catch: file → what it imports. */
const VIOLATIONS: Record<string, [file: string, target: string]> = {
  'direction-domain': ['src/domain/a.ts', '../store/target.ts'],
  'direction-lib': ['src/lib/a.ts', '../domain/target.ts'],
  'direction-locales': ['src/locales/a.ts', '../telegram/target.ts'],
  'direction-ports': ['src/ports/a.ts', '../lib/target.ts'],
  'direction-store': ['src/store/a.ts', '../usecases/target.ts'],
  'direction-usecases': ['src/usecases/a.ts', '../payments/target.ts'],
  'direction-payments': ['src/payments/a.ts', '../store/target.ts'],
  'direction-nodes': ['src/nodes/a.ts', '../usecases/target.ts'],
  'direction-telegram': ['src/telegram/a.ts', '../store/target.ts'],
  'direction-jobs': ['src/jobs/a.ts', '../http/target.ts'],
  'direction-http': ['src/http/a.ts', '../store/target.ts'],
  'direction-cli': ['src/cli/a.ts', '../store/target.ts'],
  'direction-node-agent': ['src/node-agent/a.ts', '../domain/target.ts'],
  'direction-sandbox': ['src/sandbox/a.ts', '../payments/target.ts'],
  'contract-is-pure': ['src/http/contract/a.ts', '../../lib/target.ts'],
  'sandbox-contract-is-pure': ['src/sandbox/contract/a.ts', '../../lib/target.ts'],
  'protocol-is-standalone': ['src/nodes/protocol/a.ts', '../../ports/target.ts'],
  'web-sees-only-contracts': ['web/a.ts', '../src/lib/target.ts'],
  'domain-does-no-io': ['src/domain/b.ts', 'node:fs'],
  'network-only-in-adapters': ['src/usecases/b.ts', 'node:http'],
  'no-dev-dependency-at-runtime': ['src/lib/b.ts', 'fast-check'],
  'no-tests-in-source': ['src/lib/c.ts', './target.test.ts'],
  'no-circular': ['src/lib/d.ts', './e.ts'],
};
const ROOMS = Object.keys(VIOLATIONS).flatMap((name) => /^direction-(.*)$/.exec(name)?.[1] ?? []);

type Report = { summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] } };

function cruise(dir: string): Report {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [bin, 'src', 'web', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const result = spawnSync(process.execPath, args, {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  assert.notEqual(result.stdout, '', result.stderr);
  return JSON.parse(result.stdout);
}

function write(dir: string, file: string, text: string): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
}

describe('the fence', () => {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-fence-'));
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('lets every import of this tree through, having looked at them', () => {
    const { summary } = cruise(root);
    assert.deepEqual(
      summary.violations.map((violation) => `${violation.rule.name}: ${violation.from}`),
      [],
    );
    assert.ok(summary.totalCruised > 200, `only ${summary.totalCruised} modules were looked at`);
  });

  it('has a violation here for each of its rules, and each rule catches its own', () => {
    assert.deepEqual(config.forbidden.map((rule) => rule.name).sort(), Object.keys(VIOLATIONS).sort());
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      copyFileSync(join(root, file), join(dir, file));
    }
    symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
    for (const room of ROOMS) write(dir, `src/${room}/target.ts`, 'export const target = 1;\n');
    write(dir, 'src/lib/target.test.ts', 'export const target = 1;\n');
    write(dir, 'src/lib/e.ts', "import './d.ts';\nexport const e = 1;\n");
    for (const [file, target] of Object.values(VIOLATIONS)) {
      write(dir, file, `import * as target from '${target}';\nexport const used = target;\n`);
    }
    const { summary } = cruise(dir);
    for (const [rule, [file]] of Object.entries(VIOLATIONS)) {
      const caught = summary.violations.some((one) => one.rule.name === rule && one.from === file);
      assert.ok(caught, `${rule} did not catch ${file}`);
    }
  });
});
