/**
 * PostgreSQL goes away for five seconds, then for a minute, while customers are in the middle of buying; and a node for
 * an hour of virtual time.
 */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { retryActivations } from '../../src/usecases/life-cycle/retry-activations.ts';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { openVirtualShop } from '../support/virtual-shop.ts';
import { World } from '../support/world.ts';
import { type Proof, seconds } from './proof.ts';
import { begin, buyByCrypto } from './shopping.ts';

const CUSTOMERS = 12;
const MAX_RECOVERY_MS = 10_000;
const MINUTE_MS = 60_000;

/** How long it took until a tap was answered again; every checkout that was under way must end with a key. */
export async function playOutage(forMs: number): Promise<{ recoveryMs: number; charges: number }> {
  await using world = await World.open({ node: 'simulated' });
  await world.startServer();
  await world.addNode();
  const customers = await Promise.all(Array.from({ length: CUSTOMERS }, () => Customer.create(world.client)));
  const probe = await Customer.create(world.client);
  await Promise.all([probe, ...customers].map(begin));
  const buying = customers.map(async (customer, index) => {
    // Each is somewhere else in the checkout when it happens.
    await delay(index * 120);
    return buyByCrypto(customer);
  });
  await delay((CUSTOMERS * 120) / 2);
  await world.database.refuse();
  await delay(forMs);
  await world.database.accept();
  const startedAtMs = performance.now();
  await probe.say('/help');
  const isAnswered = async () => (await probe.messages()).some(({ text }) => /Поддержка/.test(text));
  await eventually('a tap is answered', isAnswered, MAX_RECOVERY_MS);
  const recoveryMs = performance.now() - startedAtMs;
  const keys = await Promise.all(buying);
  assert.equal(new Set(keys).size, CUSTOMERS, 'each has a key of their own');
  const [row] = await world.query<{ charges: string; grants: string }>(
    'select (select count(*) from charges) as charges, (select count(*) from entitlement_grants) as grants',
  );
  assert.deepEqual([Number(row?.charges), Number(row?.grants)], [CUSTOMERS, CUSTOMERS]);
  return { recoveryMs, charges: CUSTOMERS };
}

/** A node is away for an hour while customers buy: afterwards nothing is stuck. */
export async function playAwayNode(): Promise<number> {
  await using life = await openVirtualShop();
  life.node.isAway = true;
  for (let minute = 0; minute < 60; minute += 1) {
    if (minute % 3 === 0) await life.till.buyMonth(await life.till.addCustomer());
    await life.settle();
    life.shop.advance(MINUTE_MS);
    await retryActivations(life.shop);
  }
  await life.settle();
  life.node.isAway = false;
  for (let minute = 0; minute < 31; minute += 1) {
    life.shop.advance(MINUTE_MS);
    await retryActivations(life.shop);
    await life.settle();
  }
  const [row] = await life.shop.ask<{ active: string; all: string }>(
    `select count(*) filter (where status = 'active') as active, count(*) as all from entitlements`,
  );
  assert.equal(row?.active, row?.all);
  return Number(row?.all);
}

export const proveStorageDown: Proof = async () => {
  const short = await playOutage(5_000);
  const long = await playOutage(60_000);
  const waited = await playAwayNode();
  return {
    size: `${CUSTOMERS} checkouts in each outage, a node away for an hour of ${waited} purchases`,
    figures: {
      'failed checkouts': '0',
      'answered again after 5 s': seconds(short.recoveryMs),
      'answered again after 60 s': seconds(long.recoveryMs),
      'stuck after the node came back': '0',
    },
  };
};
