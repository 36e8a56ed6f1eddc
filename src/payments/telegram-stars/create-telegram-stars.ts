import type { Api } from 'grammy';
import type { Kopecks } from '../../domain/money/money.ts';
import { isFault } from '../../lib/fault.ts';
import type {
  InvoiceVerdict,
  PaymentProvider,
  RefundRequest,
  RefundVerdict,
} from '../../ports/payment-provider.ts';
import { createProviderPolicy, type ProviderPolicy } from '../provider-policy.ts';
import {
  callTelegram,
  deleteTelegramInvoice,
  readPaymentMessage,
  refundIdOf,
  refuseNotice,
  sendTelegramInvoice,
} from '../telegram-payments.ts';
import { openStarBooks } from './list-star-records.ts';

export const TELEGRAM_STARS = 'stars';
const CURRENCY = 'XTR';
/** An invoice is paid within the hour or hardly ever; its payment is looked for no further back. */
const LOOK_BACK_MS = 48 * 3_600_000;
const FAR = new Date(8.64e15);

/**
 * Telegram Stars: whole stars, rounded up, so that the shop never gets less than the quote.
 *
 * A charge is refunded as a whole or not at all, and a second time is no error: Telegram says that it was
 * done. The bot's own star transactions are the books.
 * Source: payments.md §2.1; decisions.md §5.
 */
export function createTelegramStars(settings: { api: Api; kopecksPerStar: number }): PaymentProvider {
  const { api, kopecksPerStar } = settings;
  const policy = createProviderPolicy('Telegram Stars');
  const listRecords = openStarBooks(api, policy);
  return {
    name: TELEGRAM_STARS,
    minimumKopecks: null,
    hasWebhook: false,
    create(request) {
      const total = starsFor(request.amountKopecks, kopecksPerStar);
      const price = { currency: CURRENCY, total, providerToken: '' };
      return sendTelegramInvoice(api, policy, { request, price, providerAmount: String(total) });
    },
    verify: refuseNotice,
    readStored: (body) => readPaymentMessage(TELEGRAM_STARS, body),
    confirm: async (event) => event,
    async fetch(invoices) {
      const wanted = new Map<string, InvoiceVerdict>();
      const since = new Date(Date.now() - LOOK_BACK_MS);
      for await (const record of listRecords({ since, until: FAR })) {
        if (record.kind === 'charge' && record.charge.invoiceId !== null) {
          wanted.set(record.charge.invoiceId, { kind: 'ok', charge: record.charge });
        }
      }
      return invoices.map(({ invoiceId }) => wanted.get(invoiceId) ?? { kind: 'unpaid' });
    },
    cancel: (invoice) => deleteTelegramInvoice(api, policy, invoice),
    refund: (request) => refundStars(api, policy, request),
    list: listRecords,
  };
}

/** Stars that are worth at least the amount. */
export function starsFor(amount: Kopecks, kopecksPerStar: number): number {
  const rate = BigInt(kopecksPerStar);
  return Number((amount + rate - 1n) / rate);
}

async function refundStars(api: Api, policy: ProviderPolicy, request: RefundRequest): Promise<RefundVerdict> {
  const { providerChargeId, payerTelegramId } = request;
  if (payerTelegramId === null) return { kind: 'declined', reason: 'nobody is known who paid it' };
  const refund = {
    provider: TELEGRAM_STARS,
    providerChargeId,
    providerRefundId: refundIdOf(providerChargeId),
    providerAmount: request.providerAmount,
    providerCurrency: request.providerCurrency,
    isChargeback: false,
    refundedAt: new Date(),
  };
  try {
    await policy.repeatable(() =>
      callTelegram('refundStarPayment', () =>
        api.refundStarPayment(Number(payerTelegramId), providerChargeId),
      ),
    );
    return { kind: 'ok', refund };
  } catch (error) {
    if (isFault(error, 'provider-unreachable')) return { kind: 'unknown' };
    if (!isFault(error, 'provider-refused')) throw error;
    if (/CHARGE_ALREADY_REFUNDED/.test(error.message)) return { kind: 'ok', refund };
    return { kind: 'declined', reason: error.message };
  }
}
