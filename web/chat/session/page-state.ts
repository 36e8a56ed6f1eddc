import type {
  ChatCustomer,
  ChatEvent,
  ChatMessage,
  ChatState,
  CryptoInvoice,
  Switches,
} from '../../../src/sandbox/contract/chat.ts';

/** What became different; views redraw by it. */
export type Change =
  | { kind: 'everything' }
  | { kind: 'customers' }
  | { kind: 'chat'; chatId: number }
  | { kind: 'invoices' }
  | { kind: 'switches' };

/** Names one button of one message. */
export type ButtonPlace = { chatId: number; messageId: number; row: number; column: number };

const keyOf = ({ chatId, messageId, row, column }: ButtonPlace) => `${chatId}/${messageId}/${row}/${column}`;

/** How many answers are remembered in case they overtake the reply that tells their callback id. */
const rememberedAnswers = 100;

/**
 * What the page knows of the sandbox: the last `ChatState` with every later event applied. Applying an event
 * twice changes nothing.
 */
export class PageState {
  botUsername = '';
  botCommands: ChatState['botCommands'] = [];
  /** Who runs the shop, in a sandbox that has somebody for it. */
  adminId: number | undefined;
  core: ChatState['core'] | undefined;
  switches: Switches = { duplicateNextWebhook: 0, delayNextWebhookMs: 0, nodeDown: false };
  #customers = new Map<number, ChatCustomer>();
  #chats = new Map<number, Map<number, ChatMessage>>();
  #invoices = new Map<number, CryptoInvoice>();
  /** Buttons that wait for an answer, with the callback id once it is known. */
  #pressed = new Map<string, { chatId: number; callbackId: string | undefined }>();
  #answered = new Set<string>();
  #listeners = new Set<(change: Change) => void>();

  listen(listener: (change: Change) => void): void {
    this.#listeners.add(listener);
  }

  replace(state: ChatState): void {
    this.botUsername = state.botUsername;
    this.botCommands = state.botCommands;
    this.adminId = state.adminId;
    this.core = state.core;
    this.switches = state.switches;
    this.#customers = new Map(state.customers.map((customer) => [customer.telegramId, customer]));
    this.#invoices = new Map(state.invoices.map((invoice) => [invoice.invoiceId, invoice]));
    this.#chats = new Map();
    this.#pressed = new Map();
    for (const message of state.messages) this.#chat(message.chatId).set(message.messageId, message);
    this.#tell({ kind: 'everything' });
  }

  apply(event: ChatEvent): void {
    const change = this.#absorb(event);
    if (change) this.#tell(change);
  }

  customers(): ChatCustomer[] {
    return [...this.#customers.values()];
  }

  /** In the order of their ids, which is the order of sending. */
  messages(chatId: number): ChatMessage[] {
    return [...this.#chat(chatId).values()].sort((one, other) => one.messageId - other.messageId);
  }

  invoice(invoiceId: number): CryptoInvoice | undefined {
    return this.#invoices.get(invoiceId);
  }

  invoiceByPayUrl(payUrl: string): CryptoInvoice | undefined {
    return [...this.#invoices.values()].find((invoice) => invoice.payUrl === payUrl);
  }

  isPressed(place: ButtonPlace): boolean {
    return this.#pressed.has(keyOf(place));
  }

  press(place: ButtonPlace): void {
    this.#pressed.set(keyOf(place), { chatId: place.chatId, callbackId: undefined });
    this.#tell({ kind: 'chat', chatId: place.chatId });
  }

  /** The press was accepted under this id; its answer may already have arrived. */
  awaitAnswer(place: ButtonPlace, callbackId: string): void {
    const pressed = this.#pressed.get(keyOf(place));
    if (this.#answered.has(callbackId)) this.release(place);
    else if (pressed) pressed.callbackId = callbackId;
  }

  release(place: ButtonPlace): void {
    if (this.#pressed.delete(keyOf(place))) this.#tell({ kind: 'chat', chatId: place.chatId });
  }

  #absorb(event: ChatEvent): Change | undefined {
    switch (event.type) {
      case 'customer':
        this.#customers.set(event.customer.telegramId, event.customer);
        return { kind: 'customers' };
      case 'message':
      case 'message-edited':
        this.#chat(event.message.chatId).set(event.message.messageId, event.message);
        return { kind: 'chat', chatId: event.message.chatId };
      case 'message-deleted':
        this.#chat(event.chatId).delete(event.messageId);
        return { kind: 'chat', chatId: event.chatId };
      case 'callback-answered':
      case 'callback-expired':
        return this.#settle(event.callbackId);
      case 'invoice':
        this.#invoices.set(event.invoice.invoiceId, event.invoice);
        return { kind: 'invoices' };
      case 'switches':
        this.switches = event.switches;
        return { kind: 'switches' };
      case 'chat-action':
        return undefined;
    }
  }

  #settle(callbackId: string): Change | undefined {
    this.#answered.add(callbackId);
    const [oldest] = this.#answered;
    if (oldest !== undefined && this.#answered.size > rememberedAnswers) this.#answered.delete(oldest);
    const place = [...this.#pressed].find(([, pressed]) => pressed.callbackId === callbackId);
    if (!place) return undefined;
    this.#pressed.delete(place[0]);
    return { kind: 'chat', chatId: place[1].chatId };
  }

  #chat(chatId: number): Map<number, ChatMessage> {
    const known = this.#chats.get(chatId);
    if (known) return known;
    const fresh = new Map<number, ChatMessage>();
    this.#chats.set(chatId, fresh);
    return fresh;
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
