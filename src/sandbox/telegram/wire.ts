import type { Currency, InvoiceOffer } from './payments/terms.ts';

/** The parts of the Bot API's objects that the emulator reads or writes. Source: core.telegram.org/bots/api. */

/** Offsets and lengths count UTF-16 code units. */
export type Entity = { type: string; offset: number; length: number; url?: string; language?: string };

export type InlineButton = {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  [other: string]: unknown;
};

export type InlineKeyboard = { inline_keyboard: InlineButton[][] };

export type Photo = { fileId: string; uniqueId: string; width: number; height: number; sizeBytes: number };

export type Document = {
  fileId: string;
  uniqueId: string;
  fileName: string;
  mimeType: string;
  sizeBytes: number;
};

/** What Telegram itself writes into a payer's chat, from the payer. */
export type ServiceNote = {
  kind: 'successful_payment' | 'refunded_payment';
  currency: Currency;
  totalAmount: number;
  payload: string;
  chargeId: string;
  providerChargeId: string;
};

/** A message as the emulator keeps it; `text` is the caption when there is a photo or document. */
export type StoredMessage = {
  chatId: number;
  messageId: number;
  from: 'customer' | 'bot';
  /** Unix seconds. */
  date: number;
  editDate?: number;
  text: string;
  entities: Entity[];
  photo?: Photo;
  document?: Document;
  /** `isPaid`: by the person of this chat. */
  invoice?: InvoiceOffer & { isPaid: boolean };
  note?: ServiceNote;
  keyboard?: InlineKeyboard;
  replyTo?: number;
  isDeleted?: boolean;
};

export type UpdateKind = 'message' | 'callback_query' | 'pre_checkout_query' | 'my_chat_member';

export type BotIdentity = { id: number; username: string; firstName: string };
