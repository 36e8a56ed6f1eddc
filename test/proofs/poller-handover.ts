/** Who polls Telegram when the one who did cannot any more, and when somebody else polls the same bot. */
import assert from 'node:assert/strict';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { type ServerProcess, World } from '../support/world.ts';
import { type Proof, seconds } from './proof.ts';
import { countPollings, findPoller, TAKEOVER_MS } from './two-processes.ts';

/** A short long poll, so that patience with a conflict (it and 30 s) ends soon. */
export const SHORT_POLL = { POLLING_REQUEST_TIMEOUT: '1' };
/** Source: decisions.md §3: POLLING_REQUEST_TIMEOUT and 30 s. */
const CONFLICT_PATIENCE_MS = 31_000;
const CONFLICT_SLACK_MS = 10_000;

/** Kills the polling process; returns how long nobody polled. */
export async function playKilledPoller(): Promise<number> {
  await using world = await World.open();
  const servers = await Promise.all([world.startServer({ PORT: String(world.port) }), world.startServer()]);
  const poller = await findPoller(servers);
  const survivor = servers.find((server) => server !== poller);
  assert.ok(survivor);
  const anna = await Customer.create(world.client);
  await anna.start();
  assert.equal(countPollings(survivor), 0, 'the other process stands by');
  await poller.kill('SIGKILL');
  const startedAtMs = performance.now();
  await anna.say('/help');
  await eventually('the survivor polls', async () => countPollings(survivor) > 0, TAKEOVER_MS);
  const takeoverMs = performance.now() - startedAtMs;
  await anna.read(/Поддержка/);
  return takeoverMs;
}

/** Cuts the connections that hold the locks; the process polls again, and works on as if nothing had been. */
export async function playLostLock(): Promise<void> {
  await using world = await World.open();
  const server = await world.startServer();
  await findPoller([server]);
  const anna = await Customer.create(world.client);
  await anna.start();
  const cut = await world.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'atlas-secure locks' and datname = current_database()`,
  );
  assert.ok(cut.length >= 2, 'the locks of the poller and of the process itself');
  await eventually('polled again after standing by', async () => countPollings(server) === 2);
  await anna.say('/help');
  await anna.read(/Поддержка/);
  assert.equal(countConflicts(server), 0, 'the open call was given up first');
  await eventually('the process is seen by the others again', async () => isPresent(world));
  assert.equal(server.child.exitCode, null, 'the process lives');
}

/** One process is registered, and its lock is held. */
async function isPresent(world: World): Promise<boolean> {
  const rows = await world.query<{ held: boolean }>(
    `select exists (select from pg_locks l where l.locktype = 'advisory' and l.granted
       and (l.classid::bigint << 32 | l.objid::bigint) = p.lock_key) as held
     from processes p`,
  );
  return rows.length === 1 && rows[0]?.held === true;
}

/** What Telegram's answers to one update take in the drain, long enough to be stopped in the midst. */
const SLOW_ANSWER_MS = 1_500;
/** Source: decisions.md §3. */
const STOP_DEADLINE_MS = 20_000;

/** Asked to stop in the middle of an update; returns how long the orderly end took. */
export async function playDrain(): Promise<number> {
  await using world = await World.open();
  const server = await world.startServer();
  await findPoller([server]);
  const anna = await Customer.create(world.client);
  await anna.start();
  await world.client.chat('faults', { method: 'sendMessage', kind: 'delay', delayMs: SLOW_ANSWER_MS });
  await anna.say('/help');
  const isHeld = async () =>
    (await world.query('select from chat_leases where locked_by is not null')).length === 1;
  await eventually('the update is in work', isHeld);
  const startedAtMs = performance.now();
  server.child.kill('SIGTERM');
  await eventually('the process ends', async () => server.child.exitCode !== null, STOP_DEADLINE_MS);
  const stopMs = performance.now() - startedAtMs;
  assert.equal(server.child.exitCode, 0, server.log);
  const inbox = await world.query("select from inbox_updates where status <> 'done'");
  assert.equal(inbox.length, 0, 'what was begun is finished');
  assert.equal((await anna.messages()).filter(({ text }) => /Поддержка/.test(text)).length, 1);
  const held = await world.query('select from chat_leases where locked_by is not null');
  const processes = await world.query('select from processes');
  assert.deepEqual([held.length, processes.length], [0, 0], 'everything is given back');
  return stopMs;
}

/** Something outside asks for updates again and again, as a second installation would. */
function startIntruder(world: World): { stop(): Promise<void> } {
  const state = { isStopped: false };
  const done = (async () => {
    while (!state.isStopped) await world.client.bot('getUpdates', { timeout: 5 });
  })();
  return {
    async stop() {
      state.isStopped = true;
      await done;
    },
  };
}

/** A conflict that ends: the process waits for its end, takes up polling again, and has lost nothing. */
export async function playPassingConflict(conflicts: number): Promise<void> {
  await using world = await World.open();
  const server = await world.startServer(SHORT_POLL);
  await findPoller([server]);
  const anna = await Customer.create(world.client);
  const intruder = startIntruder(world);
  await eventually(
    `${conflicts} conflicts`,
    async () => countConflicts(server) >= conflicts,
    CONFLICT_PATIENCE_MS,
  );
  await anna.say('/start');
  await intruder.stop();
  await anna.press(/Русский/);
  await anna.read(/Atlas Secure/);
  assert.equal(server.child.exitCode, null, 'the process lives');
}

/** A conflict that lasts: the process ends by itself with a reason. Returns how long it was patient. */
async function playLastingConflict(): Promise<number> {
  await using world = await World.open();
  const server = await world.startServer(SHORT_POLL);
  await findPoller([server]);
  const intruder = startIntruder(world);
  try {
    await eventually('a conflict', async () => countConflicts(server) > 0);
    const startedAtMs = performance.now();
    const hasEnded = async () => server.child.exitCode !== null;
    await eventually('the process gives up', hasEnded, CONFLICT_PATIENCE_MS + CONFLICT_SLACK_MS);
    const patienceMs = performance.now() - startedAtMs;
    assert.equal(server.child.exitCode, 1);
    assert.match(server.log, /another installation polls this bot/);
    assert.ok(patienceMs > CONFLICT_PATIENCE_MS - CONFLICT_SLACK_MS, `patient for ${patienceMs} ms only`);
    return patienceMs;
  } finally {
    await intruder.stop();
  }
}

export function countConflicts(server: ServerProcess): number {
  return server.log.match(/terminated by other getUpdates/g)?.length ?? 0;
}

/** The seed decides nothing here. */
export const provePollerHandover: Proof = async () => {
  const takeovers: number[] = [];
  for (let round = 0; round < 3; round += 1) takeovers.push(await playKilledPoller());
  await playLostLock();
  const stopMs = await playDrain();
  await playPassingConflict(5);
  const patienceMs = await playLastingConflict();
  return {
    size: `${takeovers.length} killed pollers, a lost lock, a stop, a passing and a lasting conflict`,
    figures: {
      'polling taken over': takeovers.map(seconds).join(', '),
      'stopped in the midst of an update': seconds(stopMs),
      'exit 1 after a conflict of': seconds(patienceMs),
    },
  };
};
