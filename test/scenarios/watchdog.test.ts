import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../support/core.ts';
import { World } from '../support/world.ts';

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
    assert.equal(server.child.signalCode, null, 'a quiet bot is no dead bot');
    const silence = { api: 'telegram', kind: 'close', when: 'before', count: 100_000 };
    await world.client.chat('faults', silence);
    await server.ended;
    assert.equal(server.child.signalCode, 'SIGKILL');
    assert.match(server.log, /Telegram has not answered for too long/);
  });
});
