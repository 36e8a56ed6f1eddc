import type { Upload } from '../../transport/parameters.ts';
import { type Customer, reachableCustomer } from '../chats.ts';
import { readKeyboard } from '../keyboard.ts';
import { renderMessage, toChatMessage } from '../message-views.ts';
import { ApiRefusal, badRequest } from '../refusal.ts';
import {
  type FormattedText,
  formatText,
  MAX_CAPTION_LENGTH,
  MAX_TEXT_LENGTH,
} from '../text/formatted-text.ts';
import type { Document, Entity, Photo, StoredMessage } from '../wire.ts';
import { type Bot, type Call, type Method, type MethodAnswer, nowSeconds } from './method.ts';

type SendMessage = { chat_id: unknown; text: string; parse_mode?: string; entities?: Entity[] };
type Captioned = { chat_id: unknown; caption?: string; parse_mode?: string; caption_entities?: Entity[] };
type SendPhoto = Captioned & { photo?: string };
type SendDocument = Captioned & { document?: string };

export const sendMessage: Method = (bot, call) => {
  const wanted = call.values as SendMessage;
  const customer = writableCustomer(bot, wanted.chat_id);
  const formatted = messageText(wanted.text, wanted.parse_mode, wanted.entities);
  return sendContent(bot, call, { customer, ...formatted });
};

export const sendPhoto: Method = (bot, call) => {
  const wanted = call.values as SendPhoto;
  const customer = writableCustomer(bot, wanted.chat_id);
  const formatted = captionText(wanted.caption ?? '', wanted.parse_mode, wanted.caption_entities);
  const photo = readPhoto(bot, call, { field: 'photo', given: wanted.photo });
  return sendContent(bot, call, { customer, ...formatted, photo });
};

export const sendDocument: Method = (bot, call) => {
  const wanted = call.values as SendDocument;
  const customer = writableCustomer(bot, wanted.chat_id);
  const formatted = captionText(wanted.caption ?? '', wanted.parse_mode, wanted.caption_entities);
  const document = readDocument(bot, call, wanted.document);
  return sendContent(bot, call, { customer, ...formatted, document });
};

export const sendChatAction: Method = (bot, call) => {
  const customer = writableCustomer(bot, call.values.chat_id);
  bot.events.emit({
    type: 'chat-action',
    chatId: customer.telegramId,
    action: String(call.values.action),
  });
  return { result: true };
};

/** The text of a message after its entities. Throws: ApiRefusal for an empty or too long one. */
export function messageText(text: string, mode: string | undefined, entities?: Entity[]): FormattedText {
  const formatted = formatText(text, mode, entities);
  if (formatted.text === '') throw badRequest('message text is empty');
  if (formatted.text.length > MAX_TEXT_LENGTH) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a picture or document after its entities. Throws: ApiRefusal for a too long one. */
export function captionText(text: string, mode: string | undefined, entities?: Entity[]): FormattedText {
  const formatted = formatText(text, mode, entities);
  if (formatted.text.length > MAX_CAPTION_LENGTH) throw badRequest('message caption is too long');
  return formatted;
}

/** A picture uploaded in `field`, uploaded as `attach://name`, or sent before. No address is ever fetched. */
export function readPhoto(bot: Bot, call: Call, source: { field: string; given: string | undefined }): Photo {
  const { field, given } = source;
  const upload = findUpload(call, field, given);
  if (upload) return bot.files.insertPhoto(upload.bytes);
  if (given === undefined || given === '') throw badRequest('there is no photo in the request');
  const known = bot.files.findPhoto(given);
  if (known) return known.photo;
  if (bot.files.findDocument(given)) throw badRequest("can't use file of type Document as Photo");
  throw unknownFile(given);
}

/** A file from the same three places as a picture. */
function readDocument(bot: Bot, call: Call, given: string | undefined): Document {
  const upload = findUpload(call, 'document', given);
  if (upload) return bot.files.insertDocument(upload);
  if (given === undefined || given === '') throw badRequest('there is no document in the request');
  const known = bot.files.findDocument(given);
  if (known) return known.document;
  if (bot.files.findPhoto(given)) throw badRequest("can't use file of type Photo as Document");
  throw unknownFile(given);
}

function findUpload(call: Call, field: string, given: string | undefined): Upload | undefined {
  return call.uploads.get(given?.startsWith('attach://') ? given.slice('attach://'.length) : field);
}

function unknownFile(given: string): ApiRefusal {
  if (/^https?:/i.test(given)) return badRequest('failed to get HTTP URL content');
  return badRequest('wrong remote file identifier specified: Wrong string length');
}

/** Throws: ApiRefusal 400 for an unknown chat, 403 for a person who cannot be written to. */
export function writableCustomer(bot: Bot, chatId: unknown): Customer {
  const customer = reachableCustomer(bot.chats, chatId);
  if (customer.hasBlocked) throw new ApiRefusal(403, 'Forbidden: bot was blocked by the user');
  if (!customer.hasStarted) {
    throw new ApiRefusal(403, "Forbidden: bot can't initiate conversation with a user");
  }
  return customer;
}

type Outgoing = FormattedText &
  Pick<StoredMessage, 'photo' | 'document' | 'invoice'> & { customer: Customer };

/** Puts a message of the bot into a chat. Throws: ApiRefusal 400 for its keyboard or reply, 429. */
export function sendContent(bot: Bot, call: Call, outgoing: Outgoing): MethodAnswer {
  const { customer, text, entities, photo, document, invoice } = outgoing;
  const keyboard = readKeyboard(call.values.reply_markup, invoice !== undefined);
  const replyTo = readReply(bot, call, customer.telegramId);
  bot.limits.spend(customer.telegramId);
  const message: StoredMessage = bot.chats.insertMessage({
    chatId: customer.telegramId,
    from: 'bot',
    date: nowSeconds(bot),
    text,
    entities,
    ...(photo ? { photo } : {}),
    ...(document ? { document } : {}),
    ...(invoice ? { invoice } : {}),
    ...(keyboard ? { keyboard } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  bot.events.emit({ type: 'message', message: toChatMessage(message) });
  return { result: renderMessage(message, customer, bot.identity) };
}

function readReply(bot: Bot, call: Call, chatId: number): number | undefined {
  const reply = call.values.reply_parameters as
    | { message_id?: number; allow_sending_without_reply?: boolean }
    | undefined;
  if (reply?.message_id === undefined) return undefined;
  const target = bot.chats.findMessage(chatId, reply.message_id);
  if (target && !target.isDeleted) return target.messageId;
  if (reply.allow_sending_without_reply) return undefined;
  throw badRequest('message to be replied not found');
}
