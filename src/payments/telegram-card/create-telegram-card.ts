import type { Api } from 'grammy';
import { roubles, toDecimalText, toSafeInteger } from '../../domain/money/money.ts';
import type { PaymentProvider } from '../../ports/payment-provider.ts';
import { createProviderPolicy } from '../provider-policy.ts';
import {
  deleteTelegramInvoice,
  readPaymentMessage,
  refuseNotice,
  sendTelegramInvoice,
} from '../telegram-payments.ts';

export const TELEGRAM_CARD = 'telegram';
/** Source: product.md §1.3. */
const MINIMUM = roubles(64);

/**
 * Bank cards through Telegram's own invoices and the acquirer that the provider token names.
 *
 * Telegram keeps no books of these payments that a bot could ask for: `fetch` knows nothing, and there is
 * nothing to reconcile or refund here; the acquirer's cabinet has both. What is paid is told by an update,
 * which Telegram repeats for 24 hours.
 * Source: payments.md §2.1.
 */
export function createTelegramCard(settings: { api: Api; providerToken: string }): PaymentProvider {
  const { api, providerToken } = settings;
  const policy = createProviderPolicy('Telegram card');
  return {
    name: TELEGRAM_CARD,
    minimumKopecks: MINIMUM,
    hasWebhook: false,
    create(request) {
      const total = toSafeInteger(request.amountKopecks);
      const price = { currency: 'RUB', total, providerToken };
      const providerAmount = toDecimalText(request.amountKopecks);
      return sendTelegramInvoice(api, policy, { request, price, providerAmount });
    },
    verify: refuseNotice,
    readStored: (body) => readPaymentMessage(TELEGRAM_CARD, body),
    confirm: async (event) => event,
    fetch: async (invoices) => invoices.map(() => ({ kind: 'unknown' })),
    cancel: (invoice) => deleteTelegramInvoice(api, policy, invoice),
    refund: null,
    list: null,
  };
}
