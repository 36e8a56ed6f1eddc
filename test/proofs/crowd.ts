/** Many customers who tap and type without waiting, and the books that tell what became of every single act. */
import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/sandbox/contract/chat.ts';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import type { World } from '../support/world.ts';
import { inLanes } from './proof.ts';

/**
 * Of each chat: the first word, the language, then rounds of an invoice, a command and a quote. As many rounds as
 * somebody may ask for invoices at once.
 */
const ROUNDS = 5;
export const UPDATES_PER_CHAT = 2 + 3 * ROUNDS;

/** Commands and what their answers begin with; a round takes the next one, so answers tell the order. */
const COMMANDS: readonly [command: string, answer: RegExp][] = [
  ['/help', /Поддержка/],
  ['/info', /Мы не ведём журналов/],
  ['/instruction', /Как подключиться/],
  ['/profile', /Подписки пока нет/],
  ['/buy', /Выберите тариф/],
];
/** The first amount that a wallet may be topped up by; each round asks for one rouble more. */
const FIRST_ROUBLES = 100;
const PATIENCE_MS = 120_000;

/** One customer of the crowd; `pickerId`: the message whose buttons they keep tapping. */
export type Guest = { customer: Customer; pickerId: number };

/** Customers who have said the first word and see the language picker. */
export async function gatherCrowd(world: World, chats: number): Promise<Guest[]> {
  await world.client.chat('callback-lifetime', { seconds: 3_600 });
  await world.client.chat('limits', { burst: 1_000, perSecond: 1_000 });
  const names = Array.from({ length: chats }, (_, index) => `Guest ${index + 1}`);
  return inLanes(names, 10, async (name) => {
    const customer = await Customer.create(world.client, name);
    await customer.say('/start');
    const picker = await customer.read(/🌐/);
    return { customer, pickerId: picker.messageId };
  });
}

/** Everybody acts at once, each in their own order, and nobody waits for an answer. */
export async function unleash(guests: Guest[]): Promise<void> {
  await Promise.all(
    guests.map(async ({ customer, pickerId }) => {
      await customer.tap(pickerId, 'locale:ru');
      for (const [round, [command]] of COMMANDS.entries()) {
        await customer.tap(pickerId, `top-up-pay:cryptobot:${FIRST_ROUBLES + round}`);
        await customer.say(command);
        await customer.tap(pickerId, 'period:basic:30');
      }
    }),
  );
}

/** How many stored updates have been acted on, and how many wait. */
export async function countInbox(world: World): Promise<{ done: number; pending: number; parked: number }> {
  const [row] = await world.query<Record<string, string>>(
    `select count(*) filter (where status = 'done') as done,
       count(*) filter (where status = 'pending') as pending,
       count(*) filter (where status = 'parked') as parked from inbox_updates`,
  );
  return { done: Number(row?.done), pending: Number(row?.pending), parked: Number(row?.parked) };
}

export async function untilDone(world: World, count: number): Promise<void> {
  const enough = async () => (await countInbox(world)).done >= count;
  await eventually(`${count} updates are done`, enough, PATIENCE_MS);
}

type Transcript = {
  messages: ChatMessage[];
  callbacks: { chatId: number; data: string; answerCount: number; attempts: number }[];
  pendingUpdates: unknown[];
};

/** What a crowd came to. `repeated`: acts that a survivor had to begin again because it could not know better. */
export type CrowdResult = { updates: number; repeated: number };

/**
 * Nothing lost, nothing twice, in order. `mayRepeat`: how many acts may have been under way when a process was
 * killed; those alone may have been answered or quoted a second time, and none may have cost a second invoice.
 * Order is kept per chat; a webhook brings a person's taps and messages in two queues, each in its order.
 */
