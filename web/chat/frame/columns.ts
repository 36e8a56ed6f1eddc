import type { ChatEvent } from '../../../src/sandbox/contract/chat.ts';
import { ChatView } from '../conversation/chat-view.ts';
import { h, reconcile } from '../dom.ts';
import { showToast } from '../overlay/toast.ts';
import type { Page } from '../page.ts';
import type { Change } from '../session/page-state.ts';
import { createCustomerTabs } from './customer-tabs.ts';

/** All chats side by side (one at a time on a phone) with the row of customers above them. */
export class Columns {
  readonly element: HTMLElement;
  readonly tabs: HTMLElement;
  readonly #page: Page;
  readonly #views = new Map<number, ChatView>();
  readonly #syncTabs: () => void;
  #activeChatId: number | undefined;
  /** A chat to be shown whose customer the event stream has not told of yet. */
  #awaitedChatId: number | undefined;

  constructor(page: Page, onAdd: () => void) {
    this.#page = page;
    this.element = h('div', { class: 'columns' });
    const tabs = createCustomerTabs(page, {
      unreadOf: (chatId) => this.#views.get(chatId)?.unread ?? 0,
      onChoose: (chatId) => this.show(chatId),
      onAdd,
    });
    this.tabs = tabs.element;
    this.#syncTabs = () => tabs.sync(this.#activeChatId);
    new ResizeObserver(() => this.#measure()).observe(this.element);
  }

  sync(change: Change): void {
    if (change.kind === 'everything' || change.kind === 'customers') this.#syncCustomers();
    else if (change.kind === 'chat') this.#views.get(change.chatId)?.sync();
    else if (change.kind === 'invoices') this.#syncChats();
    this.#syncTabs();
  }

  /** Brings one chat into view and gives it the focus, as soon as the page knows it. */
  show(chatId: number): void {
    const view = this.#views.get(chatId);
    this.#awaitedChatId = view ? undefined : chatId;
    if (!view) return;
    this.#activate(chatId);
    view.element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'smooth' });
    if (matchMedia('(hover: hover)').matches) view.focus();
  }

  /** False when this chat is not on the page. */
  toast(chatId: number, text: string): boolean {
    const view = this.#views.get(chatId);
    if (view) showToast(view.toasts, text);
    return view !== undefined;
  }

  /** Shows what the bot is doing until it has done it. */
  follow(event: ChatEvent): void {
    if (event.type === 'chat-action') this.#views.get(event.chatId)?.showAction(event.action);
    if (event.type === 'message' && event.message.from === 'bot') {
      this.#views.get(event.message.chatId)?.stopAction();
    }
  }

  #activate(chatId: number | undefined): void {
    this.#activeChatId = chatId;
    for (const [id, view] of this.#views) view.element.classList.toggle('is-active', id === chatId);
    this.#syncTabs();
  }

  #syncCustomers(): void {
    const customers = this.#page.state.customers();
    for (const customer of customers) {
      if (this.#views.has(customer.telegramId)) continue;
      const view = new ChatView(this.#page, customer, () => this.#syncTabs());
      view.element.addEventListener('focusin', () => this.#activate(customer.telegramId));
      this.#views.set(customer.telegramId, view);
    }
    const present = new Set(customers.map(({ telegramId }) => telegramId));
    for (const chatId of this.#views.keys()) {
      if (!present.has(chatId)) this.#views.delete(chatId);
    }
    reconcile(
      this.element,
      [...this.#views.values()].map(({ element }) => element),
    );
    this.#syncChats();
    const isKnown = this.#activeChatId !== undefined && this.#views.has(this.#activeChatId);
    this.#activate(isKnown ? this.#activeChatId : customers[0]?.telegramId);
    this.#measure();
    if (this.#awaitedChatId !== undefined) this.show(this.#awaitedChatId);
  }

  #syncChats(): void {
    for (const view of this.#views.values()) view.sync();
  }

  /** Tells the style sheet whether some columns are out of sight. */
  #measure(): void {
    const isOverflowing = this.element.scrollWidth > this.element.clientWidth + 1;
    document.documentElement.dataset.columns = isOverflowing ? 'overflow' : 'fit';
  }
}
