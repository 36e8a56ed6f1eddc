import type { ChatMessage, CreateCustomer, PressButton, SendText } from '../contract/chat.ts';
import { HttpRefusal } from '../transport/http.ts';
import type { Customer } from './chats.ts';
import { renderChat, renderMessage, renderUser, toChatMessage } from './message-views.ts';
import { type Bot, nowSeconds } from './methods/method.ts';
import { findCommands, MAX_TEXT_LENGTH } from './text/formatted-text.ts';

/** What people do in their Telegram clients; each becomes an update for the bot. Throws: HttpRefusal. */
export type CustomerActions = {
  create(wanted: CreateCustomer): Customer;
  write(wanted: SendText): ChatMessage;
  /** Returns the callback's id; the answer arrives as an event. */
  press(wanted: PressButton): string;
  /** Blocks or unblocks the bot. */
  setBlocked(chatId: number, isBlocked: boolean): void;
};

const MAX_CALLBACK_DATA_BYTES = 64;
/** Far more than a page can show side by side. */
const MAX_CUSTOMERS = 10_000;

export function createCustomerActions(bot: Bot): CustomerActions {
  const known = (chatId: number): Customer => {
    const customer = bot.chats.findCustomer(chatId);
    if (!customer) throw new HttpRefusal(404, 'no such customer');
    return customer;
  };
  const present = (chatId: number): Customer => {
    const customer = known(chatId);
    if (customer.hasBlocked) throw new HttpRefusal(409, 'this customer has blocked the bot');
    return customer;
  };
  return {
    create(wanted) {
      if (bot.chats.listCustomers().length >= MAX_CUSTOMERS) throw new HttpRefusal(409, 'too many customers');
      const known = wanted.isAdmin ? findAdmin(bot) : undefined;
      if (known) return known;
      const customer = bot.chats.createCustomer(wanted, wanted.isAdmin ? bot.adminId : undefined);
      bot.events.emit({ type: 'customer', customer: toChatCustomer(customer) });
      return customer;
    },
    write({ chatId, text }) {
      const customer = present(chatId);
      const written = text.trim();
      if (written === '') throw new HttpRefusal(400, 'the message is empty');
      if (written.length > MAX_TEXT_LENGTH) throw new HttpRefusal(400, 'the message is too long');
      if (!customer.hasStarted) bot.chats.saveCustomer({ ...customer, hasStarted: true });
      const message = bot.chats.insertMessage({
        chatId,
        from: 'customer',
        date: nowSeconds(bot),
        text: written,
        entities: findCommands(written),
      });
      bot.updates.push('message', chatId, renderMessage(message, customer, bot.identity));
      bot.events.emit({ type: 'message', message: toChatMessage(message) });
      return toChatMessage(message);
    },
    press({ chatId, messageId, data }) {
      const customer = present(chatId);
      const message = bot.chats.findMessage(chatId, messageId);
      if (message?.from !== 'bot') throw new HttpRefusal(404, 'no such message of the bot');
      if (data === '' || Buffer.byteLength(data) > MAX_CALLBACK_DATA_BYTES) {
        throw new HttpRefusal(400, 'callback data takes 1 to 64 bytes');
      }
      const callback = bot.callbacks.press(chatId, messageId, data);
      // A client may show a message that the bot has deleted meanwhile: the bot learns only where it was.
      const shown = message.isDeleted
        ? { chat: renderChat(customer), message_id: messageId, date: 0 }
        : renderMessage(message, customer, bot.identity);
      bot.updates.push('callback_query', chatId, {
        id: callback.id,
        from: renderUser(customer),
        message: shown,
        chat_instance: String(chatId),
        data,
      });
      return callback.id;
    },
    setBlocked(chatId, isBlocked) {
      const customer = known(chatId);
      if (customer.hasBlocked === isBlocked) return;
      bot.chats.saveCustomer({ ...customer, hasBlocked: isBlocked });
      bot.updates.push('my_chat_member', chatId, membershipChange(bot, customer, isBlocked));
    },
  };
}

/** Throws: HttpRefusal 409 when nobody runs this shop. */
function findAdmin(bot: Bot): Customer | undefined {
  if (bot.adminId === undefined) throw new HttpRefusal(409, 'this sandbox has no admin');
  return bot.chats.findCustomer(bot.adminId);
}

/** A customer as the chat page knows it. */
export function toChatCustomer({ telegramId, firstName, username, languageCode }: Customer) {
  return { telegramId, firstName, username, languageCode };
}

function membershipChange(bot: Bot, customer: Customer, isBlocked: boolean): Record<string, unknown> {
  const user = { id: bot.identity.id, is_bot: true, first_name: bot.identity.firstName };
  const member = { user, status: 'member' };
  const kicked = { user, status: 'kicked', until_date: 0 };
  return {
    chat: renderChat(customer),
    from: renderUser(customer),
    date: nowSeconds(bot),
    old_chat_member: isBlocked ? member : kicked,
    new_chat_member: isBlocked ? kicked : member,
  };
}
