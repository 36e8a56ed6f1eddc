/**
 * One broadcast to many, sent by two processes while Telegram limits, fails, hangs and cuts connections, and while
 * processes are killed: every recipient is accounted for, nobody is served twice, and the limits hold at Telegram.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BroadcastView } from '../../src/usecases/broadcasts/view-broadcast.ts';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { type ServerProcess, World } from '../support/world.ts';
import { countInbox } from './crowd.ts';
import { type Proof, type ProofRun, seconds, seededRandom } from './proof.ts';

/** What Telegram takes from one bot within a second. Source: payments.md §2.3. */
const PER_SECOND = 30;
/** Source: Must show. */
const MIN_RATE = 28;
const FIRST_ID = 5_000_000_000;
const TITLE = 'News of the day';
/** Every so many customers one has blocked the bot. */
const BLOCKED_EVERY = 97;

export type BroadcastRun = {
  recipients: number;
  sent: number;
  failed: number;
  unknown: number;
  inFlightAtKills: number;
  /** Planned troubles after which nobody can know whether the message arrived. */
  unknowable: number;
  busiestSecond: number;
  /** Messages a second while nothing was wrong. */
  rate: number;
  slowestAnswerMs: number;
  tookMs: number;
};

/** `troubles`: how many of each kind are planned; a kill comes after each third of them. */
export async function playBroadcast(
  { seed }: ProofRun,
  size: { recipients: number; troubles: number; kills: number },
): Promise<BroadcastRun> {
  await using world = await World.open({
    sandbox: { openChats: true, chatLimits: { burst: 5, perSecond: 1, allPerSecond: PER_SECOND } },
  });
  let servers = [await world.startServer(), await world.startServer()];
  await insertCustomers(world, size.recipients);
  await blockSome(world, size.recipients);
  const broadcastId = await prepare(world);
  const startedAtMs = performance.now();
  await steer(world, broadcastId, 'start');
  const stopping = new AbortController();
  const answers = watchAnswers(world, stopping.signal);
  const rate = await measureRate(world, broadcastId, size.recipients / 3);
  let inFlightAtKills = 0;
  const random = seededRandom(seed);
  let unknowable = 0;
  for (let kill = 0; kill < size.kills; kill += 1) {
    unknowable += await plan(world, Math.ceil(size.troubles / size.kills), random);
    await untilDone(world, broadcastId, size.recipients * (1 / 3 + ((kill + 1) / (size.kills + 1)) * 0.6));
    const killed = await killOne(world, servers);
    inFlightAtKills += killed.inFlight;
    servers = killed.servers;
  }
  const isOver = async () => (await view(world, broadcastId)).broadcast.status === 'done';
  await eventually('the broadcast is done', isOver, 900_000);
  const tookMs = performance.now() - startedAtMs;
  stopping.abort();
  const slowestAnswerMs = await answers;
  const { sent, failed, unknown } = await assertAccounts(world, { broadcastId, ...size });
  assert.ok(
    unknown <= inFlightAtKills + unknowable,
    `${unknown} unknown of ${inFlightAtKills}+${unknowable}`,
  );
  const { busiestSecond } = await world.client.chat<{ busiestSecond: number }>(`transcript?chatId=1`);
  const { recipients } = size;
  return {
    ...{ recipients, sent, failed, unknown, inFlightAtKills, unknowable, busiestSecond },
    ...{ rate, slowestAnswerMs, tookMs },
  };
}

async function insertCustomers(world: World, count: number): Promise<void> {
  await world.query(
    `insert into customers (customer_id, telegram_id, first_name, locale, created_at)
     select md5(i::text)::uuid, ${FIRST_ID} + i, 'Anna', 'en', now() from generate_series(1, ${count}) i`,
  );
}

async function blockSome(world: World, count: number): Promise<void> {
  for (let index = BLOCKED_EVERY; index <= count; index += BLOCKED_EVERY) {
    await world.client.chat('block', { chatId: FIRST_ID + index, isBlocked: true });
  }
}

