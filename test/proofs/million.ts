/**
 * A million subscriptions, a thousand of which are due in every way there is: each pass of the timetable within a
 * second, by indexes, and for little more than it costs among ten thousand.
 */
import assert from 'node:assert/strict';
import pg from 'pg';
import { closeOverdue } from '../../src/usecases/access/close-overdue.ts';
import { forgetOld } from '../../src/usecases/life-cycle/forget-old.ts';
import { planMessages } from '../../src/usecases/life-cycle/plan-messages.ts';
import { promiseRenewals } from '../../src/usecases/life-cycle/renew-due.ts';
import { viewStuck } from '../../src/usecases/life-cycle/report-stuck.ts';
import { retryActivations } from '../../src/usecases/life-cycle/retry-activations.ts';
import type { Shop } from '../../src/usecases/shop.ts';
import { resetTraffic } from '../../src/usecases/traffic/reset-traffic.ts';
import { openTestShop, type TestShop } from '../support/shop.ts';
import { type Proof, seconds } from './proof.ts';

const [MANY, FEW] = [1_000_000, 10_000];
const DUE = 1_000;
const HOUR_MS = 3_600_000;
/** Source: Must show of the life cycle. */
const MAX_PASS_MS = 1_000;
const MAX_RATIO = 1.5;
/** A ratio of two numbers of a few milliseconds says nothing. */
const NOISE_MS = 30;

/**
 * Subscription i of `count`: the first thousand are due for a message, the next thousand have ended, the next renew
 * themselves soon, the next wait for a node, the next have a month of traffic behind them; the others are due later.
 */
const fillShop = (count: number) => [
  `create temp table n as select i, gen_random_uuid() as id, (i - 1) / ${DUE} as kind from generate_series(1, ${count}) i`,
  `insert into customers (customer_id, telegram_id, first_name, created_at) select id, i, 'Anna', $1 from n`,
  'insert into wallets (customer_id) select id from n',
  `insert into entitlements (entitlement_id, customer_id, plan, status, starts_at, ends_at, end_decided_at,
     next_message_at, renews_itself, next_activation_at)
   select id, id, 'basic', case when kind = 3 then 'provisioning' else 'active' end, $1::timestamptz - interval '20 days',
     case kind when 1 then $1::timestamptz - i * interval '1 second' when 2 then $1::timestamptz + interval '1 hour' + i * interval '1 second'
       when 0 then $1::timestamptz + interval '70 hours' else $1::timestamptz + interval '10 days' + i * interval '1 second' end,
     $1::timestamptz - interval '20 days',
     case kind when 0 then $1::timestamptz - interval '1 minute' when 1 then null
       else $1::timestamptz + interval '7 days' + i * interval '1 second' end,
     kind = 2, case when kind = 3 then $1::timestamptz - interval '1 minute' end
   from n`,
  `insert into entitlement_grants (grant_id, customer_id, entitlement_id, source, plan, starts_at, ends_at, granted_at)
   select id, id, id, 'operator', 'basic', $1::timestamptz - interval '20 days', $1::timestamptz + interval '10 days',
     $1::timestamptz - interval '20 days' from n`,
  `insert into entitlement_traffic (entitlement_id, customer_id, used_bytes, period_started_at, limit_bytes, reset_rule,
     anchored_at, resets_at)
   select id, id, 5, $1::timestamptz - interval '40 days', 10, 'monthly', $1::timestamptz - interval '40 days',
     case when kind = 4 then $1::timestamptz - interval '1 minute' else $1::timestamptz + i * interval '1 second' end from n`,
  'analyze',
];

const PASSES: Record<string, (shop: Shop) => Promise<unknown>> = {
  'messages planned': async (shop) => assert.equal(await planMessages(shop), DUE),
  'ended ones closed': async (shop) => assert.equal(await closeOverdue(shop), DUE),
  'renewals promised': async (shop) => assert.equal(await promiseRenewals(shop, 6 * HOUR_MS), DUE),
  'activations tried': async (shop) => assert.equal(await retryActivations(shop), DUE),
  'traffic begun anew': async (shop) => assert.equal(await resetTraffic(shop), DUE),
  'stuck ones listed': async (shop) => assert.equal((await viewStuck(shop, 5)).length, 5),
  'old things looked for': (shop) => forgetOld(shop),
};

export const proveMillion: Proof = async () => {
  const few = await measure(FEW);
  const many = await measure(MANY);
  const figures = Object.fromEntries(
    Object.keys(PASSES).map((name) => {
      const [fewMs = 0, manyMs = 0] = [few.get(name), many.get(name)];
      assert.ok(manyMs <= MAX_PASS_MS, `${name}: ${seconds(manyMs)} among a million`);
      const ratio = (manyMs + NOISE_MS) / (fewMs + NOISE_MS);
      assert.ok(ratio <= MAX_RATIO, `${name}: ${ratio.toFixed(2)} times what it costs among ten thousand`);
      return [name, `${seconds(manyMs)}, ${seconds(fewMs)} among ${FEW}`];
    }),
  );
  return { size: `${MANY} subscriptions, ${DUE} due for each pass`, figures };
};

async function measure(count: number): Promise<Map<string, number>> {
  await using shop = await openTestShop();
  await fill(shop, count);
  const took = new Map<string, number>();
  for (const [name, pass] of Object.entries(PASSES)) {
    const startedAtMs = performance.now();
    await pass(shop);
    took.set(name, performance.now() - startedAtMs);
  }
  return took;
}

async function fill(shop: TestShop, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  try {
    const at = `'${shop.clock.now().toISOString()}'`;
    for (const text of fillShop(count)) await client.query(text.replaceAll('$1', at));
  } finally {
    await client.end();
  }
}
