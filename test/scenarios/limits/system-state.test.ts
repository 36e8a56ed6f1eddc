/** What is not well is measured on real calls and checks, written down once, and told to who runs the shop. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Fault } from '../../../src/lib/fault.ts';
import type { PaymentProvider } from '../../../src/ports/payment-provider.ts';
import { addJob } from '../../../src/store/jobs.ts';
import { checkSystem, recordDatabaseOutage } from '../../../src/usecases/system/check-system.ts';
import { readSystemState } from '../../../src/usecases/system/read-system-state.ts';
import { watchProvider } from '../../../src/usecases/system/watch-provider.ts';
import { eventually } from '../../support/core.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';
import { World } from '../../support/world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('the state of the system', () => {
  let life: VirtualShop;
  let isBankAway = false;
  let bank: PaymentProvider;
  beforeEach(async () => {
    life = await openVirtualShop();
    await life.settle();
    isBankAway = false;
    const fetch = async () => {
      if (isBankAway) throw new Fault('provider-unreachable', 'bank: no answer', { isRetryable: true });
      return [{ kind: 'unpaid' } as const];
    };
    bank = watchProvider(life.shop, { ...life.till.provider, fetch });
  });
  afterEach(() => life[Symbol.asyncDispose]());

  const check = () => checkSystem(life.shop, life.till.providers.keys());
  /** Two processes look every ten seconds for so long. */
  async function pass(durationMs: number): Promise<void> {
    for (let passedMs = 0; passedMs < durationMs; passedMs += 10 * SECOND) {
      life.shop.advance(10 * SECOND);
      await Promise.all([check(), check()]);
    }
    await life.settle();
  }
  const call = async (times = 1) => {
    for (let n = 0; n < times; n += 1) await bank.fetch([]).catch(() => undefined);
  };
  const statuses = async () => {
    const { status, severity, components } = await readSystemState(life.shop, life.till.providers.keys());
    return `${status} ${severity}: ${Object.values(components).map((one) => one.status)}`;
  };
  const transitions = async () =>
    (
      await life.shop.ask<{ line: string }>(
        `select (details ->> 'component') || ' ' || (details ->> 'transition') as line from audit_entries
         where action = 'system_degradation' order by recorded_at, entry_id`,
      )
    ).map(({ line }) => line);
  const setNode = (isHealthy: boolean) => life.shop.ask('update nodes set is_healthy = $1', [isHealthy]);
  const told = () =>
    life.toldOperators.flatMap((message) =>
      message.kind === 'system'
        ? [message.troubles.map((one) => `${one.component} ${one.reason}`).join()]
        : [],
    );

  it('follows what providers answer, in whichever process they are called', async () => {
    assert.equal(await statuses(), 'healthy green: healthy,healthy,healthy');
    isBankAway = true;
    await call(2);
    assert.equal(await statuses(), 'healthy green: healthy,healthy,healthy');
    await call();
    assert.equal(await statuses(), 'unavailable red: healthy,unavailable,healthy');
    isBankAway = false;
    await call();
    assert.equal(await statuses(), 'healthy green: healthy,healthy,healthy');
    assert.deepEqual(await life.shop.ask('select from provider_troubles'), []);
    isBankAway = true;
    await call(3);
    life.shop.advance(15 * MINUTE);
    assert.equal(await statuses(), 'healthy green: healthy,healthy,healthy', 'an old failure says nothing');
    const other = watchProvider(life.shop, {
      ...life.till.provider,
      fetch: async () => [{ kind: 'unpaid' }],
    });
    await other.fetch([]);
    assert.deepEqual(await life.shop.ask('select from provider_troubles'), [], 'a new process clears it');
  });

  it('is not changed by a refusal, nor by an outcome that is unknown', async () => {
    isBankAway = true;
    await call(3);
    const silent = await life.shop.ask('select failed_calls from provider_troubles');
    const dumb = watchProvider(life.shop, {
      ...life.till.provider,
      fetch: async () => [{ kind: 'unknown' }],
    });
    await dumb.fetch([]);
    assert.deepEqual(await life.shop.ask('select failed_calls from provider_troubles'), silent);
    const refusing = watchProvider(life.shop, {
      ...life.till.provider,
      fetch: async () => {
        throw new Fault('provider-refused', 'bank: no', { isRetryable: false });
      },
    });
    await assert.rejects(refusing.fetch([]), { code: 'provider-refused' });
    assert.deepEqual(await life.shop.ask('select from provider_troubles'), [], 'who refuses is there');
  });

  it('is yellow while somebody waits for a key that was tried again', async () => {
    life.node.isAway = true;
    const customerId = await life.till.addCustomer();
    await life.till.buyMonth(customerId);
    await life.settle();
    assert.equal(await statuses(), 'healthy green: healthy,healthy,healthy');
    life.shop.advance(MINUTE);
    const slot = life.shop.clock.now().toISOString();
    await life.shop.db.transaction('test', (tx) => addJob(tx, 'retry-activations', { slot }));
    await life.settle();
    assert.equal(await statuses(), 'healthy yellow: healthy,healthy,healthy');
  });

  it('is written down and told once by two processes: after a minute, then once an hour, and when it is over', async () => {
    await pass(MINUTE);
    assert.deepEqual(await transitions(), []);
    await setNode(false);
    await pass(50 * SECOND);
    assert.deepEqual(told(), []);
    await pass(30 * SECOND);
    assert.deepEqual(told(), ['vpn_api every-node-down']);
    await pass(58 * MINUTE);
    assert.equal(told().length, 1);
    await pass(2 * MINUTE);
    assert.equal(told().length, 2);
    await setNode(true);
    await pass(MINUTE);
    assert.deepEqual(
      await transitions(),
      ['vpn_api healthy->unavailable'],
      'a minute of good answers is wanted',
    );
    await pass(20 * SECOND);
    assert.deepEqual(await transitions(), ['vpn_api healthy->unavailable', 'vpn_api unavailable->healthy']);
    assert.deepEqual(told().slice(2), ['']);
    await setNode(false);
    await pass(30 * MINUTE);
    assert.equal(told().length, 3, 'more of it within the hour wakes nobody');
    await pass(HOUR);
    assert.equal(told().length, 4);
  });

  it('remembers that the database was away, once, whoever noticed', async () => {
    await pass(MINUTE);
    const since = life.shop.clock.now();
    life.shop.advance(2 * MINUTE);
    await Promise.all([
      recordDatabaseOutage(life.shop, since),
      recordDatabaseOutage(life.shop, new Date(since.getTime() + 3 * SECOND)),
    ]);
    await pass(2 * MINUTE);
    assert.deepEqual(await transitions(), ['database healthy->unavailable', 'database unavailable->healthy']);
    assert.deepEqual(told(), ['database no-answer', '']);
    await recordDatabaseOutage(life.shop, new Date(since.getTime() + 3 * SECOND));
    assert.equal(
      (await transitions()).length,
      2,
      'a process that comes late with the same outage adds nothing',
    );
  });
});

describe('a server', () => {
  it('shows statuses to everybody, and nothing else', async () => {
    await using world = await World.open({ node: 'simulated' });
    const { url } = await world.startServer();
    const health = async () => (await (await fetch(`${url}/health`)).json()) as Record<string, unknown>;
    const fresh = await health();
    assert.deepEqual(fresh.components, { database: 'healthy', payments: 'healthy', vpn_api: 'degraded' });
    assert.deepEqual([fresh.status, fresh.severity], ['degraded', 'yellow']);
    const written =
      "select details ->> 'reason' as reason from audit_entries where action = 'system_degradation'";
    await eventually('it is written down', async () => (await world.query(written)).length > 0, 60_000);
    assert.deepEqual(await world.query(written), [{ reason: 'no-nodes' }]);
    await world.addNode();
    const isWell = async () => ((await health()).status === 'ok' ? health() : undefined);
    const well = await eventually('all is well', isWell, 60_000);
    assert.equal(well?.severity, 'green');
  });
});
