import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ChatState, PayOutcome } from '../../src/sandbox/contract/chat.ts';
import { DEFAULT_PROVIDER_TOKEN } from '../../src/sandbox/settings.ts';
import type { PayWish } from '../../src/sandbox/telegram/payments/payer-actions.ts';
import type { Charge } from '../../src/sandbox/telegram/payments/terms.ts';
import { type SandboxClient, startReceiver, withSandbox } from './sandbox-client.ts';
import { run, stop } from './sandbox-process.ts';

const CARD = {
  title: 'Atlas Secure VPN',
  description: 'Basic, 1 month',
  payload: 'invoice-1',
  provider_token: DEFAULT_PROVIDER_TOKEN,
  currency: 'RUB',
  prices: [{ label: 'Basic', amount: 14_900 }],
  start_parameter: 'pay',
};
const STARS = { ...CARD, provider_token: '', currency: 'XTR', prices: [{ label: 'Basic', amount: 125 }] };
const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid';

type Update = { update_id: number; message?: Message; pre_checkout_query?: Query };
type Note = { telegram_payment_charge_id: string; [field: string]: unknown };
type Message = {
  from: { id: number };
  chat: { id: number };
  successful_payment?: Note;
  refunded_payment?: Note;
};
type Query = { id: string; from: { id: number }; [field: string]: unknown };

test('sendInvoice takes what Telegram takes, and refuses the rest', () =>
  withSandbox({}, async (client) => {
    const chat_id = await client.visitor();
    const roubles = (amount: number) => ({ prices: [{ label: 'x', amount }] });
    const cases: [fields: object, description: string | null][] = [
      [CARD, null],
      [STARS, null],
      [{ ...STARS, provider_token: undefined }, null],
      [{ ...CARD, title: 'я'.repeat(32), description: 'я'.repeat(255), payload: 'я'.repeat(64) }, null],
      [{ ...CARD, prices: [...CARD.prices, { label: 'discount', amount: -5_000 }] }, null],
      [{ ...CARD, ...roubles(6_400) }, null],
      [{ ...CARD, title: '' }, 'wrong parameter title: must NOT have fewer than 1 characters'],
      [{ ...CARD, title: 'x'.repeat(33) }, 'wrong parameter title: must NOT have more than 32 characters'],
      [{ ...CARD, title: undefined }, 'parameter "title" is required'],
      [
        { ...CARD, description: 'x'.repeat(256) },
        'wrong parameter description: must NOT have more than 255 characters',
      ],
      [{ ...CARD, payload: 'я'.repeat(65) }, 'INVOICE_PAYLOAD_INVALID'],
      [{ ...CARD, payload: '' }, 'INVOICE_PAYLOAD_INVALID'],
      [{ ...CARD, provider_token: '1:TEST:2' }, 'PAYMENT_PROVIDER_INVALID'],
      [{ ...CARD, provider_token: '' }, 'PAYMENT_PROVIDER_INVALID'],
      [{ ...CARD, currency: 'USD' }, 'CURRENCY_INVALID'],
      [{ ...CARD, currency: 'USDT' }, 'CURRENCY_INVALID'],
      [{ ...CARD, prices: [] }, 'CURRENCY_TOTAL_AMOUNT_INVALID'],
      [{ ...CARD, ...roubles(6_399) }, 'CURRENCY_TOTAL_AMOUNT_INVALID'],
      [{ ...CARD, ...roubles(149.5) }, 'wrong parameter prices/0/amount: must be integer'],
      [{ ...CARD, start_parameter: 'pay now' }, 'START_PARAM_INVALID'],
      [{ ...CARD, need_email: true }, 'the sandbox does not emulate need_email'],
      [{ ...STARS, provider_token: DEFAULT_PROVIDER_TOKEN }, 'STARS_INVOICE_INVALID'],
      [{ ...STARS, prices: [...STARS.prices, ...STARS.prices] }, 'STARS_INVOICE_INVALID'],
      [{ ...STARS, ...roubles(0) }, 'CURRENCY_TOTAL_AMOUNT_INVALID'],
      [
        { ...CARD, reply_markup: keyboard([{ text: 'Menu', callback_data: 'menu' }]) },
        'REPLY_MARKUP_BUY_EMPTY',
      ],
      [{ ...CARD, reply_markup: keyboard([{ text: 'Buy', pay: true }]) }, null],
    ];
    await client.chat('limits', { burst: 100, perSecond: 100 });
    for (const [fields, description] of cases) {
      const { ok, description: said } = await client.bot('sendInvoice', { chat_id, ...fields });
      const wanted = description === null ? undefined : `Bad Request: ${description}`;
      assert.deepEqual([ok, said], [description === null, wanted], JSON.stringify(fields));
    }
    const pay = { chat_id, text: 'x', reply_markup: keyboard([{ text: 'Buy', pay: true }]) };
    assert.equal((await client.bot('sendMessage', pay)).description, 'Bad Request: BUTTON_TYPE_INVALID');
    assert.match(
      (await client.bot('sendInvoice', { ...CARD, chat_id: 1 })).description ?? '',
      /chat not found/,
    );
  }));

