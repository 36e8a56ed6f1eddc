import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { FaultPlan, PlannedFault } from '../state/fault-plan.ts';
import type { Journal } from '../state/journal.ts';
import { type Exchange, HttpRefusal, pause, readBody, sendJson } from '../transport/http.ts';
import { readParameters, type Upload } from '../transport/parameters.ts';
import * as editing from './methods/editing.ts';
import type { Bot, Method, MethodAnswer } from './methods/method.ts';
import * as payments from './methods/payments.ts';
import * as profile from './methods/profile-methods.ts';
import * as receiving from './methods/receiving.ts';
import * as sending from './methods/sending.ts';
import { pictureType } from './picture.ts';
import { ApiRefusal, tooManyRequests } from './refusal.ts';
import { createParameterCheck } from './schema.ts';

/** Method names are case-insensitive on the wire; here in the spelling of the documentation. */
const METHODS: Record<string, Method> = {
  getMe: profile.getMe,
  getUpdates: receiving.getUpdates,
  setWebhook: receiving.setWebhook,
  deleteWebhook: receiving.deleteWebhook,
  getWebhookInfo: receiving.getWebhookInfo,
  answerCallbackQuery: receiving.answerCallbackQuery,
  sendMessage: sending.sendMessage,
  sendPhoto: sending.sendPhoto,
  sendDocument: sending.sendDocument,
  sendChatAction: sending.sendChatAction,
  editMessageText: editing.editMessageText,
  editMessageCaption: editing.editMessageCaption,
  editMessageMedia: editing.editMessageMedia,
  editMessageReplyMarkup: editing.editMessageReplyMarkup,
  deleteMessage: editing.deleteMessage,
  setMyCommands: profile.setMyCommands,
  getMyCommands: profile.getMyCommands,
  setMyDescription: profile.storeText('description'),
  setMyShortDescription: profile.storeText('short-description'),
  setChatMenuButton: profile.storeText('menu-button'),
  getFile: profile.getFile,
  sendInvoice: payments.sendInvoice,
  answerPreCheckoutQuery: payments.answerPreCheckoutQuery,
  refundStarPayment: payments.refundStarPayment,
  getStarTransactions: payments.getStarTransactions,
  getMyStarBalance: payments.getMyStarBalance,
};
const NAME_OF = new Map(Object.keys(METHODS).map((name) => [name.toLowerCase(), name]));
/** A document of 50 MB and its fields. */
const MAX_BODY_BYTES = 51 * 1024 * 1024;
/** Not callable from a webhook's answer. Source: payments.md §2.2, "Reply trick". */
const NOT_IN_REPLY = /^(get|setwebhook$|deletewebhook$)/i;

export type CallCounts = Record<string, { ok: number; refused: number }>;

/** The Bot API's doors: HTTP calls, and calls that ride on a webhook's answer. */
export type BotApi = {
  /** Serves `/bot<token>/<method>`. */
  serve(exchange: Exchange): Promise<void>;
  /** Serves `/file/bot<token>/photos/<fileId>` and `/file/bot<token>/documents/<fileId>`. */
  serveFile(exchange: Exchange): void;
  runReply(body: unknown): Promise<void>;
  counts(): CallCounts;
};

type Dependencies = { bot: () => Bot; token: string; journal: Journal; faults: FaultPlan; logger: Logger };
type Answer = { status: number; body: Record<string, unknown> };

