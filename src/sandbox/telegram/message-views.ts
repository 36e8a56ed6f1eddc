import type { ChatButton, ChatMessage } from '../contract/chat.ts';
import type { Customer } from './chats.ts';
import type { BotIdentity, Document, InlineButton, Photo, ServiceNote, StoredMessage } from './wire.ts';

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
  return {
    message_id: message.messageId,
    from: message.from === 'bot' ? renderBot(bot) : renderUser(customer),
    chat: renderChat(customer),
    date: message.date,
    ...(message.editDate === undefined ? {} : { edit_date: message.editDate }),
    ...renderContent(message),
    ...(message.keyboard ? { reply_markup: message.keyboard } : {}),
  };
}

function renderContent({ text, entities, photo, document, invoice, note }: StoredMessage): Json {
  if (note) return { [note.kind]: renderNote(note) };
  if (invoice) {
    const { title, description, startParameter, currency, totalAmount } = invoice;
    return {
      invoice: { title, description, start_parameter: startParameter, currency, total_amount: totalAmount },
    };
  }
  if (!photo && !document) return { text, ...(entities.length > 0 ? { entities } : {}) };
  return {
    ...(photo ? { photo: [renderPhoto(photo)] } : {}),
    ...(document ? { document: renderDocument(document) } : {}),
    ...(text ? { caption: text } : {}),
    ...(entities.length > 0 ? { caption_entities: entities } : {}),
  };
}

function renderNote({ currency, totalAmount, payload, chargeId, providerChargeId }: ServiceNote): Json {
  return {
    currency,
    total_amount: totalAmount,
    invoice_payload: payload,
    telegram_payment_charge_id: chargeId,
    provider_payment_charge_id: providerChargeId,
  };
}

/** A message as the chat page shows it; buttons a browser cannot act on are left out. */
export function toChatMessage(message: StoredMessage): ChatMessage {
  const { chatId, messageId, from, date, editDate, text, entities, photo, document, invoice, note } = message;
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
    ...(document ? { document: toChatDocument(document) } : {}),
    ...(invoice ? { invoice: toChatInvoice(invoice) } : {}),
    ...(note ? { note: { kind: note.kind, currency: note.currency, totalAmount: note.totalAmount } } : {}),
    buttons: shownKeyboard(message).map((row) => row.flatMap(toChatButton)),
  };
}

function toChatDocument({ fileId, fileName, sizeBytes }: Document): NonNullable<ChatMessage['document']> {
  return { fileId, fileName, sizeBytes };
}

function toChatInvoice(invoice: NonNullable<StoredMessage['invoice']>): NonNullable<ChatMessage['invoice']> {
  const { title, description, currency, totalAmount, isPaid } = invoice;
  return { title, description, currency, totalAmount, isPaid };
}

/** An invoice without a keyboard gets its Pay button from the client, in the client's words. */
function shownKeyboard({ keyboard, invoice }: StoredMessage): InlineButton[][] {
  if (keyboard) return keyboard.inline_keyboard;
  return invoice ? [[{ text: '', pay: true }]] : [];
}

function toChatButton(button: InlineButton): ChatButton[] {
  const { text } = button;
  if (button.callback_data !== undefined) return [{ kind: 'callback', text, data: button.callback_data }];
  if (button.url !== undefined) return [{ kind: 'url', text, url: button.url }];
  if (button.pay === true) return [{ kind: 'pay', text }];
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

function renderDocument(document: Document): Json {
  return {
    file_id: document.fileId,
    file_unique_id: document.uniqueId,
    file_size: document.sizeBytes,
    file_name: document.fileName,
    mime_type: document.mimeType,
  };
}
