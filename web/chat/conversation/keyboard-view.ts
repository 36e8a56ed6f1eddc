import type { ChatButton, ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { safeHref } from '../text/link.ts';
import { payLabelOf } from './invoice-view.ts';

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
  const label = h('span', { class: 'button-label' }, labelOf(page, button, message));
  const common = {
    class: 'inline-button',
    dir: 'auto',
    'data-testid': 'button',
    'data-row': row,
    'data-column': column,
  };
  if (button.kind === 'callback') {
    const press = () => page.press(message, row, column);
    const attributes = { ...common, type: 'button', 'data-callback': button.data, onclick: press };
    return h('button', attributes, label, h('span', { class: 'spinner' }));
  }
  if (button.kind === 'pay') {
    return h('button', { ...common, type: 'button', onclick: () => page.pay(message) }, label);
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

/** An invoice's button speaks the client's words when the bot has given it none, and of a receipt once it is paid. */
function labelOf(page: Page, button: ChatButton, { invoice }: ChatMessage): string {
  if (button.kind !== 'pay') return button.text;
  if (invoice?.isPaid) return `✓ ${page.words.invoicePaid}`;
  return button.text === '' ? payLabelOf(page, invoice) : button.text;
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
    if (button?.kind === 'pay' && element instanceof HTMLButtonElement) {
      element.disabled = message.invoice?.isPaid === true;
      const label = element.querySelector('.button-label');
      if (label) label.textContent = labelOf(page, button, message);
    }
    const invoice = button?.kind === 'url' ? page.state.invoiceByPayUrl(button.url) : undefined;
    if (invoice) element.dataset.invoice = invoice.status;
  }
}