test('an invoice is a message with its terms and without its payload', () =>
  withSandbox({}, async (client) => {
    const chatId = await client.visitor();
    const answer = await client.bot('sendInvoice', { chat_id: chatId, ...CARD });
    const messageId = answer.result.message_id;
    assert.deepEqual(answer.result.invoice, {
      title: 'Atlas Secure VPN',
      description: 'Basic, 1 month',
      start_parameter: 'pay',
      currency: 'RUB',
      total_amount: 14_900,
    });
    const place = { chat_id: chatId, message_id: messageId };
    const edit = await client.bot('editMessageText', { ...place, text: 'x' });
    assert.equal(edit.description, 'Bad Request: there is no text in the message to edit');
    assert.equal(
      JSON.stringify((await client.chat<ChatState>('state')).messages).includes('invoice-1'),
      false,
    );
    assert.equal((await client.bot('deleteMessage', place)).ok, true);
    await assert.rejects(pay(client, { chatId, messageId }), /was deleted/);
    await assert.rejects(pay(client, { chatId, messageId: messageId + 1 }), /no such invoice/);
  }));

test('a payment asks first, is paid after a yes, and tells of it', () =>
  withSandbox({}, async (client) => {
    for (const [offer, amount] of [
      [CARD, 14_900],
      [STARS, 125],
    ] as const) {
      const { chatId, messageId } = await open(client, offer);
      const paying = pay(client, { chatId, messageId });
      const query = await nextQuery(client);
      const terms = { currency: offer.currency, total_amount: amount, invoice_payload: 'invoice-1' };
      const { id, from, ...asked } = query;
      assert.deepEqual([from.id, asked], [chatId, terms]);
      assert.deepEqual(await answerQuery(client, id), 'ok');
      assert.equal(await answerQuery(client, id), TOO_OLD, 'a second answer comes too late');
      const outcome = await paying;
      assert.equal(outcome.outcome, 'paid');
      const [charge] = (await charges(client)).slice(-1);
      const message = (await updates(client)).at(-1)?.message;
      assert.equal(message?.from.id, chatId);
      assert.deepEqual(message?.successful_payment, {
        ...terms,
        telegram_payment_charge_id: charge?.chargeId,
        provider_payment_charge_id: charge?.providerChargeId,
      });
      assert.deepEqual(outcome, { outcome: 'paid', chargeId: charge?.chargeId });
      const state = await client.chat<ChatState>('state');
      const shown = state.messages.filter((one) => one.chatId === chatId).slice(-2);
      assert.deepEqual(
        shown.map(({ invoice, note }) => invoice?.isPaid ?? note?.kind),
        [true, 'successful_payment'],
      );
      assert.equal(await nextNothing(client), 'nothing');
    }
  }));

test('a no is shown to the payer, silence ends after ten seconds, and neither is paid', () =>
  withSandbox({}, async (client) => {
    const invoice = await open(client, CARD);
    const declined = pay(client, invoice);
    const { id } = await nextQuery(client);
    const wordless = await client.bot('answerPreCheckoutQuery', { pre_checkout_query_id: id, ok: false });
    assert.equal(wordless.description, 'Bad Request: parameter "error_message" is required');
    assert.equal(await answerQuery(client, id, 'Sold out'), 'ok');
    assert.deepEqual(await declined, { outcome: 'declined', errorMessage: 'Sold out' });
    const silent = pay(client, invoice);
    const late = await nextQuery(client);
    await client.chat('clock', { advanceMs: 9_999 });
    await client.chat('clock', { advanceMs: 1 });
    assert.deepEqual(await silent, { outcome: 'unanswered' });
    assert.equal(await answerQuery(client, late.id), TOO_OLD);
    assert.equal(await answerQuery(client, '12345'), TOO_OLD);
    assert.deepEqual(await charges(client), []);
    assert.equal(await nextNothing(client), 'nothing');
  }));

