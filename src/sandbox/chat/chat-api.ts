import { z } from 'zod';
import type { ChatState } from '../contract/chat.ts';
import { type Invoices, toCryptoInvoice } from '../crypto-pay/invoices.ts';
import type { WebhookSender } from '../crypto-pay/webhook-sender.ts';
import type { Journal } from '../state/journal.ts';
import { toChatCustomer } from '../telegram/customer-actions.ts';
import { toChatMessage } from '../telegram/message-views.ts';
import { pictureType } from '../telegram/picture.ts';
import type { Telegram } from '../telegram/telegram.ts';
import { type Exchange, HttpRefusal, readBody, sendJson } from '../transport/http.ts';
import type { EventStreams } from './event-stream.ts';
import type { Switchboard } from './switchboard.ts';

/** Far above the longest text a customer may send. */
const MAX_BODY_BYTES = 64 * 1024;
/** What a page shows of each chat. */
const MESSAGES_SHOWN = 200;
const INVOICES_SHOWN = 500;
const MAX_DUPLICATES = 100;
const MAX_DELAY_MS = 86_400_000;

const createCustomer = z.strictObject({
  firstName: z.string().trim().min(1).max(64),
  username: z
    .string()
    .regex(/^[A-Za-z0-9_]{1,32}$/)
    .optional(),
  languageCode: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)?$/)
    .optional(),
  isAdmin: z.boolean().optional(),
});
const sendText = z.strictObject({ chatId: z.int(), text: z.string() });
const pressButton = z.strictObject({ chatId: z.int(), messageId: z.int(), data: z.string() });
const switches = z.strictObject({
  duplicateNextWebhook: z.int().min(0).max(MAX_DUPLICATES).optional(),
  delayNextWebhookMs: z.int().min(0).max(MAX_DELAY_MS).optional(),
  nodeDown: z.boolean().optional(),
});

export type ChatDependencies = {
  telegram: Telegram;
  invoices: Invoices;
  sender: WebhookSender;
  switchboard: Switchboard;
  streams: EventStreams;
  journal: Journal;
};

/** A handler of one route: the parsed body in, the answer or its promise out. Throws: HttpRefusal. */
export type ChatRoute = (body: unknown, url: URL) => unknown;

/** The routes of `contract/chat.ts` that answer JSON, by "METHOD path". */
export function chatRoutes(dependencies: ChatDependencies): Record<string, ChatRoute> {
  const { telegram, switchboard } = dependencies;
  return {
    'GET /chat/state': () => readState(dependencies),
    'POST /chat/customers': (body) => {
      const { firstName, username, languageCode, isAdmin = false } = parseBody(createCustomer, body);
      return toChatCustomer(
        telegram.customers.create({
          firstName,
          isAdmin,
          ...(username === undefined ? {} : { username }),
          ...(languageCode === undefined ? {} : { languageCode }),
        }),
      );
    },
    'POST /chat/messages': (body) => telegram.customers.write(parseBody(sendText, body)),
    'POST /chat/callbacks': (body) => ({
      callbackId: telegram.customers.press(parseBody(pressButton, body)),
    }),
    'POST /chat/switches': (body) => {
      const wanted = parseBody(switches, body);
      return switchboard.change(
        Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
      );
    },
  };
}

/** Serves everything under `/chat/`: `routes` by exact path, then streams, files and payments. */
export async function serveChat(
  exchange: Exchange,
  dependencies: ChatDependencies,
  routes: Record<string, ChatRoute>,
): Promise<void> {
  const { request, response, url } = exchange;
  const { method = 'GET' } = request;
  if (method === 'GET' && url.pathname === '/chat/events') return dependencies.streams.open(response);
  const fileId = /^\/chat\/files\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (method === 'GET' && fileId) return sendFile(exchange, dependencies, fileId);
  const route = routes[`${method} ${url.pathname}`];
  const invoiceId = /^\/chat\/invoices\/(\d{1,15})\/pay$/.exec(url.pathname)?.[1];
  if (!route && !(method === 'POST' && invoiceId)) throw new HttpRefusal(404, 'no such route');
  const body = method === 'GET' ? undefined : await readJson(exchange);
  const result = route ? await route(body, url) : payInvoice(dependencies, Number(invoiceId));
  await dependencies.journal.durable();
  sendJson(response, 200, result);
}

/** Throws: HttpRefusal 400 naming the first wrong field. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HttpRefusal(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`);
}

function payInvoice({ invoices, sender, switchboard }: ChatDependencies, invoiceId: number): unknown {
  const paid = invoices.pay(invoiceId);
  sender.send(paid, switchboard.takeWebhookDelays());
  return toCryptoInvoice(paid);
}

function readState({ telegram, invoices, switchboard }: ChatDependencies): ChatState {
  const { bot } = telegram;
  const customers = bot.chats.listCustomers();
  return {
    botUsername: bot.identity.username,
    ...(bot.adminId === undefined ? {} : { adminId: bot.adminId }),
    botCommands: bot.profile.shownCommands(),
    core: switchboard.core(),
    customers: customers.map(toChatCustomer),
    messages: customers.flatMap(({ telegramId }) =>
      bot.chats
        .listMessages(telegramId)
        .filter((message) => !message.isDeleted)
        .slice(-MESSAGES_SHOWN)
        .map(toChatMessage),
    ),
    invoices: invoices.all().slice(-INVOICES_SHOWN).map(toCryptoInvoice),
    switches: switchboard.switches(),
  };
}

/** A picture is shown; a document is only ever saved, whatever it is. */
function sendFile({ response }: Exchange, { telegram }: ChatDependencies, fileId: string): void {
  const { files } = telegram.bot;
  const found = files.findPhoto(fileId) ?? files.findDocument(fileId);
  if (!found) throw new HttpRefusal(404, 'no such file');
  const headers =
    'photo' in found
      ? { 'content-type': pictureType(found.bytes) }
      : {
          'content-type': found.document.mimeType,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.document.fileName)}`,
        };
  response.writeHead(200, {
    ...headers,
    'content-length': found.bytes.length,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=86400, immutable',
  });
  response.end(found.bytes);
}

async function readJson({ request }: Exchange): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpRefusal(400, 'the body is not JSON');
  }
}
