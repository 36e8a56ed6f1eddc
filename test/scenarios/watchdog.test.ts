import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { eventually } from '../support/core.ts';
import { World } from '../support/world.ts';

/** What the watchdog has said as its last words. */
function readVerdict(log: string): { msg: string; loopSilentMs: number; databaseSilentMs: number } {
  const line = log.split('\n').findLast((one) => one.includes('"watchdog"'));
  assert.ok(line, log);
  return JSON.parse(line);
}

/** A module that has the event loop spin for ever once the process gets SIGUSR2. */
function writeSpinner(dir: string): string {
  const file = join(dir, 'spin.mjs');
  writeFileSync(file, `process.on('SIGUSR2', () => { for (;;); });\n`);
  return `--import=${pathToFileURL(file)}`;
}

describe('the watchdog', () => {
  it('ends a process that Telegram no longer answers, and only then', async () => {
    await using world = await World.open();
    const server = await world.startServer({ TELEGRAM_LIVENESS_TIMEOUT: '2', POLLING_REQUEST_TIMEOUT: '1' });
    await eventually('it has asked for longer than the timeout', async () => {
      const { telegramCalls } = await world.client.chat<{ telegramCalls: Record<string, { ok: number }> }>(
        'transcript',
      );
      return (telegramCalls.getMe?.ok ?? 0) > 8;
    });
    assert.equal(server.child.exitCode, null, 'a quiet bot is no dead bot');
    const silence = { api: 'telegram', kind: 'close', when: 'before', count: 100_000 };
    await world.client.chat('faults', silence);
    assert.equal(await server.ended, 1);
    const verdict = readVerdict(server.log);
    assert.equal(verdict.msg, 'Telegram has not answered for too long: ending');
    assert.ok(verdict.loopSilentMs < 2_000, `the loop was silent for ${verdict.loopSilentMs} ms`);
  });

  it('ends a process that hangs on Telegram, whose answers never come', async () => {
    await using world = await World.open();
    const server = await world.startServer({ TELEGRAM_LIVENESS_TIMEOUT: '2', POLLING_REQUEST_TIMEOUT: '1' });
    await world.client.chat('faults', { api: 'telegram', kind: 'delay', delayMs: 600_000, count: 100_000 });
    assert.equal(await server.ended, 1);
    assert.equal(readVerdict(server.log).msg, 'Telegram has not answered for too long: ending');
  });

  it('ends a process whose event loop is blocked, and says so', async () => {
    await using world = await World.open();
    const server = await world.startServer({
      TELEGRAM_LIVENESS_TIMEOUT: '2',
      POLLING_REQUEST_TIMEOUT: '1',
      NODE_OPTIONS: writeSpinner(world.dir),
    });
    server.child.kill('SIGUSR2');
    await server.ended;
    assert.equal(server.child.signalCode, 'SIGKILL', 'a stuck thread can do nothing gentler');
    const verdict = readVerdict(server.log);
    assert.match(verdict.msg, /^the event loop is blocked/);
    assert.ok(verdict.loopSilentMs >= 1_000);
  });

  it('does not end a process whose database is away', async () => {
    await using world = await World.open();
    const server = await world.startServer({ TELEGRAM_LIVENESS_TIMEOUT: '3', POLLING_REQUEST_TIMEOUT: '1' });
    await world.database.refuse();
    const before = (await world.client.chat<{ telegramCalls: Calls }>('transcript')).telegramCalls;
    await eventually('Telegram was asked for twice the timeout', async () => {
      const { telegramCalls } = await world.client.chat<{ telegramCalls: Calls }>('transcript');
      return (telegramCalls.getMe?.ok ?? 0) >= (before.getMe?.ok ?? 0) + 12;
    });
    assert.equal(server.child.exitCode, null);
    await world.database.accept();
  });
});

type Calls = Record<string, { ok: number }>;
