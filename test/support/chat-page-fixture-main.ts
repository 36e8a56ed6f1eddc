/**
 * The chat page with a canned sandbox behind it: `node test/support/chat-page-fixture-main.ts [--empty] [--simulated]`.
 * For looking at the page alone. Prints its address; `POST /fixture/drop` ends the event streams,
 * `POST /fixture/events` sends one event to every page.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWeb } from '../../src/lib/web-bundle.ts';
import type {
  ChatEvent,
  ChatMessage,
  CreateCustomer,
  CryptoInvoice,
  PayInvoice,
  PayOutcome,
  PressButton,
  SendText,
  Switches,
} from '../../src/sandbox/contract/chat.ts';
import {
  cannedState,
  emptyState,
  menuButtons,
  payUrl,
  pictureSvg,
  planText,
  salesCsv,
} from './chat-page-canned-state.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const now = () => Math.floor(Date.now() / 1000);
const isSimulated = process.argv.includes('--simulated');
const state = process.argv.includes('--empty') ? emptyState(isSimulated) : cannedState(now(), isSimulated);
const streams = new Set<ServerResponse>();
const directory = await bundleWeb({
  sourceDir: fileURLToPath(new URL('../../web/chat', import.meta.url)),
  outDir: join(tmpdir(), 'atlas-chat-page-fixture'),
});
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
let lastId = 1000;
const nextId = () => {
  lastId += 1;
  return lastId;
};

function emit(event: ChatEvent): void {
  for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
}

function put(message: ChatMessage): ChatMessage {
  const index = state.messages.findIndex(
    ({ chatId, messageId }) => chatId === message.chatId && messageId === message.messageId,
  );
  if (index < 0) state.messages.push(message);
  else state.messages[index] = message;
  emit({ type: index < 0 ? 'message' : 'message-edited', message });
  return message;
}

function say(chatId: number, text: string, more: Partial<ChatMessage> = {}): ChatMessage {
  const base = {
    chatId,
    messageId: nextId(),
    from: 'bot',
    date: now(),
    text,
    entities: [],
    buttons: [],
  } as const;
  return put({ ...base, entities: [], buttons: [], ...more });
}

function takeText({ chatId, text }: SendText): ChatMessage {
  if (text === 'refuse') throw new Error('Bad Request: the sandbox refuses this text');
  const entities = /^\/\w+/.test(text)
    ? [{ type: 'bot_command', offset: 0, length: /^\/\w+/.exec(text)?.[0].length ?? 0 }]
    : [];
  const message = say(chatId, text, { from: 'customer', entities });
  emit({ type: 'chat-action', chatId, action: 'typing' });
  setTimeout(() => {
    if (text.startsWith('/start')) say(chatId, planText, { buttons: menuButtons });
    else say(chatId, `You said: ${text}`);
  }, 700);
  return message;
}

function takePress({ chatId, messageId, data }: PressButton): { callbackId: string } {
  const callbackId = `cb-${nextId()}`;
  const answer = (text = '', showAlert = false) =>
    emit({ type: 'callback-answered', chatId, callbackId, text, showAlert });
  const message = state.messages.find((one) => one.chatId === chatId && one.messageId === messageId);
  const acts: Record<string, () => void> = {
    toast: () => answer('Language saved: English 🇬🇧'),
    alert: () => answer('No active subscription yet.\nBuy a plan first.', true),
    expire: () => emit({ type: 'callback-expired', chatId, callbackId }),
    edit: () => {
      answer();
      if (message) put({ ...message, text: `${message.text}!`, editDate: now() });
    },
    delete: () => {
      answer('Removed');
      state.messages = state.messages.filter((one) => one !== message);
      emit({ type: 'message-deleted', chatId, messageId });
    },
    invoice: () => {
      answer();
      say(chatId, 'Pay 149 ₽ by Crypto Pay. I am waiting for the payment.', {
        buttons: [[{ kind: 'url', text: '💎 Pay 149 ₽', url: payUrl }]],
      });
    },
  };
  const { [data]: act = () => answer() } = acts;
  setTimeout(act, data === 'slow' ? 4000 : 350);
  return { callbackId };
}

function pay(invoiceId: number): CryptoInvoice {
  const invoice = state.invoices.find((one) => one.invoiceId === invoiceId);
  if (invoice?.status !== 'active') throw new Error('This invoice is not active');
  invoice.status = 'paid';
  emit({ type: 'invoice', invoice });
  setTimeout(() => {
    for (const { telegramId } of state.customers.slice(0, 1))
      say(telegramId, '✅ Paid. Your key is on its way.');
    setSwitches({ duplicateNextWebhook: 0, delayNextWebhookMs: 0 });
  }, 900);
  return invoice;
}

/** A bot that says no, says nothing, and then takes the money. */
const outcomes: PayOutcome[] = [
  { outcome: 'declined', errorMessage: 'This invoice has expired. Ask for a new one.' },
  { outcome: 'unanswered' },
  { outcome: 'paid', chargeId: 'charge-1' },
];

