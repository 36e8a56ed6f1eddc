/** What a customer does to buy the cheapest month, and what must be true afterwards, whatever happened between. */
import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/sandbox/contract/chat.ts';
import { eventually, reachesOverVless } from '../support/core.ts';
import type { Customer } from '../support/customer.ts';
import type { World } from '../support/world.ts';

/** The updates that lead from the first word to the tap on "pay": /start, language, buy, plan, period, pay. */
export const UPDATES_UNTIL_PAY_TAP = 6;
/** Of the top-up that pays for a purchase from the wallet. */
const TOP_UP_KOPECKS = 25_000;
const PRICE_KOPECKS = 14_900;
const MONTH_MS = 30 * 86_400_000;
/** Long enough for a dozen killed processes to be replaced on a busy machine, one after another. */
const PATIENCE_MS = 120_000;

export type PayBy = 'crypto' | 'wallet';

/** The first word and the language, which leaves the main menu on the screen. */
export async function begin(customer: Customer): Promise<void> {
  await customer.say('/start');
  await pressWhenShown(customer, /Русский/);
  await waitForButton(customer, /Купить/);
}

/** Chooses Basic for a month; the question how to pay stays on the screen. */
async function choosePlan(customer: Customer): Promise<void> {
  for (const label of [/Купить/, /Basic/, /1 месяц — 149/]) await pressWhenShown(customer, label);
}

/** From the main menu to the credential by Crypto Pay; returns the credential's VLESS id. */
export async function buyByCrypto(customer: Customer): Promise<string> {
  await choosePlan(customer);
  await pressWhenShown(customer, /Криптовалютой/);
  await waitForButton(customer, /Оплатить/);
  await customer.payInvoice();
  return waitForKey(customer);
}

/** From the main menu to the credential with money that is in the wallet; returns the VLESS id. */
export async function buyFromWallet(customer: Customer): Promise<string> {
  await choosePlan(customer);
  await pressWhenShown(customer, /С баланса/);
  return waitForKey(customer);
}

/** A customer whose shop is killed again and again waits longer than usual. */
async function waitFor(customer: Customer, isIt: (message: ChatMessage) => boolean): Promise<void> {
  await eventually('an answer of the bot', async () => (await customer.messages()).some(isIt), PATIENCE_MS);
}

async function waitForButton(customer: Customer, label: RegExp): Promise<void> {
  await waitFor(customer, ({ buttons }) => buttons.flat().some(({ text }) => label.test(text)));
}

async function pressWhenShown(customer: Customer, label: RegExp): Promise<void> {
  await waitForButton(customer, label);
  await customer.press(label);
}

async function waitForKey(customer: Customer): Promise<string> {
  await waitFor(customer, ({ text }) => text.includes('vless://'));
  return customer.readKey();
}

/** Puts 250 ₽ into the wallet and goes back to the main menu. */
export async function topUp(customer: Customer): Promise<void> {
  for (const label of [/Пополнить баланс/, /^250/, /Криптовалютой/]) await pressWhenShown(customer, label);
  await waitForButton(customer, /Оплатить/);
  await customer.payInvoice();
  await waitFor(customer, ({ text }) => /Баланс пополнен на 250/.test(text));
  await customer.say('/start');
  await waitForButton(customer, /Купить/);
}

type Books = {
  charges: string;
  paid: string;
  grants: string;
  transfers: string;
  wallet: string;
  credentials: string;
  vless_id: string;
  status: string;
  term_ms: string;
  grant_ms: string;
};

const BOOKS = `select
  (select count(*) from charges) as charges,
  (select count(*) from invoices where status = 'paid' and purpose = 'purchase') as paid,
  (select count(*) from entitlement_grants) as grants,
  (select count(*) from transfers) as transfers,
  (select sum(balance_kopecks) from wallets) as wallet,
  (select count(*) from credentials where revoked_at is null) as credentials,
  c.vless_id, e.status,
  extract(epoch from e.ends_at - e.starts_at) * 1000 as term_ms,
  (select extract(epoch from ends_at - starts_at) * 1000 from entitlement_grants) as grant_ms
from entitlements e join credentials c on c.entitlement_id = e.entitlement_id`;

/**
 * One customer has bought once in this world: one charge, one paid invoice, one grant, one entitlement of
 * thirty days, one credential that carries traffic, the right money, nothing left undone.
 */
export async function assertBoughtOnce(
  world: World,
  bought: { vlessId: string; payBy: PayBy; targetPort: number },
): Promise<void> {
  await assertNothingLeft(world);
  const rows = await world.query<Books>(BOOKS);
  assert.equal(rows.length, 1, 'one entitlement with one credential');
  const { vless_id, term_ms, grant_ms, ...books } = rows[0] as Books;
  const isWallet = bought.payBy === 'wallet';
  assert.deepEqual(textual(books), {
    charges: '1',
    paid: '1',
    grants: '1',
    transfers: '2',
    wallet: String(isWallet ? TOP_UP_KOPECKS - PRICE_KOPECKS : 0),
    credentials: '1',
    status: 'active',
  });
  assert.deepEqual([Number(term_ms), Number(grant_ms)], [MONTH_MS, MONTH_MS], 'thirty days');
  assert.equal(vless_id, bought.vlessId, 'the customer holds the credential of the books');
  const node = await world.node?.state();
  assert.equal(node?.credentialCount, 1, 'the node runs one credential');
  assert.equal(
    await reachesOverVless(world.vlessPort, bought.vlessId, bought.targetPort),
    true,
    'traffic passes',
  );
}

/** Every update is done, every promised job has run, and none has failed for good. */
async function assertNothingLeft(world: World): Promise<void> {
  const left = { jobs: '', updates: '' };
  const isClean = async (): Promise<boolean> => {
    const jobs = await world.query<{ name: string; last_error: string | null }>(
      `select task_identifier as name, last_error from graphile_worker.jobs
       where task_identifier in ('settle-event', 'push-access', 'deliver-access', 'send-notice')
          or last_error is not null`,
    );
    const updates = await world.query(
      "select update_id::text, status from inbox_updates where status <> 'done'",
    );
    left.jobs = JSON.stringify(jobs);
    left.updates = JSON.stringify(updates);
    return jobs.length === 0 && updates.length === 0;
  };
  await eventually('nothing is left undone', isClean, PATIENCE_MS).catch((error: unknown) => {
    throw new Error(`left undone: jobs ${left.jobs}, updates ${left.updates}`, { cause: error });
  });
}

/** Messages of the two classes: money notices at most once, credentials at least once and rarely again. */
export async function assertMessages(
  world: World,
  expected: { payBy: PayBy; mayRepeatKey: boolean },
): Promise<void> {
  const { messages } = await world.client.chat<{ messages: ChatMessage[] }>('transcript');
  const count = (pattern: RegExp) =>
    messages.filter((message) => message.from === 'bot' && pattern.test(message.text)).length;
  const notices = expected.payBy === 'crypto' ? /Оплата 149 ₽ получена/ : /Баланс пополнен на 250/;
  assert.ok(count(notices) <= 1, `${count(notices)} money notices`);
  const keys = count(/Доступ готов/);
  assert.ok(keys >= 1 && keys <= (expected.mayRepeatKey ? 2 : 1), `${keys} deliveries of the credential`);
}

function textual(row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
}