export async function assertCrowd(
  world: World,
  guests: Guest[],
  expected: { mayRepeat: number; order: 'per chat' | 'per queue' },
): Promise<CrowdResult> {
  const updates = guests.length * UPDATES_PER_CHAT;
  assert.deepEqual(await countInbox(world), { done: updates, pending: 0, parked: 0 });
  const transcript = await world.client.chat<Transcript>('transcript');
  assert.equal(transcript.pendingUpdates.length, 0, 'Telegram holds nothing back');
  const taps = guests.length * (1 + 2 * ROUNDS);
  assert.equal(transcript.callbacks.length, taps);
  assert.ok(
    transcript.callbacks.every(({ answerCount }) => answerCount === 1),
    'every tap was answered once',
  );
  const answers = transcript.callbacks.reduce((sum, { attempts }) => sum + attempts, 0);
  const quotes = await countRows(world, 'quotes');
  const repeats = {
    answers: answers - taps,
    quotes: quotes - guests.length * ROUNDS,
    messages: assertReplies(transcript, guests),
  };
  for (const [name, count] of Object.entries(repeats)) {
    assert.ok(
      count >= 0 && count <= expected.mayRepeat,
      `${count} ${name} too many: ${JSON.stringify(repeats)}`,
    );
  }
  await assertInvoices(world, guests);
  await assertOrder(world, expected.order);
  return { updates, repeated: repeats.answers + repeats.messages };
}

/** The bot's replies to the commands, in their order. Returns how many came again. */
function assertReplies(transcript: Transcript, guests: Guest[]): number {
  let repeats = 0;
  for (const { customer, pickerId } of guests) {
    const replies = transcript.messages.filter(
      ({ chatId, from, messageId }) =>
        chatId === customer.telegramId && from === 'bot' && messageId > pickerId,
    );
    const rounds = replies.map(({ text }) => COMMANDS.findIndex(([, answer]) => answer.test(text)));
    const isSorted = rounds.every((round, index) => index === 0 || round >= (rounds[index - 1] ?? 0));
    assert.ok(isSorted, `replies out of order: ${rounds}`);
    assert.equal(new Set(rounds).size, ROUNDS, `replies missing: ${rounds}`);
    repeats += rounds.length - ROUNDS;
  }
  return repeats;
}

/** Each tap for money made one invoice here and one there; each took the place of the one before, there too. */
async function assertInvoices(world: World, guests: Guest[]): Promise<void> {
  const rows = await world.query<{ amounts: string[]; statuses: string[]; sources: string; opened: string }>(
    `select array_agg((amount_kopecks / 100)::text order by created_at, invoice_id) as amounts,
       array_agg(status order by created_at, invoice_id) as statuses, count(distinct source_key) as sources,
       count(distinct provider_invoice_id) as opened
     from invoices group by customer_id`,
  );
  assert.equal(rows.length, guests.length);
  const amounts = COMMANDS.map((_, round) => String(FIRST_ROUBLES + round));
  const statuses = COMMANDS.map((_, round) => (round === ROUNDS - 1 ? 'open' : 'superseded'));
  for (const row of rows) {
    assert.deepEqual(row.amounts, amounts);
    assert.deepEqual(row.statuses, statuses);
    assert.equal(Number(row.sources), ROUNDS);
    assert.equal(Number(row.opened), ROUNDS);
  }
  await eventually(
    'what was replaced is withdrawn at the provider, and nothing else was ever there',
    async () => {
      const { result } = (await world.client.crypto('getInvoices', { count: 1_000 })).body;
      return result.items.length === guests.length;
    },
    PATIENCE_MS,
  );
}

/** An update was finished no earlier than those before it in its chat (or in its queue of deliveries). */
async function assertOrder(world: World, order: 'per chat' | 'per queue'): Promise<void> {
  const group = order === 'per chat' ? 'chat_key' : "chat_key, (body::jsonb ? 'message')";
  const late = await world.query(
    `select update_id::text from (
       select update_id, finished_at, lag(finished_at) over (partition by ${group} order by update_id) as before
       from inbox_updates) ordered
     where before > finished_at`,
  );
  assert.deepEqual(late, [], 'updates overtook one another');
}

async function countRows(world: World, table: string): Promise<number> {
  const [row] = await world.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(row?.count);
}
