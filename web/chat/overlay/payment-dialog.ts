import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { chatApi, reasonOf } from '../session/chat-api.ts';
import { openDialog } from './dialog.ts';

/** Long enough to read "Paid", short enough not to stand before the bot's answer. */
const stayAfterPaymentMs = 1600;

/** The sheet in which Telegram takes money for its own invoice, and says what the shop says to that. */
export function openPayment(page: Page, message: ChatMessage): void {
  const { invoice, chatId, messageId } = message;
  if (!invoice || invoice.isPaid) return;
  const { words, format } = page;
  const price = format.units(invoice.totalAmount, invoice.currency);
  const error = h('p', { class: 'invoice-error', role: 'alert' });
  const note = h('p', { class: 'invoice-note', role: 'status' }, words.payNote);
  const pay = async () => {
    setText(error, '');
    setText(payButton, words.paying);
    payButton.disabled = true;
    try {
      const outcome = await chatApi.payMessage({ chatId, messageId });
      if (outcome.outcome === 'paid') showPaid();
      else setText(error, outcome.outcome === 'declined' ? outcome.errorMessage : words.payUnanswered);
    } catch (failure) {
      setText(error, reasonOf(failure, words.unreachable));
    }
    payButton.disabled = false;
    setText(payButton, words.pay(price));
  };
  const showPaid = () => {
    dialog.dataset.status = 'paid';
    payButton.hidden = true;
    setText(note, words.invoicePaid);
    setTimeout(() => dialog.close(), stayAfterPaymentMs);
  };
  const payButton = h(
    'button',
    { type: 'button', class: 'primary', 'data-testid': 'payment-pay', onclick: () => void pay() },
    words.pay(price),
  );
  const dialog = openDialog(
    { testId: 'payment', title: words.invoice, closeLabel: words.close, class: 'invoice' },
    h('div', { class: 'invoice-seal' }, icon('wallet'), icon('check')),
    h('p', { class: 'invoice-amount' }, price),
    h('p', { class: 'payment-title', dir: 'auto' }, invoice.title),
    h('p', { class: 'invoice-description', dir: 'auto' }, invoice.description),
    error,
    payButton,
    note,
  );
  payButton.focus();
}
