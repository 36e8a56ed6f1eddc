import { copyText } from '../overlay/clipboard.ts';
import { openInvoice } from '../overlay/invoice-dialog.ts';
import { openPayment } from '../overlay/payment-dialog.ts';
import type { Page } from '../page.ts';
import { createFormat } from '../text/format.ts';
import { startCommandOf } from '../text/link.ts';
import { wordsFor } from '../text/words.ts';
import { chatApi, reasonOf } from './chat-api.ts';
import { PageState } from './page-state.ts';

/** What a customer can do on the page, wired to the sandbox; failures become toasts. */
export function createPage(browserLanguage: string, toast: Page['toast']): Page {
  const { words, locale } = wordsFor(browserLanguage);
  const state = new PageState();
  const attempt: Page['attempt'] = async (act, chatId) => {
    try {
      return await act;
    } catch (error) {
      toast(reasonOf(error, words.unreachable), chatId);
      return undefined;
    }
  };
  const send: Page['send'] = async (chatId, text) => {
    const message = await attempt(chatApi.sendText({ chatId, text }), chatId);
    if (message) state.apply({ type: 'message', message });
    return message !== undefined;
  };
  const press: Page['press'] = async ({ chatId, messageId, buttons }, row, column) => {
    const button = buttons[row]?.[column];
    const place = { chatId, messageId, row, column };
    if (button?.kind !== 'callback' || state.isPressed(place)) return;
    state.press(place);
    const answer = await attempt(chatApi.pressButton({ chatId, messageId, data: button.data }), chatId);
    if (answer) state.awaitAnswer(place, answer.callbackId);
    else state.release(place);
  };
  const page: Page = {
    state,
    words,
    locale,
    format: createFormat(locale),
    toast,
    attempt,
    send,
    press,
    pay: (message) => openPayment(page, message),
    openInside: (chatId, address) => {
      const invoice = state.invoiceByPayUrl(address);
      const command = startCommandOf(address, state.botUsername);
      if (invoice) openInvoice(page, invoice);
      else if (command) void send(chatId, command);
      return invoice !== undefined || command !== undefined;
    },
    copy: async (text, chatId) => toast((await copyText(text)) ? words.copied : words.copyFailed, chatId),
  };
  return page;
}
