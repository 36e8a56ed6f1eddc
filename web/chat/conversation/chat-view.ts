import type { ChatCustomer } from '../../../src/sandbox/contract/chat.ts';
import { h, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import { createToastHost } from '../overlay/toast.ts';
import type { Page } from '../page.ts';
import { createAvatar } from './avatar.ts';
import { createComposer } from './composer.ts';
import { MessageList } from './message-list.ts';

/** Telegram shows an action for this long unless it is repeated or a message arrives. */
const actionMs = 5000;

export type ChatRole = 'customer' | 'admin';

/** One person's chat with the bot: head, log, composer, and a place for its toasts. */
export class ChatView {
  readonly element: HTMLElement;
  readonly toasts = createToastHost();
  readonly #page: Page;
  readonly #customer: ChatCustomer;
  readonly #list: MessageList;
  readonly #status: HTMLElement;
  readonly #startButton: HTMLButtonElement;
  readonly #composer: ReturnType<typeof createComposer>;
  #actionTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page, customer: ChatCustomer, options: { role: ChatRole; onSeen: () => void }) {
    const { role, onSeen } = options;
    const chatId = customer.telegramId;
    const label = page.words.chatOf(customer.firstName);
    this.#page = page;
    this.#customer = customer;
    this.#startButton = h(
      'button',
      { type: 'button', class: 'primary start', 'data-testid': 'start', onclick: () => this.#start() },
      page.words.start,
    );
    this.#list = new MessageList(page, { chatId, label, empty: this.#emptyCard(role), onSeen });
    this.#status = h('span', { class: 'chat-status', 'aria-live': 'polite' });
    this.#composer = createComposer(page, chatId, customer.firstName);
    this.#list.element.append(this.toasts);
    this.element = h(
      'section',
      { class: `chat chat-of-${role}`, 'data-testid': `chat-${chatId}`, 'aria-label': label },
      h(
        'header',
        { class: 'chat-head' },
        createAvatar(customer),
        h(
          'div',
          { class: 'chat-title' },
          h(
            'div',
            { class: 'chat-who' },
            h('h2', { class: 'chat-name', title: customer.firstName }, h('bdi', {}, customer.firstName)),
            h(
              'span',
              { class: 'role-tag' },
              role === 'admin' ? page.words.adminRole : page.words.customerRole,
            ),
          ),
          this.#status,
        ),
        h('span', { class: 'language-tag', title: page.words.language }, customer.languageCode),
        role === 'admin' && this.#adminButton(),
      ),
      this.#list.element,
      this.#composer.element,
    );
    this.stopAction();
  }

  get unread(): number {
    return this.#list.unread;
  }

  sync(): void {
    this.#list.sync();
  }

  showAction(action: string): void {
    const { typing, sendingPhoto, sendingFile } = this.#page.words;
    clearTimeout(this.#actionTimer);
    const isPhoto = action === 'upload_photo';
    setText(this.#status, isPhoto ? sendingPhoto : action === 'typing' ? typing : sendingFile);
    this.#status.classList.add('is-active');
    this.#list.setTyping(true);
    this.#actionTimer = setTimeout(() => this.stopAction(), actionMs);
  }

  focus(): void {
    if (this.#startButton.isConnected) this.#startButton.focus();
    else this.#composer.focus();
  }

  stopAction(): void {
    clearTimeout(this.#actionTimer);
    const { username, telegramId } = this.#customer;
    setText(this.#status, username ? `@${username} · ${telegramId}` : String(telegramId));
    this.#status.classList.remove('is-active');
    this.#list.setTyping(false);
  }

  async #start(): Promise<void> {
    this.#startButton.disabled = true;
    const isTaken = await this.#page.send(this.#customer.telegramId, '/start');
    this.#startButton.disabled = false;
    // On a phone the focus would raise the keyboard over the answer.
    if (isTaken && matchMedia('(hover: hover)').matches) this.#composer.focus();
  }

  /** What an admin needs first, one press away. */
  #adminButton(): HTMLElement {
    const { words } = this.#page;
    const send = () => void this.#page.send(this.#customer.telegramId, '/admin');
    return h(
      'button',
      {
        type: 'button',
        class: 'admin-button',
        'data-testid': 'admin-menu',
        title: words.adminMenu,
        onclick: send,
      },
      '/admin',
    );
  }

  #emptyCard(role: ChatRole): HTMLElement {
    const { words, state } = this.#page;
    const isAdmin = role === 'admin';
    return h(
      'div',
      { class: 'empty' },
      h('span', { class: 'empty-mark' }, icon('shield')),
      h('h3', {}, isAdmin ? words.emptyAdminTitle : words.emptyTitle),
      h('p', {}, isAdmin ? words.emptyAdminText : words.emptyText),
      this.#startButton,
      h('p', { class: 'empty-bot' }, `@${state.botUsername}`),
    );
  }
}
