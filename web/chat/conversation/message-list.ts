import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h, reconcile, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { dayNumber } from '../text/format.ts';
import { renderMessage, updateMessage } from './message-view.ts';

/** Closer to the end than this counts as being there. */
const nearEndPx = 60;
/** Messages of one side within this time stand close together, as one utterance. */
const groupSeconds = 300;

type Drawn = { message: ChatMessage; element: HTMLElement };

/** The scrolling log of one chat: keeps to the end while the reader is there, counts what arrives meanwhile. */
export class MessageList {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #chatId: number;
  readonly #onSeen: () => void;
  readonly #log: HTMLElement;
  readonly #inner: HTMLElement;
  readonly #typing: HTMLElement;
  readonly #pill: HTMLButtonElement;
  readonly #empty: HTMLElement;
  readonly #drawn = new Map<number, Drawn>();
  readonly #days = new Map<number, HTMLElement>();
  #isPinned = true;
  /** The log's measures when it last scrolled or was laid out. */
  #shape = '';
  #isVisible = false;
  #lastSeenId: number | undefined;

  constructor(
    page: Page,
    options: { chatId: number; label: string; empty: HTMLElement; onSeen: () => void },
  ) {
    this.#page = page;
    this.#chatId = options.chatId;
    this.#empty = options.empty;
    this.#onSeen = options.onSeen;
    this.#typing = h(
      'div',
      { class: 'typing', 'aria-hidden': 'true' },
      ...[1, 2, 3].map(() => h('span', { class: 'dot' })),
    );
    this.#typing.hidden = true;
    this.#inner = h('div', { class: 'log-inner' });
    this.#log = h(
      'div',
      { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': options.label, tabindex: 0 },
      this.#inner,
    );
    this.#pill = h(
      'button',
      { type: 'button', class: 'pill', onclick: () => this.scrollToEnd() },
      h('span', { class: 'pill-label' }),
      icon('down'),
    );
    this.element = h('div', { class: 'log-frame' }, this.#log, this.#pill);
    this.#watch();
  }

  /** Messages of the bot that nobody has looked at yet. */
  get unread(): number {
    const lastSeenId = this.#lastSeenId ?? 0;
    return this.#messages().filter(({ from, messageId }) => from === 'bot' && messageId > lastSeenId).length;
  }

  sync(): void {
    const messages = this.#messages();
    const isFirst = this.#lastSeenId === undefined;
    const newest = messages.at(-1);
    const isOwnNews = newest?.from === 'customer' && !this.#drawn.has(newest.messageId);
    this.#lastSeenId ??= newest?.messageId ?? 0;
    const nodes = this.#nodesFor(messages, !isFirst);
    for (const [messageId, { element }] of this.#drawn) {
      if (!nodes.includes(element)) this.#drawn.delete(messageId);
    }
    reconcile(this.#inner, [...(messages.length === 0 ? [this.#empty] : nodes), this.#typing]);
    if (this.#isPinned || isOwnNews) this.scrollToEnd();
    this.#look();
  }

  setTyping(isTyping: boolean): void {
    this.#typing.hidden = !isTyping;
    if (this.#isPinned) this.scrollToEnd();
  }

  scrollToEnd(): void {
    this.#isPinned = true;
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#look();
  }

  #messages(): ChatMessage[] {
    return this.#page.state.messages(this.#chatId);
  }

  #nodesFor(messages: ChatMessage[], isLive: boolean): HTMLElement[] {
    const nodes: HTMLElement[] = [];
    messages.forEach((message, index) => {
      const before = messages[index - 1];
      const after = messages[index + 1];
      const day = dayNumber(message.date * 1000);
      if (!before || dayNumber(before.date * 1000) !== day) nodes.push(this.#daySeparator(day, message.date));
      const element = this.#draw(message, isLive);
      element.classList.toggle('is-first', !before || !isOneUtterance(before, message));
      element.classList.toggle('is-last', !after || !isOneUtterance(message, after));
      nodes.push(element);
    });
    return nodes;
  }

  #draw(message: ChatMessage, isLive: boolean): HTMLElement {
    const known = this.#drawn.get(message.messageId);
    if (known?.message === message || (known && JSON.stringify(known.message) === JSON.stringify(message))) {
      updateMessage(this.#page, message, known.element);
      return known.element;
    }
    const element = renderMessage(this.#page, message);
    if (known) replaceKeepingFocus(known.element, element);
    else if (isLive) element.classList.add('is-arriving');
    this.#drawn.set(message.messageId, { message, element });
    return element;
  }

  #daySeparator(day: number, date: number): HTMLElement {
    const known = this.#days.get(day) ?? h('p', { class: 'day' });
    setText(known, this.#page.format.day(date, Date.now()));
    this.#days.set(day, known);
    return known;
  }

  #watch(): void {
    this.#log.addEventListener('scroll', () => {
      const { scrollHeight, scrollTop, clientHeight } = this.#log;
      // A scroll caused by a new layout (a resized window, a redrawn bubble) is not the reader's wish to leave.
      const shape = `${scrollHeight}/${clientHeight}`;
      const isReader = shape === this.#shape;
      this.#shape = shape;
      if (clientHeight === 0 || (this.#isPinned && !isReader)) return;
      this.#isPinned = scrollHeight - scrollTop - clientHeight < nearEndPx;
      this.#look();
    });
    const resized = new ResizeObserver(() => {
      if (this.#isPinned) this.#log.scrollTop = this.#log.scrollHeight;
      this.#shape = `${this.#log.scrollHeight}/${this.#log.clientHeight}`;
    });
    resized.observe(this.#log);
    resized.observe(this.#inner);
    const seen = new IntersectionObserver(
      ([entry]) => {
        this.#isVisible = entry?.isIntersecting ?? false;
        this.#look();
      },
      { threshold: 0.5 },
    );
    seen.observe(this.#log);
    document.addEventListener('visibilitychange', () => this.#look());
  }

  /** Marks what is on the screen as seen, and shows the pill for what is not. */
  #look(): void {
    if (this.#isPinned && this.#isVisible && !document.hidden) {
      this.#lastSeenId = this.#messages().at(-1)?.messageId ?? 0;
    }
    const unread = this.unread;
    const { newMessages, toBottom } = this.#page.words;
    this.#pill.classList.toggle('is-shown', !this.#isPinned);
    this.#pill.tabIndex = this.#isPinned ? -1 : 0;
    this.#pill.classList.toggle('has-news', unread > 0);
    this.#pill.ariaLabel = unread > 0 ? newMessages(unread) : toBottom;
    setText(this.#pill.firstElementChild ?? this.#pill, unread > 0 ? newMessages(unread) : '');
    this.#onSeen();
  }
}

function isOneUtterance(one: ChatMessage, next: ChatMessage): boolean {
  return one.from === next.from && one.buttons.length === 0 && next.date - one.date < groupSeconds;
}

/** A bubble redrawn under the visitor's focus gives it to the button at the same place, else to its first. */
function replaceKeepingFocus(old: HTMLElement, fresh: HTMLElement): void {
  const buttons = (element: HTMLElement) => [...element.querySelectorAll<HTMLElement>('.inline-button')];
  const focused = buttons(old).indexOf(document.activeElement as HTMLElement);
  old.replaceWith(fresh);
  if (focused < 0) return;
  const candidates = buttons(fresh);
  (candidates[focused] ?? candidates[0])?.focus({ preventScroll: true });
}
