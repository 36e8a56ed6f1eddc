import type { ChatButton, ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { safeHref } from '../text/link.ts';

/** The rows of buttons under a message. */
export function renderKeyboard(page: Page, message: ChatMessage): HTMLElement {
  const rows = message.buttons.map((buttons, row) =>
    h(
      'div',
      { class: 'keyboard-row' },
      ...buttons.map((button, column) => renderButton(page, button, { message, row, column })),
    ),
  );
  return h('div', { class: 'keyboard', role: 'group' }, ...rows);
}

type Place = { message: ChatMessage; row: number; column: number };

function renderButton(page: Page, button: ChatButton, { message, row, column }: Place): HTMLElement {
  const label = h('span', { class: 'button-label', dir: 'auto' }, button.text);
  const common = { class: 'inline-button', 'data-testid': 'button', 'data-row': row, 'data-column': column };
  if (button.kind === 'callback') {
    const press = () => page.press(message, row, column);
    return h('button', { ...common, type: 'button', onclick: press }, label, h('span', { class: 'spinner' }));
  }
  if (button.kind === 'copy') {
    const copy = () => page.copy(button.copyText, message.chatId);
    return h('button', { ...common, type: 'button', onclick: copy }, label, icon('copy'));
  }
  const open = (event: MouseEvent) => {
    if (page.openInside(message.chatId, button.url)) event.preventDefault();
  };
  return h(
    'a',
    { ...common, href: safeHref(button.url), target: '_blank', rel: 'noopener noreferrer', onclick: open },
    label,
    icon('external'),
    icon('wallet'),
    icon('check'),
  );
}

/** Brings spinners and the marks of invoices up to date without redrawing, so that focus stays. */
export function updateKeyboard(page: Page, message: ChatMessage, keyboard: Element): void {
  for (const element of keyboard.querySelectorAll<HTMLElement>('.inline-button')) {
    const row = Number(element.dataset.row);
    const column = Number(element.dataset.column);
    const button = message.buttons[row]?.[column];
    if (button?.kind === 'callback') {
      const { chatId, messageId } = message;
      element.ariaBusy = String(page.state.isPressed({ chatId, messageId, row, column }));
    }
    const invoice = button?.kind === 'url' ? page.state.invoiceByPayUrl(button.url) : undefined;
    if (invoice) element.dataset.invoice = invoice.status;
  }
}
