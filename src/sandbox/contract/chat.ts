/**
 * Wire types between the sandbox's emulator and the chat page (`web/chat`).
 *
 * The page reads `GET /chat/state` once, then follows `GET /chat/events` (server-sent events, one
 * `ChatEvent` as JSON per message) and acts through the POST routes below. Every answer is JSON; a refusal
 * is `{ "error": string }` with a 4xx status. Ids are the emulator's own, dates are unix seconds as in the
 * Bot API.
 *
 * POST /chat/customers            CreateCustomer   → ChatCustomer
 * POST /chat/messages             SendText         → ChatMessage
 * POST /chat/callbacks            PressButton      → { callbackId: string }; the answer arrives as an event
 * POST /chat/invoices/:id/pay     {}               → CryptoInvoice; pays as the customer would in the wallet bot
 * POST /chat/payments/pay        PayInvoice       → PayOutcome; pays a message of `ChatMessage.invoice`
 * POST /chat/switches             Partial<Switches>→ Switches
 * GET  /chat/files/:fileId        the bytes of a picture or document the bot sent
 */

/** A person who talks to the bot; `telegramId` doubles as the private chat's id. */
export type ChatCustomer = {
  telegramId: number;
  firstName: string;
  username: string;
  languageCode: string;
};

/** Formatting spans as Telegram sends them: UTF-16 offsets into `text`. */
export type ChatEntity = { type: string; offset: number; length: number; url?: string };

export type ChatButton =
  | { kind: 'callback'; text: string; data: string }
  | { kind: 'url'; text: string; url: string }
  | { kind: 'copy'; text: string; copyText: string }
  /** Pays the message's invoice. An empty text: the client's own words with the amount. */
  | { kind: 'pay'; text: string };

export type ChatMessage = {
  chatId: number;
  messageId: number;
  from: 'customer' | 'bot';
  date: number;
  editDate?: number;
  text: string;
  entities: ChatEntity[];
  photo?: { fileId: string; width: number; height: number };
  document?: { fileId: string; fileName: string; sizeBytes: number };
  /** Telegram's own invoice; the amount is in the currency's smallest unit. */
  invoice?: {
    title: string;
    description: string;
    currency: TelegramCurrency;
    totalAmount: number;
    isPaid: boolean;
  };
  /** What Telegram itself writes into the chat. */
  note?: {
    kind: 'successful_payment' | 'refunded_payment';
    currency: TelegramCurrency;
    totalAmount: number;
  };
  buttons: ChatButton[][];
};

/** Roubles by card, or Telegram Stars. */
export type TelegramCurrency = 'RUB' | 'XTR';

/** One Crypto Pay invoice as its payer sees it; opened by a url button whose address is `payUrl`. */
export type CryptoInvoice = {
  invoiceId: number;
  payUrl: string;
  description: string;
  fiat: string;
  amount: string;
  status: 'active' | 'paid' | 'expired';
  expiresAt?: number;
};

/** The troubles a visitor can cause. */
export type Switches = {
  /** The next provider webhook is sent this many extra times. 0 = off; falls back to 0 once used. */
  duplicateNextWebhook: number;
  /** The next provider webhook waits this long first. 0 = off; falls back to 0 once used. */
  delayNextWebhookMs: number;
  /** The node agent cannot be reached. Stays until switched back. */
  nodeDown: boolean;
};

export type ChatState = {
  botUsername: string;
  /** Who runs the shop; absent where nobody was named. They may not be among `customers` yet. */
  adminId?: number;
  botCommands: { command: string; description: string }[];
  /** What honours the credentials: a real core, or the simulated one (no Xray was found). */
  core: { kind: 'xray' | 'v2ray' | 'simulated'; version: string };
  customers: ChatCustomer[];
  messages: ChatMessage[];
  invoices: CryptoInvoice[];
  switches: Switches;
};

export type ChatEvent =
  | { type: 'customer'; customer: ChatCustomer }
  | { type: 'message'; message: ChatMessage }
  | { type: 'message-edited'; message: ChatMessage }
  | { type: 'message-deleted'; chatId: number; messageId: number }
  | {
      type: 'callback-answered';
      chatId: number;
      callbackId: string;
      text: string;
      showAlert: boolean;
      url?: string;
    }
  | { type: 'callback-expired'; chatId: number; callbackId: string }
  | { type: 'chat-action'; chatId: number; action: string }
  | { type: 'invoice'; invoice: CryptoInvoice }
  | { type: 'switches'; switches: Switches };

/** `isAdmin`: the person of `ChatState.adminId`; when they are there already, they are the answer. */
export type CreateCustomer = {
  firstName: string;
  username?: string;
  languageCode?: string;
  isAdmin?: boolean;
};
export type SendText = { chatId: number; text: string };
export type PayInvoice = { chatId: number; messageId: number };
/** `declined`: the bot said no, in its own words. `unanswered`: it did not say anything for 10 seconds. */
export type PayOutcome =
  | { outcome: 'paid'; chargeId: string }
  | { outcome: 'declined'; errorMessage: string }
  | { outcome: 'unanswered' };
export type PressButton = { chatId: number; messageId: number; data: string };
