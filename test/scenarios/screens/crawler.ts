/** Taps every button of every screen that can be reached from where a person stands, and writes down what comes. */
import assert from 'node:assert/strict';
import type { ChatButton, ChatEvent, ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { eventually } from '../../support/core.ts';
import type { Customer } from '../../support/customer.ts';
import type { World } from '../../support/world.ts';
import { ChatEvents } from './chat-events.ts';

/** An update that is in work after this is one that is never done. */
const ANSWER_MS = 15_000;
/** Screens that differ by a plan, a length or a percent alone: some of each kind are enough. */
const ALIKE = /^admin-(?:gift|discount|revoke|role)/;
const ENOUGH = 3;
/** What changes where a person stands: tapped when everything else was seen, in this order. */
const LAST = ['admin-approve', 'new-key', 'new-link', 'cancel-invoice', 'trial'];
/** The language stays; every other one is walked by somebody else. */
const NEVER = ['locale'];

/** Where every screen leads: by the button that opens it, ids left out. */
export type ScreenMap = Map<string, Set<string>>;

type Waiting = { messageId: number; data: string };

export class Crawler implements AsyncDisposable {
  readonly map: ScreenMap = new Map();
  readonly #world: World;
  readonly #changed = new Map<number, ChatMessage[]>();
  readonly #events: ChatEvents;
  readonly #look: (message: ChatMessage, from: string) => void;

  /** `look` sees every message that a tap has brought. */
  constructor(world: World, look: (message: ChatMessage, from: string) => void) {
    this.#world = world;
    this.#look = look;
    this.#events = new ChatEvents(world, (event) => this.#hear(event));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#events[Symbol.asyncDispose]();
  }

  /** From a screen, or the newest one of the chat, to wherever it leads. */
  async walk(person: Customer, from: string, begin?: ChatMessage): Promise<void> {
    const first = begin ?? (await person.messages()).at(-1);
    assert.ok(first, `${from} brings a message`);
    const waiting: Waiting[] = [];
    const seen = new Set<string>();
    this.#note(first, from, { waiting, seen });
    while (waiting.length > 0) {
      waiting.sort((a, b) => LAST.indexOf(nameOf(a.data)) - LAST.indexOf(nameOf(b.data)));
      const next = waiting.shift();
      if (!next) return;
      const news = await this.tap(person, next);
      for (const message of news) {
        const from = isScreen(message, next.messageId) ? screenOf(next.data) : 'notices';
        this.#note(message, from, { waiting, seen });
      }
    }
  }

  /**
   * Goes one way that taps alone do not find: `>text` is typed, anything else is the beginning of a button on the newest
   * message that has one. The screen where it ends.
   */
  async play(person: Customer, steps: readonly string[]): Promise<ChatMessage> {
    let [from, last]: [string, ChatMessage | undefined] = ['', undefined];
    for (const step of steps) {
      const button = step.startsWith('>') ? null : findButton(await person.messages(), step);
      const news = button ? await this.tap(person, button) : await this.say(person, step.slice(1));
      from = button ? screenOf(button.data) : `${from.replace(/ ⌨$/, '')} ⌨`;
      last = screenAmong(news, button?.messageId);
      for (const message of news) {
        const row = isScreen(message, button?.messageId) ? from : 'notices';
        this.#note(message, row, { waiting: [], seen: new Set() });
      }
    }
    assert.ok(last, 'there is a way to go');
    return last;
  }

  /** What has come or changed by the time a text was worked off. */
  async say(person: Customer, text: string): Promise<ChatMessage[]> {
    await this.#world.query('delete from rate_limits');
    this.#changed.set(person.telegramId, []);
    const updates = () =>
      this.#world.query('select from inbox_updates where chat_key = $1', [person.telegramId]);
    const before = (await updates()).length;
    await person.say(text);
    await eventually('the text has come', async () => (await updates()).length > before);
    await this.#workedOff(person);
    return this.#changed.get(person.telegramId) ?? [];
  }

  #note(message: ChatMessage, from: string, walk: { waiting: Waiting[]; seen: Set<string> }): void {
    this.#look(message, from);
    const leads = this.map.get(rowOf(from)) ?? new Set();
    this.map.set(rowOf(from), leads);
    for (const button of message.buttons.flat()) {
      leads.add(rowOf(targetOf(button)));
      if (button.kind !== 'callback' || NEVER.includes(nameOf(button.data))) continue;
      const screen = screenOf(button.data);
      if (walk.seen.has(screen) || isOneMore(screen, walk.seen)) continue;
      walk.seen.add(screen);
      walk.waiting.push({ messageId: message.messageId, data: button.data });
    }
  }

  /** What has come or changed by the time a tap was answered and worked off. */
  async tap(person: Customer, waiting: Waiting): Promise<ChatMessage[]> {
    // Whoever taps everything taps too fast for a person.
    await this.#world.query('delete from rate_limits');
    this.#changed.set(person.telegramId, []);
    await this.#events.tap(person, waiting);
    await this.#workedOff(person);
    return this.#changed.get(person.telegramId) ?? [];
  }

  async #workedOff(person: Customer): Promise<void> {
    const until = performance.now() + ANSWER_MS;
    while (performance.now() < until) {
      const [left] = await this.#world.query<{ count: string }>(
        `select count(*) from inbox_updates where chat_key = ${person.telegramId} and status <> 'done'`,
      );
      if (Number(left?.count) === 0) return this.#events.catchUp();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.fail('an update is not worked off');
  }

  #hear(event: ChatEvent): void {
    const isNews = event.type === 'message' || event.type === 'message-edited';
    if (isNews && event.message.from === 'bot') this.#changed.get(event.message.chatId)?.push(event.message);
  }
}

