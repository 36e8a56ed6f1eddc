/** Figures of the money path, in process, on a database of its own that no server works. */
import pg from 'pg';
import type { VerifiedCharge } from '../../src/domain/money/settlement.ts';
import { EVERY_FEATURE_ON } from '../../src/domain/operations/features.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { randomIds } from '../../src/lib/ids.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { settleCharge } from '../../src/usecases/payments/settle-charge.ts';
import type { Shop } from '../../src/usecases/shop.ts';
import { openInvoices } from '../support/open-invoices.ts';
import { createShopDatabase } from '../support/world.ts';
import { type Figure, middleRound, type Round } from './figures.ts';
import { saturateFor } from './load.ts';

const INVOICES = 60_000;
const ROUNDS = 3;
const SECONDS = 2;
const CONNECTIONS = 8;
const CONCURRENCIES = [1, 8];

export async function measureSettle(): Promise<Figure[]> {
  const database = await createShopDatabase();
  const charges = await openInvoices(database.url, INVOICES);
  await makeFloorTable(database.url);
  const logger = createLogger({ name: 'bench', level: 'error' });
  const db = openDatabase(
    {
      url: database.url,
      minSize: 0,
      maxSize: CONNECTIONS,
      acquireTimeoutMs: 10_000,
      commandTimeoutMs: 30_000,
    },
    logger,
  );
  const floorPool = new pg.Pool({ connectionString: database.url, max: CONNECTIONS });
  // A connection that is being closed while PostgreSQL stops has nothing to say to the benchmark.
  floorPool.on('error', () => undefined);
  try {
    return await measureAll(
      { db, clock: systemClock, ids: randomIds, features: EVERY_FEATURE_ON },
      floorPool,
      charges,
    );
  } finally {
    await Promise.all([db.close(), floorPool.end()]);
  }
}

async function measureAll(shop: Shop, floorPool: pg.Pool, charges: VerifiedCharge[]): Promise<Figure[]> {
  const settled: VerifiedCharge[] = [];
  const take = () => {
    const charge = charges.pop();
    if (!charge) throw new Error('the benchmark has run out of invoices');
    return charge;
  };
  const settleNext = async () => {
    const charge = take();
    const outcome = await settleCharge(shop, charge);
    if (outcome !== 'settled') throw new Error('a new charge was taken for a known one');
    settled.push(charge);
  };
  const settleAgain = async (index: number) => {
    const outcome = await settleCharge(shop, settled[index % settled.length] as VerifiedCharge);
    if (outcome !== 'known') throw new Error('a charge was settled twice');
  };
  const commitOne = async () => {
    const values = ['one line'];
    await floorPool.query({ name: 'floor', text: 'insert into bench_floor (body) values ($1)', values });
  };
  const commitSame = async () => writeBare(floorPool, take());
  for (const work of [commitOne, commitSame, settleNext, settleAgain]) {
    await saturateFor(work, { concurrency: CONNECTIONS, seconds: 1 });
  }
  const figures: Figure[] = [];
  for (const concurrency of CONCURRENCIES) {
    const measure = { own: settleNext, floor: commitSame, concurrency };
    const figure = await compare(`settle, ${concurrency} at a time (floor: the same rows, bare)`, measure);
    figures.push({ ...figure, target: { limit: 0.4, is: 'at least', of: 'ratio' } });
  }
  const oneRow = { own: settleNext, floor: commitOne, concurrency: CONNECTIONS };
  figures.push(await compare(`settle, ${CONNECTIONS} at a time (floor: one row)`, oneRow));
  const repeat = { own: settleAgain, floor: commitOne, concurrency: CONNECTIONS };
  const again = await compare(`the same charge again, ${CONNECTIONS} at a time`, repeat);
  figures.push({ ...again, target: { limit: 5_000, is: 'at least', of: 'value' } });
  return figures;
}

/**
 * The rows that settling this charge writes, into the same tables under the same constraints, by one prepared
 * statement and nothing else: no facts are read, nothing is decided, parsed or guarded.
 */
const BARE = `with c as (
    insert into charges (charge_id, provider, provider_charge_id, customer_id, invoice_id, amount_kopecks,
      provider_amount, provider_currency, disposition, reason, charged_at, recorded_at)
    values ($1, 'cryptobot', $2, $3, $3, 14900, '149', 'RUB', 'buy', 'paid', now(), now())
  ), i as (
    update invoices set status = 'paid', paid_at = now(), next_poll_at = null where invoice_id = $3
  ), w as (
    update wallets set version = version + 1 where customer_id = $3
  ), e as (
    insert into entitlements (entitlement_id, customer_id, plan, status, starts_at, ends_at)
    values ($1, $3, 'basic', 'provisioning', now(), now() + interval '30 days')
  ), g as (
    insert into entitlement_grants (grant_id, customer_id, entitlement_id, source, invoice_id, plan, starts_at,
      ends_at, granted_at)
    values ($1, $3, $1, 'purchase', $3, 'basic', now(), now() + interval '30 days', now())
  ), k as (
    insert into credentials (credential_id, customer_id, entitlement_id, vless_id, email, created_at)
    values ($1, $3, $1, $1, 'c-' || $1::text, now())
  ), t as (
    insert into transfers (transfer_id, idempotency_key, kind, debit_account, credit_account, amount_kopecks,
      customer_id, charge_id, invoice_id, recorded_at)
    values ($1, 'charge:' || $1::text, 'charge-received', 'provider:cryptobot', 'wallet:' || $3::text, 14900, $3, $1,
        null, now()),
      ($4, 'purchase:' || $3::text, 'purchase', 'wallet:' || $3::text, 'revenue', 14900, $3, null, $3, now())
  )
  select count(*) from graphile_worker.add_jobs(array[
    row('push-access', json_build_object('entitlementId', $1::uuid), null, null, 25, null, null, null),
    row('send-notice', json_build_object('id', $1::uuid), null, null, 25, null, null, null)
  ]::graphile_worker.job_spec[])`;

async function writeBare(pool: pg.Pool, charge: VerifiedCharge): Promise<void> {
  const values = [randomIds.rowId(), charge.providerChargeId, charge.invoiceId, randomIds.rowId()];
  await pool.query({ name: 'bare', text: BARE, values });
}

async function compare(
  name: string,
  work: { own: (index: number) => Promise<void>; floor: () => Promise<void>; concurrency: number },
): Promise<Figure> {
  const own: Round[] = [];
  const floor: Round[] = [];
  const load = { concurrency: work.concurrency, seconds: SECONDS };
  for (let index = 0; index < ROUNDS; index += 1) {
    floor.push(await saturateFor(work.floor, load));
    own.push(await saturateFor(work.own, load));
  }
  const round = middleRound(own, 'rate');
  return {
    name,
    value: round.perSecond,
    unit: '/s',
    times: round.times,
    floor: middleRound(floor, 'rate').perSecond,
  };
}

async function makeFloorTable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table bench_floor (id bigserial primary key, body text not null)');
  await client.end();
}
