import type { PayInvoice, PayOutcome } from '../../contract/chat.ts';
import { HttpRefusal } from '../../transport/http.ts';
import type { Customer } from '../chats.ts';
import { renderUser } from '../message-views.ts';
import type { Bot } from '../methods/method.ts';
import type { Checkout, Ending } from './checkouts.ts';
import { returnPayment, takePayment } from './settle.ts';
import type { Charge, Currency, Terms } from './terms.ts';

/** What may be different from an ordinary payment: another payer, other money, more or fewer updates. */
export type PayWish = PayInvoice & {
  /** Someone to whom the invoice was forwarded, whatever its start_parameter; else the chat's own person. */
  payerId?: number | undefined;
  /** The bot is not asked: the payment arrives regardless, also for an invoice that was deleted meanwhile. */
  skipCheckout?: boolean | undefined;
  /** How many updates tell of the payment; 1 unless told. */
  times?: number | undefined;
  totalAmount?: number | undefined;
  currency?: Currency | undefined;
};

/** What people do with an invoice message in their Telegram clients. Throws: HttpRefusal. */
export type PayerActions = {
  /**
   * Presses Pay: asks the bot, waits for its answer, and pays. An invoice may be paid again, as two phones of
   * one person can; it is for the bot to say no.
   */
  pay(wish: PayWish): Promise<PayOutcome>;
  /** The store takes stars back without asking anyone. */
  chargeBack(chargeId: string): Charge;
};

export function createPayerActions(bot: Bot): PayerActions {
  return {
    async pay(wish) {
      const payer = presentPayer(bot, wish.payerId ?? wish.chatId);
      const terms = readTerms(bot, wish);
      const { skipCheckout = false, times = 1 } = wish;
      if (skipCheckout) {
        return { outcome: 'paid', chargeId: takePayment(bot, payer, { terms, times }).chargeId };
      }
      const checkout = bot.checkouts.ask({ terms, times });
      askBot(bot, payer, checkout);
      const ending = await bot.checkouts.whenEnded(checkout);
      return toOutcome(ending);
    },
    chargeBack(chargeId) {
      const charge = bot.till.find(chargeId);
      if (charge?.currency !== 'XTR') throw new HttpRefusal(404, 'no such payment in stars');
      if (charge.refundedAt !== undefined) throw new HttpRefusal(409, 'this payment has been given back');
      return returnPayment(bot, charge, true);
    },
  };
}

function presentPayer(bot: Bot, payerId: number): Customer {
  const payer = bot.chats.findCustomer(payerId);
  if (!payer) throw new HttpRefusal(404, 'no such customer');
  if (payer.hasBlocked) throw new HttpRefusal(409, 'this customer has blocked the bot');
  return payer;
}

function readTerms(bot: Bot, wish: PayWish): Terms {
  const { chatId, messageId, payerId = chatId } = wish;
  const message = bot.chats.findMessage(chatId, messageId);
  if (!message?.invoice) throw new HttpRefusal(404, 'no such invoice');
  if (message.isDeleted && !wish.skipCheckout) throw new HttpRefusal(409, 'this invoice was deleted');
  const { payload, currency, totalAmount } = message.invoice;
  return {
    payerId,
    chatId,
    messageId,
    payload,
    currency: wish.currency ?? currency,
    totalAmount: wish.totalAmount ?? totalAmount,
  };
}

function askBot(bot: Bot, payer: Customer, { id, terms }: Checkout): void {
  bot.updates.push('pre_checkout_query', payer.telegramId, {
    id,
    from: renderUser(payer),
    currency: terms.currency,
    total_amount: terms.totalAmount,
    invoice_payload: terms.payload,
  });
}

function toOutcome(ending: Ending): PayOutcome {
  switch (ending.kind) {
    case 'approved':
      return { outcome: 'paid', chargeId: ending.chargeId };
    case 'declined':
      return { outcome: 'declined', errorMessage: ending.errorMessage };
    case 'unanswered':
      return { outcome: 'unanswered' };
  }
}
