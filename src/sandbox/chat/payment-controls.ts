import { z } from 'zod';
import type { Telegram } from '../telegram/telegram.ts';
import { type ChatRoute, parseBody } from './chat-api.ts';

/** A bot that is told the same thing this often has seen enough. */
const MAX_TIMES = 100;
const payInvoice = z.strictObject({
  chatId: z.int(),
  messageId: z.int(),
  payerId: z.int().optional(),
  skipCheckout: z.boolean().optional(),
  times: z.int().min(1).max(MAX_TIMES).optional(),
  totalAmount: z.int().positive().optional(),
  currency: z.enum(['RUB', 'XTR']).optional(),
});
const chargeback = z.strictObject({ chargeId: z.string().min(1) });

/**
 * What payers do with Telegram's own invoices, for the page and for tests:
 *
 * POST /chat/payments/pay        PayWish → PayOutcome, once the bot has answered or its 10 seconds are over; see
 *                                telegram/payments/payer-actions.ts
 * POST /chat/payments/chargeback { chargeId }: the store takes stars back → Charge
 * GET  /chat/payments            Charge[], oldest first; see telegram/payments/terms.ts
 */
export function paymentRoutes({ bot, payers }: Telegram): Record<string, ChatRoute> {
  return {
    'POST /chat/payments/pay': (body) => payers.pay(parseBody(payInvoice, body)),
    'POST /chat/payments/chargeback': (body) => payers.chargeBack(parseBody(chargeback, body).chargeId),
    'GET /chat/payments': () => bot.till.charges(),
  };
}