/** `+profile` and `profile` are one screen; so is a card with any id. */
export function screenOf(data: string): string {
  return data.replace(/^\+/, '').replace(/:(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d{9,})/, ':…');
}

/** Every choice of operators is tapped, and all of one kind are one row of the map. */
function rowOf(screen: string): string {
  return screen.replace(/^((?:admin|broadcast)[a-z-]*):[^ ]*/, '$1:…');
}

function isOneMore(screen: string, seen: Set<string>): boolean {
  const name = nameOf(screen);
  return ALIKE.test(name) && [...seen].filter((other) => nameOf(other) === name).length >= ENOUGH;
}

/** The screen that a tap or a text has brought. */
export function screenAmong(news: ChatMessage[], tappedId?: number): ChatMessage {
  const found = news.find((message) => isScreen(message, tappedId));
  assert.ok(found, `a screen comes, not ${JSON.stringify(news.map(({ text }) => text))}`);
  return found;
}

/** Not a key, a receipt or a notice, which come in their own time: their buttons leave them as they are. */
function isScreen({ messageId, buttons }: ChatMessage, tappedId?: number): boolean {
  const changes = (button: ChatButton) => button.kind === 'callback' && !button.data.startsWith('+');
  return messageId === tappedId || buttons.flat().some(changes);
}

function findButton(messages: ChatMessage[], beginning: string): Waiting {
  const found = messages.toReversed().flatMap(({ messageId, buttons }) =>
    buttons.flat().flatMap((button) => {
      const data = button.kind === 'callback' ? button.data : '';
      return data.replace(/^\+/, '').startsWith(beginning) ? [{ messageId, data }] : [];
    }),
  )[0];
  assert.ok(found, `no button ${beginning}`);
  return found;
}

export function nameOf(data: string): string {
  return screenOf(data).split(':')[0] ?? '';
}

function targetOf(button: ChatButton): string {
  if (button.kind === 'callback') return screenOf(button.data);
  return button.kind === 'url' ? 'a link' : button.kind;
}
