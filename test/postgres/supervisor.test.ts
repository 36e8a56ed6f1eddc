import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Postmaster, PostmasterExit } from '../../src/lib/embedded-postgres/postmaster.ts';
import { type EmbeddedPostgresEvents, supervise } from '../../src/lib/embedded-postgres/supervisor.ts';
import { Fault } from '../../src/lib/fault.ts';
import { createLogger } from '../../src/lib/logger.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const death: PostmasterExit = { code: 1, signal: null };

function deadPostmaster(pid: number): Postmaster {
  return { pid, exited: Promise.resolve(death), stop: () => Promise.resolve(), unref: () => undefined };
}

/** Supervises until it gives up; every event in order. */
async function eventsOf(start: () => Promise<Postmaster>): Promise<unknown[]> {
  const events = new EventEmitter<EmbeddedPostgresEvents>();
  const seen: unknown[] = [];
  events.on('crashed', (exit) => seen.push(isDeepStrictEqual(exit, death) ? 'crashed' : exit));
  events.on('restarted', (pid) => seen.push(pid));
  const gone = new Promise<Fault>((resolve) => {
    events.once('gone', resolve);
  });
  const supervisor = supervise({ first: deadPostmaster(1), start, events, logger, backOffMs: [0, 0, 0] });
  seen.push((await gone).code);
  await supervisor.stop();
  return seen;
}

test('a server that cannot start any more is given up after a bounded number of tries', async () => {
  let tries = 0;
  const events = await eventsOf(() => {
    tries += 1;
    return Promise.reject(new Fault('no-luck', 'no luck', { isRetryable: true }));
  });
  assert.deepEqual(events, ['crashed', 'no-luck']);
  assert.equal(tries, 3);
});

test('a server that starts and dies over and over is given up as well', async () => {
  let pid = 1;
  const events = await eventsOf(() => {
    pid += 1;
    return Promise.resolve(deadPostmaster(pid));
  });
  const expected = ['crashed', 2, 'crashed', 3, 'crashed', 4, 'crashed', 'embedded-postgres-failed'];
  assert.deepEqual(events, expected);
});