function payMessage({ chatId, messageId }: PayInvoice): PayOutcome {
  const message = state.messages.find((one) => one.chatId === chatId && one.messageId === messageId);
  const outcome = outcomes.shift();
  if (!message?.invoice || !outcome) throw new Error('This invoice cannot be paid');
  if (outcome.outcome !== 'paid') return outcome;
  const { currency, totalAmount } = message.invoice;
  put({ ...message, invoice: { ...message.invoice, isPaid: true } });
  say(chatId, '', { from: 'customer', note: { kind: 'successful_payment', currency, totalAmount } });
  return outcome;
}

function setSwitches(changes: Partial<Switches>): Switches {
  state.switches = { ...state.switches, ...changes };
  emit({ type: 'switches', switches: state.switches });
  return state.switches;
}

function addCustomer({ firstName, languageCode = 'en' }: CreateCustomer) {
  const telegramId = 700_000_000 + nextId();
  const customer = { telegramId, firstName, username: `guest${telegramId % 1000}`, languageCode };
  state.customers.push(customer);
  emit({ type: 'customer', customer });
  return customer;
}

function answerPost(path: string, body: unknown): unknown {
  const invoiceId = /^\/chat\/invoices\/(\d+)\/pay$/.exec(path)?.[1];
  if (invoiceId) return pay(Number(invoiceId));
  const routes: Record<string, () => unknown> = {
    '/chat/customers': () => addCustomer(body as CreateCustomer),
    '/chat/messages': () => takeText(body as SendText),
    '/chat/callbacks': () => takePress(body as PressButton),
    '/chat/payments/pay': () => payMessage(body as PayInvoice),
    '/chat/switches': () => setSwitches(body as Partial<Switches>),
    '/fixture/events': () => emit(body as ChatEvent) ?? {},
    '/fixture/drop': () => {
      for (const stream of streams) stream.destroy();
      return {};
    },
  };
  const route = routes[path];
  if (!route) throw new Error(`no route ${path}`);
  return route();
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': hello\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://page').pathname;
  const type = types[path === '/' ? '.html' : extname(path)];
  const reply = (status: number, type: string, body: string | Uint8Array) =>
    response.writeHead(status, { 'content-type': type, 'content-security-policy': policy }).end(body);
  if (request.method === 'POST') {
    try {
      reply(200, 'application/json', JSON.stringify(answerPost(path, await readBody(request))));
    } catch (error) {
      reply(
        400,
        'application/json',
        JSON.stringify({ error: error instanceof Error ? error.message : 'bad' }),
      );
    }
  } else if (type) reply(200, type, await readFile(join(directory, path === '/' ? 'index.html' : path)));
  else if (path === '/chat/state') reply(200, 'application/json', JSON.stringify(state));
  else if (path === '/chat/events') openStream(response);
  else if (path === '/chat/files/sales') reply(200, 'text/csv', salesCsv);
  else if (path === '/chat/files/qr') reply(200, 'image/svg+xml', pictureSvg());
  else reply(404, 'application/json', '{"error":"not found"}');
}

const server = createServer((request, response) => void handle(request, response));
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
