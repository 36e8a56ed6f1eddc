import type { ChatButton, ChatMessage } from '../contract/chat.ts';
import type { Customer } from './chats.ts';
import type { BotIdentity, InlineButton, Photo, StoredMessage } from './wire.ts';

type Json = Record<string, unknown>;

/** The bot as a Bot API User. */
export function renderBot(bot: BotIdentity): Json {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username };
}

export function renderUser(customer: Customer): Json {
  return {
    id: customer.telegramId,
    is_bot: false,
    first_name: customer.firstName,
    username: customer.username,
    language_code: customer.languageCode,
  };
}

export function renderChat(customer: Customer): Json {
  return {
    id: customer.telegramId,
    first_name: customer.firstName,
    username: customer.username,
    type: 'private',
  };
}

/** A message as the Bot API sends it. */
export function renderMessage(message: StoredMessage, customer: Customer, bot: BotIdentity): Json {
  const entities = message.entities.length > 0 ? message.entities : undefined;
  const content = message.photo
    ? {
        photo: [renderPhoto(message.photo)],
        ...(message.text ? { caption: message.text } : {}),
        ...(entities ? { caption_entities: entities } : {}),
      }
    : { text: message.text, ...(entities ? { entities } : {}) };
  return {
    message_id: message.messageId,
    from: message.from === 'bot' ? renderBot(bot) : renderUser(customer),
    chat: renderChat(customer),
    date: message.date,
    ...(message.editDate === undefined ? {} : { edit_date: message.editDate }),
    ...content,
    ...(message.keyboard ? { reply_markup: message.keyboard } : {}),
  };
}

/** A message as the chat page shows it; buttons a browser cannot act on are left out. */
export function toChatMessage(message: StoredMessage): ChatMessage {
  const { chatId, messageId, from, date, editDate, text, entities, photo } = message;
  return {
    chatId,
    messageId,
    from,
    date,
    ...(editDate === undefined ? {} : { editDate }),
    text,
    entities: entities.map(({ type, offset, length, url }) => ({
      type,
      offset,
      length,
      ...(url === undefined ? {} : { url }),
    })),
    ...(photo ? { photo: { fileId: photo.fileId, width: photo.width, height: photo.height } } : {}),
    buttons: (message.keyboard?.inline_keyboard ?? []).map((row) => row.flatMap(toChatButton)),
  };
}

function toChatButton(button: InlineButton): ChatButton[] {
  const { text } = button;
  if (button.callback_data !== undefined) return [{ kind: 'callback', text, data: button.callback_data }];
  if (button.url !== undefined) return [{ kind: 'url', text, url: button.url }];
  if (button.copy_text !== undefined) return [{ kind: 'copy', text, copyText: button.copy_text.text }];
  return [];
}

function renderPhoto(photo: Photo): Json {
  return {
    file_id: photo.fileId,
    file_unique_id: photo.uniqueId,
    file_size: photo.sizeBytes,
    width: photo.width,
    height: photo.height,
  };
}
