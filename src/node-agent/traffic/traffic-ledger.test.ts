import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createLogger } from '../../lib/logger.ts';
import type { CoreRun, CoreTraffic } from '../core/driver.ts';
import { TrafficLedger } from './traffic-ledger.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const DAY_MS = 86_400_000;
const first: CoreRun = { kind: 'process', id: '1' };
const second: CoreRun = { kind: 'process', id: '2' };

function read(run: CoreRun, counters: Record<string, [uplink: number, downlink: number]>): CoreTraffic {
  const entries = Object.entries(counters).map(
    ([email, [up, down]]) => [email, { uplinkBytes: BigInt(up), downlinkBytes: BigInt(down) }] as const,
  );
  return { run, counters: new Map(entries), onlineEmails: null };
}

describe('the traffic ledger of a node', () => {
  let dir: string;
  let desired: Set<string>;
  let ledger: TrafficLedger;
  const open = () => TrafficLedger.open(dir, { isDesired: (email) => desired.has(email), logger });
  const totals = (since?: string) =>
    ledger
      .page(since)
      .entries.map(({ email, uplinkBytes, downlinkBytes }) => [
        email,
        Number(uplinkBytes),
        Number(downlinkBytes),
      ]);
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'atlas-ledger-'));
    desired = new Set(['a', 'b']);
    ledger = await open();
    await ledger.record(read(first, {}), 0);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('adds up what grows, and tells only what has changed', async () => {
    await ledger.record(read(first, { a: [10, 1], b: [5, 5] }), 1);
    const { cursor } = ledger.page(undefined);
    await ledger.record(read(first, { a: [30, 1], b: [5, 5] }), 2);
    assert.deepEqual(totals(cursor), [['a', 30, 1]]);
    assert.deepEqual(totals(cursor), [['a', 30, 1]], 'a lost answer is asked for again');
    assert.deepEqual(totals(ledger.page(cursor).cursor), []);
    assert.deepEqual(totals(), [
      ['b', 5, 5],
      ['a', 30, 1],
    ]);
  });

  const runs: [name: string, before: CoreRun, after: CoreRun, nowMs: number, counted: number][] = [
    ['a new core counts from zero, though it is past the old value', first, second, 10, 140],
    ['the same core goes on', first, first, 10, 100],
    ['a core younger than it was is a new one', uptime(500), uptime(3), 10, 140],
    ['a core that began after the last reading is a new one', uptime(500), uptime(600), DAY_MS, 140],
    ['a core that is as much older as time has passed goes on', uptime(500), uptime(86_900), DAY_MS, 100],
  ];
  for (const [name, before, after, nowMs, counted] of runs) {
    it(name, async () => {
      rmSync(dir, { recursive: true });
      dir = mkdtempSync(join(tmpdir(), 'atlas-ledger-'));
      ledger = await open();
      await ledger.record(read(before, {}), 0);
      await ledger.record(read(before, { a: [40, 0] }), 1);
      await ledger.record(read(after, { a: [100, 0] }), nowMs);
      assert.deepEqual(totals(), [['a', counted, 0]]);
    });
  }

  it('counts from zero what went backwards in one and the same run', async () => {
    await ledger.record(read(first, { a: [40, 40] }), 1);
    await ledger.record(read(first, { a: [7, 50] }), 2);
    assert.deepEqual(totals(), [['a', 47, 90]]);
  });

  it('goes on after the agent was killed, in the same epoch and with the same cursors', async () => {
    await ledger.record(read(first, { a: [40, 0] }), 1);
    const { epoch, cursor } = ledger.page(undefined);
    ledger = await open();
    await ledger.record(read(first, { a: [45, 0], b: [1, 0] }), 2);
    assert.equal(ledger.page(undefined).epoch, epoch);
    assert.deepEqual(totals(cursor), [
      ['a', 45, 0],
      ['b', 1, 0],
    ]);
    await ledger.record(read(second, { b: [4, 0] }), 3);
    ledger = await open();
    await ledger.record(read(second, { a: [2, 0], b: [4, 0] }), 4);
    assert.deepEqual(totals(), [
      ['b', 5, 0],
      ['a', 47, 0],
    ]);
  });

  it('begins a new epoch when its file is gone or damaged, without counting again what may be counted', async () => {
    await ledger.record(read(first, { a: [40, 0] }), 1);
    const { epoch, cursor } = ledger.page(undefined);
    const [name = ''] = readdirSync(dir);
    const whole = readFileSync(join(dir, name), 'utf8');
    for (const left of [null, '', whole.slice(0, whole.length / 2), `${whole}[]\n`]) {
      rmSync(join(dir, name));
      if (left !== null) writeFileSync(join(dir, name), left);
      ledger = await open();
      assert.notEqual(ledger.page(undefined).epoch, epoch);
      assert.equal((await open()).page(undefined).epoch, ledger.page(undefined).epoch, 'it is on the disk');
      await ledger.record(read(first, { a: [40, 0] }), 2);
      assert.deepEqual(totals(cursor), []);
      await ledger.record(read(first, { a: [43, 0] }), 3);
      assert.deepEqual(totals(cursor), [['a', 3, 0]], 'an older cursor gets everything');
    }
  });

  it('tells nothing that is not on the disk, and counts it once the disk is back', async () => {
    rmSync(dir, { recursive: true });
    await assert.rejects(ledger.record(read(first, { a: [40, 0] }), 1));
    assert.deepEqual(totals(), []);
    mkdirSync(dir);
    await ledger.record(read(first, { a: [41, 0] }), 2);
    assert.deepEqual(totals(), [['a', 41, 0]]);
  });

  it('gives up counters that are no longer desired, once told, and not while the core still holds them', async () => {
    await ledger.record(read(first, { a: [40, 0], b: [9, 0] }), 1);
    desired.delete('a');
    const page = ledger.page(undefined);
    ledger.page(page.cursor);
    await ledger.record(read(first, { a: [40, 0], b: [9, 0] }), 2);
    assert.equal(totals().length, 2, 'the core would tell of it again');
    await ledger.record(read(second, {}), 3);
    assert.deepEqual(totals(), [['b', 9, 0]]);
    await ledger.record(read(second, { a: [3, 0] }), 4);
    const again = ledger.page(page.cursor).entries[0];
    assert.deepEqual([again?.email, again?.uplinkBytes], ['a', '3']);
    assert.ok(
      (again?.counter ?? 0) > (page.entries[0]?.counter ?? 0),
      'a count that begins anew says so by its number',
    );
  });

  it('keeps what nobody has asked for, but not for ever', async () => {
    await ledger.record(read(first, { a: [40, 0] }), 1);
    desired.delete('a');
    await ledger.record(read(second, {}), 29 * DAY_MS);
    assert.equal(totals().length, 1);
    await ledger.record(read(second, {}), 31 * DAY_MS);
    assert.equal(totals().length, 0);
  });

  it('pages, and a page can be asked for again', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, index): [string, [number, number]] => [`u${index}`, [1, 1]]),
    );
    await ledger.record(read(first, many), 1);
    const page = ledger.page(undefined);
    assert.deepEqual([page.entries.length, page.more], [5_000, true]);
    const last = ledger.page(page.cursor);
    assert.deepEqual([last.entries.length, last.more], [1, false]);
    assert.deepEqual(ledger.page(page.cursor), last);
    const emails = [...page.entries, ...last.entries].map(({ email }) => email);
    assert.equal(new Set(emails).size, 5_001);
  });
});

function uptime(seconds: number): CoreRun {
  return { kind: 'uptime', seconds };
}
