import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';
import type { Page } from '../page.ts';

type Invoice = NonNullable<ChatMessage['invoice']>;
type Note = NonNullable<ChatMessage['note']>;

/** Telegram's own invoice, as its clients draw one: what for, and how much. */
export function renderInvoice(page: Page, invoice: Invoice): HTMLElement {
  const { format } = page;
  return h(
    'div',
    { class: 'message-invoice', 'data-testid': 'message-invoice' },
    h('p', { class: 'message-invoice-title', dir: 'auto' }, invoice.title),
    h('p', { class: 'message-invoice-text', dir: 'auto' }, invoice.description),
    h('p', { class: 'message-invoice-amount' }, format.units(invoice.totalAmount, invoice.currency)),
  );
}

/** What Telegram itself writes into a chat about money: a line in the middle, nobody's bubble. */
export function renderNote({ words, format }: Page, note: Note): HTMLElement {
  const amount = format.units(note.totalAmount, note.currency);
  const text = note.kind === 'successful_payment' ? words.youPaid(amount) : words.youGotBack(amount);
  return h('p', { class: 'service-note', 'data-testid': 'service-note' }, text);
}

/** The words on an invoice's button when the bot has given it none. */
export function payLabelOf({ words, format }: Page, invoice: Invoice | undefined): string {
  if (!invoice) return words.pay('');
  return words.pay(format.units(invoice.totalAmount, invoice.currency));
}
