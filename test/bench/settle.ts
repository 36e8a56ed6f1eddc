/** Figures of the money path, in process, on a database of its own that no server works. */
import pg from 'pg';
import type { VerifiedCharge } from '../../src/domain/settlement.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { randomIds } from '../../src/lib/ids.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { settleCharge } from '../../src/usecases/payments/settle-charge.ts';
import type { Shop } from '../../src/usecases/shop.ts';
import { createShopDatabase } from '../support/world.ts';
import { type Figure, middleRound, type Round } from './figures.ts';
import { saturateFor } from './load.ts';

const INVOICES = 30_000;
const ROUNDS = 3;
const SECONDS = 2;
const CONNECTIONS = 8;
const CONCURRENCIES = [1, 8];

export async function measureSettle(): Promise<Figure[]> {
  const database = await createShopDatabase();
  const charges = await seedInvoices(database.url);
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
    return await measureAll({ db, clock: systemClock, ids: randomIds }, floorPool, charges);
  } finally {
    await Promise.all([db.close(), floorPool.end()]);
  }
}

async function measureAll(shop: Shop, floorPool: pg.Pool, charges: VerifiedCharge[]): Promise<Figure[]> {
  let used = 0;
  const settleNext = async () => {
    const charge = charges[used++];
    if (!charge) throw new Error('the benchmark has run out of invoices');
    const outcome = await settleCharge(shop, charge);
    if (outcome !== 'settled') throw new Error('a new charge was taken for a known one');
  };
  const settleAgain = async (index: number) => {
    const outcome = await settleCharge(shop, charges[index % used] as VerifiedCharge);
    if (outcome !== 'known') throw new Error('a charge was settled twice');
  };
  const commitOne = async () => {
    const values = ['one line'];
    await floorPool.query({ name: 'floor', text: 'insert into bench_floor (body) values ($1)', values });
  };
  for (const work of [commitOne, settleNext, settleAgain]) {
    await saturateFor(work, { concurrency: CONNECTIONS, seconds: 1 });
  }
  const figures: Figure[] = [];
  for (const concurrency of CONCURRENCIES) {
    const measure = { own: settleNext, floor: commitOne, concurrency };
    figures.push(await compare(`settle, ${concurrency} at a time`, measure));
  }
  const repeat = { own: settleAgain, floor: commitOne, concurrency: CONNECTIONS };
  figures.push(await compare(`the same charge again, ${CONNECTIONS} at a time`, repeat));
  return figures;
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

/** Open invoices of as many customers, each for a month of the cheapest plan; returns what pays them. */
async function seedInvoices(url: string): Promise<VerifiedCharge[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table bench_floor (id bigserial primary key, body text not null)');
  await client.query(
    `create temp table n as select i, uuidv7() as id from generate_series(1, ${INVOICES}) i`,
  );
  await client.query(`insert into customers (customer_id, telegram_id, first_name, locale, created_at)
    select id, i, 'Anna', 'ru', now() from n`);
  await client.query('insert into wallets (customer_id) select id from n');
  await client.query(`insert into quotes (quote_id, customer_id, plan, period_days, list_price_kopecks,
      discount_kopecks, price_kopecks, created_at, expires_at)
    select id, id, 'basic', 30, 14900, 0, 14900, now(), now() + interval '1 hour' from n`);
  await client.query(`insert into invoices (invoice_id, customer_id, purpose, quote_id, method, amount_kopecks,
      provider_amount, provider_currency, provider_invoice_id, pay_url, status, source_key, created_at,
      expires_at, next_poll_at)
    select id, id, 'purchase', id, 'cryptobot', 14900, '149', 'RUB', i::text, 'https://pay.invalid/' || i,
      'open', 'update:' || i, now(), now() + interval '1 hour', now() + interval '1 hour' from n`);
  const { rows } = await client.query<{ i: number; id: string }>('select i, id from n order by i');
  await client.query('analyze customers, wallets, quotes, invoices');
  await client.end();
  return rows.map(({ i, id }) => ({
    provider: 'cryptobot',
    providerChargeId: String(i),
    invoiceId: id,
    providerAmount: '149',
    providerCurrency: 'RUB',
    chargedAt: new Date(),
  }));
}
