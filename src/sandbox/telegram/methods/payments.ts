import { renderUser } from '../message-views.ts';
import { readOffer } from '../payments/read-offer.ts';
import { returnPayment, takePayment } from '../payments/settle.ts';
import type { StarTransaction } from '../payments/till.ts';
import { badRequest } from '../refusal.ts';
import type { Bot, Method } from './method.ts';
import { sendContent, writableCustomer } from './sending.ts';

/** Source: core.telegram.org/bots/api#getstartransactions; the server clamps, as with getUpdates. */
const MAX_TRANSACTIONS = 100;

export const sendInvoice: Method = (bot, call) => {
  const customer = writableCustomer(bot, call.values.chat_id);
  const invoice = { ...readOffer(call.values, bot.providerToken), isPaid: false };
  return sendContent(bot, call, { customer, text: '', entities: [], invoice });
};

export const answerPreCheckoutQuery: Method = (bot, call) => {
  const { pre_checkout_query_id: id, ok, error_message: errorMessage } = call.values;
  if (ok !== true && (typeof errorMessage !== 'string' || errorMessage === '')) {
    throw badRequest('parameter "error_message" is required');
  }
  const checkout = bot.checkouts.findOpen(String(id));
  const payer = bot.chats.findCustomer(checkout?.terms.payerId ?? 0);
  if (!checkout || !payer) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (ok !== true) bot.checkouts.end(checkout, { kind: 'declined', errorMessage: String(errorMessage) });
  else {
    const { chargeId } = takePayment(bot, payer, checkout);
    bot.checkouts.end(checkout, { kind: 'approved', chargeId });
  }
  return { result: true };
};

export const refundStarPayment: Method = (bot, call) => {
  const charge = bot.till.find(String(call.values.telegram_payment_charge_id));
  if (charge?.currency !== 'XTR' || charge.payerId !== call.values.user_id) {
    throw badRequest('CHARGE_NOT_FOUND');
  }
  if (charge.refundedAt !== undefined) throw badRequest('CHARGE_ALREADY_REFUNDED');
  returnPayment(bot, charge, false);
  return { result: true };
};

export const getStarTransactions: Method = (bot, call) => {
  const { offset = 0, limit = MAX_TRANSACTIONS } = call.values as { offset?: number; limit?: number };
  const start = Math.max(offset, 0);
  const count = Math.min(Math.max(limit, 1), MAX_TRANSACTIONS);
  const transactions = bot.till.starTransactions().slice(start, start + count);
  return { result: { transactions: transactions.map((one) => renderTransaction(bot, one)) } };
};

export const getMyStarBalance: Method = (bot) => ({ result: { amount: bot.till.starBalance() } });

/** An incoming one has a source, an outgoing one a receiver. */
function renderTransaction(bot: Bot, { chargeId, direction, amount, date }: StarTransaction) {
  const charge = bot.till.find(chargeId);
  const payer = bot.chats.findCustomer(charge?.payerId ?? 0);
  const partner = {
    type: 'user',
    transaction_type: 'invoice_payment',
    ...(payer ? { user: renderUser(payer) } : {}),
    ...(charge ? { invoice_payload: charge.payload } : {}),
  };
  return {
    id: chargeId,
    amount,
    date,
    ...(direction === 'in' ? { source: partner } : { receiver: partner }),
  };
}
