/** Many payments, each told again and again, in any order, to two processes that poll the provider as well. */
import assert from 'node:assert/strict';
import { serialiseBody } from '../../src/sandbox/crypto-pay/signature.ts';
import { eventually } from '../support/core.ts';
import { openInvoices } from '../support/open-invoices.ts';
import { World } from '../support/world.ts';
import { signNotice, tellCryptoPay } from './crypto-notice.ts';
import { inLanes, type Proof, seconds, seededRandom, shuffled } from './proof.ts';

/** Crypto Pay tries a webhook this often. Source: payments.md §1. */
const MOST_DELIVERIES = 17;
/** Deliveries under way at once. */
const LANES = 8;
/** Until everything that was promised is done: far more than the work of it. */
const PATIENCE_MS = 240_000;

export type Deliveries = { payments: number; deliveries: number; tookMs: number };

/** Pays `payments` invoices and tells of each 1 to 17 times, shuffled by the seed, 8 at a time. */
export async function playDeliveries(payments: number, seed: number): Promise<Deliveries> {
  await using world = await World.open({ sandbox: { cryptoWebhookUrl: undefined } });
  const servers = [await world.startServer(), await world.startServer()];
  const paid = await payAll(world, payments);
  const random = seededRandom(seed);
  const notices = paid.flatMap((notice) =>
    Array.from({ length: 1 + Math.floor(random() * MOST_DELIVERIES) }, () => notice),
  );
  const startedAtMs = performance.now();
  // The schedule's poll finds every invoice due while the notices come in.
  await world.query(`update invoices set next_poll_at = created_at where status <> 'paid'`);
  await inLanes(shuffled(notices, random), LANES, (notice) =>
    tellCryptoPay(servers[Math.floor(random() * servers.length)]?.url ?? '', notice),
  );
  await assertCredited(world, payments);
  return { payments, deliveries: notices.length, tookMs: performance.now() - startedAtMs };
}

/** Opens every invoice at the provider and pays it there; returns what its webhooks say. */
async function payAll(world: World, payments: number): Promise<ReturnType<typeof signNotice>[]> {
  const invoices = await openInvoices(world.database.url, payments);
  const opened = await inLanes(invoices, LANES, async ({ invoiceId }) => {
    const invoice = { currency_type: 'fiat', fiat: 'RUB', amount: '149', payload: invoiceId };
    const { result } = (await world.client.crypto('createInvoice', invoice)).body;
    await world.client.chat(`invoices/${result.invoice_id}/pay`, {});
    return { invoiceId, providerInvoiceId: String(result.invoice_id) };
  });
  await world.query(`update invoices i set provider_invoice_id = 'was ' || provider_invoice_id`);
  await world.query(
    `update invoices i set provider_invoice_id = o."providerInvoiceId"
     from jsonb_to_recordset($1::jsonb) o ("invoiceId" uuid, "providerInvoiceId" text)
     where i.invoice_id = o."invoiceId"`,
    [JSON.stringify(opened)],
  );
  const ids = opened.map(({ providerInvoiceId }) => providerInvoiceId);
  const pages = Array.from({ length: Math.ceil(ids.length / 500) }, (_, page) =>
    ids.slice(page * 500, page * 500 + 500),
  );
  const items = await inLanes(pages, 1, async (page) => {
    const { result } = (
      await world.client.crypto('getInvoices', { invoice_ids: page.join(','), count: 1_000 })
    ).body;
    return result.items;
  });
  return items.flat().map((payload, index) => {
    const request_date = new Date().toISOString();
    return signNotice(
      serialiseBody({ update_id: index, update_type: 'invoice_paid', request_date, payload }),
    );
  });
}

async function assertCredited(world: World, payments: number): Promise<void> {
  const isDone = async () => {
    const jobs = await world.query(
      `select 1 from graphile_worker.jobs where task_identifier in ('settle-event', 'send-notice') limit 1`,
    );
    const [row] = await world.query<{ paid: string }>(
      `select count(*) as paid from invoices where status = 'paid'`,
    );
    return jobs.length === 0 && Number(row?.paid) === payments;
  };
  await eventually('every payment is settled', isDone, PATIENCE_MS);
  const [books] = await world.query<Record<string, string>>(
    `select (select count(*) from charges) as charges, (select count(*) from provider_events) as events,
       (select count(*) from transfers where kind = 'charge-received' and credit_account like 'wallet:%') as credits,
       (select count(distinct customer_id) from transfers where kind = 'charge-received') as customers,
       (select count(*) from transfers where kind = 'purchase') as purchases,
       (select count(*) from entitlement_grants) as grants, (select sum(balance_kopecks) from wallets) as left`,
  );
  const counted = Object.fromEntries(
    Object.entries(books ?? {}).map(([name, value]) => [name, Number(value)]),
  );
  const each = { charges: payments, credits: payments, customers: payments };
  assert.deepEqual(counted, {
    ...each,
    events: payments,
    purchases: payments,
    grants: payments,
    left: 0,
  });
  const verified = await world.cli(['ledger', 'verify']);
  assert.equal(verified.code, 0, verified.stderr);
}

const PAYMENTS = 2_000;

export const proveDeliveries: Proof = async ({ seed }) => {
  const { deliveries, tookMs } = await playDeliveries(PAYMENTS, seed);
  return {
    size: `${PAYMENTS} payments, ${deliveries} deliveries, ${LANES} at a time, two processes`,
    figures: { credits: String(PAYMENTS), 'delivered and settled': seconds(tookMs) },
  };
};