function hasBlocked(telegramId: number): boolean {
  return (telegramId - FIRST_ID) % BLOCKED_EVERY === 0;
}

/** Writes the broadcast and waits for its preview, as an operator does. */
async function prepare(world: World): Promise<string> {
  const file = join(world.dir, 'text.html');
  writeFileSync(file, 'Everything is <b>faster</b> now.');
  const made = await world.cli([
    ...['broadcast', 'create', '--title', TITLE, '--text-file', file],
    ...['--button', 'Plans=plans', '--json'],
  ]);
  assert.equal(made.code, 0, made.stderr);
  const { broadcastId } = (JSON.parse(made.stdout) as { data: { broadcastId: string } }).data;
  const isShown = async () => (await view(world, broadcastId)).broadcast.previewedAt !== null;
  await eventually('the preview has arrived', isShown, 60_000);
  return broadcastId;
}

async function steer(world: World, broadcastId: string, steering: string): Promise<void> {
  const steered = await world.cli(['broadcast', steering, broadcastId]);
  assert.equal(steered.code, 0, steered.stderr);
}

/** As `atlas broadcast show` says it, read without a process of its own. */
async function view(
  world: World,
  broadcastId: string,
): Promise<{ broadcast: { status: string; previewedAt: Date | null }; done: number }> {
  const [row] = await world.query<{ status: string; previewed_at: Date | null; done: string }>(
    `select status, previewed_at, (select count(*) from broadcast_recipients r where r.broadcast_id = b.broadcast_id
       and r.finished_at is not null) as done from broadcasts b where broadcast_id = $1`,
    [broadcastId],
  );
  assert.ok(row);
  return {
    broadcast: { status: row.status, previewedAt: row.previewed_at },
    done: Number(row.done),
  };
}

async function untilDone(world: World, broadcastId: string, count: number): Promise<number> {
  return eventually(
    `${Math.floor(count)} recipients are done`,
    async () => {
      const { done } = await view(world, broadcastId);
      if (done < count) await delay(100);
      return done >= count ? done : undefined;
    },
    900_000,
  );
}

/** Without any trouble: from the tenth part of `count` on, messages a second. */
async function measureRate(world: World, broadcastId: string, count: number): Promise<number> {
  const first = await untilDone(world, broadcastId, count / 10);
  const fromMs = performance.now();
  const last = await untilDone(world, broadcastId, count);
  return (last - first) / ((performance.now() - fromMs) / 1000);
}

/** Troubles in a random order, a few a second; how many of them leave the outcome unknown. */
async function plan(world: World, count: number, random: () => number): Promise<number> {
  let unknowable = 0;
  for (let index = 0; index < count; index += 1) {
    const trouble = TROUBLES[Math.floor(random() * TROUBLES.length)];
    assert.ok(trouble);
    const { isKnowable, ...fault } = trouble;
    await world.client.chat('faults', { method: 'sendMessage', ...fault });
    if (!isKnowable) unknowable += 1;
    await delay(TROUBLE_EVERY_MS);
  }
  return unknowable;
}

const TROUBLE_EVERY_MS = 250;
const TROUBLES = [
  { kind: 'status', status: 429, retryAfterSeconds: 1, isKnowable: true },
  { kind: 'status', status: 500, isKnowable: false },
  { kind: 'status', status: 502, when: 'after', isKnowable: false },
  { kind: 'close', isKnowable: false },
  { kind: 'close', when: 'after', isKnowable: false },
  { kind: 'delay', delayMs: 20_000, isKnowable: false },
];

/** Kills a process in the midst of sending and starts another. */
async function killOne(
  world: World,
  servers: ServerProcess[],
): Promise<{ servers: ServerProcess[]; inFlight: number }> {
  const [victim, ...others] = servers;
  assert.ok(victim);
  await victim.kill('SIGKILL');
  const [row] = await world.query<{ count: string }>(
    `select count(*) from broadcast_recipients where status = 'sending' and worker_id like '%-' || $1 || '-%'`,
    [victim.child.pid],
  );
  return { servers: [...others, await world.startServer()], inFlight: Number(row?.count) };
}