test('the question comes by webhook too, and the answer may ride on its reply', async () => {
  await using receiver = await startReceiver();
  receiver.answerWith(({ body }, response) => {
    const query = body.pre_checkout_query as Query | undefined;
    const answer = { method: 'answerPreCheckoutQuery', pre_checkout_query_id: query?.id, ok: true };
    response.end(query ? JSON.stringify(answer) : '');
  });
  await withSandbox({}, async (client) => {
    const invoice = await open(client, CARD);
    await client.bot('setWebhook', { url: receiver.url });
    assert.equal((await pay(client, invoice)).outcome, 'paid');
    const kinds = (await receiver.waitFor(2)).map(({ body }) => Object.keys(body)[1]);
    assert.deepEqual(kinds, ['pre_checkout_query', 'message']);
  });
});

test('the unusual payments: by another person, of other money, unasked, and told again and again', () =>
  withSandbox({}, async (client) => {
    const invoice = await open(client, CARD);
    const other = await client.visitor('Boris');
    await updates(client);
    const paying = pay(client, { ...invoice, payerId: other, totalAmount: 1, currency: 'XTR' });
    const query = await nextQuery(client);
    assert.deepEqual([query.from.id, query.total_amount, query.currency], [other, 1, 'XTR']);
    await answerQuery(client, query.id);
    assert.equal((await paying).outcome, 'paid');
    const [told] = await updates(client);
    assert.equal(told?.message?.chat.id, other);
    const place = { chat_id: invoice.chatId, message_id: invoice.messageId };
    await client.bot('deleteMessage', place);
    assert.equal((await pay(client, { ...invoice, skipCheckout: true, times: 3 })).outcome, 'paid');
    const again = await updates(client);
    const ids = new Set(again.map(({ update_id }) => update_id));
    const messages = new Set(again.map(({ message }) => JSON.stringify(message)));
    assert.deepEqual([ids.size, messages.size], [3, 1]);
    assert.equal((await charges(client)).length, 2);
  }));

test('stars go back once, and the books say both', () =>
  withSandbox({}, async (client) => {
    const { chatId, messageId } = await open(client, STARS);
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      const outcome = await pay(client, { chatId, messageId, skipCheckout: true });
      ids.push(outcome.outcome === 'paid' ? outcome.chargeId : '');
      await client.chat('clock', { advanceMs: 1_000 });
    }
    const [first = '', second = '', third = ''] = ids;
    await updates(client);
    const refund = async (id: string, user_id = chatId) => {
      const asked = { user_id, telegram_payment_charge_id: id };
      const { ok, description } = await client.bot('refundStarPayment', asked);
      return ok ? 'ok' : description;
    };
    assert.equal(await refund('stx-unknown'), 'Bad Request: CHARGE_NOT_FOUND');
    assert.equal(await refund(second, chatId + 1), 'Bad Request: CHARGE_NOT_FOUND');
    assert.equal(await refund(second), 'ok');
    assert.equal(await refund(second), 'Bad Request: CHARGE_ALREADY_REFUNDED');
    await client.chat('payments/chargeback', { chargeId: third });
    assert.equal(await refund(third), 'Bad Request: CHARGE_ALREADY_REFUNDED');
    await assert.rejects(client.chat('payments/chargeback', { chargeId: third }), /has been given back/);
    const refunded = (await updates(client)).map(
      ({ message }) => message?.refunded_payment?.telegram_payment_charge_id,
    );
    assert.deepEqual(refunded, [second, third]);
    assert.deepEqual(await transactions(client), [
      ...[first, second, third].map((id) => `${id} in 125`),
      `${second} out 125`,
      `${third} out 125`,
    ]);
    assert.deepEqual(await transactions(client, { offset: 1, limit: 1 }), [`${second} in 125`]);
    assert.equal(
      (await transactions(client, { limit: 1_000 })).length,
      5,
      'too large a limit is the largest',
    );
    assert.deepEqual((await client.bot('getMyStarBalance')).result, { amount: 125 });
    const [, given, taken] = await charges(client);
    assert.deepEqual([given?.isChargeback, taken?.isChargeback], [undefined, true]);
  }));

test('a card payment is in no books of stars, and is not refunded by Telegram', () =>
  withSandbox({}, async (client) => {
    const invoice = await open(client, CARD);
    const outcome = await pay(client, { ...invoice, skipCheckout: true });
    const chargeId = outcome.outcome === 'paid' ? outcome.chargeId : '';
    const asked = { user_id: invoice.chatId, telegram_payment_charge_id: chargeId };
    const refund = await client.bot('refundStarPayment', asked);
    assert.equal(refund.description, 'Bad Request: CHARGE_NOT_FOUND');
    assert.deepEqual(await transactions(client), []);
  }));

