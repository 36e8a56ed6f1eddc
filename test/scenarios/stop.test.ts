/** SIGTERM: what is in work is ended, what is not is left to others, and nothing is lost. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { assertCrowd, gatherCrowd, UPDATES_PER_CHAT, unleash, untilDone } from '../proofs/crowd.ts';
import { eventually } from '../support/core.ts';
import { World } from '../support/world.ts';

/** Source: decisions.md §3. */
const STOP_MS = 20_000;

describe('a stop', () => {
  it('in the midst of a crowd exits 0 in time, and the next process loses and repeats nothing', async () => {
    await using world = await World.open();
    const first = await world.startServer();
    const guests = await gatherCrowd(world, 20);
    const acted = unleash(guests);
    await untilDone(world, (guests.length * UPDATES_PER_CHAT) / 3);
    const askedAtMs = performance.now();
    await first.kill('SIGTERM');
    const tookMs = performance.now() - askedAtMs;
    assert.equal(await first.ended, 0, first.log);
    assert.ok(tookMs < STOP_MS, `${tookMs} ms`);
    await world.startServer();
    await acted;
    await untilDone(world, guests.length * UPDATES_PER_CHAT);
    await assertCrowd(world, guests, { mayRepeat: 0, order: 'per chat' });
  });

  it('that waits for a request is cut short by a second signal', async () => {
    await using world = await World.open();
    const server = await world.startServer();
    const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
    slow.on('error', () => undefined);
    slow.write('POST /webhooks/cryptobot HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    server.child.kill('SIGTERM');
    await eventually('it stops', async () => server.log.includes('"stopping"'));
    const askedAtMs = performance.now();
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 1);
    assert.ok(performance.now() - askedAtMs < 5_000);
    slow.destroy();
  });
});
