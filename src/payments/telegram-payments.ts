import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import { z } from 'zod';
import { kopecks, toDecimalText } from '../domain/money/money.ts';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import type {
  InvoiceReference,
  InvoiceRequest,
  OpenedInvoice,
  ProviderEvent,
  VerifiedEvent,
} from '../ports/payment-provider.ts';
import { type ProviderPolicy, providerRefused, providerUnreachable } from './provider-policy.ts';

/** The invoice's heading in the chat, at most 32 characters. Source: product.md §3.2. */
const TITLE = 'Atlas Secure VPN';
const MAX_DESCRIPTION = 255;
/**
 * Never empty: a forwarded copy of the invoice then leads back to the bot instead of carrying a Pay button
 * that anyone can press. Source: payments.md §2.1.
 */
const START_PARAMETER = 'pay';

/** Telegram's code for its Stars. */
const STARS = 'XTR';

/** Telegram's own invoice: what is asked for, in the currency's smallest unit. */
export type TelegramPrice = { currency: string; total: number; providerToken: string };

/** Sends an invoice message with Telegram's own Pay button into the payer's chat. */
export async function sendTelegramInvoice(
  api: Api,
  policy: ProviderPolicy,
  invoice: { request: InvoiceRequest; price: TelegramPrice; providerAmount: string },
): Promise<OpenedInvoice> {
  const { request, price, providerAmount } = invoice;
  const chatId = Number(request.payerTelegramId);
  const description = request.description.slice(0, MAX_DESCRIPTION);
  const message = await policy.once(() =>
    callTelegram('sendInvoice', () =>
      api.sendInvoice(
        chatId,
        TITLE,
        description,
        request.invoiceId,
        price.currency,
        [{ label: TITLE, amount: price.total }],
        { provider_token: price.providerToken, start_parameter: START_PARAMETER },
      ),
    ),
  );
  return {
    providerInvoiceId: `${chatId}:${message.message_id}`,
    payUrl: null,
    providerAmount,
    providerCurrency: price.currency,
  };
}

/** Takes the invoice message away; one that is gone, or cannot be taken away any more, is left as it is. */
export async function deleteTelegramInvoice(
  api: Api,
  policy: ProviderPolicy,
  { providerInvoiceId }: InvoiceReference,
): Promise<void> {
  const [chatId, messageId] = (providerInvoiceId ?? '').split(':').map(Number);
  if (!chatId || !messageId) return;
  await policy.repeatable(async () => {
    try {
      await callTelegram('deleteMessage', () => api.deleteMessage(chatId, messageId));
    } catch (error) {
      const kind = classifyBotApiError(error instanceof Error ? error.cause : undefined)?.kind;
      if (kind !== 'message-gone' && kind !== 'unreachable' && kind !== 'refused') throw error;
    }
  });
}

/** One call. Throws: Fault `provider-unreachable`, `provider-refused`; the Bot API's own error is the cause. */
export async function callTelegram<T>(method: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const failure = classifyBotApiError(error);
    if (failure === null) throw error;
    const isNoAnswer = failure.kind === 'unknown-outcome' || failure.kind === 'limited';
    if (isNoAnswer) throw providerUnreachable(`Telegram ${method}`, failure.kind, error);
    const reason = failure.kind === 'refused' ? failure.description : failure.kind;
    throw Object.assign(providerRefused(`Telegram ${method}`, reason), { cause: error });
  }
}

/** Telegram has no door of its own for payments: they come as updates, whose genuineness the inbox knows. */
export const refuseNotice = (): VerifiedEvent => ({ ok: false, refusal: 'bad-signature' });

const paymentFields = {
  currency: z.string(),
  total_amount: z.number().int(),
  invoice_payload: z.string(),
  telegram_payment_charge_id: z.string(),
};
const messageSchema = z.object({
  date: z.number(),
  from: z.object({ id: z.number() }).optional(),
  chat: z.object({ id: z.number() }),
  successful_payment: z.object(paymentFields).optional(),
  refunded_payment: z.object(paymentFields).optional(),
});

/**
 * Reads a message about a payment. The charge id is Telegram's in either currency: it is the identity of the
 * money, the payload is only what the payment was meant for. A message of a shape we do not know is kept
 * under its own hash and moves no money.
 * Source: payments.md §2.1.
 */
export function readPaymentMessage(provider: string, body: string): ProviderEvent {
  const parsed = messageSchema.safeParse(parseJson(body));
  const message = parsed.data;
  const payment = message?.successful_payment ?? message?.refunded_payment;
  if (!message || !payment) {
    const objectId = createHash('sha256').update(body).digest('hex');
    return { objectId, state: 'unreadable', charge: null, refund: null, isHint: false };
  }
  const chargeId = payment.telegram_payment_charge_id;
  const money = amountOf(payment.currency, payment.total_amount);
  const at = new Date(message.date * 1000);
  if (message.refunded_payment) {
    const refund = {
      ...money,
      provider,
      providerChargeId: chargeId,
      providerRefundId: refundIdOf(chargeId),
      isChargeback: true,
      refundedAt: at,
    };
    return { objectId: chargeId, state: 'refunded', charge: null, refund, isHint: false };
  }
  const charge = {
    ...money,
    provider,
    providerChargeId: chargeId,
    invoiceId: payment.invoice_payload,
    payerTelegramId: BigInt(message.from?.id ?? message.chat.id),
    chargedAt: at,
  };
  return { objectId: chargeId, state: 'paid', charge, refund: null, isHint: false };
}

/** Stars and cards come in one kind of message: only the currency tells them apart. */
export function isStarPayment(message: unknown): boolean {
  const { data } = messageSchema.safeParse(message);
  return (data?.successful_payment ?? data?.refunded_payment)?.currency === STARS;
}

/** A charge is refunded at most once and as a whole, so its refund needs no other name. */
export function refundIdOf(chargeId: string): string {
  return `${chargeId}:refund`;
}

function amountOf(currency: string, total: number): { providerAmount: string; providerCurrency: string } {
  const providerAmount = currency === STARS ? String(total) : toDecimalText(kopecks(BigInt(total)));
  return { providerAmount, providerCurrency: currency };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
