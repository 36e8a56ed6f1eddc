import { type Customer, reachableCustomer } from '../chats.ts';
import { readKeyboard } from '../keyboard.ts';
import { renderMessage, toChatMessage } from '../message-views.ts';
import { badRequest } from '../refusal.ts';
import type { Entity, StoredMessage } from '../wire.ts';
import { type Bot, type Call, type Method, type MethodAnswer, nowSeconds } from './method.ts';
import { captionText, messageText, readPhoto } from './sending.ts';

/** A bot cannot delete what is older. Source: core.telegram.org/bots/api#deletemessage. */
const MAX_DELETABLE_AGE_SECONDS = 48 * 3_600;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same ' +
  'as a current content and reply markup of the message';

type Formatting = { text?: string; caption?: string; parse_mode?: string; entities?: Entity[] };

export const editMessageText: Method = (bot, call) => {
  const { customer, message } = editableMessage(bot, call);
  const wanted = call.values as Formatting;
  if (wanted.text === undefined) throw badRequest('message text is empty');
  if (message.photo || message.document || message.invoice)
    throw badRequest('there is no text in the message to edit');
  const formatted = messageText(wanted.text, wanted.parse_mode, wanted.entities);
  return replace(bot, customer, withKeyboard({ ...message, ...formatted }, call));
};

export const editMessageCaption: Method = (bot, call) => {
  const { customer, message } = editableMessage(bot, call);
  const wanted = call.values as Formatting & { caption_entities?: Entity[] };
  if (!message.photo && !message.document) throw badRequest('there is no caption in the message to edit');
  const formatted = captionText(wanted.caption ?? '', wanted.parse_mode, wanted.caption_entities);
  return replace(bot, customer, withKeyboard({ ...message, ...formatted }, call));
};

export const editMessageMedia: Method = (bot, call) => {
  const { customer, message } = editableMessage(bot, call);
  if (message.invoice) throw badRequest('there is no media in the message to edit');
  const media = call.values.media as Formatting & { media: string; caption_entities?: Entity[] };
  const formatted = captionText(media.caption ?? '', media.parse_mode, media.caption_entities);
  const photo = readPhoto(bot, call, { field: 'media', given: media.media });
  const { document: _old, ...rest } = message;
  return replace(bot, customer, withKeyboard({ ...rest, ...formatted, photo }, call));
};

export const editMessageReplyMarkup: Method = (bot, call) => {
  const { customer, message } = editableMessage(bot, call);
  return replace(bot, customer, withKeyboard({ ...message }, call));
};

export const deleteMessage: Method = (bot, call) => {
  const customer = reachableCustomer(bot.chats, call.values.chat_id);
  const message = bot.chats.findMessage(customer.telegramId, Number(call.values.message_id));
  if (!message || message.isDeleted) throw badRequest('message to delete not found');
  if (nowSeconds(bot) - message.date > MAX_DELETABLE_AGE_SECONDS) {
    throw badRequest("message can't be deleted for everyone");
  }
  bot.chats.saveMessage({ ...message, isDeleted: true });
  bot.events.emit({ type: 'message-deleted', chatId: message.chatId, messageId: message.messageId });
  return { result: true };
};

/** Refuses, in this order: unknown chat, no message id, unknown or deleted message, a customer's message. */
function editableMessage(bot: Bot, call: Call): { customer: Customer; message: StoredMessage } {
  const customer = reachableCustomer(bot.chats, call.values.chat_id);
  const messageId = call.values.message_id;
  if (typeof messageId !== 'number') throw badRequest('message identifier is not specified');
  const message = bot.chats.findMessage(customer.telegramId, messageId);
  if (!message || message.isDeleted) throw badRequest('message to edit not found');
  if (message.from !== 'bot') throw badRequest("message can't be edited");
  return { customer, message };
}

/** An edit without a keyboard removes the one that was there. */
function withKeyboard(message: StoredMessage, call: Call): StoredMessage {
  const keyboard = readKeyboard(call.values.reply_markup, message.invoice !== undefined);
  const { keyboard: _old, ...rest } = message;
  return keyboard ? { ...rest, keyboard } : rest;
}

function replace(bot: Bot, customer: Customer, edited: StoredMessage): MethodAnswer {
  const current = bot.chats.findMessage(edited.chatId, edited.messageId);
  if (current && contentOf(current) === contentOf(edited)) throw badRequest(NOT_MODIFIED);
  const saved: StoredMessage = { ...edited, editDate: nowSeconds(bot) };
  bot.chats.saveMessage(saved);
  bot.events.emit({ type: 'message-edited', message: toChatMessage(saved) });
  return { result: renderMessage(saved, customer, bot.identity) };
}

/** Key order inside a button or entity must not make two equal contents differ. */
function contentOf({ text, entities, photo, document, keyboard }: StoredMessage): string {
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value;
  return JSON.stringify([text, entities, photo?.fileId, document?.fileId, keyboard], sorted);
}
