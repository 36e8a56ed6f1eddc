import type { Customer } from '../chats.ts';
import { renderMessage, toChatMessage } from '../message-views.ts';
import { type Bot, nowSeconds } from '../methods/method.ts';
import type { ServiceNote } from '../wire.ts';
import type { Charge, Terms } from './terms.ts';

/**
 * Takes the payer's money and tells the bot: `times` updates with one and the same message.
 * Throws: HttpRefusal 409 when the till is full.
 */
export function takePayment(
  bot: Bot,
  payer: Customer,
  { terms, times }: { terms: Terms; times: number },
): Charge {
  const charge = bot.till.take(terms, nowSeconds(bot));
  const invoice = bot.chats.findMessage(terms.chatId, terms.messageId);
  if (invoice?.invoice && !invoice.isDeleted && terms.payerId === terms.chatId) {
    const paid = { ...invoice, invoice: { ...invoice.invoice, isPaid: true } };
    bot.chats.saveMessage(paid);
    bot.events.emit({ type: 'message-edited', message: toChatMessage(paid) });
  }
  tellBot(bot, payer, { charge, kind: 'successful_payment', times });
  return charge;
}

/** Gives stars back to their payer and tells the bot. */
export function returnPayment(bot: Bot, charge: Charge, isChargeback: boolean): Charge {
  const returned = bot.till.giveBack(charge, { at: nowSeconds(bot), isChargeback });
  const payer = bot.chats.findCustomer(charge.payerId);
  if (payer) tellBot(bot, payer, { charge: returned, kind: 'refunded_payment', times: 1 });
  return returned;
}

type Telling = { charge: Charge; kind: ServiceNote['kind']; times: number };

/** The note appears in the payer's own chat with the bot, from the payer, wherever the invoice was. */
function tellBot(bot: Bot, payer: Customer, { charge, kind, times }: Telling): void {
  const { chargeId, providerChargeId, payload, currency, totalAmount } = charge;
  if (!payer.hasStarted) bot.chats.saveCustomer({ ...payer, hasStarted: true });
  const message = bot.chats.insertMessage({
    chatId: payer.telegramId,
    from: 'customer',
    date: nowSeconds(bot),
    text: '',
    entities: [],
    note: { kind, currency, totalAmount, payload, chargeId, providerChargeId },
  });
  const rendered = renderMessage(message, payer, bot.identity);
  for (let count = 0; count < times; count += 1) bot.updates.push('message', payer.telegramId, rendered);
  bot.events.emit({ type: 'message', message: toChatMessage(message) });
}
