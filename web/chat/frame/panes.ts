import type { ChatCustomer, ChatEvent } from '../../../src/sandbox/contract/chat.ts';
import { ChatView } from '../conversation/chat-view.ts';
import { h, keepsake, reconcile } from '../dom.ts';
import { showToast } from '../overlay/toast.ts';
import type { Page } from '../page.ts';
import type { Change } from '../session/page-state.ts';
import { createTabs } from './tabs.ts';

type Side = 'customer' | 'admin';

/** As in the style sheet: narrower than this one pane is shown at a time. */
const narrow = matchMedia('(max-width: 720px)');

/** One customer's chat on the left and the admin's on the right, on a phone one of the two, with tabs above them. */
export class Panes {
  readonly element: HTMLElement;
  readonly tabs: HTMLElement;
  readonly #page: Page;
  readonly #views = new Map<number, ChatView>();
  readonly #sides: Record<Side, HTMLElement>;
  readonly #syncTabs: () => void;
  /** Whose chat the left pane shows. */
  #customerId: number | undefined;
  /** The pane that a phone shows. */
  #side: Side = 'customer';
  /** A chat to be shown whose customer the event stream has not told of yet. */
  #awaitedChatId: number | undefined;

  constructor(page: Page, onAdd: () => void) {
    this.#page = page;
    this.#sides = { customer: renderSide('customer'), admin: renderSide('admin') };
    this.element = h('div', { class: 'panes' }, this.#sides.customer, this.#sides.admin);
    const tabs = createTabs(page, {
      unreadOf: (chatId) => this.#views.get(chatId)?.unread ?? 0,
      isVisible: (chatId) => this.#isVisible(chatId),
      onChoose: (chatId) => this.show(chatId),
      onAdd,
    });
    this.tabs = tabs.element;
    this.#syncTabs = tabs.sync;
    narrow.addEventListener('change', () => this.#syncTabs());
    document.addEventListener('keydown', (event) => this.#takeKey(event));
    this.#turnTo('customer');
  }

  sync(change: Change): void {
    if (change.kind === 'everything' || change.kind === 'customers') this.#syncCustomers();
    else if (change.kind === 'chat') this.#views.get(change.chatId)?.sync();
    else if (change.kind === 'invoices') this.#syncChats();
    this.#syncTabs();
  }

  /** Brings one chat into its pane and gives it the focus, as soon as the page knows it. */
  show(chatId: number): void {
    const view = this.#views.get(chatId);
    this.#awaitedChatId = view ? undefined : chatId;
    if (!view) return;
    const side = this.#sideOf(chatId);
    if (side === 'customer') this.#showCustomer(chatId);
    this.#turnTo(side);
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

  #sideOf(chatId: number): Side {
    return chatId === this.#page.state.adminId ? 'admin' : 'customer';
  }

  #isVisible(chatId: number): boolean {
    const side = this.#sideOf(chatId);
    const isShown = side === 'admin' || chatId === this.#customerId;
    return isShown && (!narrow.matches || side === this.#side);
  }

  #turnTo(side: Side): void {
    this.#side = side;
    this.element.dataset.side = side;
    this.#syncTabs();
  }

  #showCustomer(chatId: number | undefined): void {
    this.#customerId = chatId;
    if (chatId !== undefined) keepsake.write('customer', String(chatId));
    for (const [id, view] of this.#views) view.element.classList.toggle('is-shown', this.#isInPane(id));
  }

  #isInPane(chatId: number): boolean {
    return chatId === this.#customerId || this.#sideOf(chatId) === 'admin';
  }

  /** F6 goes to the other pane, as between the panes of a desktop program. */
  #takeKey(event: KeyboardEvent): void {
    const { adminId } = this.#page.state;
    if (event.key !== 'F6' || adminId === undefined || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const isAtAdmin = this.#sides.admin.contains(document.activeElement);
    const next = isAtAdmin ? this.#customerId : adminId;
    if (next !== undefined) this.show(next);
  }

  #syncCustomers(): void {
    const people = this.#page.state.customers();
    for (const person of people) {
      if (!this.#views.has(person.telegramId)) this.#views.set(person.telegramId, this.#createView(person));
    }
    const present = new Set(people.map(({ telegramId }) => telegramId));
    for (const chatId of this.#views.keys()) {
      if (!present.has(chatId)) this.#views.delete(chatId);
    }
    for (const side of ['customer', 'admin'] as const) {
      const views = [...this.#views].filter(([chatId]) => this.#sideOf(chatId) === side);
      reconcile(
        this.#sides[side],
        views.map(([, { element }]) => element),
      );
      if (side === 'admin') this.#sides.admin.hidden = views.length === 0;
    }
    this.#showCustomer(this.#customerToShow());
    this.#syncChats();
    if (this.#awaitedChatId !== undefined) this.show(this.#awaitedChatId);
  }

  /** Who is shown stays; a page that has just opened shows whom it showed last. */
  #customerToShow(): number | undefined {
    const wanted = this.#customerId ?? Number(keepsake.read('customer'));
    const customers = [...this.#views.keys()].filter((chatId) => this.#sideOf(chatId) === 'customer');
    return customers.includes(wanted) ? wanted : customers[0];
  }

  #createView(person: ChatCustomer): ChatView {
    const side = this.#sideOf(person.telegramId);
    const view = new ChatView(this.#page, person, { role: side, onSeen: () => this.#syncTabs() });
    view.element.addEventListener('focusin', () => this.#turnTo(side));
    return view;
  }

  #syncChats(): void {
    for (const view of this.#views.values()) view.sync();
  }
}

function renderSide(side: Side): HTMLElement {
  return h('div', { class: `pane pane-${side}`, 'data-testid': `pane-${side}` });
}
