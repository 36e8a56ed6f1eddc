import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';

type Options = { field: HTMLTextAreaElement; chatId: number; choose: (command: string) => void };

/** The bot's commands: all of them behind the button, the matching ones while a slash is typed. */
export class CommandMenu {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly #page: Page;
  readonly #options: Options;

  constructor(page: Page, options: Options) {
    this.#page = page;
    this.#options = options;
    this.element = h('div', {
      class: 'commands',
      role: 'menu',
      'aria-label': page.words.commands,
      onkeydown: (event: KeyboardEvent) => this.#move(event),
    });
    this.element.hidden = true;
    this.button = h(
      'button',
      {
        type: 'button',
        class: 'icon-button commands-button',
        'data-testid': 'commands',
        'aria-label': page.words.commands,
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        onclick: () => (this.element.hidden ? this.#open('', true) : this.close()),
      },
      icon('menu'),
    );
    document.addEventListener('pointerdown', (event) => {
      const target = event.target as Node;
      if (!this.element.contains(target) && !this.button.contains(target)) this.close();
    });
  }

  suggest(typed: string): void {
    const prefix = /^\/(\w*)$/.exec(typed)?.[1];
    if (prefix === undefined) this.close();
    else this.#open(prefix, false);
  }

  close(): void {
    this.element.hidden = true;
    this.button.ariaExpanded = 'false';
  }

  /** Arrow up enters the list from the text field, Escape closes it. */
  takesKey(event: KeyboardEvent): boolean {
    if (this.element.hidden) return false;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowUp') this.#items().at(-1)?.focus();
    else {
      if (event.key === 'Enter') this.close();
      return false;
    }
    event.preventDefault();
    return true;
  }

  #open(prefix: string, takesFocus: boolean): void {
    const commands = this.#commands().filter(({ command }) => command.startsWith(prefix));
    if (commands.length === 0) {
      this.close();
      return;
    }
    const items = commands.map(({ command, description }) =>
      h(
        'button',
        { type: 'button', role: 'menuitem', class: 'command', onclick: () => this.#take(command) },
        h('span', { class: 'command-name' }, `/${command}`),
        h('span', { class: 'command-text', dir: 'auto' }, description),
      ),
    );
    this.element.replaceChildren(...items);
    this.element.hidden = false;
    this.button.ariaExpanded = 'true';
    if (takesFocus) items[0]?.focus();
  }

  #take(command: string): void {
    this.close();
    this.#options.field.focus();
    this.#options.choose(command);
  }

  /** The bot does not tell everybody of the admin's command. */
  #commands(): { command: string; description: string }[] {
    const { state, words } = this.#page;
    if (this.#options.chatId !== state.adminId) return state.botCommands;
    const isListed = state.botCommands.some(({ command }) => command === 'admin');
    const own = isListed ? [] : [{ command: 'admin', description: words.adminMenu }];
    return [...own, ...state.botCommands];
  }

  #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #move(event: KeyboardEvent): void {
    const items = this.#items();
    const index = items.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 };
    if (event.key === 'Escape') {
      this.close();
      this.button.focus();
      return;
    }
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }
}
