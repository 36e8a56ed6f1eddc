/**
 * Everybody is exported while customers tap: the process that does it grows by little, the others hardly notice, and
 * nobody is missing in the document. The command does the same for a file.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatEvent } from '../../src/sandbox/contract/chat.ts';
import { middleRound, type Round } from '../bench/figures.ts';
import { sendAtRate } from '../bench/load.ts';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { exportsDirOf, readDocuments } from '../support/exports/documents.ts';
import { openRequests } from '../support/exports/export-requests.ts';
import { startFlags } from '../support/exports/start-flags.ts';
import { spawnOperator, World } from '../support/world.ts';
import { inLanes, type Proof, seconds, seededRandom, shuffled } from './proof.ts';

/** Source: Must show. */
const MAX_GROWTH_MB = 50;
const MAX_RATIO = 2;
const FIRST_ID = 5_000_000_000;
/** Taps a second, by so many people that nobody taps faster than people do. */
const TAPS_PER_SECOND = 20;
const TAPPING = 60;
const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 30_000;

export type ExportRun = {
  customers: number;
  taps: number;
  quietP99Ms: number;
  busyP99Ms: number;
  /** Of the server, over what it had at its most while the same taps were all that it did. */
  growthMb: number;
  exports: number;
  exportMs: number;
  documentMb: number;
  commandMs: number;
  commandGrowthMb: number;
};

/**
 * In each round taps are measured for `tapSeconds` without an export, and then as long while one is made after another.
 * The round in the middle counts: what else the machine does decides nothing.
 */
export async function playExport(
  { seed }: { seed: number },
  size: { customers: number; tapSeconds: number; rounds: number },
): Promise<ExportRun> {
  await using world = await World.open();
  await world.client.chat('limits', { burst: 100_000, perSecond: 100_000 });
  const admin = await Customer.create(world.client);
  const env = { ADMIN_TELEGRAM_ID: String(admin.telegramId), NODE_OPTIONS: startFlags() };
  const server = await world.startServer({ ...world.webhookEnv(), ...env });
  await admin.start();
  await insertCustomers(world, size.customers);
  await using crowd = await gather(world, seed);
  const load = { perSecond: TAPS_PER_SECOND, seconds: size.tapSeconds };
  await sendAtRate(crowd.tap, { ...load, seconds: Math.min(5, size.tapSeconds) });

  await using requests = openRequests(world, admin.telegramId);
  const [quiet, busy]: [Round[], Round[]] = [[], []];
  const made = { exports: 0, exportMs: 0, documentMb: 0 };
  const memory = watchMemory(Number(server.child.pid));
  for (let round = 0; round < size.rounds; round += 1) {
    quiet.push(await sendAtRate(crowd.tap, load));
    // What the same taps take alone is not the export's.
    if (round === 0) memory.begin();
    const exporting = exportUntilStopped(crowd, () => requests.ask('customers'));
    busy.push(await sendAtRate(crowd.tap, load));
    const { exports, exportMs } = await exporting.stop();
    // At once: the emulator keeps some of them only.
    made.documentMb = await assertDocuments(world, admin, { ...size, exports, before: made.exports });
    made.exports += exports;
    made.exportMs = Math.max(made.exportMs, exportMs);
  }
  const growthMb = memory.stop();

  const command = await runCommand(world, size.customers);
  return {
    ...{ customers: size.customers, taps: load.perSecond * load.seconds * size.rounds },
    ...{ quietP99Ms: middleRound(quiet, 'p99').times.p99, busyP99Ms: middleRound(busy, 'p99').times.p99 },
    ...{ ...made, growthMb, ...command },
  };
}

/** Every tenth has a name that would be a formula, or that has to be quoted; together they are too large unpacked. */
async function insertCustomers(world: World, count: number): Promise<void> {
  await world.query(
    `insert into customers (customer_id, telegram_id, first_name, username, locale, created_at)
     select uuidv7(), ${FIRST_ID} + i, case i % 20 when 0 then '=1+1' when 10 then E'"Anna,\\nAnna"' else 'Анна' end,
       'anna_from_the_north_' || i, 'ru', timestamptz '2026-01-01' + i * interval '1 second' from generate_series(1, ${count}) i`,
  );
  await world.query('analyze customers');
}

type Crowd = {
  tap: (index: number) => Promise<void>;
  /** Documents that anybody has got so far. */
  readonly documents: number;
  [Symbol.asyncDispose](): Promise<void>;
};

/** People on the main menu; a tap of one of them is over when the screen that it asks for is there. */
async function gather(world: World, seed: number): Promise<Crowd> {
  const screens = new Map<number, () => void>();
  let documents = 0;
  const stopping = new AbortController();
  const answer = await fetch(`${world.client.base}/chat/events`, { signal: stopping.signal });
  const reading = readEvents(answer, (event) => {
    if (event.type === 'message' && event.message.document) documents += 1;
    if (event.type === 'message-edited') screens.get(event.message.chatId)?.();
  }).catch(() => undefined);
  const people = await inLanes(Array.from({ length: TAPPING }), 10, async () => {
    const customer = await Customer.create(world.client);
    await customer.start();
    const { messageId } = await customer.read(/Atlas Secure/);
    return { customer, messageId, next: 'plans' as 'plans' | 'menu' };
  });
  const order = shuffled(people, seededRandom(seed));
  return {
    get documents() {
      return documents;
    },
    async tap(index) {
      const person = order[index % order.length];
      assert.ok(person);
      const { customer, messageId, next } = person;
      person.next = next === 'plans' ? 'menu' : 'plans';
      const shown = Promise.withResolvers<void>();
      screens.set(customer.telegramId, shown.resolve);
      await customer.tap(messageId, next);
      await within(PATIENCE_MS, shown.promise);
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await reading;
    },
  };
}

