/** One payment told again and again, by webhook and by polling, to two processes at once. */
import assert from 'node:assert/strict';
import { serialiseBody } from '../../src/sandbox/crypto-pay/signature.ts';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { World } from '../support/world.ts';
import { type CryptoNotice, signNotice, tellCryptoPay } from './crypto-notice.ts';
import { inLanes, seededRandom, shuffled } from './proof.ts';

/** Crypto Pay tries a webhook this often. Source: payments.md §1. */
const WEBHOOKS = 17;
/** Runs of the job that asks for open invoices; either process may take each. */
const POLLS = 8;
/** Taps on "check payment". */
const CHECKS = 5;
/** Tellings under way at once. */
const LANES = 6;

/**
 * The provider's own webhooks are off; seventeen are sent here, in an order the seed decides, between polls of
 * both processes and the customer's impatient taps.
 */
export async function playOneCharge(seed: number): Promise<{ webhooks: number; polls: number }> {
  await using world = await World.open({ sandbox: { cryptoWebhookUrl: undefined } });
  const servers = [await world.startServer(), await world.startServer()];
  const anna = await Customer.create(world.client);
  await anna.start();
  await anna.press(/Купить/);
  await anna.press(/Basic/);
  await anna.press(/1 месяц — 149/);
  await anna.press(/Криптовалютой/);
  const { invoiceId } = await anna.payInvoice();
  const check = await findCheckButton(anna);
  const webhook = await composeWebhook(world, invoiceId);
  const acts = [
    ...Array.from(
      { length: WEBHOOKS },
      (_, index) => () => tellCryptoPay(servers[index % 2]?.url ?? '', webhook),
    ),
    ...Array.from({ length: POLLS }, (_, index) => () => promisePoll(world, index)),
    ...Array.from({ length: CHECKS }, () => () => anna.tap(check.messageId, check.data)),
  ];
  await inLanes(shuffled(acts, seededRandom(seed)), LANES, (act) => act());
  await anna.read(/Оплата 149 ₽ получена/);
  await assertOneCharge(world);
  return { webhooks: WEBHOOKS, polls: POLLS + CHECKS };
}

async function findCheckButton(customer: Customer): Promise<{ messageId: number; data: string }> {
  const message = await customer.read(/Счёт на 149/);
  const button = message.buttons.flat().find((one) => one.kind === 'callback' && /Проверить/.test(one.text));
  assert.ok(button?.kind === 'callback');
  return { messageId: message.messageId, data: button.data };
}

/** What Crypto Pay would send about this invoice. */
async function composeWebhook(world: World, invoiceId: number): Promise<CryptoNotice> {
  const { result } = (await world.client.crypto('getInvoices', { invoice_ids: String(invoiceId) })).body;
  const body = serialiseBody({
    update_id: 1,
    update_type: 'invoice_paid',
    request_date: new Date().toISOString(),
    payload: result.items[0],
  });
  return signNotice(body);
}

/** The schedule's job, now: whichever process is free asks the provider about invoices that are due. */
async function promisePoll(world: World, index: number): Promise<void> {
  await world.query("update invoices set next_poll_at = created_at where status <> 'paid'");
  await world.query(`select graphile_worker.add_job('poll-invoices', json_build_object('slot', $1::text))`, [
    `extra ${index}`,
  ]);
}

async function assertOneCharge(world: World): Promise<void> {
  await eventually('the queue is empty', async () => {
    const jobs = await world.query(
      "select id from graphile_worker.jobs where task_identifier in ('poll-invoices', 'settle-event', 'send-notice')",
    );
    return jobs.length === 0;
  });
  const [books] = await world.query<Record<string, string>>(
    `select (select count(*) from provider_events) as events, (select count(*) from charges) as charges,
       (select count(*) from transfers) as transfers, (select count(*) from entitlement_grants) as grants,
       (select sum(balance_kopecks) from wallets) as wallet`,
  );
  const told = Object.fromEntries(Object.entries(books ?? {}).map(([name, value]) => [name, Number(value)]));
  assert.deepEqual(told, { events: 1, charges: 1, transfers: 2, grants: 1, wallet: 0 });
  const { messages } = await world.client.chat<{ messages: { text: string }[] }>('transcript');
  assert.equal(messages.filter(({ text }) => /Оплата 149 ₽ получена/.test(text)).length, 1, 'one notice');
  const verified = await world.cli(['ledger', 'verify']);
  assert.equal(verified.code, 0, verified.stderr);
}