/** Somebody taps now and then: an answer goes before a broadcast. Resolves with the slowest one. */
async function watchAnswers(world: World, signal: AbortSignal): Promise<number> {
  const customer = await Customer.create(world.client);
  await customer.start('en');
  const newest = async () => (await customer.messages()).at(-1)?.messageId;
  let slowestMs = 0;
  while (!signal.aborted) {
    const seen = await newest();
    const saidAtMs = performance.now();
    await customer.say('/help');
    const isAnswered = async () => (await newest()) !== seen;
    await eventually('a tap is answered', isAnswered, 60_000).catch(async (cause: unknown) => {
      throw new Error(`unanswered; the inbox: ${JSON.stringify(await countInbox(world))}`, { cause });
    });
    slowestMs = Math.max(slowestMs, performance.now() - saidAtMs);
    await delay(4_000, undefined, { signal }).catch(() => undefined);
  }
  return slowestMs;
}

/** Every row against what Telegram has delivered. */
async function assertAccounts(
  world: World,
  run: { broadcastId: string; recipients: number },
): Promise<{ sent: number; failed: number; unknown: number }> {
  const shown = await world.cli(['broadcast', 'show', run.broadcastId, '--json']);
  const { progress } = (JSON.parse(shown.stdout) as { data: BroadcastView }).data;
  const rows = await world.query<{ telegram_id: string; status: string }>(
    `select telegram_id, status from broadcast_recipients join customers using (customer_id)
     where broadcast_id = $1 and telegram_id > ${FIRST_ID}`,
    [run.broadcastId],
  );
  assert.equal(rows.length, run.recipients);
  const { messages } = await world.client.chat<{ messages: { chatId: number; text: string }[] }>(
    'transcript',
  );
  const served = new Map<number, number>();
  for (const { chatId, text } of messages) {
    if (text.includes(TITLE)) served.set(chatId, (served.get(chatId) ?? 0) + 1);
  }
  const counts: Record<string, number> = { sent: 0, failed: 0, unknown: 0 };
  for (const { telegram_id, status } of rows) {
    const times = served.get(Number(telegram_id)) ?? 0;
    assert.ok(times <= 1, `${telegram_id} was served ${times} times`);
    if (status === 'sent') assert.equal(times, 1, `${telegram_id} is said to be served`);
    if (status === 'failed') assert.ok(hasBlocked(Number(telegram_id)), `${telegram_id} was not served`);
    if (hasBlocked(Number(telegram_id))) assert.notEqual(status, 'sent');
    assert.ok(status in counts, `${telegram_id} is ${status}`);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  assert.equal(progress.waiting, 0);
  assert.ok(progress.sent >= (counts.sent ?? 0));
  return { sent: counts.sent ?? 0, failed: counts.failed ?? 0, unknown: counts.unknown ?? 0 };
}

const RECIPIENTS = 20_000;

export const proveBroadcast: Proof = async (run) => {
  const result = await playBroadcast(run, { recipients: RECIPIENTS, troubles: 60, kills: 2 });
  assert.ok(result.rate >= MIN_RATE, `${result.rate.toFixed(1)} messages a second`);
  return {
    size: `${result.recipients} recipients, two processes, 2 kills, 60 troubles`,
    figures: {
      sent: String(result.sent),
      failed: `${result.failed} (have blocked the bot)`,
      unknown: `${result.unknown} (${result.inFlightAtKills} in flight at the kills, ${result.unknowable} troubles that leave it open)`,
      'served twice': '0',
      'a second, undisturbed': result.rate.toFixed(2),
      'busiest second at Telegram': `${result.busiestSecond} of ${PER_SECOND}`,
      'slowest answer to a tap meanwhile': seconds(result.slowestAnswerMs),
      'the whole broadcast': seconds(result.tookMs),
    },
  };
};