async function within(ms: number, shown: Promise<void>): Promise<void> {
  const late = new AbortController();
  const deadline = delay(ms, undefined, { signal: late.signal }).then(() =>
    assert.fail('a tap was not answered'),
  );
  await Promise.race([shown, deadline]).finally(() => late.abort());
}

async function readEvents(answer: Response, see: (event: ChatEvent) => void): Promise<void> {
  assert.ok(answer.body);
  let text = '';
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + piece).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith('data: ')) see(JSON.parse(block.slice('data: '.length)) as ChatEvent);
    }
  }
}

type Exporting = { stop(): Promise<{ exports: number; exportMs: number }> };

/** One export after another; `stop` waits for the one that is being made. */
function exportUntilStopped(crowd: Crowd, ask: () => Promise<void>): Exporting {
  let isStopped = false;
  const work = async () => {
    let exports = 0;
    const before = crowd.documents;
    const startedAtMs = performance.now();
    while (!isStopped) {
      await ask();
      exports += 1;
      while (crowd.documents < before + exports) await delay(LOOK_EVERY_MS);
    }
    return { exports, exportMs: (performance.now() - startedAtMs) / exports };
  };
  const working = work();
  return {
    stop: () => {
      isStopped = true;
      return working;
    },
  };
}

/**
 * `stop`: how much more memory the process had at its most than at the beginning; `begin` makes the most until now the
 * beginning.
 */
function watchMemory(pid: number): { begin(): void; stop(): number } {
  let atFirst = residentMb(pid);
  let most = atFirst;
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, LOOK_EVERY_MS);
  return {
    begin() {
      atFirst = most;
    },
    stop() {
      clearInterval(timer);
      return most - atFirst;
    },
  };
}

/** The physical memory of a process; 0 when it has ended. Source: man 5 proc_pid_status, VmRSS. */
function residentMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Everybody is in each document, once; how large one is on its way. */
async function assertDocuments(
  world: World,
  admin: Customer,
  expected: { customers: number; exports: number; before: number },
): Promise<number> {
  const documents = await readDocuments(world, admin.telegramId, expected.before);
  assert.equal(documents.length, expected.exports);
  for (const { text } of documents) assertEverybody(text, expected.customers);
  assert.deepEqual(readdirSync(exportsDirOf(world)), [], 'files are left');
  return Math.max(...documents.map(({ sizeBytes }) => sizeBytes)) / 1e6;
}

function assertEverybody(text: string, customers: number): void {
  const isThere = new Uint8Array(customers + 1);
  let count = 0;
  for (const [, id] of text.matchAll(/^[0-9a-f-]{36},(\d+),/gm)) {
    const number = Number(id) - FIRST_ID;
    if (number < 1 || number > customers) continue;
    assert.equal(isThere[number], 0, `customer ${number} is there twice`);
    isThere[number] = 1;
    count += 1;
  }
  assert.equal(count, customers, 'somebody is missing');
  assert.doesNotMatch(text, /^[^,\n]*,\d+,=/m, 'a name is a formula');
}

/** The same by the command; from its first row on it must not grow. */
async function runCommand(
  world: World,
  customers: number,
): Promise<{ commandMs: number; commandGrowthMb: number }> {
  const file = join(world.dir, 'customers.csv');
  const startedAtMs = performance.now();
  const env = world.env({ NODE_OPTIONS: startFlags() });
  const running = spawnOperator(['export', 'customers', '--out', file], env, world.dir);
  await eventually('the first rows are written', async () =>
    readdirSync(world.dir).includes('customers.csv.part'),
  );
  const memory = watchMemory(Number(running.child.pid));
  assert.equal(await running.ended, 0, running.log);
  const commandGrowthMb = memory.stop();
  assertEverybody(readFileSync(file, 'utf8'), customers);
  return { commandMs: performance.now() - startedAtMs, commandGrowthMb };
}

const CUSTOMERS = 500_000;
const [ROUNDS, TAP_SECONDS] = [3, 30];

export const proveExport: Proof = async (run) => {
  const played = await playExport(run, { customers: CUSTOMERS, tapSeconds: TAP_SECONDS, rounds: ROUNDS });
  const { quietP99Ms, busyP99Ms, growthMb, commandGrowthMb } = played;
  const figures = {
    'p99 of taps without an export': `${quietP99Ms.toFixed(1)} ms`,
    'with one, always': `${busyP99Ms.toFixed(1)} ms (${(busyP99Ms / quietP99Ms).toFixed(2)} times)`,
    'memory of the server': `+${growthMb.toFixed(1)} MB`,
    'memory of the command': `+${commandGrowthMb.toFixed(1)} MB`,
    exports: `${played.exports}, up to ${seconds(played.exportMs)} each, ${played.documentMb.toFixed(1)} MB`,
    'the command': seconds(played.commandMs),
    'missing or twice': '0',
    'files left': '0',
  };
  const told = JSON.stringify(figures);
  assert.ok(busyP99Ms <= MAX_RATIO * quietP99Ms, told);
  assert.ok(growthMb <= MAX_GROWTH_MB && commandGrowthMb <= MAX_GROWTH_MB, told);
  return { size: `${CUSTOMERS} customers, ${played.taps} taps without and as many with an export`, figures };
};