export function createBotApi({ bot, token, journal, faults, logger }: Dependencies): BotApi {
  const checks = createParameterCheck();
  const counts: CallCounts = {};

  const run = async (name: string, call: RawCall): Promise<Answer> => {
    counts[name] ??= { ok: 0, refused: 0 };
    const count = counts[name];
    try {
      const method = METHODS[name];
      if (!method) throw new ApiRefusal(404, 'Not Found: method not found');
      const values = checks.check(name, withAttachments(call));
      const answer = await method(bot(), { values, uploads: call.uploads, gone: call.gone });
      await journal.durable();
      count.ok += 1;
      return success(answer);
    } catch (error) {
      count.refused += 1;
      if (!(error instanceof ApiRefusal))
        logger.error({ method: name, reason: describeError(error) }, 'method failed');
      await journal.durable();
      return failure(error);
    }
  };
  return {
    async serve({ request, response, url }) {
      const [, given, wanted] = /^\/bot([^/]+)\/([^/]+)$/.exec(url.pathname) ?? [];
      if (given === undefined || wanted === undefined) return sendAnswer(response, notFound());
      if (decodeURIComponent(given) !== token) return sendAnswer(response, unauthorized());
      const name = NAME_OF.get(wanted.toLowerCase());
      if (!name) return sendAnswer(response, notFound());
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      const fault = faults.take('telegram', name);
      if (fault?.when === 'before') {
        await pause(fault.delayMs ?? 0);
        if (fault.kind !== 'delay') return misbehave(response, fault);
      }
      const answer = await readCall({ request, response, url }, gone.signal).then(
        (call) => run(name, call),
        failure,
      );
      if (fault?.when === 'after') {
        await pause(fault.delayMs ?? 0);
        if (fault.kind !== 'delay') return misbehave(response, fault);
      }
      sendAnswer(response, answer);
    },
    serveFile({ response, url }) {
      const [, given, folder, fileId = ''] =
        /^\/file\/bot([^/]+)\/(photos|documents)\/([^/]+)$/.exec(url.pathname) ?? [];
      if (given === undefined || decodeURIComponent(given) !== token) return sendAnswer(response, notFound());
      const { files } = bot();
      const found = folder === 'photos' ? files.findPhoto(fileId) : files.findDocument(fileId);
      if (!found) return sendAnswer(response, notFound());
      const type = 'photo' in found ? pictureType(found.bytes) : found.document.mimeType;
      response.writeHead(200, { 'content-type': type });
      response.end(found.bytes);
    },
    async runReply(body) {
      if (typeof body !== 'object' || body === null || !('method' in body)) return;
      const { method, ...values } = body as { method: unknown };
      const name = NAME_OF.get(String(method).toLowerCase());
      if (!name || NOT_IN_REPLY.test(name)) return;
      await run(name, { values, uploads: new Map(), gone: new AbortController().signal });
    },
    counts: () => counts,
  };
}

type RawCall = { values: Record<string, unknown>; uploads: Map<string, Upload>; gone: AbortSignal };

async function readCall({ request, url }: Exchange, gone: AbortSignal): Promise<RawCall> {
  const body = request.method === 'GET' ? Buffer.alloc(0) : await readBody(request, MAX_BODY_BYTES);
  return { ...readParameters(request, url, body), gone };
}

/** A file uploaded under a parameter's own name stands for that parameter. */
function withAttachments(call: RawCall): Record<string, unknown> {
  const values = { ...call.values };
  for (const name of ['photo', 'document', 'certificate']) {
    if (call.uploads.has(name) && values[name] === undefined) values[name] = `attach://${name}`;
  }
  return values;
}

function success({ result, description }: MethodAnswer): Answer {
  return { status: 200, body: { ok: true, result, ...(description ? { description } : {}) } };
}

function failure(error: unknown): Answer {
  if (error instanceof HttpRefusal) {
    const code = error.status === 413 ? 413 : 400;
    const prefix = code === 413 ? 'Request Entity Too Large' : `Bad Request: ${error.message}`;
    return failure(new ApiRefusal(code, prefix));
  }
  const refusal = error instanceof ApiRefusal ? error : internalError();
  const { code, message, retryAfterSeconds } = refusal;
  const parameters =
    retryAfterSeconds === undefined ? {} : { parameters: { retry_after: retryAfterSeconds } };
  return { status: code, body: { ok: false, error_code: code, description: message, ...parameters } };
}

function notFound(): Answer {
  return failure(new ApiRefusal(404, 'Not Found: method not found'));
}

function unauthorized(): Answer {
  return failure(new ApiRefusal(401, 'Unauthorized'));
}

function sendAnswer(response: Exchange['response'], { status, body }: Answer): void {
  const retryAfter = (body.parameters as { retry_after?: number } | undefined)?.retry_after;
  if (retryAfter !== undefined && !response.destroyed) response.setHeader('retry-after', retryAfter);
  sendJson(response, status, body);
}

function misbehave(response: Exchange['response'], fault: PlannedFault): void {
  const { kind, status = 500, retryAfterSeconds = 1 } = fault;
  if (kind === 'close') response.destroy();
  else if (status === 429) sendAnswer(response, failure(tooManyRequests(retryAfterSeconds)));
  else if (status === 500) sendAnswer(response, failure(internalError()));
  else if (status < 500) sendAnswer(response, failure(new ApiRefusal(status, 'planned fault')));
  else {
    // A gateway in front of Telegram answers in HTML.
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end(`<html><body><h1>${status}</h1></body></html>`);
  }
}

function internalError(): ApiRefusal {
  return new ApiRefusal(500, 'Internal Server Error: restart');
}
