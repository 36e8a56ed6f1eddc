import type { CryptoInvoice } from '../../../src/sandbox/contract/chat.ts';
import { h, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { chatApi, reasonOf } from '../session/chat-api.ts';
import { countdown } from '../text/format.ts';
import { openDialog } from './dialog.ts';

const tickMs = 500;
/** Long enough to read "Paid", short enough not to stand before the bot's answer. */
const stayAfterPaymentMs = 1600;

/** The invoice as the wallet bot would show it: description, amount, time left, and the Pay button. */
export function openInvoice(page: Page, invoice: CryptoInvoice): void {
  const view = createInvoiceView(page);
  const dialog = openDialog(
    { testId: 'invoice', title: page.words.invoice, closeLabel: page.words.close, class: 'invoice' },
    ...view.content,
  );
  const draw = () => {
    const current = page.state.invoice(invoice.invoiceId) ?? invoice;
    dialog.dataset.status = current.status;
    view.draw(current);
  };
  const pay = async () => {
    view.setPaying(true);
    try {
      const paid = await chatApi.payInvoice(invoice.invoiceId);
      page.state.apply({ type: 'invoice', invoice: paid });
      setTimeout(() => dialog.close(), stayAfterPaymentMs);
    } catch (error) {
      view.showError(reasonOf(error, page.words.unreachable));
    }
    view.setPaying(false);
    draw();
  };
  view.payButton.addEventListener('click', () => void pay());
  const timer = setInterval(draw, tickMs);
  dialog.addEventListener('close', () => clearInterval(timer));
  draw();
  if (invoice.status === 'active') view.payButton.focus();
}

function createInvoiceView(page: Page) {
  const { words, format } = page;
  const amount = h('p', { class: 'invoice-amount' });
  const description = h('p', { class: 'invoice-description', dir: 'auto' });
  const status = h('span', { class: 'invoice-status', role: 'status' });
  const number = h('span', { class: 'invoice-number' });
  const timeLeft = h('span', { class: 'invoice-time', role: 'timer' });
  const timeRow = h('p', { class: 'invoice-row' }, h('span', {}, words.expiresIn), timeLeft);
  const note = h('p', { class: 'invoice-note' });
  const error = h('p', { class: 'invoice-error', role: 'alert' });
  const payButton = h('button', { type: 'button', class: 'primary', 'data-testid': 'invoice-pay' });
  let isPaying = false;
  return {
    content: [
      h('div', { class: 'invoice-seal' }, icon('wallet'), icon('check')),
      amount,
      description,
      h('p', { class: 'invoice-row' }, number, status),
      timeRow,
      error,
      payButton,
      note,
    ],
    payButton,
    setPaying(paying: boolean) {
      isPaying = paying;
      if (paying) setText(error, '');
    },
    showError: (text: string) => setText(error, text),
    draw(invoice: CryptoInvoice) {
      const shown = {
        active: { label: words.invoiceActive, text: words.payNote },
        paid: { label: words.invoicePaid, text: words.paidText },
        expired: { label: words.invoiceExpired, text: words.expiredText },
      }[invoice.status];
      const price = format.money(invoice.amount, invoice.fiat);
      setText(amount, price);
      setText(description, invoice.description);
      setText(number, words.invoiceNumber(invoice.invoiceId));
      setText(status, shown.label);
      setText(note, shown.text);
      const isActive = invoice.status === 'active';
      timeRow.hidden = !isActive || invoice.expiresAt === undefined;
      setText(timeLeft, countdown((invoice.expiresAt ?? 0) * 1000 - Date.now()));
      payButton.hidden = !isActive;
      payButton.disabled = isPaying;
      setText(payButton, isPaying ? words.paying : words.pay(price));
    },
  };
}
