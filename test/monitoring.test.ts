/** Alerts and dashboards speak of metrics that exist, and every alert has been seen to fire. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { World } from './support/world.ts';

const root = join(import.meta.dirname, '../docs/monitoring');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const PROMTOOL = process.env.PROMTOOL_BIN ?? 'promtool';

/** Options of a suite that needs promtool: skipped by name where there is none, and failing there with `CI=true`. */
function needsPromtool(): { skip?: string } {
  if (spawnSync(PROMTOOL, ['--version']).status === 0) return {};
  assert.notEqual(process.env.CI, 'true', 'no promtool found, and CI=true permits no skip');
  return { skip: 'no promtool: install Debian’s prometheus, or set PROMTOOL_BIN' };
}

describe('the alert rules, by promtool', needsPromtool(), () => {
  const promtool = (...args: string[]) => spawnSync(PROMTOOL, args, { cwd: root, encoding: 'utf8' });

  it('are valid', () => {
    const checked = promtool('check', 'rules', 'alerts.yml');
    assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  });

  it('fire when they should, and only then', () => {
    const tested = promtool('test', 'rules', 'alerts.test.yml', 'budgets.test.yml');
    assert.equal(tested.status, 0, tested.stdout + tested.stderr);
  });

  it('are noticed when they do not: a rule that was turned round fails its test', () => {
    const turned = read('alerts.yml').replace('max(atlas_inbox_oldest_seconds) > 30', 'vector(0) > 30');
    assert.notEqual(turned, read('alerts.yml'));
    const dir = mkdtempSync(join(tmpdir(), 'atlas-alerts-'));
    writeFileSync(join(dir, 'alerts.yml'), turned);
    writeFileSync(join(dir, 'alerts.test.yml'), read('alerts.test.yml'));
    const tested = promtool('test', 'rules', join(dir, 'alerts.test.yml'));
    rmSync(dir, { recursive: true });
    assert.match(tested.stdout + tested.stderr, /AtlasInboxLate/);
    assert.notEqual(tested.status, 0);
  });
});

describe('every alert', () => {
  const alerts = [...read('alerts.yml').matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);

  it('is seen to fire by a test', () => {
    assert.ok(alerts.length >= 15, `only ${alerts.length} alerts were found`);
    const cases = (read('alerts.test.yml') + read('budgets.test.yml')).split('- eval_time:');
    const fired = cases.filter((one) => one.includes('exp_labels'));
    for (const alert of alerts)
      assert.ok(
        fired.some((one) => one.includes(`alertname: ${alert}\n`)),
        alert,
      );
  });

  it('is explained', () => {
    for (const alert of alerts.filter((name) => !name.includes('Burn'))) {
      assert.ok(read('README.md').includes(`\`${alert}\``), alert);
    }
  });
});

describe('what alerts and dashboards name', () => {
  let world: World;
  let known: Set<string>;

  before(async () => {
    world = await World.open({ node: 'simulated' });
    const server = await world.startServer();
    await world.addNode();
    const answer = await fetch(`${server.url}/metrics`);
    known = new Set([...(await answer.text()).matchAll(/^(?:# TYPE )?(\w+)/gm)].map(([, name = '']) => name));
  });
  after(() => world[Symbol.asyncDispose]());

  for (const file of globSync('*.{json,yml}', { cwd: root })) {
    it(`is in /metrics: ${file}`, () => {
      const named = [...read(file).matchAll(/(?<![\w:-])(?:atlas|process|nodejs)_\w+/g)].map(
        ([name]) => name,
      );
      assert.ok(named.length > 5, `only ${named.length} names were found`);
      for (const name of named) assert.ok(known.has(name), name);
    });

    it(`is recorded: ${file}`, () => {
      for (const [share] of read(file).matchAll(/\batlas:\w+:\w+/g)) {
        assert.ok(read('alerts.yml').includes(`record: ${share}\n`), share);
      }
    });
  }
});
