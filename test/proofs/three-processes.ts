/** Three servers on one database; every few seconds one is killed and replaced, while customers buy without a pause. */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { type ServerProcess, World } from '../support/world.ts';
import { type Proof, seconds, seededRandom } from './proof.ts';
import { begin, buyByCrypto } from './shopping.ts';

const PROCESSES = 3;
/** Customers who buy at the same time. */
const LANES = 4;
const MAX_ACTIVE_AFTER_MS = 60_000;
const KILL_EVERY_MS = { least: 2_000, most: 5_000 };
const PROOF_MS = 10 * 60_000;
/** One after each such part of the storm. */
const BROADCASTS = 12;

export type Storm = {
  customers: number;
  kills: number;
  activeAfterMs: number;
  slots: number;
  broadcasts: number;
};

/** Goes on for `forMs`; afterwards everything must have happened once, and be active within `patienceMs`. */
export async function playStorm(forMs: number, patienceMs: number, seed: number): Promise<Storm> {
  await using world = await World.open({ node: 'simulated' });
  const servers = await startAll(world);
  await world.addNode();
  const storm = new AbortController();
  const customers: Customer[] = [];
  const killing = killNowAndThen(world, servers, { random: seededRandom(seed), signal: storm.signal });
  const telling = broadcastNowAndThen(world, forMs / BROADCASTS, storm.signal);
  const shopping = Array.from({ length: LANES }, () => shop(world, customers, storm.signal));
  await delay(forMs);
  storm.abort();
  const [kills, broadcasts] = await Promise.all([killing, telling]);
  const startedAtMs = performance.now();
  await Promise.all(shopping);
  await eventually('everything paid is active', () => isAllActive(world), patienceMs);
  const activeAfterMs = performance.now() - startedAtMs;
  await assertOnce(world, customers);
  await assertBroadcasts(world, customers);
  const [row] = await world.query<{ slots: string }>('select count(*) as slots from schedule_slots');
  return { customers: customers.length, kills, activeAfterMs, slots: Number(row?.slots), broadcasts };
}

async function startAll(world: World): Promise<ServerProcess[]> {
  const servers: ServerProcess[] = [];
  for (let index = 0; index < PROCESSES; index += 1) servers.push(await world.startServer());
  return servers;
}

async function killNowAndThen(
  world: World,
  servers: ServerProcess[],
  run: { random: () => number; signal: AbortSignal },
): Promise<number> {
  let kills = 0;
  while (!run.signal.aborted) {
    const { least, most } = KILL_EVERY_MS;
    await delay(least + run.random() * (most - least), undefined, { signal: run.signal }).catch(
      () => undefined,
    );
    if (run.signal.aborted) break;
    const index = Math.floor(run.random() * servers.length);
    const server = servers[index] ?? assert.fail();
    await server.kill('SIGKILL');
    kills += 1;
    servers[index] = await world.startServer({ PORT: new URL(server.url).port });
  }
  return kills;
}

/** One customer after another buys a month; then the end comes near, so that they are to be reminded. */
async function shop(world: World, customers: Customer[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const customer = await Customer.create(world.client);
    customers.push(customer);
    await begin(customer);
    await buyByCrypto(customer);
    await world.query(
      `update entitlements e set ends_at = now() + interval '71 hours', end_decided_at = now() - interval '20 days',
         next_message_at = now() from customers c where c.customer_id = e.customer_id and c.telegram_id = $1`,
      [customer.telegramId],
    );
  }
}

/** Every now and then one is started, to everybody there is by then. How many it were. */
async function broadcastNowAndThen(world: World, everyMs: number, signal: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    await delay(everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    count += 1;
    await world.query(
      `with b as (insert into broadcasts (broadcast_id, title, kind, segment, text_a, status, created_by, created_at,
         previewed_at, started_at) values (gen_random_uuid(), $1, 'info', 'all', 'x', 'running', 'test', now(), now(), now())
         returning broadcast_id)
       select graphile_worker.add_job('list-recipients', json_build_object('broadcastId', broadcast_id)) from b`,
      [broadcastTitle(count)],
    );
  }
  return count;
}

function broadcastTitle(number: number): string {
  return `Storm news ${number}.`;
}

/** Every recipient is accounted for, and who is said to have a message has it once. */
async function assertBroadcasts(world: World, customers: Customer[]): Promise<void> {
  const isOver = async () => {
    const [row] = await world.query<{ open: string }>(
      `select count(*) as open from broadcasts where status <> 'done'`,
    );
    return Number(row?.open) === 0;
  };
  await eventually('the broadcasts are done', isOver, 180_000);
  const rows = await world.query<{ telegram_id: string; title: string; status: string }>(
    `select c.telegram_id, b.title, r.status from broadcast_recipients r join broadcasts b using (broadcast_id)
     join customers c using (customer_id)`,
  );
  for (const customer of customers) {
    const texts = (await customer.messages()).map(({ text }) => text);
    for (const { title, status } of rows.filter((row) => Number(row.telegram_id) === customer.telegramId)) {
      const times = texts.filter((text) => text.includes(title)).length;
      assert.ok(['sent', 'unknown'].includes(status), `${title} is ${status}`);
      assert.ok(status === 'sent' ? times === 1 : times <= 1, `${title}, ${status}, came ${times} times`);
    }
  }
}

async function isAllActive(world: World): Promise<boolean> {
  const [row] = await world.query<{ waiting: string }>(
    `select (select count(*) from invoices i where i.status = 'paid' and not exists (
         select from entitlements e where e.customer_id = i.customer_id and e.status = 'active'))
       + (select count(*) from inbox_updates where status <> 'done') as waiting`,
  );
  return Number(row?.waiting) === 0;
}

/** Each customer: one charge, one grant, one word about the money, one reminder at most; every update done. */
async function assertOnce(world: World, customers: Customer[]): Promise<void> {
  await eventually(
    'reminders are sent',
    async () => {
      const [row] = await world.query<{ due: string }>(
        `select (select count(*) from entitlements where next_message_at <= now())
         + (select count(*) from graphile_worker.jobs where task_identifier = 'send-notice') as due`,
      );
      return Number(row?.due) === 0;
    },
    120_000,
  );
  const rows = await world.query<{ charges: string; grants: string }>(
    `select (select count(*) from charges h where h.customer_id = c.customer_id) as charges,
       (select count(*) from entitlement_grants g where g.customer_id = c.customer_id) as grants from customers c`,
  );
  assert.equal(rows.length, customers.length);
  for (const { charges, grants } of rows) assert.deepEqual([Number(charges), Number(grants)], [1, 1]);
  for (const customer of customers) {
    const texts = (await customer.messages()).map(({ text }) => text);
    const count = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;
    assert.ok(count(/Оплата 149 ₽ получена/) <= 1, 'the word about the money came twice');
    assert.ok(count(/Подписка действует до/) <= 1, 'the reminder came twice');
    assert.ok(count(/Доступ готов/) >= 1, 'the key never came');
  }
}

export const proveThreeProcesses: Proof = async ({ seed }) => {
  const storm = await playStorm(PROOF_MS, MAX_ACTIVE_AFTER_MS, seed);
  return {
    size: `${PROCESSES} processes, ${storm.kills} kills in ${PROOF_MS / 60_000} minutes, ${storm.customers} customers`,
    figures: {
      lost: '0',
      'told twice': '0',
      broadcasts: String(storm.broadcasts),
      'all active after the last kill': seconds(storm.activeAfterMs),
      'slots in the last hour, each once': String(storm.slots),
    },
  };
};
