import type { ChatCustomer, CreateCustomer } from '../contract/chat.ts';
import type { Counters } from '../state/counters.ts';
import type { Journal } from '../state/journal.ts';
import { badRequest } from './refusal.ts';
import type { StoredMessage } from './wire.ts';

export type Customer = ChatCustomer & {
  /** A bot cannot write first: true once the customer has written to it. */
  hasStarted: boolean;
  hasBlocked: boolean;
};

/** Customers and their private chats with the bot. */
export type Chats = {
  /** With the next id, unless another one, which nobody has, is given. */
  createCustomer(wanted: CreateCustomer, telegramId?: number): Customer;
  saveCustomer(customer: Customer): void;
  listCustomers(): Customer[];
  findCustomer(chatId: number): Customer | undefined;
  insertMessage(draft: Omit<StoredMessage, 'messageId'>): StoredMessage;
  saveMessage(message: StoredMessage): void;
  /** Also finds deleted messages: the flag says so. */
  findMessage(chatId: number, messageId: number): StoredMessage | undefined;
  /** Oldest first, deleted ones included; one chat or all. */
  listMessages(chatId?: number): StoredMessage[];
};

/** A chat page shows far less; a bench writes far more. The oldest message of a chat is forgotten first. */
const MAX_MESSAGES_PER_CHAT = 1_000;

type Dependencies = {
  journal: Journal;
  counters: Counters;
  openChats: boolean;
  adminId: number | undefined;
};

/** `adminId`: given to nobody who does not ask for it. `openChats`: every positive chat id exists and has started the bot; for benches that make their own updates. */
export function createChats({ journal, counters, openChats, adminId }: Dependencies): Chats {
  const customers = new Map<number, Customer>();
  const messages = new Map<number, Map<number, StoredMessage>>();

  for (const { value } of journal.load<Customer>('customer')) customers.set(value.telegramId, value);
  for (const { value } of journal.load<StoredMessage>('message'))
    chatOf(messages, value.chatId).set(value.messageId, value);
  for (const chat of messages.values()) sortById(chat);

  const saveCustomer = (customer: Customer): void => {
    customers.set(customer.telegramId, customer);
    journal.put('customer', customer.telegramId, customer);
  };
  const nextId = (): number => {
    const id = counters.next('customer');
    return id === adminId ? counters.next('customer') : id;
  };
  const saveMessage = (message: StoredMessage): void => {
    const chat = chatOf(messages, message.chatId);
    chat.set(message.messageId, message);
    journal.put('message', keyOf(message), message);
    if (chat.size <= MAX_MESSAGES_PER_CHAT) return;
    for (const oldest of chat.values()) {
      chat.delete(oldest.messageId);
      journal.remove('message', keyOf(oldest));
      break;
    }
  };
  return {
    createCustomer(wanted, telegramId) {
      const customer = newCustomer(telegramId ?? nextId(), wanted);
      saveCustomer(customer);
      return customer;
    },
    saveCustomer,
    listCustomers: () => [...customers.values()],
    findCustomer(chatId) {
      const known = customers.get(chatId);
      if (known || !openChats || chatId <= 0) return known;
      return { ...newCustomer(chatId, { firstName: `Visitor ${chatId}` }), hasStarted: true };
    },
    insertMessage(draft) {
      const message: StoredMessage = { ...draft, messageId: counters.next('message') };
      saveMessage(message);
      return message;
    },
    saveMessage,
    findMessage: (chatId, messageId) => messages.get(chatId)?.get(messageId),
    listMessages(chatId) {
      const chats = chatId === undefined ? [...messages.values()] : [messages.get(chatId) ?? new Map()];
      return chats.flatMap((chat) => [...chat.values()]);
    },
  };
}

/** The customer of a chat id as the bot may write to it. Throws: ApiRefusal with Telegram's reason. */
export function reachableCustomer(chats: Chats, chatId: unknown): Customer {
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
  const customer = typeof chatId === 'number' ? chats.findCustomer(chatId) : undefined;
  if (!customer) throw badRequest('chat not found');
  return customer;
}

function newCustomer(telegramId: number, wanted: CreateCustomer): Customer {
  return {
    telegramId,
    firstName: wanted.firstName,
    username: wanted.username ?? `visitor_${telegramId % 1_000_000}`,
    languageCode: wanted.languageCode ?? 'ru',
    hasStarted: false,
    hasBlocked: false,
  };
}

function chatOf(
  messages: Map<number, Map<number, StoredMessage>>,
  chatId: number,
): Map<number, StoredMessage> {
  let chat = messages.get(chatId);
  if (!chat) {
    chat = new Map();
    messages.set(chatId, chat);
  }
  return chat;
}

function sortById(chat: Map<number, StoredMessage>): void {
  const sorted = [...chat].sort(([a], [b]) => a - b);
  chat.clear();
  for (const [id, message] of sorted) chat.set(id, message);
}

function keyOf(message: StoredMessage): string {
  return `${message.chatId}:${message.messageId}`;
}