test('planned faults strike the payment methods like every other', () =>
  withSandbox({}, async (client) => {
    const chat_id = await client.visitor();
    await client.chat('faults', { method: 'sendInvoice', kind: 'close', when: 'after' });
    await assert.rejects(client.bot('sendInvoice', { chat_id, ...CARD }));
    const { messages } = await client.chat<ChatState>('state');
    assert.equal(messages.filter(({ invoice }) => invoice).length, 1, 'it took effect');
    await client.chat('faults', { method: 'getStarTransactions', kind: 'status', status: 429 });
    assert.equal((await client.bot('getStarTransactions')).status, 429);
  }));

test('no payment, question or refund is lost by kill -9', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'atlas-sandbox-'));
  const environment = { DATA_DIR: directory, SANDBOX_PROVIDER_TOKEN: '1234:TEST:9' };
  let running = await run(environment);
  try {
    const { client } = running;
    const card = await open(client, { ...CARD, provider_token: '1234:TEST:9' });
    const stars = await open(client, STARS);
    const paid = await pay(client, { ...stars, skipCheckout: true });
    assert.equal(paid.outcome, 'paid');
    const refund = {
      user_id: stars.chatId,
      telegram_payment_charge_id: paid.outcome === 'paid' ? paid.chargeId : '',
    };
    assert.equal((await client.bot('refundStarPayment', refund)).ok, true);
    await updates(client);
    const lost = assert.rejects(pay(client, card), 'the payer waits when the process dies');
    const query = await nextQuery(client);
    const [before, books] = [await charges(client), await transactions(client)];
    await stop(running.child, 'SIGKILL');
    await lost;

    running = await run(environment);
    const after = running.client;
    assert.deepEqual([await charges(after), await transactions(after)], [before, books]);
    const again = await after.bot('refundStarPayment', refund);
    assert.equal(again.description, 'Bad Request: CHARGE_ALREADY_REFUNDED');
    assert.equal(await answerQuery(after, query.id), 'ok', 'the question still waits');
    assert.equal((await charges(after)).length, 2);
    assert.ok((await updates(after)).at(-1)?.message?.successful_payment);
    const { messages } = await after.chat<ChatState>('state');
    assert.equal(messages.find(({ messageId }) => messageId === card.messageId)?.invoice?.isPaid, true);
    assert.equal(await stop(running.child, 'SIGTERM'), 0);
  } finally {
    running.child.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  }
});

function keyboard(row: object[]): object {
  return { inline_keyboard: [row] };
}

type Opened = { chatId: number; messageId: number };

/** A new customer with an invoice; the updates up to here are read. */
async function open(client: SandboxClient, offer: object): Promise<Opened> {
  const chatId = await client.visitor();
  const answer = await client.bot('sendInvoice', { chat_id: chatId, ...offer });
  assert.equal(answer.ok, true, answer.description);
  await updates(client);
  return { chatId, messageId: answer.result.message_id };
}

function pay(client: SandboxClient, wish: PayWish): Promise<PayOutcome> {
  return client.chat<PayOutcome>('payments/pay', wish);
}

/** Reads and confirms what is pending. */
async function updates(client: SandboxClient, timeout = 0): Promise<Update[]> {
  const { result } = await client.bot('getUpdates', { timeout });
  const found = result as unknown as Update[];
  const last = found.at(-1);
  if (last) await client.bot('getUpdates', { offset: last.update_id + 1 });
  return found;
}

async function nextQuery(client: SandboxClient): Promise<Query> {
  const [update] = await updates(client, 5);
  return update?.pre_checkout_query ?? assert.fail(`no question: ${JSON.stringify(update)}`);
}

async function nextNothing(client: SandboxClient): Promise<string> {
  const [update] = await updates(client);
  return update ? JSON.stringify(update) : 'nothing';
}

/** Yes, or no with a reason. */
async function answerQuery(client: SandboxClient, id: string, refusal?: string): Promise<string | undefined> {
  const answer = refusal === undefined ? { ok: true } : { ok: false, error_message: refusal };
  const { ok, description } = await client.bot('answerPreCheckoutQuery', {
    pre_checkout_query_id: id,
    ...answer,
  });
  return ok ? 'ok' : description;
}

function charges(client: SandboxClient): Promise<Charge[]> {
  return client.chat<Charge[]>('payments');
}

async function transactions(client: SandboxClient, page: object = {}): Promise<string[]> {
  const { result } = await client.bot('getStarTransactions', page);
  const list = result.transactions as { id: string; amount: number; source?: object; receiver?: object }[];
  return list.map(({ id, amount, source, receiver }) => {
    assert.notEqual(source === undefined, receiver === undefined);
    return `${id} ${source ? 'in' : 'out'} ${amount}`;
  });
}
