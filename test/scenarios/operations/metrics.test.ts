/** What `/metrics` says of the promises, read as a scraper reads it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { readMetrics } from './scrape.ts';

describe('a scrape of /metrics', () => {
  let world: World;
  let base: string;
  const scrape = () => readMetrics(base);

  before(async () => {
    world = await World.open({ node: 'simulated' });
    base = (await world.startServer()).url;
    await world.addNode();
  });
  after(() => world[Symbol.asyncDispose]());

  it('has every series that can be named beforehand, with zero, before anything has happened', async () => {
    const seen = await scrape();
    for (const series of [
      'atlas_renewals_total{outcome="renewed"}',
      'atlas_updates_total{status="parked"}',
      'atlas_provider_calls_total{provider="cryptobot",outcome="failed"}',
      'atlas_provider_webhooks_total{provider="cryptobot",result="bad-signature"}',
      'atlas_bot_api_calls_total{outcome="limited"}',
      'atlas_jobs_total{job="settle-event",outcome="failed"}',
      'atlas_schedule_slots_total{outcome="skipped"}',
      'atlas_service_seconds_total{state="unavailable"}',
      'atlas_operator_tasks_open{kind="suspended-charge"}',
      'atlas_suspense_kopecks',
      'atlas_paid_not_active_seconds',
    ]) {
      assert.equal(seen.get(series), 0, series);
    }
    assert.equal(seen.get('atlas_books_ok'), 1);
    assert.equal(seen.get('atlas_database_up'), 1);
    assert.ok((seen.get('nodejs_eventloop_lag_p99_seconds') ?? -1) >= 0);
  });

  it('shows a purchase: calls, work, and a customer who is served', async () => {
    const anna = await Customer.create(world.client);
    await buy(anna);
    await anna.readKey();
    const seen = await eventually('the node is looked at', async () => {
      const now = await scrape();
      return (now.get('atlas_node_drift_seconds{node="test"}') ?? Infinity) < 15 && now;
    });
    assert.ok((seen.get('atlas_updates_total{status="done"}') ?? 0) >= 5);
    assert.ok((seen.get('atlas_provider_calls_total{provider="cryptobot",outcome="ok"}') ?? 0) >= 1);
    assert.equal(seen.get('atlas_provider_webhooks_total{provider="cryptobot",result="stored"}'), 1);
    assert.ok((seen.get('atlas_bot_api_calls_total{outcome="ok"}') ?? 0) > 5);
    assert.ok((seen.get('atlas_jobs_total{job="settle-event",outcome="done"}') ?? 0) >= 1);
    assert.ok((seen.get('atlas_node_calls_total{outcome="ok"}') ?? 0) >= 1);
    assert.ok((seen.get('atlas_database_statement_seconds_count') ?? 0) > 50);
    assert.ok((seen.get('atlas_service_seconds_total{state="ok"}') ?? -1) >= 0);
    assert.equal(seen.get('atlas_paid_not_active'), 0);
  });

  it('shows who has paid and is not served, for as long as that lasts', async () => {
    await world.node?.kill();
    await buy(await Customer.create(world.client, 'Boris'));
    const stuck = await eventually('a stuck activation shows', async () => {
      const seen = await scrape();
      return (seen.get('atlas_paid_not_active_seconds') ?? 0) > 1 && seen;
    });
    assert.equal(stuck.get('atlas_paid_not_active'), 1);
    await eventually('the node drifts', async () => {
      const drift = (await scrape()).get('atlas_node_drift_seconds{node="test"}') ?? 0;
      return drift > (stuck.get('atlas_node_drift_seconds{node="test"}') ?? 0);
    });
    assert.ok(((await scrape()).get('atlas_node_calls_total{outcome="failed"}') ?? 0) >= 1);
  });

  it('shows money that is nobody’s, and work that is late', async () => {
    await world.query(
      `insert into charges (charge_id, provider, provider_charge_id, customer_id, amount_kopecks, provider_amount,
         provider_currency, disposition, reason, charged_at, recorded_at)
       values ('00000000-0000-4000-8000-000000000001', 'cryptobot', 'lost', null, 12345, '123.45', 'RUB', 'suspense',
         'unknown-invoice', now(), now())`,
    );
    await world.query(
      `insert into operator_tasks (task_id, kind, subject, details, status, created_at)
       values (gen_random_uuid(), 'suspended-charge', '00000000-0000-4000-8000-000000000001', '{}', 'open', now())`,
    );
    await world.query(
      `insert into inbox_updates (bot_id, update_id, chat_key, body, status, received_at, next_attempt_at)
       values (1, 1, 1, '{}', 'pending', now() - interval '1 minute', now() + interval '1 hour')`,
    );
    await eventually('it shows', async () => {
      const seen = await scrape();
      return (
        seen.get('atlas_suspense_kopecks') === 12_345 &&
        seen.get('atlas_operator_tasks_open{kind="suspended-charge"}') === 1 &&
        (seen.get('atlas_inbox_oldest_seconds') ?? 0) >= 60
      );
    });
  });
});

/** Buys a month and pays; whether the key arrives is another matter. */
async function buy(customer: Customer): Promise<void> {
  await customer.start();
  await customer.press(/Купить/);
  await customer.press(/Basic/);
  await customer.press(/1 месяц — 149/);
  await customer.press(/Криптовалютой/);
  await customer.payInvoice();
  await customer.read(/Оплата 149 ₽ получена/);
}
